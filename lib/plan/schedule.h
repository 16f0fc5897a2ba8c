/*
 * schedule - on which days steps fall: so many tries a week, never on a quiet
 * day, and never two of one kind on the same day.  Days are numbers (date.h),
 * local and floating: clock changes cannot move them.
 */
#ifndef PLAN_SCHEDULE_H
#define PLAN_SCHEDULE_H

#include "base/diag.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

enum { SCHEDULE_PER_WEEK = 3 }; /* tries 1 to 3 days apart: Craske 2014 */

struct schedule {
	int per_week;   /* 1..7 */
	unsigned quiet; /* bit 1 Monday .. bit 7 Sunday; never all seven */
};

/* The days of the last tries, oldest first; plain storage, zero it first. */
struct schedule_past {
	long days[7];
	int count; /* 0..7 */
};
void schedule_remember(struct schedule_past *past, long day);

/* "sat;sun" (also by ',') to bits; false where it is none. */
bool schedule_list(const char *text, unsigned *days);

/* The same for quiet days, of which one must be left out.  Returns what is
 * wrong, or NULL. */
const char *schedule_days(const char *text, unsigned *quiet);

/* "per-week=3 quiet-days=sat;sun", and back.  Unknown words are passed over,
 * so that a later version may add some. */
void schedule_parse(struct schedule *s, const char *text);
void schedule_format(struct str *out, const struct schedule *s);

/* The first day, from the given one on, that is not quiet. */
long schedule_from(const struct schedule *s, long day);

/*
 * The first day for another try after those that were: at least 7/per_week
 * days (rounded down) behind the last, no more than per_week in any seven
 * days in a row, not quiet.  There must have been one.
 */
long schedule_next(const struct schedule *s, const struct schedule_past *past);

#endif
