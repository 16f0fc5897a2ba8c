/*
 * fuzz_dictzip - a compressed database: what is read is as long as was asked
 * for, or refused, and the same in one piece as in two.
 */
#include "concept/dictzip.h"

#include "base/str.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

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
	enum { ASKED = 100 };
	struct str whole = STR_INIT, parts = STR_INIT;
	struct dictzip z;
	struct diag err = {0};
	size_t n;

	if (dictzip_open(&z, data, len, &err) != 0) {
		check(err.text[0] != '\0');
		return 0;
	}
	n = z.size < ASKED ? (size_t)z.size : ASKED;
	if (dictzip_read(&z, 0, n, &whole, &err) == 0) {
		check(whole.len == n);
		check(dictzip_read(&z, 0, n / 2, &parts, &err) == 0);
		check(dictzip_read(&z, n / 2, n - n / 2, &parts, &err) == 0);
		check(parts.len == n && memcmp(parts.text, whole.text, n) == 0);
	}
	str_clear(&whole);
	check(dictzip_read(&z, z.size, 1, &whole, &err) != 0);
	if (z.size > 0)
		dictzip_read(&z, z.size - 1, 1, &whole, &err);
	str_release(&whole);
	str_release(&parts);
	return 0;
}
