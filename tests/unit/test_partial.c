#include "quiz/partial.h"

#include "people.h"
#include "quiz.h"

static const char text[] = "id: x\nversion: 1\nrange: 1..5\n"
			   "missing: complete\n\nitem,text,scale\n"
			   "q1,-,s\nq2,-,s\nq3,-,s; t\nq4,-,t\nq5,-,t\n";

static struct instrument in;

static int
read_instrument(void **state)
{
	(void)state;
	read_ok(&in, text);
	return 0;
}

static int
release_instrument(void **state)
{
	(void)state;
	instrument_release(&in);
	return 0;
}

/* People first, first + step, ... of people.h; the last one has a gap. */
static void
gather(struct cohort *g, bool pairwise, size_t first, size_t step)
{
	int row[QUESTIONS];

	cohort_init(g, &in, pairwise);
	for (size_t i = first; i < PEOPLE; i += step) {
		memcpy(row, people[i], sizeof(row));
		if (i + 1 == PEOPLE)
			row[3] = ANSWER_MISSING;
		cohort_add(g, row);
	}
}

static char *
written(struct cohort *g)
{
	char *csv = NULL;
	size_t len;
	FILE *fp = open_memstream(&csv, &len);
	struct csvout out;

	assert_non_null(fp);
	csvout_init(&out, fp);
	csvout_header(&out, partial_columns);
	partial_write_run(&out, &(struct partial_run){"x", g->pairwise});
	partial_write(&out, g);
	partial_write_done(&out, 1);
	csvout_release(&out);
	fclose(fp);
	return csv;
}

/* Merges a partial of one instrument into g: 0, or -1 with *err. */
static int
merge(struct cohort *g, const char *csv, size_t len, struct diag *err)
{
	struct table *t = table_new(csvin_new_mem(csv, len, 1), err);
	struct partial p;
	int got = -1;

	if (t == NULL)
		return -1;
	partial_init(&p, t);
	if (partial_begin(&p, err) == 0 && partial_next(&p, err) == 1 &&
	    partial_add(&p, g, err) == 0)
		got = partial_next(&p, err);
	partial_release(&p);
	table_free(t);
	return got;
}

static void
adds_up_to_the_cohort_of_the_whole(void **state)
{
	for (int pairwise = 0; pairwise < 2; pairwise++) {
		struct cohort whole, sum, part;
		char *expected, *csv;
		struct diag err;

		(void)state;
		gather(&whole, pairwise == 1, 0, 1);
		cohort_init(&sum, &in, pairwise == 1);
		for (size_t first = 3; first-- > 0;) {
			gather(&part, pairwise == 1, first, 3);
			csv = written(&part);
			assert_int_equal(
			    merge(&sum, csv, strlen(csv), &err), 0);
			free(csv);
			cohort_release(&part);
		}
		expected = written(&whole);
		csv = written(&sum);
		assert_string_equal(csv, expected);
		free(csv);
		free(expected);
		cohort_release(&whole);
		cohort_release(&sum);
	}
}

/* The same rows in quotes, the last column first, lines ended by CR LF. */
static char *
written_otherwise(const char *csv)
{
	struct str out = STR_INIT;

	for (const char *line = csv, *end; *line != '\0'; line = end + 1) {
		const char *last;

		end = strchr(line, '\n');
		for (last = end; last[-1] != ',';)
			last--;
		str_addf(&out, "\"%.*s\",\"", (int)(end - last), last);
		for (const char *c = line; c < last - 1; c++)
			if (*c == ',')
				str_adds(&out, "\",\"");
			else
				str_addc(&out, *c);
		str_adds(&out, "\"\r\n");
	}
	return str_detach(&out);
}

static void
reads_what_another_program_wrote_again(void **state)
{
	struct cohort part, sum;
	char *csv, *otherwise, *again;
	struct diag err;

	(void)state;
	gather(&part, false, 0, 1);
	cohort_init(&sum, &in, false);
	csv = written(&part);
	otherwise = written_otherwise(csv);
	assert_memory_equal(otherwise, "\"value\",\"part\",\"index\"\r\n", 24);
	assert_int_equal(merge(&sum, otherwise, strlen(otherwise), &err), 0);
	again = written(&sum);
	assert_string_equal(again, csv);
	free(csv);
	free(otherwise);
	free(again);
	cohort_release(&part);
	cohort_release(&sum);
}

