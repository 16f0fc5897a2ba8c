/*
 * fuzz_dictd - the index of a database of dictd: words lie within the bytes
 * that were read, and lines count up.
 */
#include "concept/dictd.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static void
check(int holds)
{
	if (!holds)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	const char *index = (const char *)data, *rest = index;
	unsigned long line = 0, before = 0;
	struct dictd_entry e;
	struct diag err = {0};
	size_t left = len;
	int got;

	dictd_rules(index, len);
	while ((got = dictd_next(&rest, &left, &line, &e, &err)) == 1) {
		check(line > before && rest + left == index + len);
		check(e.word >= index && e.word_len > 0 &&
		    e.word + e.word_len <= rest);
		before = line;
	}
	check(got == 0 ? left == 0 : err.line == line);
	return 0;
}
