#include "test.h"

#include "cli/term.h"

#include <fcntl.h>

static char text[4096];

/* A terminal that writes into text. */
static struct term
begin(bool utf8, int width)
{
	struct term t = {.utf8 = utf8, .width = width, .height = 24};

	t.fp = fmemopen(text, sizeof text, "w");
	assert_non_null(t.fp);
	return t;
}

static const char *
end(struct term *t)
{
	fclose(t->fp);
	return text;
}

static void
set(const char *name, const char *value)
{
	if (value != NULL)
		setenv(name, value, 1);
	else
		unsetenv(name);
}

static void
takes_the_width_of_columns(void **state)
{
	static const struct {
		const char *columns;
		int width;
	} rows[] = {
	    {NULL, 80},
	    {"", 80},
	    {"x", 80},
	    {"0", 80},
	    {"-5", 80},
	    {"132", 132},
	    {"20", 20},
	    {"7", 20},
	    {"99999999999", 80},
	};
	struct term t;
	FILE *fp = tmpfile();

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		set("COLUMNS", rows[i].columns);
		term_init(&t, fp, TERM_AUTO, false);
		assert_int_equal(t.width, rows[i].width);
		assert_false(t.tty);
	}
	set("COLUMNS", NULL);
	fclose(fp);
}

/* A pseudo-terminal stands for a real one. */
static void
colors_a_terminal_unless_told_not_to(void **state)
{
	static const struct {
		const char *term, *no_color;
		enum term_when when;
		bool color;
	} rows[] = {
	    {"xterm", NULL, TERM_AUTO, true},
	    {"xterm", "", TERM_AUTO, true},
	    {"xterm", "1", TERM_AUTO, false},
	    {"dumb", NULL, TERM_AUTO, false},
	    {NULL, NULL, TERM_AUTO, false},
	    {"xterm", "1", TERM_ALWAYS, true},
	    {"xterm", NULL, TERM_NEVER, false},
	};
	int master = posix_openpt(O_RDWR | O_NOCTTY);
	struct term t;
	FILE *fp;

	(void)state;
	assert_int_equal(grantpt(master) | unlockpt(master), 0);
	fp = fopen(ptsname(master), "r+");
	assert_non_null(fp);
	for (size_t i = 0; i < LENGTH(rows); i++) {
		set("TERM", rows[i].term);
		set("NO_COLOR", rows[i].no_color);
		term_init(&t, fp, rows[i].when, false);
		assert_true(t.tty);
		assert_int_equal(t.color, rows[i].color);
	}
	set("TERM", "xterm");
	set("NO_COLOR", NULL);
	fclose(fp);
	close(master);
}

static void
leaves_a_file_without_color(void **state)
{
	FILE *fp = tmpfile();
	struct term t;

	(void)state;
	term_init(&t, fp, TERM_AUTO, false);
	assert_false(t.color);
	term_init(&t, fp, TERM_ALWAYS, false);
	assert_true(t.color);
	fclose(fp);
}

static void
knows_utf8_by_the_locale(void **state)
{
	static const struct {
		const char *locale;
		bool ascii, utf8;
	} rows[] = {
	    {"C.UTF-8", false, true},
	    {"C.UTF-8", true, false},
	    {"C", false, false},
	    {"no_SUCH.locale", false, false},
	};
	FILE *fp = tmpfile();
	struct term t;

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		set("LC_ALL", rows[i].locale);
		term_init(&t, fp, TERM_AUTO, rows[i].ascii);
		assert_int_equal(t.utf8, rows[i].utf8);
	}
	set("LC_ALL", "C");
	fclose(fp);
}

static void
styles_only_where_there_is_color(void **state)
{
	struct term t = begin(true, 80);

	(void)state;
	term_style(&t, TERM_BOLD);
	fputs("a", t.fp);
	t.color = true;
	term_style(&t, TERM_BOLD | TERM_ACCENT);
	fputs("b", t.fp);
	term_style(&t, TERM_DIM | TERM_REVERSE);
	term_style(&t, 0);
	assert_string_equal(end(&t), "a\033[0;1;36mb\033[0;2;7m\033[0m");
}

