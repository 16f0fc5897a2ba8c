/*
 * eap - the likelihood of answers under the graded response model at all
 * quadrature nodes, and the estimate from it: expected a posteriori, the mean
 * of the posterior (Bock and Mislevy 1982).
 *
 *   EAP = sum of theta w L / sum of w L,  SE = deviation of that posterior
 *
 * Items are taken in pairs: the products of the probabilities of two categories
 * are worked out once, for each pair of answers, and then serve everyone.
 */
#ifndef QUIZ_EAP_H
#define QUIZ_EAP_H

#include "quiz/grm.h"

#include <stddef.h>
#include <stdint.h>

enum { EAP_LANES = 64 }; /* GRM_NODES, and zeros up to a round number */

/* Two items; the second may be absent. */
struct eap_pair {
	size_t row;  /* the first of its rows */
	int seconds; /* categories of the second, and one for missing */
};

/* Plain storage; init and release it. */
struct eap {
	size_t nitems, npairs, nrows;
	const struct grm_item *items; /* borrowed */
	struct eap_pair *pairs;
	double (*rows)[EAP_LANES];
	double node[EAP_LANES], weight[EAP_LANES];
};

void eap_init(struct eap *e, const struct grm_item *items, size_t n);
void eap_release(struct eap *e);

/* To be called when parameters of the items have changed. */
void eap_update(struct eap *e);

/* The row of each pair for the answers x (a category, or GRM_MISSING, of each
 * item). */
void eap_find_rows(const struct eap *e, const int8_t *x, uint32_t *rows);

/*
 * Puts w L of these rows, over their sum, into posterior, and returns the
 * logarithm of that sum.
 */
double eap_posterior(
    const struct eap *e, const uint32_t *rows, double posterior[EAP_LANES]);

/* The mean of a posterior, and it with the deviation. */
double eap_mean(const struct eap *e, const double posterior[EAP_LANES]);
struct grm_estimate eap_estimate(
    const struct eap *e, const double posterior[EAP_LANES]);

/* What the answers x say; rows is scratch, one for each pair. */
struct grm_estimate eap_score(
    const struct eap *e, const int8_t *x, uint32_t *rows);

#endif
