#include "base/date.h"

#include "test.h"

/* An independent calendar: walks day by day, with the rules as Pope Gregory's
 * bull has them. */
static struct date
next_day(struct date d)
{
	static const int days[] = {
	    31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int last = days[d.m - 1];

	if (d.m == 2) {
		last = 28;
		if (d.y % 4 == 0)
			last = 29;
		if (d.y % 100 == 0)
			last = 28;
		if (d.y % 400 == 0)
			last = 29;
	}
	if (++d.d > last) {
		d.d = 1;
		if (++d.m > 12) {
			d.m = 1;
			d.y++;
		}
	}
	return d;
}

static void
assert_date(struct date d, int y, int m, int day)
{
	assert_int_equal(d.y, y);
	assert_int_equal(d.m, m);
	assert_int_equal(d.d, day);
}

static void
counts_every_day_of_400_years_as_a_calendar_does(void **state)
{
	struct date d = {1799, 12, 31};
	long day = date_to_day(d);

	(void)state;
	while (d.y < 2201) {
		assert_true(date_valid(d));
		assert_int_equal(date_to_day(d), day);
		assert_date(date_from_day(day), d.y, d.m, d.d);
		d = next_day(d);
		day++;
	}
	assert_int_equal(day - date_to_day((struct date){1799, 12, 31}),
	    146097 + 366); /* 400 years, the last day of 1799, and 2200 */
}

static void
counts_from_1970(void **state)
{
	(void)state;
	assert_int_equal(date_to_day((struct date){1970, 1, 1}), 0);
	assert_int_equal(date_to_day((struct date){1969, 12, 31}), -1);
	/* date -u -d 9999-12-31 +%s, and of 0001-01-01, by 86400 */
	assert_int_equal(date_to_day((struct date){9999, 12, 31}), 2932896);
	assert_int_equal(date_to_day((struct date){1, 1, 1}), -719162);
	assert_date(date_from_day(-719162), 1, 1, 1);
}

static void
knows_the_weekday(void **state)
{
	static const struct {
		struct date date;
		int weekday;
	} cases[] = {
	    {{1970, 1, 1}, 4},   /* Thursday */
	    {{1969, 7, 20}, 7},  /* first people on the Moon: a Sunday */
	    {{1582, 10, 15}, 5}, /* first day of the calendar: a Friday */
	    {{2000, 1, 1}, 6},   /* Saturday */
	    {{1900, 1, 1}, 1},   /* Monday */
	    {{2024, 2, 29}, 4},  /* Thursday */
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++)
		assert_int_equal(
		    date_weekday(date_to_day(cases[i].date)), cases[i].weekday);
}

static void
refuses_days_that_do_not_exist(void **state)
{
	static const char *const texts[] = {"2023-02-29", "1900-02-29",
	    "2024-04-31", "2024-00-10", "2024-13-01", "2024-01-00",
	    "2024-01-32", "0000-01-01"};
	struct date d = {1, 2, 3};

	(void)state;
	for (size_t i = 0; i < LENGTH(texts); i++)
		assert_false(date_parse(texts[i], 10, &d));
	assert_date(d, 1, 2, 3);
}

static void
reads_whole_texts_of_one_form_only(void **state)
{
	static const char *const texts[] = {"", "2024", "2024-2-9", "2024-02-9",
	    " 2024-02-09", "2024-02-09 ", "2024/02/09", "20240209",
	    "-024-02-09", "2024-02-0x", "+024-02-09"};
	struct date d;

	(void)state;
	for (size_t i = 0; i < LENGTH(texts); i++)
		assert_false(date_parse(texts[i], strlen(texts[i]), &d));
	assert_true(date_parse("2000-02-29", 10, &d));
	assert_date(d, 2000, 2, 29);
	assert_true(date_parse("2000-02-29T10:00Z", 10, &d));
}

static void
formats_as_iso_8601(void **state)
{
	char buf[DATE_MAX];

	(void)state;
	assert_int_equal(date_format(buf, (struct date){7, 3, 9}), 10);
	assert_string_equal(buf, "0007-03-09");
}

static void
adds_months_and_stays_in_the_month(void **state)
{
	static const struct {
		struct date from;
		int n;
		struct date to;
	} cases[] = {
	    {{2024, 1, 31}, 1, {2024, 2, 29}},
	    {{2023, 1, 31}, 1, {2023, 2, 28}},
	    {{2024, 1, 15}, 12, {2025, 1, 15}},
	    {{2024, 2, 29}, 12, {2025, 2, 28}},
	    {{2024, 3, 31}, -1, {2024, 2, 29}},
	    {{2024, 1, 10}, -1, {2023, 12, 10}},
	    {{2024, 1, 10}, -13, {2022, 12, 10}},
	    {{2024, 12, 31}, 2, {2025, 2, 28}},
	    {{2024, 5, 5}, 0, {2024, 5, 5}},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++)
		assert_date(date_add_months(cases[i].from, cases[i].n),
		    cases[i].to.y, cases[i].to.m, cases[i].to.d);
}

/* Microseconds by "date -u -d TEXT +%s", but for the fractions. */
static void
reads_moments_at_their_offset(void **state)
{
	static const struct {
		const char *text;
		int64_t us;
		int offset_min;
	} cases[] = {
	    {"1970-01-01T00:00Z", 0, 0},
	    {"1970-01-01T00:00:00Z", 0, 0},
	    {"2024-02-29T12:34:56Z", 1709210096000000, 0},
	    {"2024-02-29T12:34:56+01:00", 1709206496000000, 60},
	    {"2024-02-29 12:34:56-05:30", 1709229896000000, -330},
	    {"1969-12-31T23:59:59.5Z", -500000, 0},
	    {"1970-01-01T00:00:00.000001Z", 1, 0},
	    {"1970-01-01T00:00:00.123456789Z", 123456, 0},
	};
	struct moment at;

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		assert_true(
		    moment_parse(cases[i].text, strlen(cases[i].text), 0, &at));
		assert_true(at.us == cases[i].us);
		assert_int_equal(at.offset_min, cases[i].offset_min);
	}
}

