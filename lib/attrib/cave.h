/*
 * cave - composites of ratings of causes, each on the seven points of the CAVE
 * technique.
 *
 * As for the Attributional Style Questionnaire (Peterson, Semmel, von Baeyer,
 * Abramson, Metalsky & Seligman 1982, Cognitive Therapy and Research 6:287):
 *
 *   composite negative  mean over bad events of internality + stability +
 *                       globality: 3..21
 *   composite positive  the same over good events: 3..21
 *   difference          composite positive less composite negative: -18..18
 *   hopelessness        mean over bad events of stability + globality: 2..14
 *                       (Abramson, Metalsky & Alloy 1989, Psychological Review
 *                       96:358, take these two for hopelessness)
 *   helplessness        mean over bad events of 8 - control: 1..7; this
 *                       project's own, not validated
 *
 * An event counts where everything that its composite adds is rated.
 */
#ifndef ATTRIB_CAVE_H
#define ATTRIB_CAVE_H

#include "attrib/attribution.h"

#include <stddef.h>

enum cave_scale {
	CAVE_NEGATIVE,
	CAVE_POSITIVE,
	CAVE_DIFFERENCE,
	CAVE_HOPELESSNESS,
	CAVE_HELPLESSNESS,
	CAVE_SCALES
};

/* Sums over the events of one person.  Zero it first. */
struct cave {
	double sum[CAVE_SCALES];
	unsigned long
	    events[CAVE_SCALES]; /* that count; not of the difference */
	unsigned long bad, good; /* events of each kind */
};

extern const struct cave_kind {
	const char *name;    /* "composite-negative" */
	const char *concept; /* what a high score speaks of; "" for nothing */
	double min, max;     /* the possible range */
} cave_kinds[CAVE_SCALES];

/* Adds an event.  A rating is 1..7 or NaN; neutral and unknown valence count
 * for nothing. */
void cave_add(
    struct cave *c, enum valence valence, const double rating[DIM_SCALES]);

/* The composite; NaN where no event counts. */
double cave_score(const struct cave *c, enum cave_scale scale);

/* Of the events of the composite's kind: how many count, and how many do not.
 */
void cave_counts(const struct cave *c, enum cave_scale scale,
    unsigned long *answered, unsigned long *missing);

#endif
