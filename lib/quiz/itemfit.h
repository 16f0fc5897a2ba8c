/*
 * itemfit - how well the graded response model fits each item: S-X2, the
 * answers that people of each sum score gave against those expected of them
 * (Orlando and Thissen 2000, 2003; for graded items Kang and Chen 2008).
 *
 * What is expected of people with the sum k comes from the likelihood of sums,
 * by the recursion of Lord and Wingersky (1984) on the nodes of grm.h.  Only
 * people who answered every item count.  The sums 0 and the highest, which
 * have one way to come about, are left out.
 *
 * No expected count stays below ITEMFIT_LEAST: within a sum, categories are
 * joined from the lowest up until they reach it, what is left over at the end
 * with the last that did; a sum that is left with a single cell is joined with
 * the next one towards the sum that most people have.
 */
#ifndef QUIZ_ITEMFIT_H
#define QUIZ_ITEMFIT_H

#include "quiz/grm.h"
#include "quiz/patterns.h"

#define ITEMFIT_LEAST 1.0

struct itemfit {
	double n;     /* people */
	double chi2;  /* S-X2: sum of (observed - expected)^2 / expected */
	double df;    /* cells - sums - parameters of the item; may be < 1 */
	double p;     /* NaN where df < 1, as is the next */
	double rmsea; /* sqrt(max(0, chi2 - df) / (df (n - 1))) */
};

/* One for each item. */
void itemfit_all(struct itemfit *fit, const struct patterns *p,
    const struct grm_item *items);

#endif
