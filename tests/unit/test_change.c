#include "quiz/change.h"

#include "test.h"

/*
 * Retest data of the interpersonal regulation questionnaire (n = 115), total,
 * first person: pre 87, post 92.  Two reliabilities, worked out in R 4.2.2.
 */
static const double sd_pre = 19.6568502566848;

static void
works_out_the_example_of_jacobson_and_truax(void **state)
{
	static const struct {
		double reliability, sem, s_diff;
	} cases[] = {
	    {0.951006015218479, 4.35096220482387, 6.15318975943466},
	    {0.837228669619337, 7.9305422986769, 11.2154804757624},
	};
	struct change_error e;

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		e = change_error(CHANGE_JT, sd_pre, NAN, cases[i].reliability);
		assert_near_rel(e.sem, cases[i].sem, 1e-13);
		assert_near_rel(e.s_diff, cases[i].s_diff, 1e-13);
	}
	e = change_error(CHANGE_JT, sd_pre, NAN, 0.951006015218479);
	assert_near_rel(e.least, 12.0602519284919, 1e-13);
	assert_near_rel(
	    change_index(87, 92, e.s_diff), 0.812586673819627, 1e-13);
	assert_int_equal(
	    change_verdict(change_index(87, 92, e.s_diff), DIRECTION_UP),
	    CHANGE_NONE);
}

/* The example of the 1991 article, p. 14: pre 32.5, post 47.5, sd 7.5,
 * reliability .80, to the decimals printed there. */
static void
works_out_the_original_example(void **state)
{
	struct change_error e = change_error(CHANGE_JT, 7.5, NAN, 0.80);

	(void)state;
	assert_near(e.sem, 3.35, 0.005);
	assert_near(e.s_diff, 4.74, 0.005);
	assert_near(change_index(32.5, 47.5, e.s_diff), 3.16, 0.005);
}

/* A change from where all stood alike has no error; one that is measured
 * without error has one of 0. */
static void
knows_no_error_without_spread(void **state)
{
	struct change_error e = change_error(CHANGE_JT, 0, 3, 0.9);

	(void)state;
	assert_true(isnan(e.sem) && isnan(e.s_diff) && isnan(e.least));
	assert_true(isnan(change_error(CHANGE_MAASSEN, 0, 0, 0.9).s_diff));
	assert_near(
	    change_error(CHANGE_MAASSEN, 0, 4, 0.84).s_diff, 1.6, 1e-15);
	assert_near(change_error(CHANGE_JT, 3, 3, 1).s_diff, 0, 0);
}

/* sqrt((3^2 + 4^2) (1 - .84)) = 5 * .4 */
static void
takes_both_deviations_as_maassen_does(void **state)
{
	struct change_error e = change_error(CHANGE_MAASSEN, 3, 4, 0.84);

	(void)state;
	assert_near(e.s_diff, 2, 1e-15);
	assert_near(e.sem, 3 * 0.4, 1e-15);
	assert_near(e.least, 2 * 1.96, 1e-15);
	assert_near(change_error(CHANGE_MAASSEN, 3, 3, 0.84).s_diff,
	    change_error(CHANGE_JT, 3, 3, 0.84).s_diff, 1e-15);
}

static void
knows_no_error_without_a_deviation(void **state)
{
	struct change_error e = change_error(CHANGE_JT, NAN, 4, 0.8);

	(void)state;
	assert_true(isnan(e.sem) && isnan(e.s_diff) && isnan(e.least));
	e = change_error(CHANGE_MAASSEN, 4, NAN, 0.8);
	assert_true(isnan(e.s_diff));
	assert_near(change_error(CHANGE_JT, 5, NAN, 0.84).sem, 2, 1e-15);
}

