/*
 * q3 - local dependence: what two items have in common that theta does not
 * explain (Yen 1984).
 *
 * Q3 is the correlation of residuals, x - E(x | EAP), over those who answered
 * both; EAP is the person's, from all of the answers.  Where the model holds
 * the mean over pairs is about -1 / (items - 1); a pair that stands more than
 * 0.2 above that mean is suspect (Christensen, Makransky and Horton 2017).
 */
#ifndef QUIZ_Q3_H
#define QUIZ_Q3_H

#include "quiz/grm.h"
#include "quiz/patterns.h"

struct q3_pair {
	size_t a, b; /* items, a < b */
	double n;    /* people who answered both */
	double r;    /* NaN where one does not vary */
};

/* All pairs of items, ordered by a and b; returns how many.  Free *pairs. */
size_t q3_all(struct q3_pair **pairs, const struct patterns *p,
    const struct grm_item *items);

/* The mean of those that are not NaN; NaN where there is none. */
double q3_mean(const struct q3_pair *pairs, size_t n);

#endif
