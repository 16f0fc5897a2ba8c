/*
 * date - days of the proleptic Gregorian calendar, and moments of time, in the
 * forms of ISO 8601 and RFC 3339.  Nothing here reads a clock or a time zone.
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct date {
	int y; /* 1..9999 */
	int m; /* 1..12 */
	int d; /* 1..31 */
};

bool date_valid(struct date date);

enum { DATE_LAST = 2932896 }; /* 9999-12-31 as a day number, see below */

/* Days since 1970-01-01, which is day 0; negative before.  (The civil-from-
 * days algorithms of H. Hinnant, "chrono-compatible low-level date
 * algorithms", 2013.) */
long date_to_day(struct date date);
struct date date_from_day(long day);

int date_weekday(long day); /* ISO 8601: 1 Monday .. 7 Sunday */

/* The same day of the month n months on (n may be negative), or the last day
 * of that month where it is shorter. */
struct date date_add_months(struct date date, int n);

/* "YYYY-MM-DD", whole text.  Returns false for anything else, and for days
 * that do not exist; *out is then left. */
bool date_parse(const char *text, size_t len, struct date *out);

enum { DATE_MAX = 11, MOMENT_MAX = 33 }; /* room for the text and its NUL */
size_t date_format(char buf[DATE_MAX], struct date date);

/* A moment: microseconds since 1970-01-01T00:00:00Z, and the offset from UTC,
 * in minutes, at which it was written. */
struct moment {
	int64_t us;
	int offset_min;
};

/* "YYYY-MM-DDTHH:MM[:SS[.ffffff]](Z|+HH:MM|-HH:MM)", T or a blank between; a
 * bare date is midnight at offset_min.  Digits beyond the microsecond are
 * dropped; second 60 is refused. */
bool moment_parse(
    const char *text, size_t len, int offset_min, struct moment *out);

/* The same for what stands behind a date whose day number is known. */
bool moment_parse_on(
    long day, const char *text, size_t len, int offset_min, struct moment *out);

/* RFC 3339 at the moment's own offset, "Z" for 0; a fraction (6 digits) only
 * where the moment has one. */
size_t moment_format(char buf[MOMENT_MAX], struct moment at);

/* The day that a date names, or a moment, which may lack its offset here: the
 * day is that of the writer. */
bool date_told(const char *text, size_t len, struct date *out);

struct date moment_date(struct moment at); /* at its own offset */
long moment_day(struct moment at);         /* the same as a day number */
int moment_minute(struct moment at);       /* minute of that day, 0..1439 */

#endif
