/*
 * every - how a step comes round again: on named days of the week ("mon;thu",
 * the first one after it was done), or in the notation of Org mode:
 *
 *   +1w   a week after the day it was due: missed ones are still to be done
 *   ++1w  on the same weekday, the first one after it was done
 *   .+1w  a week after it was done
 *
 * with d, w, m or y for days, weeks, months and years.  The 31st becomes the
 * last day of a shorter month, and the 31st again after it.
 */
#ifndef PLAN_EVERY_H
#define PLAN_EVERY_H

#include "base/str.h"

#include <stdbool.h>

enum every_kind {
	EVERY_NONE,
	EVERY_DUE,  /* + */
	EVERY_NEXT, /* ++ */
	EVERY_DONE, /* .+ */
	EVERY_DAYS, /* mon;thu */
};

struct every {
	enum every_kind kind;
	int n;         /* 1..999 */
	char unit;     /* 'd', 'w', 'm', 'y' */
	unsigned days; /* bit 1 Monday .. bit 7 Sunday; EVERY_DAYS only */
};

/* Parses the whole text; false leaves *every. */
bool every_parse(const char *text, struct every *every);

/*
 * The day it is due again after it was done on the given day; it may lie behind
 * DATE_LAST.  first is the day it was first due (EVERY_DAYS: due last); *times
 * counts the steps of +n from there, and is kept by the caller between calls,
 * from 0 on.
 */
long every_next(const struct every *every, long first, int *times, long done);

/* Whether its days are known beforehand, whenever it is done. */
bool every_is_fixed(const struct every *every);

/* Of these days, counted from first, the first that is not before day. */
long every_from(const struct every *every, long first, long day);

#endif
