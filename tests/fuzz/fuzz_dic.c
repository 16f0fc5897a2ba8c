/* Any bytes are a dictionary, of either layout, or are refused with a reason;
 * what is accepted counts words, its own entries too. */
#include "attrib/dic.h"

#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
try(const char *text, size_t len, bool csv)
{
	struct diag err = {0, ""};
	struct dic *d = dic_read(text, len, csv, &err);
	struct dic_counts c = {0};

	if (d == NULL) {
		assert(err.text[0] != '\0');
		return;
	}
	dic_count(d, &c, text, len);
	assert(c.captured <= c.words);
	for (size_t i = 0; i < dic_categories(d); i++)
		assert(c.categories[i] <= c.captured);
	dic_counts_release(&c);
	dic_free(d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	try((const char *)data, size, false);
	try((const char *)data, size, true);
	return 0;
}
