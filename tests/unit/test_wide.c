#include "quiz/wide.h"

#include "test.h"

static const char largest[] = "170141183460469231731687303715884105727";
static const char smallest[] = "-170141183460469231731687303715884105728";

static void
writes_what_it_reads(void **state)
{
	static const char *const texts[] = {"0", "7", "-1", "1000000000000",
	    "18446744073709551616", "-99999999999999999999999999", largest,
	    smallest};
	struct str s = STR_INIT;
	wide x;

	(void)state;
	for (size_t i = 0; i < LENGTH(texts); i++) {
		assert_int_equal(wide_parse(texts[i], strlen(texts[i]), &x), 0);
		str_clear(&s);
		wide_format(&s, x);
		assert_string_equal(s.text, texts[i]);
	}
	str_release(&s);
}

static void
refuses_what_is_no_whole_number_of_128_bits(void **state)
{
	static const char *const texts[] = {"", "-", "+1", " 1", "1 ", "1.0",
	    "x", "170141183460469231731687303715884105728",
	    "-170141183460469231731687303715884105729"};
	wide x = 5;

	(void)state;
	for (size_t i = 0; i < LENGTH(texts); i++)
		assert_int_equal(
		    wide_parse(texts[i], strlen(texts[i]), &x), -1);
	assert_true(x == 5);
}

static void
takes_cross_products_exactly(void **state)
{
	const wide big = (wide)1 << 60;

	(void)state;
	assert_near(wide_cross(3, 14, 6, 6), 6, 0);
	/* (2^60 + 1)^2 - 2^60 (2^60 + 2) = 1: lost in doubles */
	assert_near(wide_cross(big + 1, big + 1, big, big + 2), 1, 0);
}

static void
stays_near_where_the_product_does_not_fit(void **state)
{
	const wide big = (wide)1 << 80;

	(void)state;
	/* n (sxy - sx sy / n) = 2^80 (2^80 - 2^40) */
	assert_near_rel(wide_cross(big, big, (wide)1 << 60, (wide)1 << 60),
	    0x1p160 - 0x1p120, 1e-15);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(writes_what_it_reads),
	    cmocka_unit_test(refuses_what_is_no_whole_number_of_128_bits),
	    cmocka_unit_test(takes_cross_products_exactly),
	    cmocka_unit_test(stays_near_where_the_product_does_not_fit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
