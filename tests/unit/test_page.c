#include "test.h"

#include "concept/page.h"
#include "concept/webpage.h"

static void
expect_roff(const char *text, const char *roff)
{
	struct str out = STR_INIT;

	page_text(&out, text, strlen(text));
	assert_string_equal(out.text, roff);
	str_release(&out);
}

static void
text_stays_text_in_roff(void **state)
{
	(void)state;
	expect_roff(".so /etc/passwd", "\\&.so /etc/passwd");
	expect_roff("'br", "\\&'br");
	expect_roff("a\n.b\n'c", "a\n\\&.b\n\\&'c");
	expect_roff("one. .Two! Three", "one.\n\\&.Two!\nThree");
	expect_roff("\\fB", "\\efB");
	expect_roff("a\tb\033", "a b\\ex1B");
}

static const char hostile[] =
    "id: odd\ntitle: In <b>It & \"Nm\"\nkind: term\n"
    "definition: No. 1 <script>alert(1)</script>.\n"
    "aliases: .Sh X; <i>\ncue: </ul>\nnote: &amp;\n\n<p>\n.Sh NAME\n";

static struct concept parse(const char *text)
{
	struct concept c;
	struct diag why;

	assert_int_equal(concept_parse(&c, text, strlen(text), &why), 0);
	return c;
}

static void
names_are_no_macros(void **state)
{
	struct concept c = parse(hostile);
	struct str out = STR_INIT;

	(void)state;
	page_write(&out, &c, &bibliography_built_in, "January 1, 2000");
	assert_non_null(
	    strstr(out.text, ".Sy \\&In <b>It \\&& \\(dqNm\\(dq\n"));
	assert_non_null(strstr(out.text, ".Nd \\&No"));
	assert_null(strstr(strstr(out.text, ".Sh DESCRIPTION"), "\n.Sh NAME"));
	assert_null(strstr(out.text, "\n.Sh X"));
	str_release(&out);
	concept_release(&c);
}

static void
markup_is_no_markup(void **state)
{
	struct concept c = parse(hostile);
	struct str out = STR_INIT;
	struct graph g;
	const char *main_part;

	(void)state;
	graph_init(&g, &c, 1);
	webpage_write(&out, &g, &bibliography_built_in, NULL);
	main_part = strstr(out.text, "<main>");
	assert_non_null(main_part);
	assert_null(strstr(main_part, "<script"));
	assert_null(strstr(main_part, "<b>"));
	assert_null(strstr(main_part, "<i>"));
	assert_non_null(strstr(main_part, "&lt;script&gt;alert(1)"));
	assert_non_null(strstr(main_part, "Note: &amp;amp;"));
	assert_non_null(strstr(main_part, "<li>&lt;/ul&gt;</li>"));
	graph_release(&g);
	str_release(&out);
	concept_release(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(text_stays_text_in_roff),
	    cmocka_unit_test(names_are_no_macros),
	    cmocka_unit_test(markup_is_no_markup),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