/* Cut anywhere, it is refused; before the end of its sums, nothing changes. */
static void
refuses_a_torn_partial(void **state)
{
	struct cohort part, g;
	char *csv, *before, *after;
	struct diag err;
	size_t end;

	(void)state;
	gather(&part, false, 0, 2);
	gather(&g, false, 1, 2);
	csv = written(&part);
	before = written(&g);
	end = (size_t)(strstr(csv, "end,") - csv);
	for (size_t len = 0; len <= end; len++)
		assert_int_equal(merge(&g, csv, len, &err), -1);
	after = written(&g);
	assert_string_equal(after, before);
	for (size_t len = end; len + 1 < strlen(csv); len++)
		if (merge(&g, csv, len, &err) == 0)
			fail_msg("%zu bytes of %zu passed", len, strlen(csv));
	free(csv);
	free(before);
	free(after);
	cohort_release(&part);
	cohort_release(&g);
}

static void
refuses_what_is_of_something_else(void **state)
{
	static const char *const changes[][3] = {
	    {"format,,2", "format,,1", "no partial that this version reads"},
	    {"of,,x\n", "", "expected 'of' of a partial, found 'missing'"},
	    {"instrument,,x", "instrument,,y", "instrument 'y', not 'x'"},
	    {"version,,1", "version,,2", "version '2' of 'x', not '1'"},
	    {"definition,,", "definition,,0", "its items or scales differ"},
	    {"missing,,listwise", "missing,,pairwise", "not listwise"},
	    {"missing,,listwise", "missing,,casewise", "no missing rule"},
	    {"items,1,", "item,1,", "no part of a partial: 'item'"},
	    {"items,1,", "items,999999,", "no index of 'items': '999999'"},
	    {"items,1,", "items,1,x", "not a whole number"},
	    {"items,1,2\n", "", "its end counts"},
	    {"items,1,2\n", "items,1,2\nitems,1,2\n", "here again"},
	    {"done,,1\n", "done,,2\n", "1 instruments where its end counts"},
	    {"done,,1\n", "done,,1\nend,,0\n", "behind the end"},
	};
	struct cohort g;
	struct diag err;
	char *csv;

	(void)state;
	gather(&g, false, 0, 1);
	csv = written(&g);
	for (size_t i = 0; i < LENGTH(changes); i++) {
		const char *at = strstr(csv, changes[i][0]);
		struct str changed = STR_INIT;

		assert_non_null(at);
		str_add(&changed, csv, (size_t)(at - csv));
		str_adds(&changed, changes[i][1]);
		str_adds(&changed, at + strlen(changes[i][0]));
		assert_int_equal(
		    merge(&g, changed.text, changed.len, &err), -1);
		if (strstr(err.text, changes[i][2]) == NULL)
			fail_msg("'%s': %s", changes[i][1], err.text);
		str_release(&changed);
	}
	free(csv);
	cohort_release(&g);
}

/* Another instrument's part is passed over and counted as they are. */
static void
skips_what_is_not_wanted(void **state)
{
	struct cohort g;
	char *csv;
	struct table *t;
	struct partial p;
	struct diag err;

	(void)state;
	gather(&g, false, 0, 1);
	csv = written(&g);
	t = table_new(csvin_new_mem(csv, strlen(csv), 1), &err);
	partial_init(&p, t);
	assert_int_equal(partial_begin(&p, &err), 0);
	assert_string_equal(p.of.text, "x");
	assert_int_equal(partial_next(&p, &err), 1);
	assert_int_equal(partial_skip(&p, &err), 0);
	assert_int_equal(partial_next(&p, &err), 0);
	partial_release(&p);
	table_free(t);
	free(csv);
	cohort_release(&g);
}

static void
of_no_instrument_is_whole_too(void **state)
{
	static const char csv[] = "part,index,value\nformat,,2\nof,,*\n"
				  "missing,,listwise\ndone,,0\n";
	struct diag err;
	struct table *t =
	    table_new(csvin_new_mem(csv, sizeof(csv) - 1, 1), &err);
	struct partial p;

	(void)state;
	partial_init(&p, t);
	assert_int_equal(partial_begin(&p, &err), 0);
	assert_int_equal(partial_next(&p, &err), 0);
	partial_release(&p);
	table_free(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(adds_up_to_the_cohort_of_the_whole),
	    cmocka_unit_test(reads_what_another_program_wrote_again),
	    cmocka_unit_test(refuses_a_torn_partial),
	    cmocka_unit_test(refuses_what_is_of_something_else),
	    cmocka_unit_test(skips_what_is_not_wanted),
	    cmocka_unit_test(of_no_instrument_is_whole_too),
	};

	return cmocka_run_group_tests(
	    tests, read_instrument, release_instrument);
}
