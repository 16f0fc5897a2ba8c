#include "base/num.h"

#include "test.h"

#include <float.h>
#include <limits.h>
#include <locale.h>

static void
reads_whole_numbers(void **state)
{
	static const struct {
		const char *text;
		long value;
	} cases[] = {
	    {"0", 0},
	    {"-0", 0},
	    {"+7", 7},
	    {"007", 7},
	    {"-42", -42},
	    {"9223372036854775807", LONG_MAX},
	    {"-9223372036854775808", LONG_MIN},
	};
	long x;

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		assert_null(num_long(cases[i].text, strlen(cases[i].text),
		    LONG_MIN, LONG_MAX, &x));
		assert_true(x == cases[i].value);
	}
}

static void
says_why_a_whole_number_is_refused(void **state)
{
	static const struct {
		const char *text, *why;
	} cases[] = {
	    {"", "not a whole number"},
	    {"+", "not a whole number"},
	    {"-", "not a whole number"},
	    {" 1", "not a whole number"},
	    {"1 ", "not a whole number"},
	    {"1.0", "not a whole number"},
	    {"1e3", "not a whole number"},
	    {"0x10", "not a whole number"},
	    {"--1", "not a whole number"},
	    {"0", "too small"},
	    {"6", "too large"},
	    {"9223372036854775808", "too large"},
	    {"-9223372036854775809", "too small"},
	    {"99999999999999999999x", "not a whole number"},
	};
	long x = 77;

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		const char *why =
		    num_long(cases[i].text, strlen(cases[i].text), 1, 5, &x);

		assert_non_null(why);
		assert_string_equal(why, cases[i].why);
	}
	assert_true(x == 77);
}

static double
read_double(const char *text)
{
	double x = NAN;
	const char *why =
	    num_double(text, strlen(text), -INFINITY, INFINITY, &x);

	if (why != NULL)
		print_error("'%s': %s\n", text, why);
	assert_null(why);
	return x;
}

/* What the compiler makes of the same literal is the other opinion. */
static void
reads_numbers_correctly_rounded(void **state)
{
#define CASE(literal)                                                          \
	{                                                                      \
#literal, literal                                              \
	}
	static const struct {
		const char *text;
		double value;
	} cases[] = {
	    CASE(0),
	    CASE(1),
	    CASE(0.1),
	    CASE(.5),
	    CASE(5.),
	    CASE(3.14159),
	    CASE(1e22),
	    CASE(1e23),
	    CASE(123456789012345678e0),
	    CASE(9007199254740993e0),
	    CASE(9007199254740992.5),
	    CASE(1.7976931348623157e308),
	    CASE(4.9406564584124654e-324),
	    CASE(2.2250738585072011e-308),
	    CASE(2.4703282292062328e-324),
	    CASE(8.98846567431158e307),
	    CASE(0.000000000000000000000000001),
	    CASE(1000000000000000000000000000000.),
	    CASE(1.00000000000000011102230246251565404236316680908203125),
	    CASE(1.00000000000000011102230246251565404236316680908203126),
	    CASE(6.631236846766476e-316),

	    CASE(0.500000000000000166533453693773481063544750213623046875),
	    CASE(179769313486231580793e288),
	    CASE(10E+2),
	    CASE(1e-7),
	};
#undef CASE

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		assert_true(read_double(cases[i].text) == cases[i].value);
	}
	assert_true(read_double("-2.5") == -2.5);
	assert_true(read_double("+2.5") == 2.5);
	assert_true(read_double("1e-400") == 0);
	assert_true(read_double("0e999999999999999999999") == 0);
	assert_true(read_double("1e-999999999999999999999") == 0);
}

/* "0.", so many zeros and an exponent that takes the point behind them all. */
static void
reads_exponents_however_far_the_point_is(void **state)
{
	enum { ZEROS = 12000000 };
	struct str s = STR_INIT;

	(void)state;
	str_adds(&s, "0.");
	str_reserve(&s, ZEROS);
	memset(s.text + s.len, '0', ZEROS);
	s.len += ZEROS;
	str_addf(&s, "25e%d", ZEROS + 1);
	assert_true(read_double(s.text) == 2.5);
	str_release(&s);
}

