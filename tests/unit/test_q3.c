#include "quiz/q3.h"

#include "graded.h"

/* tests/data/itemfit.R, with cor(use = "pairwise.complete.obs"). */
static void
agrees_with_correlations_of_residuals(void **state)
{
	static const double r[] = {-0.55970425655439304, -0.11714475032978924,
	    0.14468126711769083, -0.14561182387768090, -0.70748502383138223,
	    -0.14038464770155606};
	static const size_t a[] = {0, 0, 0, 1, 1, 2}, b[] = {1, 2, 3, 2, 3, 3};
	static const double n[] = {653, 654, 653, 653, 653, 653};
	struct q3_pair *pairs;
	struct patterns p;
	double mean = 0;

	(void)state;
	graded_people(&p, false, true);
	assert_int_equal(q3_all(&pairs, &p, graded), LENGTH(r));
	for (size_t i = 0; i < LENGTH(r); i++) {
		assert_int_equal(pairs[i].a, a[i]);
		assert_int_equal(pairs[i].b, b[i]);
		assert_near(pairs[i].n, n[i], 0);
		assert_near(pairs[i].r, r[i], 1e-12);
		mean += r[i] / 6;
	}
	assert_near(q3_mean(pairs, 6), mean, 1e-12);
	free(pairs);
	patterns_release(&p);
}

static void
a_pair_that_nobody_answered_has_none(void **state)
{
	const int8_t x[2][GRADED_ITEMS] = {
	    {0, GRM_MISSING, 1, 2}, {GRM_MISSING, 1, 0, 1}};
	struct q3_pair *pairs;
	struct patterns p;

	(void)state;
	patterns_pool(&p, x[0], 2, GRADED_ITEMS);
	q3_all(&pairs, &p, graded);
	assert_near(pairs[0].n, 0, 0);
	assert_near(pairs[0].r, NAN, 0);
	assert_near(q3_mean(pairs, 1), NAN, 0);
	assert_near(pairs[5].n, 2, 0);
	assert_near(fabs(pairs[5].r), 1, 1e-9);
	free(pairs);
	patterns_release(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(agrees_with_correlations_of_residuals),
	    cmocka_unit_test(a_pair_that_nobody_answered_has_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
