#include "cli/plot.h"

#include "test.h"

static char *text;
static size_t text_len;

static struct term
begin(bool utf8)
{
	struct term t = {.utf8 = utf8, .width = 40};

	free(text);
	text = NULL;
	t.fp = open_memstream(&text, &text_len);
	assert_non_null(t.fp);
	return t;
}

static const char *
end(const struct term *t)
{
	fclose(t->fp);
	return text;
}

static void
columns_leave_room_for_the_axis(void **state)
{
	struct term t = {.width = 40};

	(void)state;
	assert_int_equal(plot_columns(&t, 65), 32);
	assert_int_equal(plot_columns(&t, 20), 20);
}

/* Two rows of eight levels each, from 0 to 4. */
static void
area_rises_in_eighths_of_a_row(void **state)
{
	static const double values[] = {0, 0.25, 1, 2, 3, 4, 9};
	struct term t = begin(true);

	(void)state;
	plot_area(&t, values, 7, 4, 2);
	assert_string_equal(end(&t),
	    "    4 │    ▄██\n"
	    "    0 │ ▁▄████\n");
	t = begin(false);
	plot_area(&t, values, 7, 4, 2);
	assert_string_equal(end(&t),
	    "    4 |    :##\n"
	    "    0 |  :####\n");
}

static void
curves_are_drawn_in_their_digits(void **state)
{
	static const double values[] = {1, 0.5, 0, 0, 0.5, 1};
	struct term t = begin(false);

	(void)state;
	plot_curves(&t, values, 2, 3, 3);
	assert_string_equal(end(&t),
	    "    1 |0 1\n"
	    "      | 1 \n"
	    "    0 |1 0\n");
}

static void
axis_puts_each_number_below_its_column(void **state)
{
	struct term t = begin(false);

	(void)state;
	plot_axis(&t, 9, -1, 1);
	assert_string_equal(end(&t), "      -1   0   1\n");
	t = begin(false);
	plot_axis(&t, 17, -4, 4);
	assert_string_equal(end(&t), "      -4  -2   0 1 2 3 4\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(columns_leave_room_for_the_axis),
	    cmocka_unit_test(area_rises_in_eighths_of_a_row),
	    cmocka_unit_test(curves_are_drawn_in_their_digits),
	    cmocka_unit_test(axis_puts_each_number_below_its_column),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	free(text);
	return failed;
}