static void
judges_by_which_end_is_the_better_one(void **state)
{
	static const struct {
		double index;
		enum direction direction;
		enum change_verdict verdict;
	} cases[] = {
	    {NAN, DIRECTION_UP, CHANGE_UNKNOWN},
	    {1.96, DIRECTION_UP, CHANGE_NONE},
	    {-1.96, DIRECTION_DOWN, CHANGE_NONE},
	    {1.97, DIRECTION_UP, CHANGE_WORSE},
	    {-1.97, DIRECTION_UP, CHANGE_IMPROVED},
	    {1.97, DIRECTION_DOWN, CHANGE_IMPROVED},
	    {-1.97, DIRECTION_DOWN, CHANGE_WORSE},
	    {2, DIRECTION_NONE, CHANGE_HIGHER},
	    {-2, DIRECTION_NONE, CHANGE_LOWER},
	    {INFINITY, DIRECTION_UP, CHANGE_WORSE},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++)
		assert_int_equal(
		    change_verdict(cases[i].index, cases[i].direction),
		    cases[i].verdict);
}

static void
sees_no_change_in_equal_scores_even_without_error(void **state)
{
	(void)state;
	assert_near(change_index(4, 4, 0), 0, 0);
	assert_true(isinf(change_index(4, 5, 0)));
	assert_true(isnan(change_index(4, 5, NAN)));
}

/* The example of Jacobson and Truax 1991, p. 13: dysfunctional mean 40,
 * functional mean 60, sd 7.5 each, higher is better; a = 55, b = 45, c = 50. */
static void
finds_the_cut_offs_of_the_original_example(void **state)
{
	struct cutoffs cut = change_cutoffs(40, 7.5, 60, 7.5, DIRECTION_DOWN);

	(void)state;
	assert_near(cut.a, 55, 1e-13);
	assert_near(cut.b, 45, 1e-13);
	assert_near(cut.c, 50, 1e-13);
	cut = change_cutoffs(-40, 7.5, -60, 7.5, DIRECTION_UP);
	assert_near(cut.a, -55, 1e-13);
	assert_near(cut.b, -45, 1e-13);
	assert_near(cut.c, -50, 1e-13);
}

/* c is as many deviations from one mean as from the other. */
static void
weighs_unequal_deviations(void **state)
{
	struct cutoffs cut = change_cutoffs(10, 2, 25, 3, DIRECTION_DOWN);

	(void)state;
	assert_near((cut.c - 10) / 2, (25 - cut.c) / 3, 1e-14);
}

static void
has_cut_offs_only_as_far_as_numbers_allow(void **state)
{
	struct cutoffs cut = change_cutoffs(10, 2, NAN, NAN, DIRECTION_UP);

	(void)state;
	assert_near(cut.a, 6, 0);
	assert_true(isnan(cut.b) && isnan(cut.c));
	cut = change_cutoffs(10, 2, 5, 1, DIRECTION_NONE);
	assert_true(isnan(cut.a) && isnan(cut.b) && isnan(cut.c));
}

static void
crosses_from_the_worse_side_only(void **state)
{
	(void)state;
	assert_true(change_crosses(10, 12, 9, DIRECTION_UP));
	assert_true(change_crosses(10, 10, 9, DIRECTION_UP));
	assert_false(change_crosses(10, 12, 10, DIRECTION_UP));
	assert_false(change_crosses(10, 9, 8, DIRECTION_UP));
	assert_false(change_crosses(10, 9, 12, DIRECTION_UP));
	assert_true(change_crosses(10, 8, 11, DIRECTION_DOWN));
	assert_false(change_crosses(10, 11, 8, DIRECTION_DOWN));
	assert_false(change_crosses(NAN, 12, 9, DIRECTION_UP));
	assert_false(change_crosses(10, 12, 9, DIRECTION_NONE));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(works_out_the_example_of_jacobson_and_truax),
	    cmocka_unit_test(works_out_the_original_example),
	    cmocka_unit_test(knows_no_error_without_spread),
	    cmocka_unit_test(takes_both_deviations_as_maassen_does),
	    cmocka_unit_test(knows_no_error_without_a_deviation),
	    cmocka_unit_test(judges_by_which_end_is_the_better_one),
	    cmocka_unit_test(sees_no_change_in_equal_scores_even_without_error),
	    cmocka_unit_test(finds_the_cut_offs_of_the_original_example),
	    cmocka_unit_test(weighs_unequal_deviations),
	    cmocka_unit_test(has_cut_offs_only_as_far_as_numbers_allow),
	    cmocka_unit_test(crosses_from_the_worse_side_only),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
