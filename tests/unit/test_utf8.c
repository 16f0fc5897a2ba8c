#include "base/utf8.h"

#include "test.h"

static void
steps_by_whole_code_points(void **state)
{
	static const struct {
		const char *text;
		int32_t c;
		size_t used;
	} cases[] = {
	    {"a", 'a', 1},
	    {"\xC3\xA9", 0xE9, 2},
	    {"\xE2\x82\xAC", 0x20AC, 3},
	    {"\xF0\x9F\x98\x80", 0x1F600, 4},
	    {"\xF4\x8F\xBF\xBF", 0x10FFFF, 4},
	    {"\x80", -1, 1},
	    {"\xC3", -1, 1},
	    {"\xC3(", -1, 1},
	    {"\xC0\xAF", -1, 1},
	    {"\xE0\x80\xAF", -1, 1},
	    {"\xED\xA0\x80", -1, 1},
	    {"\xF4\x90\x80\x80", -1, 1},
	    {"\xFF", -1, 1},
	};
	size_t used;

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		assert_int_equal(
		    utf8_next(cases[i].text, strlen(cases[i].text), &used),
		    cases[i].c);
		assert_int_equal(used, cases[i].used);
	}
	assert_int_equal(utf8_next("\0", 1, &used), 0);
}

static void
reads_nothing_behind_the_length(void **state)
{
	char *cut = malloc(2); /* no NUL: a sanitizer sees a step too far */
	size_t used;

	(void)state;
	memcpy(cut, "\xE2\x82", 2);
	assert_int_equal(utf8_next(cut, 2, &used), -1);
	assert_int_equal(utf8_next(cut, 1, &used), -1);
	free(cut);
}

static void
tells_valid_from_invalid(void **state)
{
	(void)state;
	assert_true(utf8_valid("", 0));
	assert_true(utf8_valid("na\xC3\xAFve\0", 7));
	assert_false(utf8_valid("na\xEFve", 5));
	assert_false(utf8_valid("na\xC3\xAF", 3));
}

static void
measures_columns_of_a_terminal(void **state)
{
	static const struct {
		const char *text;
		size_t width;
	} cases[] = {
	    {"", 0},
	    {"abc", 3},
	    {"caf\xC3\xA9", 4},
	    {"cafe\xCC\x81", 4},             /* combining acute */
	    {"\xE6\x97\xA5\xE6\x9C\xAC", 4}, /* two wide characters */
	    {"\xF0\x9F\x98\x80", 2},         /* an emoji */
	    {"a\xE2\x80\x8B"
	     "b",
		2}, /* zero width space */
	    {"\xFF", 1},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++)
		assert_int_equal(
		    utf8_width(cases[i].text, strlen(cases[i].text)),
		    cases[i].width);
}

static void
fits_whole_clusters_into_a_width(void **state)
{
	static const struct {
		const char *text;
		size_t width, bytes;
	} cases[] = {
	    {"abc", 2, 2},
	    {"abc", 3, 3},
	    {"abc", 9, 3},
	    {"abc", 0, 0},
	    {"", 5, 0},
	    {"e\xCC\x81"
	     "a",
		1, 3},
	    {"e\xCC\x81"
	     "a",
		0, 0},
	    {"\xE6\x97\xA5\xE6\x9C\xAC", 3, 3},
	    {"\xE6\x97\xA5\xE6\x9C\xAC", 1, 0},
	    {"x\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA", 2, 1}, /* a flag is one */
	    {"a\xFF"
	     "b",
		2, 2},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++)
		assert_int_equal(utf8_fit(cases[i].text, strlen(cases[i].text),
				     cases[i].width),
		    cases[i].bytes);
}

static void
folds_case_accents_and_typography(void **state)
{
	static const struct {
		const char *text, *folded;
	} cases[] = {
	    {"", ""},
	    {"I NEVER belong.", "i never belong."},
	    {"Caf\xC3\xA9", "cafe"},
	    {"CAFE\xCC\x81", "cafe"},
	    {"Stra\xC3\x9F"
	     "e",
		"strasse"},
	    {"\xEF\xAC\x81ne", "fine"},
	    {"I\xE2\x80\x99m", "i'm"},
	    {"I`m \xEF\xBD\x80 \xC2\xB4", "i'm ' '"},
	    {"\xE2\x80\x9Cno\xE2\x80\x9D", "\"no\""},
	    {"\xC2\xABnon\xC2\xBB", "\"non\""},
	    {"a\xE2\x80\x94"
	     "b\xE2\x80\x93"
	     "c\xE2\x88\x92"
	     "d",
		"a-b-c-d"},
	    {"so\xC2\xA0what", "so what"},      /* no-break space */
	    {"\xEF\xBC\xA1\xEF\xBC\xA2", "ab"}, /* full width */
	    {"\xCE\xA3\xCE\xAF\xCF\x83\xCF\x85\xCF\x86\xCE\xBF\xCF\x82",
		"\xCF\x83\xCE\xB9\xCF\x83\xCF\x85\xCF\x86\xCE\xBF\xCF\x83"},
	    {"lone\xC2\xADly", "lonely"}, /* soft hyphen */
	    {"wait\xE2\x80\xA6", "wait..."},
	    {"a\xFF", "a\xEF\xBF\xBD"},
	};
	struct str s = STR_INIT;

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		str_clear(&s);
		utf8_fold(&s, cases[i].text, strlen(cases[i].text));
		assert_string_equal(s.text, cases[i].folded);
	}
	str_release(&s);
}

static void
folds_what_is_folded_into_itself(void **state)
{
	struct str once = STR_INIT, twice = STR_INIT;
	char bytes[4];
	size_t used;

	(void)state;
	for (int32_t c = 1; c < 0x3000; c++) {
		size_t n = 0;

		if (c < 0x80)
			bytes[n++] = (char)c;
		else if (c < 0x800)
			bytes[n++] = (char)(0xC0 | c >> 6);
		else {
			bytes[n++] = (char)(0xE0 | c >> 12);
			bytes[n++] = (char)(0x80 | (c >> 6 & 0x3F));
		}
		if (c >= 0x80)
			bytes[n++] = (char)(0x80 | (c & 0x3F));
		assert_int_equal(utf8_next(bytes, n, &used), c);
		str_clear(&once);
		str_clear(&twice);
		utf8_fold(&once, bytes, n);
		utf8_fold(&twice, once.text, once.len);
		assert_string_equal(once.text, twice.text);
		assert_true(utf8_valid(once.text, once.len));
	}
	str_release(&once);
	str_release(&twice);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(steps_by_whole_code_points),
	    cmocka_unit_test(reads_nothing_behind_the_length),
	    cmocka_unit_test(tells_valid_from_invalid),
	    cmocka_unit_test(measures_columns_of_a_terminal),
	    cmocka_unit_test(fits_whole_clusters_into_a_width),
	    cmocka_unit_test(folds_case_accents_and_typography),
	    cmocka_unit_test(folds_what_is_folded_into_itself),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
