#include "quiz/answers.h"

#include "base/str.h"

#include "quiz.h"

static const char small[] =
    "id: small\noptions: 1=no; 2=a little; 3=yes\nmissing-codes: -1 99\n\n"
    "item,text,ask-if\nq1,One?,\nq2,Two?,q1 >= 2\n";

/* Reads the first record of csv; *err says what is wrong. */
static int
first_row(const char *csv, bool lenient, int x[2], struct diag *err)
{
	static const char *const na[] = {"NA"};
	struct instrument in;
	struct answers a;
	struct table *t;
	int done;

	read_ok(&in, small);
	t = table_new(csvin_new_mem(csv, strlen(csv), 1), err);
	assert_non_null(t);
	done = answers_find(&a, &in, t, err);
	if (done == 0) {
		a.na = na;
		a.nna = 1;
		assert_int_equal(table_next(t), CSVIN_RECORD);
		done = answers_read(&a, t, lenient, err);
		memcpy(x, a.x, 2 * sizeof(*x));
		if (lenient)
			done = (int)a.out_of_range;
	}
	answers_release(&a);
	table_free(t);
	instrument_release(&in);
	return done;
}

static void
finds_columns_in_any_order_and_by_their_full_name(void **state)
{
	struct diag err;
	int x[2];

	(void)state;
	assert_int_equal(
	    first_row("q2,other,small.q1,q1\n3,x,2,1\n", false, x, &err), 0);
	assert_int_equal(x[0], 2);
	assert_int_equal(x[1], 3);
}

static void
names_the_columns_that_are_there_when_one_is_not(void **state)
{
	struct diag err;
	int x[2];

	(void)state;
	assert_int_equal(first_row("q1,Q2\n1,1\n", false, x, &err), -1);
	assert_non_null(strstr(err.text, "q2"));
	assert_non_null(strstr(err.text, "Q2"));
}

static void
tells_an_answer_from_none(void **state)
{
	static const struct {
		const char *cell;
		int x;
	} cases[] = {
	    {"3", 3},
	    {"", ANSWER_MISSING},
	    {"\"\"", ANSWER_MISSING},
	    {"-1", ANSWER_MISSING},
	    {"99", ANSWER_MISSING},
	    {"NA", ANSWER_MISSING},
	    {"\"2\"", 2},
	    {"02", 2},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct diag err;
		char csv[80];
		int x[2];

		snprintf(csv, sizeof(csv), "q1,q2\n2,%s\n", cases[i].cell);
		assert_int_equal(first_row(csv, false, x, &err), 0);
		assert_int_equal(x[1], cases[i].x);
	}
}

static void
refuses_what_the_item_does_not_allow(void **state)
{
	static const char *const cells[] = {"0", "4", "-2", "999", "2.5",
	    "\"2,0\"", " 2", "2 ", "x", "1e0", "99999999999999999999", "na"};

	(void)state;
	for (size_t i = 0; i < LENGTH(cells); i++) {
		struct diag err = {0};
		char csv[80];
		int x[2];

		snprintf(csv, sizeof(csv), "q1,q2\n2,%s\n", cells[i]);
		assert_int_equal(first_row(csv, false, x, &err), -1);
		assert_int_equal(err.line, 2);
		assert_non_null(strstr(err.text, "item 'q2'"));
		assert_int_equal(first_row(csv, true, x, &err), 1);
		assert_int_equal(x[0], 2);
		assert_int_equal(x[1], ANSWER_MISSING);
	}
}

static void
leaves_out_what_stands_behind_a_closed_branch(void **state)
{
	struct diag err;
	int x[2];

	(void)state;
	assert_int_equal(first_row("q1,q2\n1,3\n", false, x, &err), 0);
	assert_int_equal(x[1], ANSWER_MISSING);
	assert_int_equal(first_row("q1,q2\n,3\n", false, x, &err), 0);
	assert_int_equal(x[1], ANSWER_MISSING);
}

/* What answers_read() makes of a row: "1 - 3", or the fault. */
static void
transcribe(const char *header, const char *row, struct str *out)
{
	static const char three[] =
	    "id: small\nrange: 1..3\nmissing-codes: 9\n\n"
	    "item,text\nq1,One?\nq2,Two?\nq3,Three?\n";
	struct instrument in;
	struct answers a;
	struct diag err;
	struct table *t;
	char csv[80];

	read_ok(&in, three);
	snprintf(csv, sizeof(csv), "%s\n%s\n", header, row);
	t = table_new(csvin_new_mem(csv, strlen(csv), 1), &err);
	assert_non_null(t);
	assert_int_equal(answers_find(&a, &in, t, &err), 0);
	assert_int_equal(table_next(t), CSVIN_RECORD);
	if (answers_read(&a, t, false, &err) == -1)
		str_adds(out, err.text);
	for (size_t i = 0; out->len == 0 && i < 3; i++)
		str_addf(out, "%d ", a.x[i]);
	answers_release(&a);
	table_free(t);
	instrument_release(&in);
}

