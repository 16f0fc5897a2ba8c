#include "test.h"

#include "base/date.h"
#include "plan/schedule.h"

/* 2026-11-23 is a Monday. */
static long
monday(void)
{
	return date_to_day((struct date){2026, 11, 23});
}

static void
keeps_to_the_number_of_tries_a_week(void **state)
{
	/* days after Monday, by hand: at least 7/n days apart, at most n in
	 * any seven days */
	static const struct {
		int per_week;
		const char *days;
		long expected[8];
	} cases[] = {
	    {1, "", {0, 7, 14, 21, 28, 35, 42, 49}},
	    {2, "", {0, 3, 7, 10, 14, 17, 21, 24}},
	    {3, "", {0, 2, 4, 7, 9, 11, 14, 16}},
	    {7, "", {0, 1, 2, 3, 4, 5, 6, 7}},
	    {3, "wed", {0, 3, 5, 7, 10, 12, 14, 17}},
	    {7, "sat;sun", {0, 1, 2, 3, 4, 7, 8, 9}},
	    {3, "mon;tue;wed;thu;fri;sat", {6, 13, 20, 27, 34, 41, 48, 55}},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct schedule s = {.per_week = cases[i].per_week};
		struct schedule_past past = {0};
		long day;

		assert_null(schedule_days(cases[i].days, &s.quiet));
		day = schedule_from(&s, monday());
		for (int k = 0; k < 8; k++) {
			assert_int_equal(day - monday(), cases[i].expected[k]);
			schedule_remember(&past, day);
			day = schedule_next(&s, &past);
		}
	}
}

static void
reads_days_of_the_week(void **state)
{
	unsigned quiet = 99;

	(void)state;
	assert_non_null(schedule_days("monday", &quiet));
	assert_non_null(schedule_days("sat sun", &quiet));
	assert_non_null(schedule_days("mon,tue,wed,thu,fri,sat,sun", &quiet));
	assert_int_equal(quiet, 99);
	assert_true(schedule_list("mon,tue,wed,thu,fri,sat,sun", &quiet));
	assert_int_equal(quiet, 254);
	assert_null(schedule_days("sat,sun", &quiet));
	assert_int_equal(quiet, 1 << 6 | 1 << 7);
	assert_null(schedule_days("", &quiet));
	assert_int_equal(quiet, 0);
}

static void
writes_itself_as_it_reads(void **state)
{
	struct schedule s = {5, 1 << 1 | 1 << 7}, got;
	struct str text = STR_INIT;

	(void)state;
	schedule_format(&text, &s);
	assert_string_equal(text.text, "per-week=5 quiet-days=mon;sun");
	schedule_parse(&got, text.text);
	assert_int_equal(got.per_week, 5);
	assert_int_equal(got.quiet, s.quiet);
	str_release(&text);
	schedule_parse(&got, "per-week=9 moon=full quiet-days=never per-week");
	assert_int_equal(got.per_week, SCHEDULE_PER_WEEK);
	assert_int_equal(got.quiet, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(keeps_to_the_number_of_tries_a_week),
	    cmocka_unit_test(reads_days_of_the_week),
	    cmocka_unit_test(writes_itself_as_it_reads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
