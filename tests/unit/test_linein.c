#include "stream/linein.h"

#include "test.h"

/* The lines of the text, '|' behind each; '!' for one that is refused. */
static const char *
lines_of(const char *text, size_t len, size_t max)
{
	static char buf[4096];
	FILE *fp = tmpfile();
	struct linein *in;
	size_t n, at = 0;
	const char *line;
	int got;

	fwrite(text, 1, len, fp);
	rewind(fp);
	in = linein_new(fp, max);
	while ((got = linein_next(in)) != LINEIN_END) {
		assert_int_not_equal(got, LINEIN_BROKEN);
		line = linein_text(in, &n);
		if (got == LINEIN_REFUSED) {
			buf[at++] = '!';
			continue;
		}
		memcpy(buf + at, line, n);
		at += n;
		buf[at++] = '|';
	}
	assert_int_equal(linein_next(in), LINEIN_END);
	linein_free(in);
	fclose(fp);
	buf[at] = '\0';
	return buf;
}

static void
reads_every_kind_of_line(void **state)
{
	static const struct {
		const char *text, *lines;
	} cases[] = {
	    {"", ""},
	    {"\n", "|"},
	    {"a", "a|"},
	    {"a\nb\r\n\nc", "a|b||c|"},
	    {"\xEF\xBB\xBF"
	     "a\n\xEF\xBB\xBF",
		"a|\xEF\xBB\xBF|"},
	    {"a\rb\n", "a\rb|"},
	    {"12345\n123456\n1\n", "12345|!1|"},
	    {"1234567890123", "!"},
	    {"12345\r\n12345", "12345|12345|"},
	};
	size_t i;

	(void)state;
	for (i = 0; i < LENGTH(cases); i++)
		assert_string_equal(
		    lines_of(cases[i].text, strlen(cases[i].text), 5),
		    cases[i].lines);
	assert_string_equal(lines_of("a\0b\nc\n", 6, 5), "!c|");
}

static void
passes_over_a_line_longer_than_its_memory(void **state)
{
	static const char wall[4096] = {0};
	FILE *fp = tmpfile();
	struct linein *in;
	size_t i, len;

	(void)state;
	for (i = 0; i < 256; i++)
		fwrite(wall, 1, sizeof(wall), fp);
	fputs("\nsecond\n", fp);
	rewind(fp);
	in = linein_new(fp, 1000);
	assert_int_equal(linein_next(in), LINEIN_REFUSED);
	assert_string_equal(
	    linein_error(in)->text, "a line of more than 1000 bytes");
	assert_int_equal(linein_error(in)->line, 1);
	assert_int_equal(linein_next(in), LINEIN_LINE);
	assert_int_equal(linein_number(in), 2);
	assert_memory_equal(linein_text(in, &len), "second", 6);
	assert_int_equal(len, 6);
	linein_free(in);
	fclose(fp);
}

static void
keeps_lines_whole_across_blocks(void **state)
{
	FILE *fp = tmpfile();
	struct linein *in;
	char want[32];
	const char *line;
	size_t i, len;

	(void)state;
	for (i = 0; i < 50000; i++)
		fprintf(fp, "line number %zu\n", i);
	rewind(fp);
	in = linein_new(fp, 100);
	for (i = 0; i < 50000; i++) {
		assert_int_equal(linein_next(in), LINEIN_LINE);
		line = linein_text(in, &len);
		snprintf(want, sizeof(want), "line number %zu", i);
		assert_int_equal(len, strlen(want));
		assert_memory_equal(line, want, len);
	}
	assert_int_equal(linein_next(in), LINEIN_END);
	linein_free(in);
	fclose(fp);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_every_kind_of_line),
	    cmocka_unit_test(passes_over_a_line_longer_than_its_memory),
	    cmocka_unit_test(keeps_lines_whole_across_blocks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
