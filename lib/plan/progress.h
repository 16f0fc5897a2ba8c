/*
 * progress - what was feared beside what happened: the picture that changes
 * minds (expectancy violation, Craske et al. 2014).  No streaks, no scores.
 */
#ifndef PLAN_PROGRESS_H
#define PLAN_PROGRESS_H

#include "plan/state.h"

/* One try that was done, in the order of the journal. */
struct progress_try {
	size_t step; /* index into the state's steps */
	const struct state_try *try;
};

struct progress {
	struct progress_try *tries;
	size_t count;
	size_t both;   /* tries with distress expected and felt */
	size_t easier; /* of these: felt less than expected */
	double gap;    /* mean of expected minus felt, SUDS; 0 for none */
	size_t likely; /* steps of which a likelihood was told twice or more */
	double first, last; /* mean of these, as told first and last; 0 */
	size_t told; /* tries that say whether what was feared happened */
	size_t happened[JOURNAL_HAPPENED_YES + 1]; /* of these */
};

/* Gathers the tries of one ladder, of one step, or (both STATE_NONE) of all.
 * Release p. */
void progress_gather(
    struct progress *p, const struct state *s, long ladder, long step);
void progress_release(struct progress *p);

/* Appends what they come to in a sentence or two; nothing for no tries. */
void progress_say(struct str *out, const struct progress *p);

/*
 * Appends a picture in SVG 1.1: a line for each try with both numbers, from
 * distress expected (vermilion, a diamond) to distress felt (blue, a dot), and
 * below it whether what was feared happened.
 */
void progress_svg(
    struct str *out, const struct progress *p, const struct state *s);

#endif
