/*
 * trend - how the scores of kept sittings went, in one metric: the scale's own,
 * or T by a bank where some sittings were adaptive and have no score of their
 * own.
 */
#ifndef ISOLATE_QUIZ_TREND_H
#define ISOLATE_QUIZ_TREND_H

#include "past.h"

/* Gives all sittings a theta for each scale, NaN where there is none: by the
 * bank, whichever way they asked. */
void trend_estimate(
    struct past *p, struct irt *irt, const struct instrument *in);

/* The same by the bank of the adaptive sittings, if there are any; one that is
 * not there is told, they stay without a score, and it is false. */
bool trend_find_bank(
    struct past *p, const struct settings *set, const struct instrument *in);

/* The last one before a new sitting at that time, to compare it with: any for
 * an adaptive one, else the last that was not adaptive.  NULL: there is none.
 */
const struct past_sitting *trend_before(
    const struct past *p, struct moment at, bool adaptive);

/* One scale of the sittings. */
struct trend {
	const struct past *past;
	const struct scale *scale;
	size_t at;       /* of the scale */
	bool by_bank;    /* in T */
	double min, max; /* what is drawn: the scale's range, or T 20..80 */
};

struct trend trend_of(
    const struct past *p, const struct instrument *in, size_t scale);

/* NaN where it is not known; low and high are the interval of 95 %. */
struct trend_point {
	double value, low, high;
};

struct trend_point trend_point(const struct trend *t, size_t sitting);

#endif
