/* Any bytes are a model or are refused with a reason, also behind a right
 * checksum; what is accepted tells something, and is written as it was read. */
#include "attrib/classifier.h"
#include "base/hash.h"
#include "base/mem.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
use(const struct classifier *c)
{
	bool *told = mem_zalloc(c->nlabels, sizeof *told);
	double *p = mem_zalloc(c->nlabels, sizeof *p);
	struct feature one = {.bucket = 324, .value = 1};
	struct features f = {.items = &one, .count = 1};
	struct str first = STR_INIT, second = STR_INIT;
	struct classifier again;
	struct diag err;

	classifier_apply(c, &f, told, p);
	free(told);
	free(p);
	classifier_format(&first, c);
	assert(classifier_read(&again, first.text, first.len, &err) == 0);
	classifier_format(&second, &again);
	assert(strcmp(first.text, second.text) == 0);
	classifier_release(&again);
	str_release(&first);
	str_release(&second);
}

static void
try(const char *text, size_t len)
{
	struct classifier c;
	struct diag err = {0, ""};

	if (classifier_read(&c, text, len, &err) == 0)
		use(&c);
	else
		assert(err.text[0] != '\0');
	classifier_release(&c);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data;
	struct str summed = STR_INIT;

	try(text, size);
	str_add(&summed, text, size);
	str_addf(&summed, "\nchecksum: %016" PRIx64 "\n",
	    hash_add(hash_add(HASH_INIT, text, size), "\n", 1));
	try(summed.text, summed.len);
	str_release(&summed);
	return 0;
}
