/*
 * advance - the stated rule: what a try says about the next one.
 *
 * A rung (exposure or experiment) is repeated in varied contexts until what was
 * feared has been seen not to come true (Craske et al. 2014, Behaviour Research
 * and Therapy 58, 10-23; the figures are this project's own synthesis):
 *
 *   up    after 3 tries in at least two contexts, or 5 in a single one, when
 *         the likelihood of what is feared has fallen to half of what was first
 *         said, or the peak was 30 or less twice.  A rung meant for fewer
 *         repeats needs only these (two more in a single context; one for a
 *         rung that is done once).  Where no try was given a number, the tries
 *         themselves decide, unless what was feared happened in the last of
 *         which this was told.
 *   back  one rung, after two tries in a row that were skipped, or a peak above
 *         80.  One try below that mark leads up again.
 *   hold  otherwise.
 *
 * The other steps are done once they were tried as often as they say; two
 * skips in a row set one aside.
 */
#ifndef PLAN_ADVANCE_H
#define PLAN_ADVANCE_H

#include "plan/ladder.h"

#include <stdbool.h>

enum {
	ADVANCE_CALM = 30,  /* SUDS: a peak up to this is calm */
	ADVANCE_HIGH = 80,  /* SUDS: a peak above this is too much */
	ADVANCE_TRIES = 3,  /* in two contexts or more */
	ADVANCE_SINGLE = 5, /* in one */
	ADVANCE_SKIPS = 2,
};

enum advance_verdict {
	ADVANCE_HOLD,
	ADVANCE_UP,
	ADVANCE_BACK,
};

enum advance_reason {
	ADVANCE_FEW,      /* hold: more tries are wanted */
	ADVANCE_CONTEXTS, /* hold: another context is wanted, or more tries */
	ADVANCE_FEARED,   /* hold: not half as likely yet, and not calm */
	ADVANCE_SKIPPED,  /* hold: skipped once */
	ADVANCE_HALVED,   /* up: the likelihood fell by half */
	ADVANCE_CALMED,   /* up: calm twice */
	ADVANCE_TRIED,    /* up: tried often enough, no numbers told */
	ADVANCE_TOO_HIGH, /* back */
	ADVANCE_TOO_HARD, /* back, or set aside: skipped twice */
};

/* What a rung's tries have come to.  Plain storage; advance_init() it. */
struct advance {
	int tries;
	int skips; /* in a row */
	int calm;  /* tries with a calm peak */
	int rated; /* tries with a number */
	int first; /* likelihood first told, 0..100, or JOURNAL_NONE */
	int last;
	const char *context; /* of the first try; borrowed */
	bool varied;         /* another context was seen */
	bool came;           /* what was feared happened, as last told */
	enum advance_reason reason;
};

struct advance_try {
	int before; /* likelihood predicted, or JOURNAL_NONE */
	int after;  /* likelihood afterwards, or JOURNAL_NONE */
	int peak;   /* 0..100, or JOURNAL_NONE */
	const char *context;
	int happened; /* enum journal_happened, or JOURNAL_NONE */
};

void advance_init(struct advance *a);
enum advance_verdict advance_done(struct advance *a,
    const struct advance_try *t, enum ladder_mode mode, int repeat);
enum advance_verdict advance_skip(struct advance *a);

/* How many tries a rung takes at the least: what dates are laid out by. */
int advance_tries(enum ladder_mode mode, int repeat);

/* The reason as a clause: "the peak was 30 or less twice". */
const char *advance_words(enum advance_reason reason);

#endif