static void
says_why_a_number_is_refused(void **state)
{
	static const struct {
		const char *text, *why;
	} cases[] = {
	    {"", "not a number"},
	    {".", "not a number"},
	    {"-", "not a number"},
	    {"-.", "not a number"},
	    {"1.2.3", "not a number"},
	    {"1,5", "not a number"},
	    {"inf", "not a number"},
	    {"nan", "not a number"},
	    {"0x1p3", "not a number"},
	    {" 1", "not a number"},
	    {"1 ", "not a number"},
	    {"1e", "not a number"},
	    {"1e+", "not a number"},
	    {"e5", "not a number"},
	    {"1e5x", "not a number"},
	    {"1_000", "not a number"},
	    {"0.99", "too small"},
	    {"5.000001", "too large"},
	    {"1e999", "too large"},
	    {"-1e999", "too small"},
	};
	double x = 77;

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		const char *why =
		    num_double(cases[i].text, strlen(cases[i].text), 1, 5, &x);

		assert_non_null(why);
		assert_string_equal(why, cases[i].why);
	}
	assert_true(x == 77);
	assert_non_null(num_double("1e400", 5, -INFINITY, INFINITY, &x));
}

static void
writes_the_shortest_form(void **state)
{
	static const struct {
		double x;
		const char *text;
	} cases[] = {
	    {0, "0"},
	    {-0.0, "0"},
	    {1, "1"},
	    {-2.5, "-2.5"},
	    {0.1, "0.1"},
	    {100, "100"},
	    {0.1 + 0.2, "0.30000000000000004"},
	    {1 / 3., "0.3333333333333333"},
	    {2 / 3., "0.6666666666666666"},
	    {4.35, "4.35"},
	    {0.00001, "0.00001"},
	    {0.0000099, "9.9e-6"},
	    {999999999999999, "999999999999999"},
	    {1e15, "1e15"},
	    {-1.5e300, "-1.5e300"},
	    {123456.789, "123456.789"},
	    {0.000012345678901234567, "0.000012345678901234568"},
	    {5e-324, "5e-324"},
	    {DBL_MAX, "1.7976931348623157e308"},
	    {DBL_MIN, "2.2250738585072014e-308"},
	    {9007199254740992, "9.007199254740992e15"},
	    /* below a power of two: the nearest 16 digits do not read back */
	    {0x1p-44, "5.684341886080802e-14"},
	    {9.5367431640625e-07, "9.5367431640625e-7"},
	};
	char buf[NUM_MAX];

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		assert_int_equal(
		    num_format(buf, cases[i].x), strlen(cases[i].text));
		assert_string_equal(buf, cases[i].text);
	}
}

/* splitmix64 (Steele, Lea and Flood 2014) */
static uint64_t
next_random(uint64_t *state)
{
	uint64_t z = *state += 0x9E3779B97F4A7C15;

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
	return z ^ (z >> 31);
}

static double
random_double(uint64_t *seed)
{
	uint64_t bits;
	double x;

	do {
		bits = next_random(seed);
		memcpy(&x, &bits, sizeof x);
	} while (!isfinite(x));
	return x;
}

/* No decimal of fewer digits reads back: printf's rounding is the judge. */
static void
assert_shortest(double x, const char *text)
{
	char fewer[NUM_MAX];
	int digits = 0;
	bool leading = true;

	for (const char *at = text; *at != '\0' && *at != 'e'; at++) {
		leading = leading && (*at < '1' || *at > '9');
		digits += !leading && *at != '.';
	}
	if (strchr(text, '.') == NULL)
		return; /* zeros at the end of a whole number do not count */
	snprintf(fewer, sizeof fewer, "%.*e", digits > 2 ? digits - 2 : 0, x);
	if (digits > 1)
		assert_true(strtod(fewer, NULL) != x);
}

static void
reads_back_what_it_writes(void **state)
{
	uint64_t seed = 20240229;
	char buf[NUM_MAX];
	double x;

	(void)state;
	for (int i = 0; i < 300000; i++) {
		x = random_double(&seed);
		if (i % 3 == 1)
			x = (double)(next_random(&seed) >> 11) * 0x1p-53 * 100;
		if (i % 3 == 2)
			x = (double)(next_random(&seed) % 1000000) /
			    (double)(1 + next_random(&seed) % 1000);
		assert_true(num_format(buf, x) < NUM_MAX);
		assert_true(strtod(buf, NULL) == x);
		assert_true(read_double(buf) == x);
		assert_shortest(x, buf);
	}
}

