#include "quiz/distrib.h"

#include "test.h"

static void
knows_the_incomplete_beta_function(void **state)
{
	/* pbeta(x, a, b) of R 4.2.2; the first two also by hand: 12 * integral
	 * of t (1 - t)^2, and by symmetry. */
	static const struct {
		double x, a, b, p;
	} cases[] = {
	    {0.3, 2, 3, 0.3483},
	    {0.5, 0.5, 0.5, 0.5},
	    {0.001, 0.1, 20, 0.7079970084234154},
	    {0.9, 100, 10, 0.34030984938277881},
	    {0.04, 5e5, 1.2e7, 0.50017658590246761},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++)
		assert_near_rel(
		    distrib_beta(cases[i].x, cases[i].a, cases[i].b),
		    cases[i].p, 1e-11);
	assert_near(distrib_beta(0, 2, 3), 0, 0);
	assert_near(distrib_beta(1, 2, 3), 1, 0);
}

static void
is_symmetric_about_the_complement(void **state)
{
	(void)state;
	for (double x = 0.05; x < 1; x += 0.05)
		assert_near(distrib_beta(x, 2.5, 7),
		    1 - distrib_beta(1 - x, 7, 2.5), 1e-14);
}

static void
finds_quantiles_of_f(void **state)
{
	/* qf(p, d1, d2) of R 4.2.2; the first by symmetry, the last two by its
	 * qbeta(), since qf() takes so many degrees of freedom for infinite. */
	static const struct {
		double p, d1, d2, f;
	} cases[] = {
	    {0.5, 1, 1, 1},
	    {0.025, 11, 44, 0.32832926213095348},
	    {0.975, 11, 44, 2.3015239562486043},
	    {0.975, 1, 2, 38.506329113924018},
	    {0.01, 2.5, 7.25, 0.021853823148526328},
	    {0.025, 3999, 15996, 0.95182320816193311},
	    {0.975, 3999, 15996, 1.0498481048019199},
	    {0.025, 999999, 48999951, 0.99720206281827972},
	    {0.975, 999999, 48999951, 1.0028019620669302},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++)
		assert_near_rel(
		    distrib_f_quantile(cases[i].p, cases[i].d1, cases[i].d2),
		    cases[i].f, 1e-12);
}

/* With 2 and 2 degrees of freedom P(F < f) = f / (1 + f). */
static void
agrees_with_the_closed_form(void **state)
{
	(void)state;
	for (double p = 0.01; p < 1; p += 0.07)
		assert_near_rel(
		    distrib_f_quantile(p, 2, 2), p / (1 - p), 1e-13);
}

static void
knows_the_tail_of_chi_square(void **state)
{
	/* pchisq(x, df, lower.tail = FALSE) of R 4.2.2. */
	static const struct {
		double x, df, p;
	} cases[] = {
	    {3.84, 1, 0.050043521248705224},
	    {0.01, 1, 0.92034432544594202},
	    {1e-300, 1, 1},
	    {12.5, 4, 0.013995792487650892},
	    {2, 7, 0.95984036873010159},
	    {55, 55, 0.47463685918882803},
	    {130, 55, 5.1773496283220801e-08},
	    {1000, 900, 0.010994608942135853},
	    {400, 3, 2.213886593101118e-86},
	    {0.5, 200, 1},
	    {1e5, 1e5, 0.49940529189520672},
	    {1400, 1, 2.1010145162641344e-306},
	    {3, 0.5, 0.033416444158979097},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++)
		assert_near_rel(distrib_chi2_upper(cases[i].x, cases[i].df),
		    cases[i].p, 1e-11);
	assert_near(distrib_chi2_upper(0, 3), 1, 0);
	assert_near(distrib_chi2_upper(1e6, 3), 0, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(knows_the_incomplete_beta_function),
	    cmocka_unit_test(is_symmetric_about_the_complement),
	    cmocka_unit_test(finds_quantiles_of_f),
	    cmocka_unit_test(knows_the_tail_of_chi_square),
	    cmocka_unit_test(agrees_with_the_closed_form),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
