#include "test.h"

#include "base/str.h"
#include "stream/meta.h"

static int
parse(struct meta *m, const char *text, struct diag *err)
{
	return meta_parse(m, text, strlen(text), err);
}

static const char whole[] = "\xef\xbb\xbfid: k6\r\n"
			    "# a note: not a field\n"
			    "title:   Six questions \n"
			    "  about distress\n"
			    "\t(Kessler)  \n"
			    "scale.total: sum: of all\n"
			    "source: one\n"
			    "note:\n"
			    " continues nothing yet\n"
			    "source: two\n"
			    "\n"
			    "item,text\n"
			    "k6_1,nervous\n";

static void
reads_fields_and_body(void **state)
{
	struct diag err;
	struct meta m;

	(void)state;
	assert_int_equal(parse(&m, whole, &err), 0);
	assert_int_equal(m.count, 6);
	assert_string_equal(meta_get(&m, "id"), "k6");
	assert_string_equal(
	    meta_get(&m, "title"), "Six questions about distress (Kessler)");
	assert_string_equal(meta_get(&m, "scale.total"), "sum: of all");
	assert_string_equal(meta_get(&m, "note"), "continues nothing yet");
	assert_null(meta_get(&m, "nothing"));
	assert_int_equal(meta_line(&m, "title"), 3);
	assert_int_equal(meta_line(&m, "nothing"), 0);
	assert_int_equal(m.body_line, 12);
	assert_text(m.body, m.body_len, "item,text\nk6_1,nervous\n");
	meta_release(&m);
}

static void
gives_every_value_of_a_name_in_order(void **state)
{
	struct diag err;
	struct meta m;
	size_t next = 0;

	(void)state;
	assert_int_equal(parse(&m, whole, &err), 0);
	assert_string_equal(meta_each(&m, "source", &next), "one");
	assert_string_equal(meta_each(&m, "source", &next), "two");
	assert_null(meta_each(&m, "source", &next));
	meta_release(&m);
}

static void
ends_the_head_at_a_line_of_blanks(void **state)
{
	struct diag err;
	struct meta m;

	(void)state;
	assert_int_equal(parse(&m, "a: 1\n \t\r\nb: 2\n", &err), 0);
	assert_int_equal(m.count, 1);
	assert_int_equal(m.body_line, 3);
	assert_text(m.body, m.body_len, "b: 2\n");
	meta_release(&m);
}

static void
takes_a_head_without_a_body(void **state)
{
	struct diag err;
	struct meta m;

	(void)state;
	assert_int_equal(parse(&m, "a: 1", &err), 0);
	assert_int_equal(m.count, 1);
	assert_int_equal(m.body_len, 0);
	assert_string_equal(m.body, "");
	meta_release(&m);
	assert_int_equal(parse(&m, "", &err), 0);
	assert_int_equal(m.count, 0);
	assert_null(meta_get(&m, "a"));
	meta_release(&m);
}

static void
refuses_what_is_no_head(void **state)
{
	static const struct {
		const char *text;
		size_t len;
		unsigned long line;
		const char *message;
	} cases[] = {
	    {"a: 1\nno colon\n", 14, 2, "no colon in 'no colon'"},
	    {"a b: 1\n", 7, 1, "not a field name: 'a b'"},
	    {"Title: 1\n", 9, 1, "not a field name: 'Title'"},
	    {": 1\n", 4, 1, "not a field name: ''"},
	    {"# x\n y\n", 7, 2,
		"line begins with a blank, but continues nothing"},
	    {"a: 1\nb: \0\n", 10, 2, "NUL byte"},
	    {"a: 1\n\nx\n\xc3(\n", 11, 4, "not valid UTF-8"},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct diag err;
		struct meta m;

		assert_int_equal(
		    meta_parse(&m, cases[i].text, cases[i].len, &err), -1);
		assert_int_equal(err.line, cases[i].line);
		assert_string_equal(err.text, cases[i].message);
		meta_release(&m);
	}
}

static void
names_the_first_field_that_is_not_known(void **state)
{
	static const char *const all[] = {
	    "id", "title", "source", "note", "scale.*", NULL};
	static const char *const some[] = {
	    "id", "title", "source", "note", "scale", "scal.*", NULL};
	struct diag err;
	struct meta m;

	(void)state;
	assert_int_equal(parse(&m, whole, &err), 0);
	assert_null(meta_unknown(&m, all));
	assert_string_equal(meta_unknown(&m, some)->name, "scale.total");
	assert_int_equal(meta_unknown(&m, some)->line, 6);
	meta_release(&m);
}

/* A value of so many lines takes minutes where each is copied with those
 * before it. */
static void
reads_long_heads_in_one_go_and_no_endless_ones(void **state)
{
	enum { LINES = 500000 };
	struct str text = STR_INIT;
	struct diag err;
	struct meta m;

	(void)state;
	str_adds(&text, "note: x\n");
	for (int i = 0; i < LINES; i++)
		str_adds(&text, " and on\n");
	assert_int_equal(parse(&m, text.text, &err), 0);
	assert_int_equal(strlen(meta_get(&m, "note")), 1 + 7 * LINES);
	meta_release(&m);
	str_clear(&text);
	for (int i = 0; i < META_FIELDS_MAX; i++)
		str_addf(&text, "note.%d: x\n", i);
	assert_int_equal(parse(&m, text.text, &err), 0);
	assert_int_equal(m.count, META_FIELDS_MAX);
	meta_release(&m);
	str_adds(&text, "one: more\n");
	assert_int_equal(parse(&m, text.text, &err), -1);
	assert_int_equal(err.line, META_FIELDS_MAX + 1);
	assert_string_equal(err.text, "more than 10000 fields");
	meta_release(&m);
	str_release(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_fields_and_body),
	    cmocka_unit_test(gives_every_value_of_a_name_in_order),
	    cmocka_unit_test(ends_the_head_at_a_line_of_blanks),
	    cmocka_unit_test(takes_a_head_without_a_body),
	    cmocka_unit_test(refuses_what_is_no_head),
	    cmocka_unit_test(names_the_first_field_that_is_not_known),
	    cmocka_unit_test(reads_long_heads_in_one_go_and_no_endless_ones),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
