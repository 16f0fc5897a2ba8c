#include "quiz/repeats.h"

#include "test.h"

#include <errno.h>

static bool
seen(struct repeats *r, const char *a, const char *b, const char *c)
{
	static uint64_t place;
	uint64_t first = 0;
	bool again = repeats_seen(r, a, b, c, ++place, &first);

	assert_true(first < place && again == (first != 0));
	return again;
}

static void
knows_a_sitting_again_and_no_other(void **state)
{
	struct repeats r = {.scratch = tmpfile};

	(void)state;
	assert_false(seen(&r, "a", "2026-03-02", "k6"));
	assert_true(seen(&r, "a", "2026-03-02", "k6"));
	assert_false(seen(&r, "a", "2026-03-02", "ons4"));
	assert_false(seen(&r, "b", "2026-03-02", "k6"));
	assert_false(seen(&r, "a", "2026-03-03", "k6"));
	assert_false(seen(&r, "a2026-03-02", "", "k6"));
	assert_false(seen(&r, "", "a2026-03-02", "k6"));
	assert_true(seen(&r, "b", "2026-03-02", "k6"));
	repeats_release(&r);
}

/* Sitting i at place i + 1, unless another place is given. */
static uint64_t
number(struct repeats *r, int i, uint64_t place)
{
	uint64_t first = 0;
	char text[32];

	snprintf(text, sizeof(text), "%d", i);
	if (!repeats_seen(r, text, "t", "k6", place, &first))
		return 0;
	return first;
}

static void
knows_the_last_ones_at_once(void **state)
{
	struct repeats r = {.scratch = tmpfile};
	int n = 3 * REPEATS_KEPT + 10;

	(void)state;
	for (int i = 0; i < n; i++)
		assert_int_equal(number(&r, i, (uint64_t)i + 1), 0);
	for (int i = 2 * REPEATS_KEPT + 10; i < n; i++)
		assert_int_equal(
		    number(&r, i, (uint64_t)(n + i)), (uint64_t)i + 1);
	repeats_release(&r);
}

/* Those that are far apart, and one that stands three times. */
static void
finds_all_others_in_the_end(void **state)
{
	struct repeats r = {.scratch = tmpfile};
	struct pile_pair far[4] = {{0, 0}};
	uint64_t place = 0;

	(void)state;
	for (int i = 0; i < 7 * REPEATS_KEPT; i++) {
		assert_int_equal(number(&r, i, ++place), 0);
		if (i == 4 * REPEATS_KEPT || i == 6 * REPEATS_KEPT + 5)
			assert_int_equal(number(&r, 17, ++place), 0);
		if (i == 5 * REPEATS_KEPT)
			assert_int_equal(number(&r, REPEATS_KEPT, ++place), 0);
	}
	assert_int_equal(repeats_far(&r, far, 2), 3);
	assert_int_equal(far[0].place, 4 * REPEATS_KEPT + 2);
	assert_int_equal(far[0].before, 18);
	assert_int_equal(far[1].place, 5 * REPEATS_KEPT + 3);
	assert_int_equal(far[1].before, REPEATS_KEPT + 1);
	assert_int_equal(far[2].place, 0);
	assert_int_equal(r.error, 0);
	repeats_release(&r);
}

static FILE *
no_file(void)
{
	errno = EACCES;
	return NULL;
}

static FILE *
full_file(void)
{
	return fopen("/dev/full", "w+");
}

static void
says_what_went_wrong_with_the_file(void **state)
{
	static const struct {
		repeats_scratch *scratch;
		int error;
	} bad[] = {{no_file, EACCES}, {full_file, ENOSPC}};

	(void)state;
	for (size_t k = 0; k < LENGTH(bad); k++) {
		struct repeats r = {.scratch = bad[k].scratch};

		for (int i = 0; i < 3 * REPEATS_KEPT; i++)
			assert_int_equal(number(&r, i, (uint64_t)i + 1), 0);
		assert_int_equal(repeats_far(&r, NULL, 0), 0);
		assert_int_equal(r.error, bad[k].error);
		repeats_release(&r);
	}
}

static void
needs_no_file_for_a_few(void **state)
{
	struct repeats r = {.scratch = no_file};

	(void)state;
	for (int i = 0; i < 2 * REPEATS_KEPT - 1; i++)
		assert_int_equal(number(&r, i, (uint64_t)i + 1), 0);
	assert_int_equal(repeats_far(&r, NULL, 0), 0);
	assert_int_equal(r.error, 0);
	repeats_release(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(knows_a_sitting_again_and_no_other),
	    cmocka_unit_test(knows_the_last_ones_at_once),
	    cmocka_unit_test(finds_all_others_in_the_end),
	    cmocka_unit_test(says_what_went_wrong_with_the_file),
	    cmocka_unit_test(needs_no_file_for_a_few),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
