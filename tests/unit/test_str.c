#include "base/str.h"

#include "test.h"

static void
starts_empty_and_terminated(void **state)
{
	struct str s = STR_INIT;

	(void)state;
	assert_string_equal(s.text, "");
	str_clear(&s);
	str_add(&s, "x", 0);
	assert_string_equal(s.text, "");
	str_release(&s);
	assert_string_equal(s.text, "");
}

static void
keeps_nul_bytes_inside(void **state)
{
	struct str s = STR_INIT;

	(void)state;
	str_add(&s, "a\0b", 3);
	str_addc(&s, '\0');
	assert_int_equal(s.len, 4);
	assert_memory_equal(s.text, "a\0b\0", 5);
	str_release(&s);
}

static void
appends_formatted_text_longer_than_its_room(void **state)
{
	struct str s = STR_INIT;

	(void)state;
	str_adds(&s, "ab");
	str_addf(&s, "%0200d|%s", 7, "end");
	assert_int_equal(s.len, 206);
	assert_string_equal(s.text + 200, "07|end");
	str_release(&s);
}

static void
keeps_its_memory_when_cleared(void **state)
{
	struct str s = STR_INIT;
	size_t cap;

	(void)state;
	str_reserve(&s, 1000);
	cap = s.cap;
	assert_true(cap > 1000);
	str_adds(&s, "text");
	str_clear(&s);
	assert_int_equal(s.cap, cap);
	assert_string_equal(s.text, "");
	str_release(&s);
}

static void
gives_its_text_away(void **state)
{
	struct str s = STR_INIT;
	char *text;

	(void)state;
	str_adds(&s, "kept");
	text = str_detach(&s);
	assert_string_equal(text, "kept");
	assert_string_equal(s.text, "");
	free(text);
	text = str_detach(&s);
	assert_string_equal(text, "");
	free(text);
}

static void
escapes_all_that_could_command_a_terminal(void **state)
{
	static const struct {
		const char *text, *escaped;
	} cases[] = {
	    {"plain, caf\xC3\xA9 \xE6\x97\xA5",
		"plain, caf\xC3\xA9 \xE6\x97\xA5"},
	    {"\033[31mred", "\\x1B[31mred"},
	    {"a\nb\tc\r", "a\\x0Ab\\x09c\\x0D"},
	    {"\x7F", "\\x7F"},
	    {"\xC2\x9B"
	     "1m",
		"\\u{009B}1m"}, /* C1 CSI */
	    {"\xE2\x80\xAE"
	     "abc",
		"\\u{202E}abc"}, /* override */
	    {"\xE2\x81\xA6"
	     "abc",
		"\\u{2066}abc"},                 /* isolate */
	    {"\xFF\xC3", "\\xFF\\xC3"},          /* no UTF-8 */
	    {"\xC0\x9B", "\\xC0\\x9B"},          /* overlong ESC */
	    {"\xED\xA0\x80", "\\xED\\xA0\\x80"}, /* surrogate */
	    {"C:\\new", "C:\\\\new"},
	};
	struct str s = STR_INIT;

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		str_clear(&s);
		str_escape(&s, cases[i].text, strlen(cases[i].text), false);
		assert_string_equal(s.text, cases[i].escaped);
	}
	str_release(&s);
}

static void
escapes_nul_and_every_single_byte_into_printable_ascii(void **state)
{
	struct str s = STR_INIT;
	char c;

	(void)state;
	for (int byte = 0; byte < 256; byte++) {
		str_clear(&s);
		c = (char)byte;
		str_escape(&s, &c, 1, false);
		assert_true(s.len > 0);
		for (size_t i = 0; i < s.len; i++)
			assert_in_range(s.text[i], 0x20, 0x7E);
	}
	str_release(&s);
}

static void
keeps_line_feeds_and_tabs_if_asked(void **state)
{
	struct str s = STR_INIT;

	(void)state;
	str_escape(&s, "a\n\tb\r\n", 6, true);
	assert_string_equal(s.text, "a\n\tb\\x0D\n");
	str_release(&s);
}

static void
keeps_a_backslash_single_where_a_page_is_read(void **state)
{
	struct str s = STR_INIT;

	(void)state;
	str_printable(&s, "C:\\new\n\033", 8);
	assert_string_equal(s.text, "C:\\new\n\\x1B");
	str_release(&s);
}

static void
trims_blanks_at_both_ends_only(void **state)
{
	static const struct {
		const char *text, *trimmed;
	} cases[] = {
	    {" \t a b \r\n", "a b"}, {"a", "a"}, {"   ", ""}, {"", ""},
	    {"\xC2\xA0x", "\xC2\xA0x"}, /* a no-break space is text */
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		const char *text = cases[i].text;
		size_t len = strlen(text);

		str_trim(&text, &len);
		assert_text(text, len, cases[i].trimmed);
	}
}

static void
splits_a_list_and_passes_over_empty_members(void **state)
{
	const char *rest = ";; mind-reading ;labelling; ;x", *part = NULL;
	static const char *const members[] = {"mind-reading", "labelling", "x"};
	size_t len = 0;

	(void)state;
	for (size_t i = 0; i < LENGTH(members); i++) {
		assert_true(str_split(&rest, ';', &part, &len));
		assert_text(part, len, members[i]);
	}
	assert_false(str_split(&rest, ';', &part, &len));
	assert_false(str_split(&rest, ';', &part, &len));
	rest = NULL;
	assert_false(str_split(&rest, ';', &part, &len));
}

static void
compares_bytes_with_a_string_of_the_same_length(void **state)
{
	(void)state;
	assert_true(str_equal("up!", 2, "up"));
	assert_false(str_equal("up!", 3, "up"));
	assert_false(str_equal("up", 1, "up"));
	assert_true(str_equal("x", 0, ""));
	assert_false(str_equal("a\0b", 3, "a"));
}

static void
lets_no_markup_and_no_control_through_into_xml(void **state)
{
	static const char text[] = "a<b & \"c\">\x1b[2J\x01\xc3\xa9 C:\\new";
	struct str s = STR_INIT;

	(void)state;
	str_markup(&s, text, sizeof text - 1);
	assert_string_equal(s.text,
	    "a&lt;b &amp; &quot;c&quot;&gt;\\x1B[2J\\x01\xc3\xa9 C:\\new");
	str_release(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(starts_empty_and_terminated),
	    cmocka_unit_test(keeps_nul_bytes_inside),
	    cmocka_unit_test(appends_formatted_text_longer_than_its_room),
	    cmocka_unit_test(keeps_its_memory_when_cleared),
	    cmocka_unit_test(gives_its_text_away),
	    cmocka_unit_test(escapes_all_that_could_command_a_terminal),
	    cmocka_unit_test(
		escapes_nul_and_every_single_byte_into_printable_ascii),
	    cmocka_unit_test(keeps_line_feeds_and_tabs_if_asked),
	    cmocka_unit_test(lets_no_markup_and_no_control_through_into_xml),
	    cmocka_unit_test(keeps_a_backslash_single_where_a_page_is_read),
	    cmocka_unit_test(trims_blanks_at_both_ends_only),
	    cmocka_unit_test(splits_a_list_and_passes_over_empty_members),
	    cmocka_unit_test(compares_bytes_with_a_string_of_the_same_length),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
