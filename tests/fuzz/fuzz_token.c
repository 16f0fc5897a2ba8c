/* Words lie within the text, in order, and the verdict on any text is within
 * its ranges. */
#include "attrib/attribution.h"
#include "attrib/token.h"
#include "data/data.h"

#include <assert.h>
#include <math.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct attrib *
reader(void)
{
	static struct attrib *a;
	static struct lexicon *lex;
	const char *file;
	size_t i;

	if (a != NULL)
		return a;
	lex = lexicon_new();
	for (i = 0; i < data_count; i++)
		if (strncmp(data_files[i].path, "lexicon/", 8) == 0 &&
		    lexicon_add(lex, data_files[i].path, data_files[i].bytes,
			data_files[i].len, NULL) == -1)
			return NULL;
	return a = attrib_new(lex, NULL, &file);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct tokens t = {0};
	struct attribution a;
	size_t i, last = 0;

	if (size > ATTRIB_TEXT_MAX)
		return 0;
	tokens_split(&t, (const char *)data, size);
	for (i = 0; i < t.count; i++) {
		assert(t.items[i].start >= last);
		assert(t.items[i].end > t.items[i].start);
		assert(t.items[i].end <= size);
		last = t.items[i].end;
	}
	tokens_release(&t);
	attrib_read(reader(), (const char *)data, size, true, &a);
	for (i = 0; i < a.ncues; i++)
		assert(
		    a.cues[i].start < a.cues[i].end && a.cues[i].end <= size);
	for (i = 0; i < DIM_SCALES; i++)
		assert(
		    isnan(a.scale[i]) || (a.scale[i] >= 1 && a.scale[i] <= 7));
	for (i = 0; i < a.nconcepts; i++)
		assert(a.concepts[i].severity >= 0.5 &&
		    a.concepts[i].severity <= 1);
	return 0;
}
