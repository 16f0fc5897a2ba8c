#include "test.h"

#include "concept/sorter.h"
#include "concept/spool.h"

#include <errno.h>

enum { MANY = 5000 };

static uint32_t seed;

static uint32_t
chance(void)
{
	return seed = seed * 1664525 + 1013904223;
}

/* Records of 0 to 8 bytes, NULs and doubles among them. */
static size_t
record(char *bytes)
{
	size_t len = chance() >> 8 & 7;

	for (size_t i = 0; i < len; i++)
		bytes[i] = (char)(chance() >> 16 & 3);
	return len;
}

static void
expect_order(struct sorter *s, size_t expected)
{
	char last[16] = "";
	size_t last_len = 0, len, n = 0;
	const void *bytes;

	while ((bytes = sorter_next(s, &len)) != NULL) {
		size_t both = len < last_len ? len : last_len;
		int order = memcmp(last, bytes, both);

		assert_true(order < 0 || (order == 0 && last_len <= len));
		memcpy(last, bytes, len);
		last_len = len;
		n++;
	}
	assert_int_equal(sorter_failed(s), 0);
	assert_int_equal(n, expected);
}

static void
gives_all_in_order(void **state)
{
	static const size_t memories[] = {1, 100, 1000, 40000, 1000000};
	char bytes[16];

	(void)state;
	for (size_t i = 0; i < LENGTH(memories); i++) {
		struct sorter *s = sorter_new(i % 2 == 0 ? tmpfile : NULL);
		size_t n = memories[i] == 1 ? 300 : MANY;

		seed = 7;
		sorter_set_memory(s, memories[i]);
		for (size_t j = 0; j < n; j++)
			sorter_add(s, bytes, record(bytes));
		expect_order(s, n);
		sorter_free(s);
	}
}

static void
nothing_is_in_order(void **state)
{
	struct sorter *s = sorter_new(NULL);
	size_t len;

	(void)state;
	assert_null(sorter_next(s, &len));
	sorter_free(s);
}

static FILE *
no_room(void)
{
	errno = ENOSPC;
	return NULL;
}

static void
says_that_there_is_no_room(void **state)
{
	struct sorter *s = sorter_new(no_room);
	size_t len;

	(void)state;
	sorter_set_memory(s, 10);
	for (int i = 0; i < 10; i++)
		sorter_add(s, "record", 6);
	assert_null(sorter_next(s, &len));
	assert_int_equal(sorter_failed(s), ENOSPC);
	sorter_free(s);
}

static void
a_spool_gives_back_what_it_got(void **state)
{
	enum { NUMBERS = 700000 }; /* over SPOOL_MEMORY, twice */
	FILE *out = tmpfile();
	struct spool s;

	(void)state;
	spool_init(&s, tmpfile);
	for (uint32_t i = 0; i < NUMBERS; i++)
		spool_u32(&s, i);
	assert_true(s.held.len < SPOOL_MEMORY);
	spool_copy(&s, out);
	assert_int_equal(s.error, 0);
	spool_release(&s);
	rewind(out);
	for (uint32_t i = 0; i < NUMBERS; i++) {
		unsigned char b[4];

		assert_int_equal(fread(b, 1, 4, out), 4);
		if ((b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 |
			(uint32_t)b[3] << 24) != i)
			fail_msg("number %u", i);
	}
	assert_int_equal(getc(out), EOF);
	fclose(out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(gives_all_in_order),
	    cmocka_unit_test(nothing_is_in_order),
	    cmocka_unit_test(says_that_there_is_no_room),
	    cmocka_unit_test(a_spool_gives_back_what_it_got),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