static void
takes_a_bare_date_as_midnight_at_the_offset_given(void **state)
{
	struct moment at;

	(void)state;
	assert_true(moment_parse("2024-02-29", 10, 120, &at));
	assert_true(at.us == (1709164800 - 7200) * INT64_C(1000000));
	assert_int_equal(at.offset_min, 120);
	assert_date(moment_date(at), 2024, 2, 29);
	assert_int_equal(moment_minute(at), 0);
}

static void
refuses_what_is_no_moment(void **state)
{
	static const char *const texts[] = {"", "2024-02-29T", "2024-02-29T12Z",
	    "2024-02-29T12:00", "2024-02-29T12:00:00", "2024-02-29T24:00Z",
	    "2024-02-29T12:60Z", "2024-02-29T12:00:60Z",
	    "2024-02-29T12:00:00.Z", "2024-02-29T12:00:00,5Z",
	    "2024-02-29T12:00Z ", "2024-02-29T12:00+1:00",
	    "2024-02-29T12:00+0100", "2024-02-29T12:00+24:00",
	    "2024-02-29x12:00Z", "2024-02-30T12:00Z", "2024-02-29T1a:00Z"};
	struct moment at = {5, 6};

	(void)state;
	for (size_t i = 0; i < LENGTH(texts); i++)
		assert_false(moment_parse(texts[i], strlen(texts[i]), 0, &at));
	assert_true(at.us == 5 && at.offset_min == 6);
}

static void
writes_back_the_moments_it_reads(void **state)
{
	static const char *const texts[] = {"1970-01-01T00:00:00Z",
	    "2024-02-29T23:59:59+14:00", "2024-03-01T00:00:00-12:00",
	    "1969-12-31T23:59:59.999999Z", "0001-01-01T00:00:00+05:30",
	    "9999-12-31T23:59:59.000001-00:30"};
	char buf[MOMENT_MAX];
	struct moment at;

	(void)state;
	for (size_t i = 0; i < LENGTH(texts); i++) {
		assert_true(moment_parse(texts[i], strlen(texts[i]), 0, &at));
		assert_int_equal(moment_format(buf, at), strlen(texts[i]));
		assert_string_equal(buf, texts[i]);
	}
}

static void
tells_the_day_and_the_minute_at_the_own_offset(void **state)
{
	struct moment at;
	const char *text = "2024-01-01T00:30:59+02:00";

	(void)state;
	assert_true(moment_parse(text, strlen(text), 0, &at));
	assert_date(moment_date(at), 2024, 1, 1);
	assert_int_equal(moment_minute(at), 30);
	at.offset_min = 0;
	assert_date(moment_date(at), 2023, 12, 31);
	assert_int_equal(moment_minute(at), 22 * 60 + 30);
}

static void
tells_the_day_of_moments_with_and_without_an_offset(void **state)
{
	static const char *const good[] = {"2026-03-07", "2026-03-07T18:30",
	    "2026-03-07 18:30:05.25", "2026-03-07T23:59Z",
	    "2026-03-07T00:30+02:00"};
	static const char *const bad[] = {"", "2026-02-30", "2026-03-07xyz",
	    "2026-03-07T25:99Z", "2026-03-07T", "2026-03-07T18:30x",
	    "2026-03-07T18:30Zx", "03/07/2026", "2026-03-07."};
	struct date date = {1, 1, 1};

	(void)state;
	for (size_t i = 0; i < LENGTH(good); i++) {
		assert_true(date_told(good[i], strlen(good[i]), &date));
		assert_int_equal(date.m * 100 + date.d, 307);
	}
	date.y = 1;
	for (size_t i = 0; i < LENGTH(bad); i++)
		assert_false(date_told(bad[i], strlen(bad[i]), &date));
	assert_int_equal(date.y, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(counts_every_day_of_400_years_as_a_calendar_does),
	    cmocka_unit_test(counts_from_1970),
	    cmocka_unit_test(knows_the_weekday),
	    cmocka_unit_test(refuses_days_that_do_not_exist),
	    cmocka_unit_test(reads_whole_texts_of_one_form_only),
	    cmocka_unit_test(formats_as_iso_8601),
	    cmocka_unit_test(adds_months_and_stays_in_the_month),
	    cmocka_unit_test(reads_moments_at_their_offset),
	    cmocka_unit_test(takes_a_bare_date_as_midnight_at_the_offset_given),
	    cmocka_unit_test(refuses_what_is_no_moment),
	    cmocka_unit_test(writes_back_the_moments_it_reads),
	    cmocka_unit_test(tells_the_day_and_the_minute_at_the_own_offset),
	    cmocka_unit_test(
		tells_the_day_of_moments_with_and_without_an_offset),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
