#include "base/date.h"

#include <string.h>

enum {
	DAYS_PER_ERA = 146097, /* 400 years */
	EPOCH_SHIFT = 719468,  /* days from 0000-03-01 to 1970-01-01 */
};
static const int64_t US_PER_MINUTE = 60000000;
static const int64_t US_PER_DAY = 86400000000;

static bool
is_leap(int y)
{
	return y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
}

static int
month_days(int y, int m)
{
	static const int days[] = {
	    31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return m == 2 && is_leap(y) ? 29 : days[m - 1];
}

bool
date_valid(struct date date)
{
	return date.y >= 1 && date.y <= 9999 && date.m >= 1 && date.m <= 12 &&
	    date.d >= 1 && date.d <= month_days(date.y, date.m);
}

static int64_t
floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* Years begin in March, so that the leap day is the last of its year. */
long
date_to_day(struct date date)
{
	long y = date.m <= 2 ? date.y - 1 : date.y;
	long era = (long)floor_div(y, 400), year_of_era = y - era * 400;
	long month = (date.m + 9) % 12;
	long day_of_year = (153 * month + 2) / 5 + date.d - 1;
	long day_of_era = year_of_era * 365 + year_of_era / 4 -
	    year_of_era / 100 + day_of_year;

	return era * DAYS_PER_ERA + day_of_era - EPOCH_SHIFT;
}

struct date
date_from_day(long day)
{
	long shifted = day + EPOCH_SHIFT;
	long era = (long)floor_div(shifted, DAYS_PER_ERA);
	long day_of_era = shifted - era * DAYS_PER_ERA;
	long year_of_era = (day_of_era - day_of_era / 1460 +
			       day_of_era / 36524 - day_of_era / 146096) /
	    365;
	long day_of_year = day_of_era -
	    (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	long month = (5 * day_of_year + 2) / 153;
	struct date date;

	date.d = (int)(day_of_year - (153 * month + 2) / 5 + 1);
	date.m = (int)(month < 10 ? month + 3 : month - 9);
	date.y = (int)(year_of_era + era * 400 + (date.m <= 2));
	return date;
}

int
date_weekday(long day)
{
	long since_monday = (day + 3) % 7; /* day 0 was a Thursday */

	return (int)(since_monday < 0 ? since_monday + 8 : since_monday + 1);
}

struct date
date_add_months(struct date date, int n)
{
	int64_t months = (int64_t)date.y * 12 + date.m - 1 + n;
	int last;

	date.y = (int)floor_div(months, 12);
	date.m = (int)(months - (int64_t)date.y * 12) + 1;
	last = month_days(date.y, date.m);
	if (date.d > last)
		date.d = last;
	return date;
}

/* A cursor over the text of a date or a moment. */
struct scan {
	const char *at, *end;
};

static inline bool
scan_digit(struct scan *s, int *out)
{
	if (s->at == s->end || *s->at < '0' || *s->at > '9')
		return false;
	*out = *s->at++ - '0';
	return true;
}

static inline bool
scan_two(struct scan *s, int *out)
{
	int tens, ones;

	if (!scan_digit(s, &tens) || !scan_digit(s, &ones))
		return false;
	*out = tens * 10 + ones;
	return true;
}

static bool
scan_year(struct scan *s, int *out)
{
	int century, year;

	if (!scan_two(s, &century) || !scan_two(s, &year))
		return false;
	*out = century * 100 + year;
	return true;
}

static bool
scan_char(struct scan *s, char c)
{
	if (s->at == s->end || *s->at != c)
		return false;
	s->at++;
	return true;
}

static bool
scan_date(struct scan *s, struct date *out)
{
	return scan_year(s, &out->y) && scan_char(s, '-') &&
	    scan_two(s, &out->m) && scan_char(s, '-') && scan_two(s, &out->d) &&
	    date_valid(*out);
}

bool
date_parse(const char *text, size_t len, struct date *out)
{
	struct scan s = {text, text + len};
	struct date date;

	if (!scan_date(&s, &date) || s.at != s.end)
		return false;
	*out = date;
	return true;
}

/* "HH:MM" in minutes. */
static bool
scan_minutes(struct scan *s, int *out)
{
	int hour, minute;

	if (!scan_two(s, &hour) || !scan_char(s, ':') ||
	    !scan_two(s, &minute) || hour > 23 || minute > 59)
		return false;
	*out = hour * 60 + minute;
	return true;
}

/* The digits behind the seconds' point, as microseconds; a finer rest is
 * dropped. */
static bool
scan_fraction(struct scan *s, int64_t *us)
{
	int64_t unit = 100000;
	int digit;

	if (!scan_digit(s, &digit))
		return false;
	do {
		*us += digit * unit;
		unit /= 10;
	} while (scan_digit(s, &digit));
	return true;
}

/* [":SS" [".f..."]] in microseconds. */
static bool
scan_seconds(struct scan *s, int64_t *us)
{
	int second;

	*us = 0;
	if (!scan_char(s, ':'))
		return true;
	if (!scan_two(s, &second) || second > 59)
		return false;
	*us = (int64_t)second * 1000000;
	return !scan_char(s, '.') || scan_fraction(s, us);
}

static bool
scan_offset(struct scan *s, int *offset_min)
{
	int sign = 1;

	*offset_min = 0;
	if (scan_char(s, 'Z'))
		return true;
	if (scan_char(s, '-'))
		sign = -1;
	else if (!scan_char(s, '+'))
		return false;
	if (!scan_minutes(s, offset_min))
		return false;
	*offset_min *= sign;
	return true;
}

/* "THH:MM[:SS[.f...]]", or with a blank for the T. */
static bool
scan_clock(struct scan *s, int *minute, int64_t *us)
{
	return (scan_char(s, 'T') || scan_char(s, ' ')) &&
	    scan_minutes(s, minute) && scan_seconds(s, us);
}

bool
date_told(const char *text, size_t len, struct date *out)
{
	struct scan s = {text, text + len};
	struct date date;
	int minute, offset;
	int64_t us;

	if (!scan_date(&s, &date))
		return false;
	if (s.at != s.end &&
	    (!scan_clock(&s, &minute, &us) ||
		(s.at != s.end && !scan_offset(&s, &offset)) || s.at != s.end))
		return false;
	*out = date;
	return true;
}

bool
moment_parse_on(
    long day, const char *text, size_t len, int offset_min, struct moment *out)
{
	struct scan s = {text, text + len};
	int minute = 0;
	int64_t us = 0;

	if (len > 0) {
		if (!scan_clock(&s, &minute, &us) ||
		    !scan_offset(&s, &offset_min) || s.at != s.end)
			return false;
	}
	out->us = day * US_PER_DAY + (minute - offset_min) * US_PER_MINUTE + us;
	out->offset_min = offset_min;
	return true;
}

bool
moment_parse(const char *text, size_t len, int offset_min, struct moment *out)
{
	struct scan s = {text, text + len};
	struct date date;

	return scan_date(&s, &date) &&
	    moment_parse_on(date_to_day(date), s.at, (size_t)(s.end - s.at),
		offset_min, out);
}

static char *
put_digits(char *at, int n, int64_t value)
{
	for (int i = n - 1; i >= 0; i--, value /= 10)
		at[i] = (char)('0' + value % 10);
	return at + n;
}

static char *
put_date(char *at, struct date date)
{
	at = put_digits(at, 4, date.y);
	*at++ = '-';
	at = put_digits(at, 2, date.m);
	*at++ = '-';
	return put_digits(at, 2, date.d);
}

size_t
date_format(char buf[DATE_MAX], struct date date)
{
	char *end = put_date(buf, date);

	*end = '\0';
	return (size_t)(end - buf);
}

static char *
put_minutes(char *at, int64_t minutes)
{
	at = put_digits(at, 2, minutes / 60);
	*at++ = ':';
	return put_digits(at, 2, minutes % 60);
}

static char *
put_offset(char *at, int offset_min)
{
	if (offset_min == 0) {
		*at++ = 'Z';
		return at;
	}
	*at++ = offset_min < 0 ? '-' : '+';
	return put_minutes(at, offset_min < 0 ? -offset_min : offset_min);
}

static int64_t
local_us(struct moment at)
{
	return at.us + at.offset_min * US_PER_MINUTE;
}

static int64_t
us_of_day(struct moment at)
{
	int64_t us = local_us(at);

	return us - floor_div(us, US_PER_DAY) * US_PER_DAY;
}

size_t
moment_format(char buf[MOMENT_MAX], struct moment at)
{
	int64_t us = us_of_day(at);
	char *end = put_date(buf, moment_date(at));

	*end++ = 'T';
	end = put_minutes(end, us / US_PER_MINUTE);
	*end++ = ':';
	end = put_digits(end, 2, us / 1000000 % 60);
	if (us % 1000000 != 0) {
		*end++ = '.';
		end = put_digits(end, 6, us % 1000000);
	}
	end = put_offset(end, at.offset_min);
	*end = '\0';
	return (size_t)(end - buf);
}

long
moment_day(struct moment at)
{
	return (long)floor_div(local_us(at), US_PER_DAY);
}

struct date
moment_date(struct moment at)
{
	return date_from_day(moment_day(at));
}

int
moment_minute(struct moment at)
{
	return (int)(us_of_day(at) / US_PER_MINUTE);
}
