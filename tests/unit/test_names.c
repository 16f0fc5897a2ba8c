#include "attrib/names.h"

#include "test.h"

static void
numbers_each_text_once_in_the_order_of_its_coming(void **state)
{
	struct names n = {0};

	(void)state;
	assert_int_equal(names_find(&n, "a", 1), NAMES_NONE);
	assert_int_equal(names_take(&n, "a", 1), 0);
	assert_int_equal(names_take(&n, "", 0), 1);
	assert_int_equal(names_take(&n, "a\0b", 3), 2);
	assert_int_equal(names_take(&n, "a", 1), 0);
	assert_int_equal(names_find(&n, "a\0b", 3), 2);
	assert_int_equal(names_find(&n, "ab", 2), NAMES_NONE);
	assert_int_equal(n.count, 3);
	assert_string_equal(names_text(&n, 0), "a");
	names_release(&n);
	assert_int_equal(n.count, 0);
}

static void
keeps_every_number_while_it_grows(void **state)
{
	struct names n = {0};
	char text[16];
	uint32_t i;

	(void)state;
	for (i = 0; i < 5000; i++) {
		snprintf(text, sizeof(text), "word%u", i);
		assert_int_equal(names_take(&n, text, strlen(text)), i);
	}
	for (i = 0; i < 5000; i++) {
		snprintf(text, sizeof(text), "word%u", i);
		assert_int_equal(names_find(&n, text, strlen(text)), i);
		assert_string_equal(names_text(&n, i), text);
	}
	names_release(&n);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(numbers_each_text_once_in_the_order_of_its_coming),
	    cmocka_unit_test(keeps_every_number_while_it_grows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
