/* Any bytes are a lexicon or are refused with a reason; what is accepted reads
 * texts. */
#include "attrib/attribution.h"

#include <assert.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char text[] = "it was not my fault, she said so; a b c";
	struct lexicon *lex = lexicon_new();
	struct diag err = {0, ""};
	const char *file;
	struct attrib *a = NULL;
	struct attribution found;

	if (lexicon_add(lex, "fuzz", (const char *)data, size, &err) == 0)
		a = attrib_new(lex, &err, &file);
	if (a == NULL)
		assert(err.text[0] != '\0');
	else
		attrib_read(a, text, strlen(text),
		    ATTRIB_ASSUME_CAUSE | ATTRIB_CUES, &found);
	attrib_free(a);
	lexicon_free(lex);
	return 0;
}
