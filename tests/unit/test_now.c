#include "child.h"

#include "base/msg.h"
#include "cli/now.h"

#include <time.h>

static const struct opt_spec options[] = {{0}};
static const struct opt_tool tool = {.name = "tool", .opts = options};
static const struct opt opt = {.tool = &tool};

static void
zone(const char *tz)
{
	setenv("TZ", tz, 1);
	tzset();
}

static void
reads_what_it_is_told(void **state)
{
	static const struct {
		const char *tz, *text, *out;
	} rows[] = {
	    {"UTC0", "2026-11-22", "2026-11-22T12:00:00Z"},
	    /* Central Europe: +1 in winter, +2 in summer */
	    {"CET-1CEST,M3.5.0,M10.5.0/3", "2026-01-15",
		"2026-01-15T12:00:00+01:00"},
	    {"CET-1CEST,M3.5.0,M10.5.0/3", "2026-07-15",
		"2026-07-15T12:00:00+02:00"},
	    {"NST3:30", "2026-07-15", "2026-07-15T12:00:00-03:30"},
	    {"CET-1", "2026-07-15T08:30:00-05:00", "2026-07-15T08:30:00-05:00"},
	    {"CET-1", "2026-07-15T08:30Z", "2026-07-15T08:30:00Z"},
	    {"CET-1", "1950-03-01", "1950-03-01T12:00:00+01:00"},
	};
	char buf[MOMENT_MAX];

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		zone(rows[i].tz);
		moment_format(buf, now_read(&opt, rows[i].text));
		assert_string_equal(buf, rows[i].out);
	}
}

static void
reads_the_clock(void **state)
{
	struct timespec before, after;
	struct moment at;

	(void)state;
	zone("NST3:30");
	/* time() is no bound: it may lag behind this clock by a tick */
	clock_gettime(CLOCK_REALTIME, &before);
	at = now_read(&opt, NULL);
	clock_gettime(CLOCK_REALTIME, &after);
	assert_in_range(at.us, (int64_t)before.tv_sec * 1000000,
	    ((int64_t)after.tv_sec + 1) * 1000000);
	assert_int_equal(at.offset_min, -210);
}

static void
read_bad(void *text)
{
	msg_init("tool");
	now_read(&opt, text);
}

static void
refuses_what_is_no_time(void **state)
{
	static const char *const rows[] = {"", "soon", "2026-02-30", "2026-7-1",
	    "2026-07-15T08:30", "2026-07-15 "};
	char copy[32];
	struct child c;

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		snprintf(copy, sizeof copy, "%s", rows[i]);
		child_run(&c, read_bad, copy);
		assert_int_equal(c.code, RC_USAGE);
		assert_contains(c.err, "option '--now': ");
		assert_contains(c.err, rows[i]);
	}
}

static void
offset_follows_the_season(void **state)
{
	(void)state;
	zone("CET-1CEST,M3.5.0,M10.5.0/3");
	assert_int_equal(now_offset(1767268800LL * 1000000), 60);
	assert_int_equal(now_offset(1782907200LL * 1000000), 120);
	assert_int_equal(now_offset(-1), 60);
}

static void
entropy_differs(void **state)
{
	(void)state;
	assert_true(now_entropy() != now_entropy());
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_what_it_is_told),
	    cmocka_unit_test(reads_the_clock),
	    cmocka_unit_test(refuses_what_is_no_time),
	    cmocka_unit_test(offset_follows_the_season),
	    cmocka_unit_test(entropy_differs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