static void
reads_as_strtod_does(void **state)
{
	uint64_t seed = 7;
	char buf[64];

	(void)state;
	for (int i = 0; i < 200000; i++) {
		int digits = 1 + (int)(next_random(&seed) % 20);
		int exp10 = (int)(next_random(&seed) % 60) - 30;

		snprintf(buf, sizeof buf, "%.*e", digits,
		    (double)next_random(&seed));
		snprintf(strchr(buf, 'e'), 8, "e%d", exp10);
		assert_true(read_double(buf) == strtod(buf, NULL));
	}
}

static void
has_one_decimal_point_in_every_locale(void **state)
{
	char buf[NUM_MAX];

	(void)state;
	if (setlocale(LC_ALL, "de_DE.UTF-8") == NULL)
		skip(); /* not made on this machine */
	num_format(buf, 0.1 + 0.2);
	assert_string_equal(buf, "0.30000000000000004");
	assert_true(read_double("0.30000000000000004") == 0.1 + 0.2);
	assert_true(read_double("1.5e-300") == 1.5e-300);
	setlocale(LC_ALL, "C");
}

static void
writes_whole_numbers(void **state)
{
	static const long values[] = {0, 7, -7, 100, LONG_MAX, LONG_MIN};
	char buf[NUM_MAX], expected[NUM_MAX];

	(void)state;
	for (size_t i = 0; i < LENGTH(values); i++) {
		snprintf(expected, sizeof expected, "%ld", values[i]);
		assert_int_equal(
		    num_format_long(buf, values[i]), strlen(expected));
		assert_string_equal(buf, expected);
	}
}

static void
writes_a_ratio_as_its_quotient(void **state)
{
	static const long nums[] = {0, 1, -1, 3, 7, 50, 1000, 12345, 999999999,
	    1000000000000000, -999999999999999, 9007199254740993, LONG_MAX,
	    LONG_MIN};
	static const long dens[] = {1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 25,
	    64, 125, 512, 1000, 1000000, 100000000, 1000000000, LONG_MAX};
	char ratio[NUM_MAX], quotient[NUM_MAX];

	(void)state;
	for (size_t i = 0; i < LENGTH(nums); i++)
		for (size_t j = 0; j < LENGTH(dens); j++) {
			num_format(quotient, (double)nums[i] / (double)dens[j]);
			assert_int_equal(
			    num_format_ratio(ratio, nums[i], dens[j]),
			    strlen(quotient));
			assert_string_equal(ratio, quotient);
		}
}

static void
rounds_for_the_eye_without_an_exponent(void **state)
{
	static const struct {
		double x;
		int digits;
		const char *text;
	} rows[] = {
	    {0, 3, "0"},
	    {2.6666666, 3, "2.67"},
	    {0.5, 2, "0.5"},
	    {-12.34, 3, "-12.3"},
	    {999.4, 3, "999"},
	    {999.6, 3, "1000"},
	    {1350, 3, "1350"},
	    {-1350, 2, "-1350"},
	    {107.3, 2, "107"},
	    {99.7, 2, "100"},
	    {20000000, 3, "20000000"},
	};
	char buf[NUM_MAX];

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		assert_int_equal(
		    num_format_round(buf, rows[i].x, rows[i].digits),
		    strlen(rows[i].text));
		assert_string_equal(buf, rows[i].text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_whole_numbers),
	    cmocka_unit_test(says_why_a_whole_number_is_refused),
	    cmocka_unit_test(reads_numbers_correctly_rounded),
	    cmocka_unit_test(reads_exponents_however_far_the_point_is),
	    cmocka_unit_test(says_why_a_number_is_refused),
	    cmocka_unit_test(writes_the_shortest_form),
	    cmocka_unit_test(reads_back_what_it_writes),
	    cmocka_unit_test(reads_as_strtod_does),
	    cmocka_unit_test(has_one_decimal_point_in_every_locale),
	    cmocka_unit_test(writes_whole_numbers),
	    cmocka_unit_test(writes_a_ratio_as_its_quotient),
	    cmocka_unit_test(rounds_for_the_eye_without_an_exponent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
