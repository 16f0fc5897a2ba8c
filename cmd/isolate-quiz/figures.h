/*
 * figures - the rows of the stream of statistics, and those about one scale.
 */
#ifndef ISOLATE_QUIZ_FIGURES_H
#define ISOLATE_QUIZ_FIGURES_H

#include "quiz/cohort.h"
#include "quiz/reliability.h"
#include "stream/csvout.h"

/* What the rows to come are about. */
struct report {
	struct cohort *g;
	struct csvout *out;
	const char *scale, *item;
};

/* Writes a row (in report.c); with is another scale, an answer, or "". */
void figures_put(
    struct report *r, const char *with, const char *stat, double value);

/* All about scale i and its items; warns of what looks wrong. */
void figures_scale(struct report *r, size_t i);

/* The reliability of scale i; alpha_raw is NaN where the scale is not linear.
 */
struct reliability figures_reliability(struct cohort *g, size_t i);

#endif
