#include "quiz/recovery.h"

#include "test.h"

#include <math.h>

enum { N = 5 };

static const double at[N] = {-1.2, 0.3, 0.45, 1.1, -0.4};
static const double full[N] = {-1.0, 0.1, 0.6, 1.4, -0.5};
static const double se[N] = {0.4, 0.3, 0.3, 0.35, 0.31};

static struct recovery_figures
figures_of(const double *theta)
{
	struct recovery r = {0};

	for (size_t i = 0; i < N; i++)
		recovery_add(&r, (double)(4 + i),
		    (struct grm_estimate){at[i], se[i]},
		    (struct grm_estimate){full[i], 0.3}, theta[i]);
	return recovery_figures(&r);
}

/* R: cor(at, full), mean(at - full), sqrt(mean((at - full)^2)). */
static void
sums_up_as_the_definitions_do(void **state)
{
	struct recovery_figures f = figures_of(full);

	(void)state;
	assert_near(f.people, N, 0);
	assert_near(f.items, 6, 0);
	assert_near(f.se, 0.332, 1e-15);
	assert_near(f.expected, 0.334245418816773, 1e-14);
	assert_near(f.full.r, 0.974980658547853, 1e-14);
	assert_near(f.full.bias, -0.07, 1e-15);
	assert_near(f.full.rmse, 0.201246117974981, 1e-14);
	assert_near(f.real.r, f.full.r, 0);
}

/* Rounding is no spread to correlate with. */
static void
one_theta_of_all_correlates_with_nothing(void **state)
{
	static const double same[N] = {1.3, 1.3, 1.3, 1.3, 1.3};
	struct recovery_figures f = figures_of(same);

	(void)state;
	assert_true(isnan(f.real.r));
	assert_near(f.real.bias, -1.25, 1e-15);
}

static void
a_theta_that_is_not_known_has_no_figures(void **state)
{
	static const double unknown[N] = {NAN, NAN, NAN, NAN, NAN};
	struct recovery_figures f = figures_of(unknown);

	(void)state;
	assert_true(isnan(f.real.r) && isnan(f.real.bias));
	assert_true(isnan(f.real.rmse));
	assert_true(!isnan(f.full.r));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sums_up_as_the_definitions_do),
	    cmocka_unit_test(one_theta_of_all_correlates_with_nothing),
	    cmocka_unit_test(a_theta_that_is_not_known_has_no_figures),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