/* Items side by side take a short way, those apart the long one; the row is
 * the same. */
static void
reads_rows_of_digits_as_it_reads_cells(void **state)
{
	static const char *const cells[] = {
	    "1", "3", "0", "4", "9", "", "12", "x", "\"2\"", "02", " "};
	struct str together = STR_INIT, apart = STR_INIT;
	char row[32];

	(void)state;
	for (size_t i = 0; i < 11 * 11 * 11; i++) {
		const char *a = cells[i % 11], *b = cells[i / 11 % 11],
			   *c = cells[i / 121];

		str_clear(&together);
		snprintf(row, sizeof(row), "i,%s,%s,%s", a, b, c);
		transcribe("id,q1,q2,q3", row, &together);
		str_clear(&apart);
		snprintf(row, sizeof(row), "%s,i,%s,%s", a, b, c);
		transcribe("q1,id,q2,q3", row, &apart);
		assert_string_equal(together.text, apart.text);
	}
	str_release(&together);
	str_release(&apart);
}

enum { MANY = 30, RECORDS = 400 };

/* Mostly answer sheets, and all that can go wrong with one. */
static void
random_file(struct str *out, int most, unsigned seed)
{
	static const char *const odd[] = {"", "", "NA", "10", "-1", "\"3\"",
	    "\"\"", "02", " 2", "x", "999", "3.0", "2,2", "\"2\n2\""};

	str_adds(out, "id");
	for (int i = 1; i <= MANY; i++)
		str_addf(out, ",q%d", i);
	for (int row = 0; row < RECORDS; row++) {
		unsigned rate = (seed >> 20) % 3 == 0 ? 40 : 100000;

		str_addf(
		    out, "\n%s%d", row % 50 == 7 ? "\"p\"\"\"," : "p", row);
		for (int i = 0; i < MANY - (row % 50 == 7); i++) {
			seed = seed * 1664525 + 1013904223;
			if ((seed >> 8) % rate == 0)
				str_addf(out, ",%s",
				    odd[(seed >> 20) % LENGTH(odd)]);
			else
				str_addf(out, ",%d",
				    (int)((seed >> 12) % (unsigned)most));
		}
		str_adds(out, row % 9 == 0 ? "\r" : "");
	}
	str_adds(out, "\n");
}

/* All that is found in a file.  A text of digits that means "no answer" has
 * the cells read one by one. */
static void
transcribe_file(struct str *out, const struct str *file, int most,
    const char *const *na, size_t nna, bool lenient)
{
	struct str text = STR_INIT;
	struct instrument in;
	struct answers a;
	struct diag err;
	struct table *t;
	int got;

	str_addf(&text, "id: many\nrange: 0..%d\n\nitem\n", most - 1);
	for (int i = 1; i <= MANY; i++)
		str_addf(&text, "q%d\n", i);
	read_ok(&in, text.text);
	t = table_new(csvin_new_mem(file->text, file->len, 1), &err);
	assert_non_null(t);
	assert_int_equal(answers_find(&a, &in, t, &err), 0);
	a.na = na;
	a.nna = nna;
	while ((got = table_next(t)) == CSVIN_RECORD || got == CSVIN_REFUSED) {
		str_addf(out, "\n%lu", table_line(t));
		if (got == CSVIN_REFUSED)
			str_adds(out, table_error(t)->text);
		else if (answers_read(&a, t, lenient, &err) == -1)
			str_addf(out, " %lu %s", err.line, err.text);
		else
			for (int i = 0; i < MANY; i++)
				str_addf(out, " %d", a.x[i]);
		str_addf(out, " %s %zu", table_cell(t, 0), a.out_of_range);
	}
	assert_int_equal(got, CSVIN_END);
	table_free(t);
	answers_release(&a);
	instrument_release(&in);
	str_release(&text);
}

static void
reads_whole_files_at_once_as_it_reads_cells(void **state)
{
	static const char *const na[] = {"NA", "0000000"};

	(void)state;
	for (unsigned seed = 1; seed <= 24; seed++) {
		struct str file = STR_INIT, quick = STR_INIT, slow = STR_INIT;
		int most = seed % 3 == 0 ? 6 : seed % 3 == 1 ? 10 : 101;

		random_file(&file, most, seed);
		transcribe_file(&quick, &file, most, na, 1, seed % 2);
		transcribe_file(&slow, &file, most, na, 2, seed % 2);
		assert_string_equal(quick.text, slow.text);
		str_release(&file);
		str_release(&quick);
		str_release(&slow);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_columns_in_any_order_and_by_their_full_name),
	    cmocka_unit_test(names_the_columns_that_are_there_when_one_is_not),
	    cmocka_unit_test(tells_an_answer_from_none),
	    cmocka_unit_test(refuses_what_the_item_does_not_allow),
	    cmocka_unit_test(leaves_out_what_stands_behind_a_closed_branch),
	    cmocka_unit_test(reads_rows_of_digits_as_it_reads_cells),
	    cmocka_unit_test(reads_whole_files_at_once_as_it_reads_cells),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
