#include "base/decimal.h"

#include "test.h"

#include <float.h>

/* splitmix64 (Steele, Lea and Flood 2014) */
static uint64_t
next_random(uint64_t *state)
{
	uint64_t z = *state += 0x9E3779B97F4A7C15;

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
	return z ^ (z >> 31);
}

/* How many are tried: TRIES, or a few. */
static long
tries(void)
{
	const char *text = getenv("TRIES");

	return text == NULL ? 100000 : strtol(text, NULL, 10);
}

/* printf() and strtod() have the last word: the same value of as few digits. */
static void
assert_same(double x)
{
	uint64_t fast, slow;
	int fast10, slow10;

	decimal_shortest(x, &fast, &fast10);
	decimal_shortest_slow(x, &slow, &slow10);
	for (; fast % 10 == 0; fast /= 10)
		fast10++;
	for (; slow % 10 == 0; slow /= 10)
		slow10++;
	if (fast != slow || fast10 != slow10)
		print_error("%a: %lue%d and %lue%d\n", x, (unsigned long)fast,
		    fast10, (unsigned long)slow, slow10);
	assert_true(fast == slow);
	assert_int_equal(fast10, slow10);
}

static void
assert_decimal(double x, uint64_t n, int exp10)
{
	uint64_t found;
	int found10;

	decimal_shortest(x, &found, &found10);
	for (; found % 10 == 0; found /= 10)
		found10++;
	assert_true(found == n);
	assert_int_equal(found10, exp10);
}

/* Worked out with exact rationals (Python's fractions), as are the powers of
 * two below, where the interval is lopsided. */
static void
finds_the_fewest_digits(void **state)
{
	(void)state;
	assert_decimal(0.1, 1, -1);
	assert_decimal(0.3, 3, -1);
	assert_decimal(0.1 + 0.2, 30000000000000004, -17);
	assert_decimal(2.5, 25, -1);
	assert_decimal(123456.789, 123456789, -3);
	assert_decimal(5e-324, 5, -324);
	assert_decimal(DBL_MAX, 17976931348623157, 292);
	assert_decimal(1e23, 1, 23);
	assert_decimal(0x1p-44, 5684341886080802, -29);
	assert_decimal(1e-5, 1, -5);
}

static void
random_numbers_of_any_bits(void **state)
{
	uint64_t seed = 1, bits;
	double x;

	(void)state;
	for (long i = 0; i < tries(); i++) {
		/* 2^-17 to 2^50: all that is found fast, and a little more */
		bits = next_random(&seed) >> 12;
		bits |= (1023 - 17 + next_random(&seed) % 68) << 52;
		memcpy(&x, &bits, sizeof x);
		assert_same(x);
	}
}

static void
numbers_of_few_digits_and_their_neighbours(void **state)
{
	static const double scale[] = {
	    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
	uint64_t seed = 2;
	double x;

	(void)state;
	for (long i = 0; i < tries() / 3; i++) {
		x = (double)(1 + next_random(&seed) % 1000000000) /
		    scale[next_random(&seed) % LENGTH(scale)];
		assert_same(x);
		assert_same(nextafter(x, 0));
		assert_same(nextafter(x, INFINITY));
	}
}

static void
powers_of_two_and_ten_and_their_neighbours(void **state)
{
	(void)state;
	for (int e = -1074; e < 1024; e++) {
		double x = ldexp(1, e);

		assert_same(x);
		assert_same(nextafter(x, INFINITY));
		if (e > -1074)
			assert_same(nextafter(x, 0));
	}
	for (int e = -10; e < 20; e++) {
		double x = pow(10, e);

		assert_same(x);
		assert_same(nextafter(x, INFINITY));
		assert_same(nextafter(x, 0));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_the_fewest_digits),
	    cmocka_unit_test(random_numbers_of_any_bits),
	    cmocka_unit_test(numbers_of_few_digits_and_their_neighbours),
	    cmocka_unit_test(powers_of_two_and_ten_and_their_neighbours),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
