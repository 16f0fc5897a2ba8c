/*
 * lay - picks a person's steps out of a family.
 *
 * The rungs (exposure and experiment): 5 to 8, the first at 30 to 40 SUDS where
 * there is one (never above 50), gaps of at most 15 (EVIDENCE: clinic guides;
 * own synthesis).  Beside them, in their order, all steps of other modes.
 */
#ifndef PLAN_LAY_H
#define PLAN_LAY_H

#include "plan/ladder.h"
#include "plan/schedule.h"

#include <stdbool.h>
#include <stddef.h>

enum {
	LAY_RUNGS_MIN = 5,
	LAY_RUNGS_MAX = 8,
	LAY_START = 30,     /* SUDS of the first rung, at the least */
	LAY_START_MAX = 50, /* and at the most, whatever else gives way */
	LAY_GAP = 15,
	LAY_GENTLE = 20, /* SUDS of gentle activation, at the most */
	LAY_MAX = 128,
};

struct lay_wish {
	int setting; /* enum ladder_setting, or -1 for any; solo always fits */
	bool gentle; /* only activation of LAY_GENTLE SUDS or less */
};

struct lay_step {
	size_t step; /* index into the family's steps */
	long day;    /* when it is likely to come up */
};

struct lay {
	struct lay_step steps[LAY_MAX]; /* by day, then by SUDS */
	size_t count;
	size_t rungs;  /* of these */
	bool widened;  /* other settings had to fill gaps */
	bool wide_gap; /* a gap of more than LAY_GAP is left */
};

/* Lays the family's steps out from the given day on. */
void lay_out(struct lay *lay, const struct ladder *l,
    const struct lay_wish *wish, const struct schedule *when, long start);

#endif
