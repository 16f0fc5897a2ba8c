#include "test.h"

#include "attrib/block.h"
#include "attrib/breaks.h"

enum { WORDS = 300 };

/* By going from word to word. */
static size_t
plain_before(const uint8_t *flags, unsigned flag, size_t from, size_t at)
{
	while (at > from && (flags[at] & flag) == 0)
		at--;
	return at;
}

static size_t
plain_behind(const uint8_t *flags, unsigned flag, size_t at, size_t to)
{
	while (at < to && (flags[at] & flag) == 0)
		at++;
	return at;
}

/* One break in every so many words, and other flags everywhere. */
static void
fill(uint8_t *flags, size_t every)
{
	memset(flags, 0, WORDS + BLOCK);
	for (size_t i = 0; i < WORDS; i++) {
		flags[i] = TOKEN_QUOTED | TOKEN_WIDE;
		if (i * i % every == 0)
			flags[i] |= TOKEN_CLAUSE;
		if (i * i % (3 * every) == 1)
			flags[i] |= TOKEN_SENTENCE;
	}
}

static void
finds_what_one_finds_word_by_word(void **state)
{
	static const enum token_flag both[] = {TOKEN_CLAUSE, TOKEN_SENTENCE};
	static const size_t every[] = {1, 7, 60, 1000};
	uint8_t flags[WORDS + BLOCK];
	struct breaks b = {0};

	(void)state;
	for (size_t e = 0; e < LENGTH(every); e++) {
		fill(flags, every[e]);
		breaks_read(&b, flags, WORDS);
		for (size_t from = 0; from < WORDS; from += 13)
			for (size_t at = from; at < WORDS; at++)
				for (size_t f = 0; f < 2; f++) {
					assert_int_equal(breaks_before(&b,
							     both[f], from, at),
					    plain_before(
						flags, both[f], from, at));
					assert_int_equal(breaks_behind(&b,
							     both[f], from, at),
					    plain_behind(
						flags, both[f], from, at));
				}
	}
	breaks_release(&b);
}

static void
there_are_none_behind_the_last_word(void **state)
{
	uint8_t flags[2 * BLOCK] = {0};
	struct breaks b = {0};

	(void)state;
	memset(flags, TOKEN_CLAUSE, BLOCK);
	breaks_read(&b, flags, BLOCK);
	assert_int_equal(breaks_behind(&b, TOKEN_CLAUSE, BLOCK, BLOCK), BLOCK);
	breaks_read(&b, flags + BLOCK, 0);
	assert_int_equal(breaks_behind(&b, TOKEN_CLAUSE, 0, 0), 0);
	breaks_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_what_one_finds_word_by_word),
	    cmocka_unit_test(there_are_none_behind_the_last_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
