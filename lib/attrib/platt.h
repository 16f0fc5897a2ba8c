/*
 * platt - from the decision value of a classifier to a probability.
 *
 *   P(right | f) = 1 / (1 + exp(slope f + offset))
 *
 * (Platt 1999, "Probabilistic outputs for support vector machines").  The two
 * are fitted by maximum likelihood to decision values that the classifier gave
 * examples it was not trained on, with Platt's targets, (N+ + 1) / (N+ + 2)
 * and 1 / (N- + 2) in place of 1 and 0, by the Newton method with backtracking
 * of Lin, Lin and Weng 2007 (Machine Learning 68:267, appendix), which does
 * not take logarithms of 0 nor overflow.
 */
#ifndef ATTRIB_PLATT_H
#define ATTRIB_PLATT_H

#include <stdbool.h>
#include <stddef.h>

struct platt {
	double slope, offset;
};

/* Fits to n decision values; slope is below 0 where they tell anything. */
struct platt platt_fit(const double *decisions, const bool *right, size_t n);

double platt_probability(const struct platt *p, double decision);

#endif
