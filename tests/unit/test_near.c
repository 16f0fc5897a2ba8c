#include "base/near.h"

#include "test.h"

static void
counts_edits_and_swaps_of_neighbours(void **state)
{
	static const struct {
		const char *a, *b;
		size_t distance;
	} cases[] = {
	    {"", "", 0},
	    {"", "abc", 3},
	    {"abc", "", 3},
	    {"abc", "abc", 0},
	    {"kitten", "sitting", 3},
	    {"saturday", "sunday", 3},
	    {"ab", "ba", 1},
	    {"score", "socre", 1},
	    {"stats", "stast", 1},
	    {"ca", "abc", 3}, /* 2 without the restriction of alignment */
	    {"abcdef", "badcfe", 3},
	    {"a", "b", 1},
	    {"flaw", "lawn", 2},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		const char *a = cases[i].a, *b = cases[i].b;

		assert_int_equal(near_distance(a, strlen(a), b, strlen(b), 99),
		    cases[i].distance);
		assert_int_equal(near_distance(b, strlen(b), a, strlen(a), 99),
		    cases[i].distance);
	}
}

static void
says_no_more_than_more_beyond_the_limit(void **state)
{
	(void)state;
	assert_int_equal(near_distance("kitten", 6, "sitting", 7, 3), 3);
	assert_int_equal(near_distance("kitten", 6, "sitting", 7, 2), 3);
	assert_int_equal(near_distance("kitten", 6, "sitting", 7, 0), 1);
	assert_int_equal(near_distance("a", 1, "abcdefgh", 8, 2), 3);
	assert_int_equal(near_distance("ab", 2, "ba", 2, 1), 1);
	assert_int_equal(near_distance("xxab", 4, "xxba", 4, 1), 1);
	assert_int_equal(near_distance("ab", 2, "ab", 2, 0), 0);
}

/* The recursion as Damerau's definition has it, without tables. */
static size_t
by_definition(const char *a, size_t i, const char *b, size_t j)
{
	size_t best, other;

	if (i == 0 || j == 0)
		return i + j;
	best = by_definition(a, i - 1, b, j - 1) + (a[i - 1] != b[j - 1]);
	other = by_definition(a, i - 1, b, j) + 1;
	best = other < best ? other : best;
	other = by_definition(a, i, b, j - 1) + 1;
	best = other < best ? other : best;
	if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
		other = by_definition(a, i - 2, b, j - 2) + 1;
		best = other < best ? other : best;
	}
	return best;
}

static void
agrees_with_the_definition_on_all_short_words(void **state)
{
	char a[6], b[6];
	size_t true_distance, expected;

	(void)state;
	for (int i = 0; i < 243; i++)
		for (int j = 0; j < 243; j += 7) {
			for (int k = 0, x = i, y = j; k < 5;
			     k++, x /= 3, y /= 3) {
				a[k] = (char)('a' + x % 3);
				b[k] = (char)('a' + y % 3);
			}
			true_distance = by_definition(a, 5, b, 5);
			for (size_t limit = 0; limit < 6; limit++) {
				expected = true_distance > limit
				    ? limit + 1
				    : true_distance;
				assert_int_equal(
				    near_distance(a, 5, b, 5, limit), expected);
			}
		}
}

static void
names_the_nearest_that_is_near_enough(void **state)
{
	static const char *const verbs[] = {
	    "take", "score", "stats", "state", "list"};
	const size_t n = LENGTH(verbs);

	(void)state;
	assert_string_equal(near_best("socre", verbs, n), "score");
	assert_string_equal(near_best("stat", verbs, n), "stats");
	assert_string_equal(near_best("lst", verbs, n), "list");
	assert_null(near_best("frobnicate", verbs, n));
	assert_null(near_best("", verbs, n));
	assert_null(near_best("take", verbs, 0));
}

static void
names_what_begins_so(void **state)
{
	static const char *const words[] = {
	    "ucla-ls3", "gss-loneliness", "gss-loneliness-2", "goals"};

	(void)state;
	assert_string_equal(near_best("gss", words, 4), "gss-loneliness");
	assert_null(near_best("uc", words, 4));
	assert_string_equal(near_best("goal", words, 4), "goals");
}

static void
allows_one_edit_in_the_shortest_words(void **state)
{
	static const char *const words[] = {"q1"};

	(void)state;
	assert_string_equal(near_best("q2", words, 1), "q1");
	assert_null(near_best("r2", words, 1));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(counts_edits_and_swaps_of_neighbours),
	    cmocka_unit_test(says_no_more_than_more_beyond_the_limit),
	    cmocka_unit_test(agrees_with_the_definition_on_all_short_words),
	    cmocka_unit_test(names_the_nearest_that_is_near_enough),
	    cmocka_unit_test(names_what_begins_so),
	    cmocka_unit_test(allows_one_edit_in_the_shortest_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
