#include "quiz/fdr.h"

#include "test.h"

/* p.adjust(, "BH") of R 4.2.2 (tests/data/dif.R). */
static void
adjusts_as_benjamini_and_hochberg(void **state)
{
	static const double p[] = {0.01, 0.04, 0.03, NAN, 0.005, 0.9};
	static const double expected[] = {0.025, 0.05, 0.05, NAN, 0.025, 0.9};
	double out[LENGTH(p)];

	(void)state;
	fdr_adjust(p, LENGTH(p), out);
	for (size_t i = 0; i < LENGTH(p); i++)
		assert_near(out[i], expected[i], 1e-15);
}

static void
leaves_one_test_and_equal_ones_as_they_are(void **state)
{
	static const double one[] = {0.2}, equal[] = {0.3, 0.3, 0.3};
	double out[3];

	(void)state;
	fdr_adjust(one, 1, out);
	assert_near(out[0], 0.2, 0);
	fdr_adjust(equal, 3, out);
	for (int i = 0; i < 3; i++)
		assert_near(out[i], 0.3, 1e-15);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(adjusts_as_benjamini_and_hochberg),
	    cmocka_unit_test(leaves_one_test_and_equal_ones_as_they_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