static void
text_cannot_command_the_terminal(void **state)
{
	static const struct {
		bool utf8;
		const char *in, *out;
	} rows[] = {
	    {true, "\033[2J", "\\x1B[2J"},
	    {true, "a\nb\rc", "a\\x0Ab\\x0Dc"},
	    {true, "\xc2\x9b", "\\u{009B}"},
	    {true, "\x9b", "\\x9B"},
	    {true, "caf\xc3\xa9", "caf\xc3\xa9"},
	    {false, "caf\xc3\xa9", "caf?"},
	    {false,
		"\xe2\x80\x98so\xe2\x80\x99 \xe2\x80\x93 \xc2\xb1"
		"2\xe2\x80\xa6",
		"'so' - +-2..."},
	    {false, "\033\x9b", "\\x1B\\x9B"},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct term t = begin(rows[i].utf8, 80);

		term_text(&t, rows[i].in, strlen(rows[i].in));
		assert_string_equal(end(&t), rows[i].out);
	}
}

static void
wraps_between_indent_and_width(void **state)
{
	static const struct {
		const char *in;
		int width, indent, at;
		const char *out;
	} rows[] = {
	    {"", 20, 0, 0, "\n"},
	    {"one two", 20, 0, 0, "one two\n"},
	    {"one two", 20, 4, 0, "    one two\n"},
	    {"one two", 20, 4, 6, "one two\n"},
	    {"aaaa bbbb cccc dddd", 20, 0, 0, "aaaa bbbb cccc dddd\n"},
	    {"aaaa bbbb cccc ddddd e", 20, 2, 0,
		"  aaaa bbbb cccc\n  ddddd e\n"},
	    {"aaaa bbbb cccc ddddd", 20, 0, 3, "aaaa bbbb cccc\nddddd\n"},
	    {"  a\n\tb  ", 20, 0, 0, "a b\n"},
	    {"aaaaaaaaaaaaaaaaaaaaaaaaa b", 20, 0, 0,
		"aaaaaaaaaaaaaaaaaaaaaaaaa\nb\n"},
	    {"\xe6\x84\x9b\xe6\x84\x9b\xe6\x84\x9b\xe6\x84\x9b "
	     "\xe6\x84\x9b\xe6\x84\x9b\xe6\x84\x9b\xe6\x84\x9b "
	     "\xe6\x84\x9b\xe6\x84\x9b",
		20, 0, 0,
		"\xe6\x84\x9b\xe6\x84\x9b\xe6\x84\x9b\xe6\x84\x9b "
		"\xe6\x84\x9b\xe6\x84\x9b\xe6\x84\x9b\xe6\x84\x9b\n"
		"\xe6\x84\x9b\xe6\x84\x9b\n"},
	    {"a\033b", 20, 0, 0, "a\\x1Bb\n"},
	    {"call us on 0800 111 222 or 7 days", 20, 0, 0,
		"call us on\n0800 111 222 or 7\ndays\n"},
	    {"0800 111 222", 20, 2, 12, "\n  0800 111 222\n"},
	    {"1 2", 20, 0, 0, "1 2\n"},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct term t = begin(true, rows[i].width);

		term_wrap(&t, rows[i].in, rows[i].indent, rows[i].at);
		assert_string_equal(end(&t), rows[i].out);
	}
}

static void
wraps_at_78_columns_at_most(void **state)
{
	struct term t = begin(true, 200);
	char word[79];

	(void)state;
	memset(word, 'x', 78);
	word[78] = '\0';
	word[70] = ' ';
	term_wrap(&t, word, 0, 0);
	assert_string_equal(strchr(end(&t), '\n'), "\n");
	t = begin(true, 200);
	term_wrap(&t, word, 0, 1);
	assert_string_equal(strchr(end(&t), '\n'), "\nxxxxxxx\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(takes_the_width_of_columns),
	    cmocka_unit_test(colors_a_terminal_unless_told_not_to),
	    cmocka_unit_test(leaves_a_file_without_color),
	    cmocka_unit_test(knows_utf8_by_the_locale),
	    cmocka_unit_test(styles_only_where_there_is_color),
	    cmocka_unit_test(text_cannot_command_the_terminal),
	    cmocka_unit_test(wraps_between_indent_and_width),
	    cmocka_unit_test(wraps_at_78_columns_at_most),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
