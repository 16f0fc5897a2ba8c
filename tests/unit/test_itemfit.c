#include "quiz/itemfit.h"

#include "graded.h"

/* tests/data/itemfit.R, which adds up the patterns of every sum one by one. */
static void
agrees_with_sums_over_all_patterns(void **state)
{
	static const struct {
		bool tenth;
		double n, chi2[4], df[4], p[4], rmsea[4];
	} cases[] = {
	    {false, 652,
		{108.78765554853835, 598.49682232476084, 58.071771944714428,
		    290.51400736435113},
		{11, 13, 6, 13},
		{3.1983633893111226e-18, 1.603433254911477e-119,
		    1.1081714919980101e-10, 2.3166602022124222e-54},
		{0.11685712039437192, 0.26302686020403632, 0.11546093199157514,
		    0.18108408539738621}},
	    {true, 99,
		{10.134265798744774, 36.451930488675472, 11.851333595829784,
		    27.75207073224955},
		{8, 8, 5, 9},
		{0.25572843871938467, 1.451138376507708e-05,
		    0.036882625056797708, 0.0010492135185077821},
		{0.052175452125701759, 0.19050125370749368, 0.11824683277313228,
		    0.14581101182815709}},
	};
	struct itemfit fit[GRADED_ITEMS];
	struct patterns p;

	(void)state;
	for (size_t k = 0; k < LENGTH(cases); k++) {
		graded_people(&p, cases[k].tenth, true);
		itemfit_all(fit, &p, graded);
		for (int i = 0; i < GRADED_ITEMS; i++) {
			assert_near(fit[i].n, cases[k].n, 0);
			assert_near_rel(fit[i].chi2, cases[k].chi2[i], 1e-11);
			assert_near(fit[i].df, cases[k].df[i], 0);
			assert_near_rel(fit[i].p, cases[k].p[i], 1e-9);
			assert_near_rel(fit[i].rmsea, cases[k].rmsea[i], 1e-11);
		}
		patterns_release(&p);
	}
}

/* Three people leave no degree of freedom. */
static void
says_nothing_where_too_few_answered(void **state)
{
	const int8_t x[3][GRADED_ITEMS] = {
	    {0, 1, 0, 2}, {1, 2, 1, 1}, {2, 3, 0, 3}};
	struct itemfit fit[GRADED_ITEMS];
	struct patterns p;

	(void)state;
	patterns_pool(&p, x[0], 3, GRADED_ITEMS);
	itemfit_all(fit, &p, graded);
	for (int i = 0; i < GRADED_ITEMS; i++) {
		assert_true(fit[i].df < 1);
		assert_near(fit[i].p, NAN, 0);
		assert_near(fit[i].rmsea, NAN, 0);
	}
	patterns_release(&p);
}

/* Nobody complete: nothing is expected, and nothing divides by it. */
static void
people_with_gaps_do_not_count(void **state)
{
	struct itemfit fit[GRADED_ITEMS];
	struct patterns p;

	(void)state;
	patterns_pool(&p, graded_gaps[0], 3, GRADED_ITEMS);
	itemfit_all(fit, &p, graded);
	assert_near(fit[0].n, 0, 0);
	assert_near(fit[0].chi2, 0, 0);
	patterns_release(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(agrees_with_sums_over_all_patterns),
	    cmocka_unit_test(says_nothing_where_too_few_answered),
	    cmocka_unit_test(people_with_gaps_do_not_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
