#include "test.h"

#include "base/str.h"
#include "stream/csvin.h"
#include "stream/csvout.h"

/* A writer into memory. */
struct sink {
	struct csvout out;
	FILE *fp;
	char *text;
	size_t len;
};

static void
sink_open(struct sink *s)
{
	s->fp = open_memstream(&s->text, &s->len);
	csvout_init(&s->out, s->fp);
}

static void
sink_close(struct sink *s)
{
	csvout_release(&s->out);
	fclose(s->fp);
}

static void
quotes_only_where_needed(void **state)
{
	static const struct {
		const char *text, *cell;
	} cases[] = {{"", ""}, {"plain", "plain"}, {"two words", "two words"},
	    {"a,b", "\"a,b\""}, {"\"", "\"\"\"\""}, {"a\"b", "\"a\"\"b\""},
	    {"a\nb", "\"a\nb\""}, {"a\rb", "\"a\rb\""}, {" a", "\" a\""},
	    {"a ", "\"a \""}, {"\ta", "\"\ta\""}, {"a;b", "a;b"},
	    {"-1.5", "-1.5"}, {"\xc3\xa9", "\xc3\xa9"},
	    {"\xef\xbb\xbf"
	     "a",
		"\"\xef\xbb\xbf"
		"a\""}};
	struct str s = STR_INIT;

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		str_clear(&s);
		csvout_cell(&s, cases[i].text, strlen(cases[i].text));
		assert_string_equal(s.text, cases[i].cell);
	}
	str_clear(&s);
	csvout_cell(&s, "a\0b", 3);
	assert_text(s.text, s.len,
	    "a\xef\xbf\xbd"
	    "b");
	str_release(&s);
}

static void
writes_records_of_all_kinds_of_cells(void **state)
{
	static const char *const names[] = {"id", "a b", "x,y", NULL};
	struct sink s;
	static const char ready[CSVOUT_READY] = "\"x,y\",b,and more";
	static const char more[] =
	    "cells that are longer,than those mostly are,";

	(void)state;
	sink_open(&s);
	csvout_header(&s.out, names);
	csvout_str(&s.out, "p1");
	csvout_long(&s.out, -40);
	csvout_num(&s.out, 0.1);
	csvout_num(&s.out, NAN);
	csvout_ratio(&s.out, 7, 2);
	csvout_empty(&s.out);
	assert_true(csvout_end(&s.out));
	csvout_long(&s.out, 999999);
	csvout_ready(&s.out, ready, strlen("\"x,y\",b,"));
	csvout_ready(&s.out, more, strlen(more));
	assert_true(csvout_end(&s.out));
	csvout_str(&s.out, "dropped");
	csvout_drop(&s.out);
	csvout_str(&s.out, "");
	assert_true(csvout_end(&s.out));
	sink_close(&s);
	assert_string_equal(s.text,
	    "id,a b,\"x,y\"\np1,-40,0.1,,3.5,\n"
	    "999999,\"x,y\",b,"
	    "cells that are longer,than those mostly are\n\"\"\n");
	free(s.text);
}

static void
leaves_no_partial_record_behind(void **state)
{
	struct sink s;

	(void)state;
	sink_open(&s);
	csvout_str(&s.out, "whole");
	csvout_end(&s.out);
	csvout_str(&s.out, "begun");
	sink_close(&s);
	assert_string_equal(s.text, "whole\n");
	free(s.text);
}

static void
says_when_the_stream_has_failed(void **state)
{
	FILE *fp = fopen("/dev/full", "w");
	struct csvout out;

	(void)state;
	setvbuf(fp, NULL, _IONBF, 0);
	csvout_init(&out, fp);
	csvout_str(&out, "lost");
	assert_false(csvout_end(&out));
	csvout_str(&out, "lost too");
	assert_false(csvout_end(&out));
	csvout_release(&out);
	fclose(fp);
}

static uint32_t
next_random(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 16;
}

enum { CELLS = 7, CELL_MAX = 90 };

struct record {
	size_t count;
	size_t len[CELLS];
	char cells[CELLS][CELL_MAX];
};

/* Any bytes but NUL, with a taste for what is special. */
static void
random_record(struct record *r, uint32_t *seed)
{
	static const char special[] = ",\"\"\n\r \t\xef\xbb\xbf";

	r->count = 1 + next_random(seed) % CELLS;
	for (size_t i = 0; i < r->count; i++) {
		r->len[i] = next_random(seed) % 4 == 0
		    ? 0
		    : next_random(seed) % CELL_MAX;
		for (size_t j = 0; j < r->len[i]; j++)
			r->cells[i][j] = next_random(seed) % 3 > 0
			    ? (char)(1 + next_random(seed) % 255)
			    : special[next_random(seed) % strlen(special)];
	}
}

static void
assert_reads_back(const struct sink *s, uint32_t seed, int records)
{
	struct csvin *in = csvin_new_mem(s->text, s->len, 1);
	struct record r;

	for (int i = 0; i < records; i++) {
		random_record(&r, &seed);
		assert_int_equal(csvin_next(in), CSVIN_RECORD);
		assert_int_equal(csvin_count(in), r.count);
		for (size_t j = 0; j < r.count; j++) {
			size_t len;
			const char *cell = csvin_field(in, j, &len);

			assert_int_equal(len, r.len[j]);
			assert_memory_equal(cell, r.cells[j], len);
		}
	}
	assert_int_equal(csvin_next(in), CSVIN_END);
	csvin_free(in);
}

static void
writes_what_reads_back_as_it_was(void **state)
{
	enum { RECORDS = 20 };

	(void)state;
	for (uint32_t start = 1; start <= 300; start++) {
		uint32_t seed = start;
		struct record r;
		struct sink s;

		sink_open(&s);
		for (int i = 0; i < RECORDS; i++) {
			random_record(&r, &seed);
			for (size_t j = 0; j < r.count; j++)
				csvout_text(&s.out, r.cells[j], r.len[j]);
			assert_true(csvout_end(&s.out));
		}
		sink_close(&s);
		assert_reads_back(&s, start, RECORDS);
		free(s.text);
	}
}

/* A file is none, and what goes there stays as it is. */
static void
commands_no_terminal(void **state)
{
	struct sink s;

	(void)state;
	sink_open(&s);
	assert_false(s.out.terminal);
	csvout_str(&s.out, "\033[2J");
	csvout_end(&s.out);
	s.out.terminal = true;
	csvout_str(&s.out, "a\033[2J");
	csvout_str(&s.out, "two\nlines");
	csvout_end(&s.out);
	sink_close(&s);
	assert_text(s.text, s.len, "\033[2J\na\\x1B[2J,\"two\nlines\"\n");
	free(s.text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(quotes_only_where_needed),
	    cmocka_unit_test(writes_records_of_all_kinds_of_cells),
	    cmocka_unit_test(leaves_no_partial_record_behind),
	    cmocka_unit_test(says_when_the_stream_has_failed),
	    cmocka_unit_test(writes_what_reads_back_as_it_was),
	    cmocka_unit_test(commands_no_terminal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
