#include "quiz/powers.h"

#include "test.h"

#include "people.h"

/* psych::skew and kurtosi, type 3, of the sums of people.h. */
static void
agrees_with_psych(void **state)
{
	struct powers p = {0};
	long sum;

	(void)state;
	for (size_t i = 0; i < PEOPLE; i++) {
		sum = 0;
		for (size_t j = 0; j < QUESTIONS; j++)
			sum += people[i][j];
		powers_add(&p, sum);
	}
	assert_near(powers_n(&p), PEOPLE, 0);
	assert_near_rel(powers_mean(&p), 15.083333333333334, 1e-15);
	assert_near_rel(powers_sd(&p), 6.2298158929944361, 1e-15);
	assert_near_rel(powers_skew(&p), 0.11245069019742149, 1e-13);
	assert_near_rel(powers_kurtosis(&p), -1.6595714968988469, 1e-13);
}

/* The same numbers on a far shore have the same shape. */
static void
loses_no_digits_far_from_zero(void **state)
{
	static const long numbers[] = {1, 2, 2, 3, 3, 3, 9};
	struct powers near = {0}, far = {0};

	(void)state;
	for (size_t i = 0; i < LENGTH(numbers); i++) {
		powers_add(&near, numbers[i]);
		powers_add(&far, numbers[i] - POWERS_LIMIT);
	}
	assert_near_rel(powers_sd(&far), powers_sd(&near), 1e-15);
	assert_near_rel(powers_skew(&far), powers_skew(&near), 1e-12);
	assert_near_rel(powers_kurtosis(&far), powers_kurtosis(&near), 1e-12);
}

static void
counts_a_number_as_often_as_told(void **state)
{
	struct powers one = {0}, many = {0};

	(void)state;
	for (int i = 0; i < 5; i++)
		powers_add(&one, -3);
	powers_add_times(&many, -3, 5);
	assert_memory_equal(&one, &many, sizeof(one));
}

static void
is_undefined_without_numbers_that_differ(void **state)
{
	struct powers p = {0};

	(void)state;
	assert_true(isnan(powers_mean(&p)));
	powers_add(&p, 4);
	assert_near(powers_mean(&p), 4, 0);
	assert_true(isnan(powers_sd(&p)));
	powers_add(&p, 4);
	assert_near(powers_sd(&p), 0, 0);
	assert_true(isnan(powers_skew(&p)) && isnan(powers_kurtosis(&p)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(agrees_with_psych),
	    cmocka_unit_test(loses_no_digits_far_from_zero),
	    cmocka_unit_test(counts_a_number_as_often_as_told),
	    cmocka_unit_test(is_undefined_without_numbers_that_differ),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
