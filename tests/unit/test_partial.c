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
	partial_write(g, &out);
	csvout_release(&out);
	fclose(fp);
	return csv;
}

/* Merges one partial into g; 1, or -1 with *err. */
static int
merge(struct cohort *g, const char *csv, size_t len, struct diag *err)
{
	struct partial_head head = {STR_INIT, STR_INIT, STR_INIT, false, 0};
	struct table *t = table_new(csvin_new_mem(csv, len, 1), err);
	int got;

	if (t == NULL)
		return -1;
	got = partial_begin(&head, t, err);
	if (got == 1 && partial_add(g, &head, t, err) == -1)
		got = -1;
	partial_release(&head);
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
			    merge(&sum, csv, strlen(csv), &err), 1);
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

/* Cut anywhere, it is refused and changes nothing. */
static void
refuses_a_torn_partial(void **state)
{
	struct cohort part, g;
	char *csv, *before, *after;
	struct diag err;

	(void)state;
	gather(&part, false, 0, 2);
	gather(&g, false, 1, 2);
	csv = written(&part);
	before = written(&g);
	for (size_t len = 0; len + 1 < strlen(csv); len++)
		if (merge(&g, csv, len, &err) == 1)
			fail_msg("%zu bytes of %zu passed", len, strlen(csv));
	after = written(&g);
	assert_string_equal(after, before);
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
	    {"format,,1", "format,,2", "no partial that this version reads"},
	    {"instrument,,x", "instrument,,y", "instrument 'y', not 'x'"},
	    {"version,,1", "version,,2", "version '2' of 'x', not '1'"},
	    {"definition,,", "definition,,0", "its items or scales differ"},
	    {"missing,,listwise", "missing,,pairwise", "not listwise"},
	    {"missing,,listwise", "missing,,casewise", "no missing rule"},
	    {"items,1,", "item,1,", "no part of a partial: 'item'"},
	    {"items,1,", "items,999999,", "no index of 'items': '999999'"},
	    {"items,1,", "items,1,x", "not a whole number"},
	    {"items,1,2\n", "", "its end counts"},
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

static void
ends_where_no_other_partial_follows(void **state)
{
	struct cohort g;
	struct diag err;

	(void)state;
	gather(&g, false, 0, 1);
	assert_int_equal(merge(&g, "part,index,value\n", 17, &err), 0);
	cohort_release(&g);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(adds_up_to_the_cohort_of_the_whole),
	    cmocka_unit_test(refuses_a_torn_partial),
	    cmocka_unit_test(refuses_what_is_of_something_else),
	    cmocka_unit_test(ends_where_no_other_partial_follows),
	};

	return cmocka_run_group_tests(
	    tests, read_instrument, release_instrument);
}
