/*
 * powers - exact sums of the first four powers of whole numbers: mean,
 * deviation, skew and kurtosis in one pass.
 */
#ifndef QUIZ_POWERS_H
#define QUIZ_POWERS_H

#include "quiz/wide.h"

enum {
	POWERS_SUMS = 5,
	POWERS_LIMIT = 1 << 22, /* of a number: central moments of 2^31 of
	                         * them fit */
};

/* Plain storage, zero it first.  sums[p] is the sum of x^p; sums of parts of a
 * file add up. */
struct powers {
	wide sums[POWERS_SUMS];
};

void powers_add(struct powers *p, long x); /* -limit..limit */
void powers_add_times(struct powers *p, long x, wide times);

double powers_n(const struct powers *p);
/* NaN where there are too few numbers, or none that differ, or where the sums
 * cannot be those of so many numbers. */
double powers_mean(const struct powers *p);
double powers_sd(const struct powers *p); /* n - 1 */

/* m3 / s^3 and m4 / s^4 - 3, with m the central moments (n) and s the deviation
 * (n - 1): b1 and b2 of Joanes and Gill 1998. */
double powers_skew(const struct powers *p);
double powers_kurtosis(const struct powers *p);

#endif
