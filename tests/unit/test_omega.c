#include "quiz/omega.h"

#include "test.h"

/* Not quite one factor. */
static const double misfit[] = {
    1, .55, .40, .20, .55, 1, .35, .30, .40, .35, 1, .45, .20, .30, .45, 1};

/* By the EM algorithm of Rubin and Thayer (1982) in R, 20,000 steps. */
static void
finds_the_maximum_that_em_finds(void **state)
{
	static const double loadings[] = {0.70553382295369849,
	    0.71588244891080732, 0.57889104322893303, 0.43720350765656313};
	static const double uniquenesses[] = {0.50222202466833932,
	    0.48751231934146533, 0.66488516006931753, 0.8088530928927975};
	double l[4], u[4];

	(void)state;
	assert_int_equal(omega_fit(misfit, 4, l, u), 0);
	for (size_t i = 0; i < 4; i++) {
		assert_near_rel(l[i], loadings[i], 1e-10);
		assert_near_rel(u[i], uniquenesses[i], 1e-10);
	}
}

/* The formulas in R, of these loadings; deviations 1, 2, 1.5, 0.5. */
static void
has_three_denominators(void **state)
{
	static const double sd[] = {1, 2, 1.5, 0.5};
	struct omega omega;
	double c[16];

	(void)state;
	for (size_t i = 0; i < 16; i++)
		c[i] = misfit[i] * sd[i / 4] * sd[i % 4];
	assert_int_equal(omega_compute(c, misfit, 4, &omega), 0);
	assert_near_rel(omega.std, 0.70690152973660059, 1e-11);
	assert_near_rel(omega.raw, 0.71466900631755581, 1e-11);
	assert_near_rel(omega.observed, 0.71017969447389184, 1e-11);
}

/* A matrix made of one factor gives it back, also with reversed items. */
static void
recovers_the_factor_a_matrix_was_made_of(void **state)
{
	static const double made[][5] = {
	    {.8, .7, .6, .5, .4},
	    {.9, -.5, .6, .3, .7},
	    {-.8, -.7, .1, -.5, -.9},
	    {.99, .95, .97, .98, .96},
	};
	double r[25], l[5], u[5], sign;

	(void)state;
	for (size_t n = 0; n < LENGTH(made); n++) {
		for (size_t i = 0; i < 25; i++)
			r[i] = i / 5 == i % 5 ? 1
					      : made[n][i / 5] * made[n][i % 5];
		assert_int_equal(omega_fit(r, 5, l, u), 0);
		sign = made[n][0] < 0 ? -1 : 1;
		for (size_t i = 0; i < 5; i++) {
			assert_near(l[i], sign * made[n][i], 1e-9);
			assert_near(u[i], 1 - made[n][i] * made[n][i], 1e-9);
		}
	}
}

/* r12 r13 / r23 = 1.28 would be the square of the first loading. */
static void
calls_a_heywood_case_by_its_name(void **state)
{
	static const double heywood[] = {1, .8, .8, .8, 1, .5, .8, .5, 1};
	struct omega omega;

	(void)state;
	assert_int_equal(omega_compute(heywood, heywood, 3, &omega), -1);
	assert_true(isnan(omega.std) && isnan(omega.raw));
	assert_true(isnan(omega.observed));
}

static void
refuses_what_cannot_be_fitted(void **state)
{
	static const double two[] = {1, .5, .5, 1};
	static const double singular[] = {1, 1, .5, 1, 1, .5, .5, .5, 1};
	static const double undefined[] = {1, NAN, .5, NAN, 1, .5, .5, .5, 1};
	double l[3], u[3];

	(void)state;
	assert_int_equal(omega_fit(two, 2, l, u), -1);
	assert_int_equal(omega_fit(singular, 3, l, u), -1);
	assert_int_equal(omega_fit(undefined, 3, l, u), -1);
}

/* Without correlations there is no factor, and no omega to speak of. */
static void
finds_next_to_nothing_in_noise(void **state)
{
	static const double noise[] = {1, .01, -.01, .02, .01, 1, .01, -.02,
	    -.01, .01, 1, .01, .02, -.02, .01, 1};
	struct omega omega;

	(void)state;
	if (omega_compute(noise, noise, 4, &omega) == 0)
		assert_true(omega.std < 0.2);
	else
		assert_true(isnan(omega.std));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_the_maximum_that_em_finds),
	    cmocka_unit_test(has_three_denominators),
	    cmocka_unit_test(recovers_the_factor_a_matrix_was_made_of),
	    cmocka_unit_test(calls_a_heywood_case_by_its_name),
	    cmocka_unit_test(refuses_what_cannot_be_fitted),
	    cmocka_unit_test(finds_next_to_nothing_in_noise),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
