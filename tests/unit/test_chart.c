#include "test.h"

#include "cli/chart.h"

static char text[4096];

static struct term
begin(bool utf8)
{
	struct term t = {.utf8 = utf8, .width = 40, .height = 24};

	memset(text, 0, sizeof text);
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
bar_shows_value_and_error(void **state)
{
	static const struct {
		double value, low, high;
		const char *out;
	} rows[] = {
	    {0, NAN, NAN, ".........."},
	    {1, NAN, NAN, "##########"},
	    {0.5, NAN, NAN, "#####....."},
	    {0.5, 0.3, 0.7, "###==--..."},
	    {0.5, 0.5, 0.5, "#####....."},
	    {0.9, 0.7, 1.2, "#######==-"},
	    {0.1, -0.2, 0.3, "=--......."},
	    {0.5, 0.3, NAN, "###==....."},
	    {-1, NAN, NAN, ".........."},
	    {7, NAN, NAN, "##########"},
	    {NAN, NAN, NAN, ".........."},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct term t = begin(false);

		chart_bar(&t, rows[i].value, rows[i].low, rows[i].high, 10);
		assert_string_equal(end(&t), rows[i].out);
	}
}

static void
bar_in_utf8_has_the_same_cells(void **state)
{
	struct term t = begin(true);

	(void)state;
	chart_bar(&t, 0.5, 0.25, 0.75, 4);
	assert_string_equal(end(&t), "█▓▒░");
}

static void
histogram_fits_the_width(void **state)
{
	static const char *const labels[] = {"1", "10", "x"};
	static const unsigned long counts[] = {100, 50, 0};
	struct term t = begin(false);

	(void)state;
	/* 40 columns: label 2, two blanks, bar 31, blank, count 3 and one to
	 * spare */
	chart_histogram(&t, labels, counts, 3);
	assert_string_equal(end(&t),
	    " 1  ############################### 100\n"
	    "10  ################ 50\n"
	    " x  0\n");
}

static void
histogram_hides_no_count(void **state)
{
	static const unsigned long counts[] = {1000000, 1};
	struct term t = begin(false);
	const char *second;

	(void)state;
	chart_histogram(&t, NULL, counts, 2);
	second = strchr(end(&t), '\n') + 1;
	assert_string_equal(second, "# 1\n");
}

static void
histogram_of_nothing_prints_zeros(void **state)
{
	static const unsigned long counts[] = {0, 0};
	struct term t = begin(false);

	(void)state;
	chart_histogram(&t, NULL, counts, 2);
	assert_string_equal(end(&t), "0\n0\n");
}

static void
spark_runs_from_lowest_to_highest(void **state)
{
	static const double values[] = {1, 2, 3, 4, 5, 6, 7, 8};
	struct term t = begin(true);

	(void)state;
	chart_spark(&t, values, 8);
	assert_string_equal(end(&t), "▁▂▃▄▅▆▇█");
	t = begin(false);
	chart_spark(&t, values, 8);
	assert_string_equal(end(&t), ".:-=+*%#");
}

static void
spark_leaves_gaps_and_levels(void **state)
{
	static const double gaps[] = {3, NAN, 9}, level[] = {5, 5, NAN},
			    none[] = {NAN, NAN};
	struct term t = begin(true);

	(void)state;
	chart_spark(&t, gaps, 3);
	assert_string_equal(end(&t), "▁ █");
	t = begin(true);
	chart_spark(&t, level, 3);
	assert_string_equal(end(&t), "▄▄ ");
	t = begin(true);
	chart_spark(&t, none, 2);
	assert_string_equal(end(&t), "  ");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(bar_shows_value_and_error),
	    cmocka_unit_test(bar_in_utf8_has_the_same_cells),
	    cmocka_unit_test(histogram_fits_the_width),
	    cmocka_unit_test(histogram_hides_no_count),
	    cmocka_unit_test(histogram_of_nothing_prints_zeros),
	    cmocka_unit_test(spark_runs_from_lowest_to_highest),
	    cmocka_unit_test(spark_leaves_gaps_and_levels),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
