/*
 * grm - the graded response model (Samejima 1969): what a person of some theta
 * answers, and how much an answer tells.
 *
 * An item has the categories 0..m, and for each m > 0 a threshold b_m:
 *   P(X >= m | theta) = 1 / (1 + exp(-a (theta - b_m)))
 * theta is standard normal in the people the item was calibrated on.
 */
#ifndef QUIZ_GRM_H
#define QUIZ_GRM_H

#include <stddef.h>
#include <stdint.h>

enum {
	GRM_CATEGORIES_MAX = 10,
	GRM_MISSING = -1, /* not answered: skipped */
	GRM_NODES = 61,   /* equally spaced on -6..6 */
};

/* No slope is above this, no threshold farther from 0: an item of such a one
 * tells nothing of theta. */
#define GRM_PARAMETER_MAX 1000.0

struct grm_item {
	int categories;                   /* 2..GRM_CATEGORIES_MAX */
	double a;                         /* > 0 */
	double b[GRM_CATEGORIES_MAX - 1]; /* ascending */
};

/* Quadrature node i, and its weight: the normal density there over the sum of
 * that of all nodes. */
double grm_node(int i);
double grm_weight(int i);

/* P(X >= m | theta), for m from 0 to the number of categories. */
double grm_at_least(const struct grm_item *item, double theta, int m);

/* P(X = m | theta) of each category. */
void grm_probabilities(const struct grm_item *item, double theta, double *p);

/* The category that chance, evenly in 0..1, draws at theta. */
int8_t grm_draw(const struct grm_item *item, double theta, double even);

/* The mean category at theta: sum of m P(X = m). */
double grm_expected(const struct grm_item *item, double theta);

/* Fisher information of the item at theta: sum of P'^2 / P (Samejima 1969).
 * That of a test is the sum of its items'. */
double grm_information(const struct grm_item *item, double theta);
double grm_test_information(
    const struct grm_item *items, size_t n, double theta);

/* What theta may be, from answers. */
struct grm_estimate {
	double theta; /* NaN: there is none */
	double se;    /* NaN as well; of EAP the deviation of the posterior */
};

/*
 * The theta that maximises the likelihood of x (a category or GRM_MISSING for
 * each item), and with prior that times the standard normal density (MAP).  se
 * = 1 / sqrt(I), I the test information of the answered items there, plus 1
 * with prior.  Without prior there is no maximum where all answers are the
 * lowest, or all the highest.  It is searched in -GRM_THETA_MAX..GRM_THETA_MAX.
 */
enum { GRM_THETA_MAX = 40 };
struct grm_estimate grm_maximum(
    const struct grm_item *items, size_t n, const int8_t *x, int prior);

/* 1 - the mean error variance over the variance of theta, which is 1: the
 * integral of I / (I + 1) over the nodes (Green et al. 1984, with the normal
 * prior as one more piece of information). */
double grm_marginal_reliability(const struct grm_item *items, size_t n);

#endif
