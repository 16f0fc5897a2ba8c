/*
 * omega - McDonald's omega from the one-factor model, fitted by maximum
 * likelihood to a matrix of correlations.
 */
#ifndef QUIZ_OMEGA_H
#define QUIZ_OMEGA_H

#include <stddef.h>

/*
 * Fits r (k x k, k >= 3) = l l' + diag(u): loadings to l, uniquenesses to u,
 * k each, to the maximum (Joreskog 1967); the sum of l is not negative.
 * Returns 0; or -1 where r is not positive definite or the solution improper
 * (a uniqueness that wants to be zero or less: a Heywood case).
 */
int omega_fit(const double *r, size_t k, double *l, double *u);

/*
 * omega = (sum of loadings)^2 over the variance of the sum (McDonald 1999, eq.
 * 6.20b), with three denominators:
 */
struct omega {
	double std; /* of standardised items, variance as the model has it */
	double raw; /* of the items as they are, ditto */
	double observed; /* 1 - sum of u / the observed sum of r */
};

/* c: the covariances of the same items.  All NaN where omega_fit() fails;
 * returns what it returned. */
int omega_compute(
    const double *c, const double *r, size_t k, struct omega *out);

#endif
