/*
 * mstep - one graded item fitted to the people expected at each node: the
 * second half of a step of EM (Bock and Aitkin 1981).
 *
 * The parameters are a and d_m = -a b_m here, in which the likelihood is
 * concave: P(X >= m) = 1 / (1 + exp(-(a theta + d_m))), d descending.
 */
#ifndef QUIZ_MSTEP_H
#define QUIZ_MSTEP_H

#include "quiz/eap.h"

#include <stdbool.h>

/* par[0] is a, par[m] is d_m. */
enum { MSTEP_MAX = GRM_CATEGORIES_MAX };

/* people[m][q]: of those at node q who answered m, the expected number. */
typedef double mstep_people[EAP_LANES];

/* The item with these parameters; its categories are set. */
void mstep_item(const double *par, struct grm_item *item);

/*
 * Moves par to the maximum.  Of several groups, people[g] of each, par holds
 * the one slope that they share, then each one's own thresholds, in turn.
 */
enum { MSTEP_GROUPS_MAX = 2 };
void mstep_fit(
    double *par, int categories, const mstep_people *const *people, int groups);

/* Minus the second derivatives of the expected log-likelihood there, categories
 * x categories. */
void mstep_information(const double *par, int categories,
    const mstep_people *people, double *information);

/* The derivatives of log P(X = m | theta) by a, d_m and d_m+1 (0 where the
 * category has no such threshold). */
void mstep_scores(
    const double *par, int categories, double theta, int m, double score[3]);

/* Whether the thresholds are in order. */
bool mstep_ordered(const double *par, int categories);

#endif
