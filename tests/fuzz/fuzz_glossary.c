/*
 * fuzz_glossary - an image kept in a cache, which anything may have happened
 * to: whatever it holds, looking up touches nothing outside it.
 */
#include "concept/search.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static void
look_up(const struct glossary *g)
{
	static const struct search_scope all = {SEARCH_TEXT, 0};
	static const char *const queries[] = {
	    "alpha", "al", "alhpa", "to stare and look"};

	for (size_t i = 0; i < sizeof queries / sizeof queries[0]; i++) {
		struct search s;

		search_run(&s, g, &all, queries[i]);
		for (size_t j = 0; j < s.count; j++)
			if (s.hits[j].entry >= g->entries)
				abort();
		search_release(&s);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct glossary g;
	struct diag err = {0};

	if (glossary_open(&g, data, len, &err) == 0)
		look_up(&g);
	else if (err.text[0] == '\0')
		abort();
	return 0;
}
