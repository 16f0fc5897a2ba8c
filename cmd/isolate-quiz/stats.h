/*
 * stats - the cohorts that isolate-quiz stats has gathered, from answers or
 * from partials, and how they are written.
 */
#ifndef ISOLATE_QUIZ_STATS_H
#define ISOLATE_QUIZ_STATS_H

#include "quiz.h"
#include "quiz/cohort.h"
#include "quiz/partial.h"

/* Plain storage; set the first, zero the rest, and release it. */
struct stats {
	const struct settings *set;
	struct cohort *cohorts;
	size_t count;
};

/* The cohort of that instrument; NULL where it has not been met. */
struct cohort *stats_find(const struct stats *s, const char *id);

/* Adds the cohort of an instrument (borrowed) not met so far.  Earlier
 * pointers to cohorts end. */
struct cohort *stats_add(
    struct stats *s, const struct instrument *in, bool pairwise);

/* Appends what a run is of that --instrument names these for; sorts them. */
void stats_of(struct str *of, const char **ids, size_t n);

/* Writes figures, or with --partial sums, to standard output: in the order of
 * the instruments' ids, which does not hang on that of rows or partials. */
void stats_write(struct stats *s, const struct partial_run *run);

void stats_release(struct stats *s);

/* Adds up the partials named, and writes. */
int merge_run(struct stats *s, int n, char *const operands[]);

#endif
