#include "test.h"

#include "base/date.h"
#include "plan/every.h"

static long
day(const char *text)
{
	struct date date;

	assert_true(date_parse(text, strlen(text), &date));
	return date_to_day(date);
}

static void
reads_the_three_kinds_and_nothing_else(void **state)
{
	static const char *const bad[] = {"", "1w", "+w", "+0w", "+1", "+1x",
	    "+-1w", "+++1w", "..+1w", "+1000d", ".1w", "+1w ", "++", ".+"};
	struct every e = {.n = 7};

	(void)state;
	for (size_t i = 0; i < LENGTH(bad); i++)
		assert_false(every_parse(bad[i], &e));
	assert_int_equal(e.n, 7);
	assert_true(every_parse("mon,tue,wed,thu,fri,sat,sun", &e));
	assert_true(every_parse("+2d", &e));
	assert_int_equal(e.kind, EVERY_DUE);
	assert_int_equal(e.n, 2);
	assert_int_equal(e.unit, 'd');
	assert_true(every_parse("++1w", &e));
	assert_int_equal(e.kind, EVERY_NEXT);
	assert_true(every_parse(".+12m", &e));
	assert_int_equal(e.kind, EVERY_DONE);
	assert_true(every_parse("mon,thu", &e));
	assert_int_equal(e.kind, EVERY_DAYS);
	assert_int_equal(e.days, 1 << 1 | 1 << 4);
	assert_false(every_parse("mon,1w", &e));
}

/* 2026-11-23 is a Monday (cal 11 2026). */
static void
comes_round_on_days_of_the_week(void **state)
{
	struct every e;
	int times = 0;

	(void)state;
	assert_true(every_parse("mon;thu", &e));
	assert_int_equal(
	    every_from(&e, 0, day("2026-11-24")), day("2026-11-26"));
	/* done late, on the day, and before it was due */
	assert_int_equal(
	    every_next(&e, day("2026-11-23"), &times, day("2026-11-25")),
	    day("2026-11-26"));
	assert_int_equal(
	    every_next(&e, day("2026-11-26"), &times, day("2026-11-26")),
	    day("2026-11-30"));
	assert_int_equal(
	    every_next(&e, day("2026-11-30"), &times, day("2026-11-28")),
	    day("2026-12-03"));
}

/* The days of a step done on the given days, as the Org manual describes the
 * three cookies ("Repeated tasks"). */
static void
comes_round_as_org_mode_has_it(void **state)
{
	static const struct {
		const char *span, *first, *done[3], *next[3];
	} cases[] = {
	    {"+1w", "2026-11-02", {"2026-11-20", "2026-11-20", "2026-11-20"},
		{"2026-11-09", "2026-11-16", "2026-11-23"}},
	    {"++1w", "2026-11-02", {"2026-11-20", "2026-11-23", "2026-11-24"},
		{"2026-11-23", "2026-11-30", "2026-12-07"}},
	    {".+1w", "2026-11-02", {"2026-11-20", "2026-11-28", "2026-12-05"},
		{"2026-11-27", "2026-12-05", "2026-12-12"}},
	    {"+1m", "2026-01-31", {"2026-01-31", "2026-02-28", "2026-03-31"},
		{"2026-02-28", "2026-03-31", "2026-04-30"}},
	    {"++1y", "2024-02-29", {"2026-05-01", "2027-02-28", "2028-01-01"},
		{"2027-02-28", "2028-02-29", "2029-02-28"}},
	    {".+10d", "2026-12-25", {"2026-12-25", "2027-01-04", "2027-01-14"},
		{"2027-01-04", "2027-01-14", "2027-01-24"}},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct every e;
		int times = 0;

		assert_true(every_parse(cases[i].span, &e));
		for (int k = 0; k < 3; k++)
			assert_int_equal(every_next(&e, day(cases[i].first),
					     &times, day(cases[i].done[k])),
			    day(cases[i].next[k]));
	}
}

/* A journal may hold a million tries of one step. */
static void
counts_on_beyond_the_calendar(void **state)
{
	static const char *const spans[] = {"+999y", "+999m", "++999y"};
	struct every e;

	(void)state;
	for (size_t i = 0; i < LENGTH(spans); i++) {
		int times = 1000000;

		assert_true(every_parse(spans[i], &e));
		assert_true(every_next(&e, day("2026-11-22"), &times,
				day("9999-12-31")) > DATE_LAST);
	}
	assert_int_equal(DATE_LAST, day("9999-12-31"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_the_three_kinds_and_nothing_else),
	    cmocka_unit_test(comes_round_on_days_of_the_week),
	    cmocka_unit_test(comes_round_as_org_mode_has_it),
	    cmocka_unit_test(counts_on_beyond_the_calendar),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
