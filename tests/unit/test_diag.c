#include "base/diag.h"

#include "test.h"

static void
keeps_the_line_and_the_text(void **state)
{
	struct diag d;

	(void)state;
	assert_int_equal(diag_set(&d, 17, "not a number: '%s'", "x"), -1);
	assert_int_equal(d.line, 17);
	assert_string_equal(d.text, "not a number: 'x'");
}

static void
allows_nobody_to_listen(void **state)
{
	(void)state;
	assert_int_equal(diag_set(NULL, 1, "lost"), -1);
}

static void
ends_text_that_does_not_fit_in_dots(void **state)
{
	char fits[DIAG_TEXT_MAX], longer[DIAG_TEXT_MAX + 1];
	struct diag d;

	(void)state;
	memset(fits, 'a', sizeof fits - 1);
	fits[sizeof fits - 1] = '\0';
	diag_set(&d, 0, "%s", fits);
	assert_string_equal(d.text, fits);
	memset(longer, 'a', sizeof longer - 1);
	longer[sizeof longer - 1] = '\0';
	diag_set(&d, 0, "%s", longer);
	assert_int_equal(strlen(d.text), DIAG_TEXT_MAX - 1);
	assert_string_equal(d.text + DIAG_TEXT_MAX - 5, "a...");
}

static void
cuts_no_character_in_half(void **state)
{
	char text[3 * DIAG_TEXT_MAX];
	struct diag d;

	(void)state;
	for (size_t shift = 0; shift < 3; shift++) {
		memset(text, 'a', shift);
		text[shift] = '\0';
		for (size_t i = 0; i < 300; i++)
			strcat(text, "\xE6\x97\xA5");
		diag_set(&d, 0, "%s", text);
		assert_string_equal(strstr(d.text, "..."), "...");
		assert_int_equal((strlen(d.text) - 3 - shift) % 3, 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(keeps_the_line_and_the_text),
	    cmocka_unit_test(allows_nobody_to_listen),
	    cmocka_unit_test(ends_text_that_does_not_fit_in_dots),
	    cmocka_unit_test(cuts_no_character_in_half),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
