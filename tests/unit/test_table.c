#include "test.h"

#include "stream/table.h"

static struct table *
open_text(const char *text, struct diag *err)
{
	return table_new(csvin_new_mem(text, strlen(text), 1), err);
}

static void
finds_columns_by_name_in_any_order(void **state)
{
	struct diag err;
	struct table *t = open_text("q2,id,q10,q1\n1,b,3,4\n", &err);

	(void)state;
	assert_non_null(t);
	assert_int_equal(table_columns(t), 4);
	assert_string_equal(table_name(t, 2), "q10");
	assert_int_equal(table_find(t, "q1"), 3);
	assert_int_equal(table_find(t, "q10"), 2);
	assert_int_equal(table_find(t, "id"), 1);
	assert_int_equal(table_find(t, "q"), -1);
	assert_int_equal(table_find(t, ""), -1);
	assert_int_equal(table_next(t), CSVIN_RECORD);
	assert_int_equal(table_line(t), 2);
	assert_string_equal(table_cell(t, table_find(t, "q1")), "4");
	assert_int_equal(table_next(t), CSVIN_END);
	table_free(t);
}

static void
names_the_columns_that_are_there(void **state)
{
	struct diag err;
	struct table *t = open_text("id,q1\n", &err);

	(void)state;
	assert_int_equal(table_need(t, "q1", &err), 1);
	assert_int_equal(table_need(t, "q2", &err), -1);
	assert_string_equal(err.text, "no column 'q2' (columns are: id, q1)");
	table_free(t);
}

static void
picks_a_column_by_name_before_number(void **state)
{
	struct diag err;
	struct table *t = open_text("id,1,x\n", &err);

	(void)state;
	assert_int_equal(table_pick(t, "1", &err), 1);
	assert_int_equal(table_pick(t, "3", &err), 2);
	assert_int_equal(table_pick(t, "id", &err), 0);
	assert_int_equal(table_pick(t, "0", &err), -1);
	assert_int_equal(table_pick(t, "4", &err), -1);
	assert_non_null(strstr(err.text, "columns are: id, 1, x"));
	table_free(t);
}

static void
refuses_a_ragged_record_and_goes_on(void **state)
{
	struct diag err;
	struct table *t = open_text("a,b\n1,2\n3\n\"x\ny\",4,5\n6,7\n", &err);

	(void)state;
	assert_int_equal(table_next(t), CSVIN_RECORD);
	assert_int_equal(table_next(t), CSVIN_REFUSED);
	assert_int_equal(table_error(t)->line, 3);
	assert_string_equal(
	    table_error(t)->text, "1 field where the header has 2");
	assert_int_equal(table_next(t), CSVIN_REFUSED);
	assert_int_equal(table_error(t)->line, 4);
	assert_string_equal(
	    table_error(t)->text, "3 fields where the header has 2");
	assert_int_equal(table_next(t), CSVIN_RECORD);
	assert_int_equal(table_line(t), 6);
	assert_string_equal(table_cell(t, 1), "7");
	assert_int_equal(table_next(t), CSVIN_END);
	table_free(t);
}

static void
hands_on_the_fault_of_the_reader(void **state)
{
	struct diag err;
	struct table *t = open_text("a,b\n1,\"2\"x\n", &err);

	(void)state;
	assert_int_equal(table_next(t), CSVIN_BROKEN);
	assert_int_equal(table_error(t)->line, 2);
	assert_string_equal(
	    table_error(t)->text, "column 6: text after a closing quote");
	assert_int_equal(table_errno(t), 0);
	table_free(t);
}

static void
takes_empty_cells_as_missing(void **state)
{
	struct diag err;
	struct table *t = open_text("a,b,c\n,\"\",0\n", &err);

	(void)state;
	assert_int_equal(table_next(t), CSVIN_RECORD);
	assert_true(table_missing(t, 0));
	assert_true(table_missing(t, 1));
	assert_false(table_missing(t, 2));
	assert_true(table_missing(t, -1));
	assert_string_equal(table_cell(t, -1), "");
	assert_int_equal(table_cell_len(t, -1), 0);
	assert_int_equal(table_cell_len(t, 1), 0);
	assert_int_equal(table_cell_len(t, 2), 1);
	table_free(t);
}

static void
refuses_a_header_that_cannot_be_used(void **state)
{
	static const struct {
		const char *text, *message;
		unsigned long line;
	} cases[] = {
	    {"", "no header: the input is empty", 0},
	    {"\n1\n", "header that names no column", 1},
	    {",,\n", "header that names no column", 1},
	    {"a,b,c,b\n",
		"column 'b' stands twice in the header (columns 2 and 4)", 1},
	    {"a\"\n", "column 2: quote inside an unquoted field", 1},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct diag err;

		assert_null(open_text(cases[i].text, &err));
		assert_string_equal(err.text, cases[i].message);
		assert_int_equal(err.line, cases[i].line);
	}
}

static void
allows_columns_without_a_name(void **state)
{
	struct diag err;
	struct table *t = open_text(",id,\n1,2,3\n", &err);

	(void)state;
	assert_non_null(t);
	assert_int_equal(table_find(t, ""), -1);
	assert_int_equal(table_pick(t, "3", &err), 2);
	table_free(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_columns_by_name_in_any_order),
	    cmocka_unit_test(names_the_columns_that_are_there),
	    cmocka_unit_test(picks_a_column_by_name_before_number),
	    cmocka_unit_test(refuses_a_ragged_record_and_goes_on),
	    cmocka_unit_test(hands_on_the_fault_of_the_reader),
	    cmocka_unit_test(takes_empty_cells_as_missing),
	    cmocka_unit_test(refuses_a_header_that_cannot_be_used),
	    cmocka_unit_test(allows_columns_without_a_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
