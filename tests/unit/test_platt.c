#include "attrib/platt.h"

#include "test.h"

/* The expected pair: the same likelihood with the same targets, minimised by
 * BFGS to a gradient of 1e-10 (scipy 1.10.1); scikit-learn 1.2.1,
 * sklearn.calibration._sigmoid_calibration(), stops a little before it at
 * -1.10105, -0.15243. */
static void
finds_the_likeliest(void **state)
{
	static const double f[] = {
	    -2.1, -1.7, -1.2, -0.9, -0.4, -0.3, 0.1, 0.2, 0.6, 0.8, 1.3, 1.9};
	static const bool right[] = {false, false, false, true, false, false,
	    true, false, true, true, true, true};
	struct platt p = platt_fit(f, right, LENGTH(f));

	(void)state;
	assert_near(p.slope, -1.10105764, 2e-6);
	assert_near(p.offset, -0.15242744, 2e-6);
	assert_near(platt_probability(&p, 0.6),
	    1 / (1 + exp(0.6 * p.slope + p.offset)), 1e-15);
}

/* Lin, Lin and Weng's reason: where all is parted, or the values are large,
 * nothing overflows. */
static void
keeps_its_senses(void **state)
{
	static const double f[] = {-1e4, -1e3, 1e3, 1e4};
	static const bool parted[] = {false, false, true, true};
	static const bool all[] = {true, true, true, true};
	struct platt p = platt_fit(f, parted, 4);

	(void)state;
	assert_true(isfinite(p.slope) && isfinite(p.offset));
	assert_true(p.slope < 0);
	assert_near(platt_probability(&p, 1e300), 1, 1e-15);
	assert_near(platt_probability(&p, -1e300), 0, 1e-15);
	/* with nothing to tell it is the target, (4 + 1) / (4 + 2) */
	p = platt_fit((const double[]){0, 0, 0, 0}, all, 4);
	assert_near(platt_probability(&p, 0), 5.0 / 6, 1e-6);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_the_likeliest),
	    cmocka_unit_test(keeps_its_senses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
