#include "test.h"

#include "quiz/cells.h"
#include "quiz/instrument.h"

enum { COUNT = 11 };

static struct table *
open_cells(const char *id, const char *cells)
{
	char text[512];
	struct diag err;
	struct table *t;

	snprintf(text, sizeof(text), "id,a,b,c,d,e,f,g,h,i,j,k,z\n%s,%s,9\n",
	    id, cells);
	t = table_new(csvin_new_mem(text, strlen(text), 1), &err);
	assert_non_null(t);
	assert_int_equal(table_next(t), CSVIN_RECORD);
	return t;
}

/* Reads columns a to k, or where turned k to a, with numbers in min..max. */
static bool
read_cells(const char *cells, int min, int max, bool turned, int *x)
{
	struct table *t = open_cells("p1", cells);
	int cols[COUNT], mins[COUNT], maxs[COUNT];
	struct cells c;
	bool read;

	for (int i = 0; i < COUNT; i++) {
		cols[i] = turned ? COUNT - i : 1 + i;
		mins[i] = min;
		maxs[i] = max;
	}
	cells_init(&c, cols, mins, maxs, COUNT);
	read = cells_read(&c, t, x);
	cells_release(&c);
	table_free(t);
	return read;
}

static void
reads_digits_side_by_side(void **state)
{
	int x[COUNT + CELLS_SLACK];

	(void)state;
	assert_true(read_cells("1,2,3,4,5,1,2,3,4,5,0", 0, 5, false, x));
	for (int i = 0; i < COUNT - 1; i++)
		assert_int_equal(x[i], 1 + i % 5);
	assert_int_equal(x[COUNT - 1], 0);
}

static void
reads_columns_in_any_order(void **state)
{
	int x[COUNT + CELLS_SLACK];

	(void)state;
	assert_true(read_cells("1,2,3,4,5,6,7,8,9,10,9999", 0, 9999, true, x));
	assert_int_equal(x[0], 9999);
	assert_int_equal(x[1], 10);
	assert_int_equal(x[COUNT - 1], 1);
}

static void
reads_numbers_of_any_length_and_gaps(void **state)
{
	static const int expected[COUNT] = {7, 42, 999, 1234, ANSWER_MISSING, 5,
	    0, 0, 100, ANSWER_MISSING, ANSWER_MISSING};
	int x[COUNT + CELLS_SLACK];

	(void)state;
	assert_true(
	    read_cells("7,42,999,1234,,05,0,0000,100,,", 0, 9999, false, x));
	assert_memory_equal(x, expected, sizeof(expected));
	assert_true(read_cells("1,1,1,1,,1,1,1,1,1,1", 1, 5, false, x));
	assert_int_equal(x[4], ANSWER_MISSING);
	assert_int_equal(x[5], 1);
}

static void
leaves_all_else_alone(void **state)
{
	static const char *const odd[] = {"6", "-1", "+1", "\"1\"", " 1", "1 ",
	    "a", "/", ":", "1.", "00001", "12345", "x1", "1x", "\"\"", "\xb1",
	    "1\xb1", "99999999"};
	int x[COUNT + CELLS_SLACK];

	(void)state;
	for (size_t i = 0; i < LENGTH(odd); i++) {
		char cells[64];

		for (int at = 0; at < COUNT; at++) {
			cells[0] = '\0';
			for (int j = 0; j < COUNT; j++) {
				strcat(cells, j > 0 ? "," : "");
				strcat(cells, j == at ? odd[i] : "3");
			}
			assert_false(read_cells(cells, 0, 5, false, x));
			assert_false(read_cells(cells, 0, 5, true, x));
		}
	}
}

static void
keeps_to_the_range_of_each_cell(void **state)
{
	struct table *t = open_cells("", "1,2,3,4,5,6,7,8,9,0,1");
	int cols[COUNT], min[COUNT], max[COUNT], x[COUNT + CELLS_SLACK];

	(void)state;
	for (int i = 0; i < COUNT; i++) {
		cols[i] = 1 + i;
		min[i] = max[i] = (1 + i) % 10;
	}
	for (int wrong = -1; wrong < 2 * COUNT; wrong++) {
		struct cells c;
		int *bound = wrong < COUNT ? min : max;

		if (wrong >= 0)
			bound[wrong % COUNT] += wrong < COUNT ? 1 : -1;
		cells_init(&c, cols, min, max, COUNT);
		assert_int_equal(cells_read(&c, t, x), wrong == -1);
		cells_release(&c);
		if (wrong >= 0)
			bound[wrong % COUNT] -= wrong < COUNT ? 1 : -1;
	}
	table_free(t);
}

static void
reads_a_record_that_is_all_answers(void **state)
{
	static const char text[] = "a,b\n4,2\n";
	struct diag err;
	struct table *t = table_new(csvin_new_mem(text, strlen(text), 1), &err);
	int x[2 + CELLS_SLACK];
	struct cells c;

	(void)state;
	cells_init(&c, (int[]){0, 1}, (int[]){0, 0}, (int[]){4, 4}, 2);
	assert_int_equal(table_next(t), CSVIN_RECORD);
	assert_true(cells_read(&c, t, x));
	assert_int_equal(x[0], 4);
	assert_int_equal(x[1], 2);
	cells_release(&c);
	table_free(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_digits_side_by_side),
	    cmocka_unit_test(reads_columns_in_any_order),
	    cmocka_unit_test(reads_numbers_of_any_length_and_gaps),
	    cmocka_unit_test(leaves_all_else_alone),
	    cmocka_unit_test(keeps_to_the_range_of_each_cell),
	    cmocka_unit_test(reads_a_record_that_is_all_answers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
