/*
 * reliability - how far a sum score can be trusted, from the covariances and
 * correlations of its items.
 *
 * k items, keyed first (reversed = min + max - x); c their covariances with
 * n - 1, r their correlations, both k x k; V = sum of c.  What cannot be had (a
 * single item, an item that does not vary, a singular r) is NaN.
 */
#ifndef QUIZ_RELIABILITY_H
#define QUIZ_RELIABILITY_H

#include <stddef.h>

struct reliability {
	double alpha_raw; /* (1 - tr c / V) k / (k - 1): Cronbach 1951, eq. 2 */
	double alpha_std; /* (1 - k / sum r) k / (k - 1) */
	double average_r, median_r; /* of the pairs of items */
	double lambda2_raw;         /* Guttman 1945, lambda-2, of c */
	double lambda2_std;         /* the same of r */
	double lambda6; /* 1 - (k - sum of smc) / sum r, Guttman 1945, on r; smc
	                 * the squared multiple correlation, 1 - 1/[r^-1]_ii */
	/* 95 % intervals of alpha_raw.  Feldt 1965: F with n - 1 and
	 * (n - 1)(k - 1) degrees of freedom. */
	double feldt_low, feldt_high;
	/* Duhachek and Iacobucci 2004, eq. 2: alpha_raw -+ 1.96 ase */
	double ase, duhachek_low, duhachek_high;
};

/* n: people. */
void reliability_scale(const double *c, const double *r, size_t k, double n,
    struct reliability *out);

struct reliability_item {
	double r_drop; /* with the sum of the others */
	double r_cor;  /* with the whole, corrected for its overlap: its row of
	                * r, smc on the diagonal, over the root of the sum */
	double smc;
	double alpha_raw, alpha_std, lambda6; /* of the scale without it */
};

void reliability_items(const double *c, const double *r, size_t k,
    struct reliability_item *items); /* k of them */

/* Two halves A and B: their correlation; 2r / (1 + r) (Spearman 1910, Brown
 * 1910); 4 cov(A, B) / V (Guttman's lambda-4). */
struct reliability_split {
	double r, spearman_brown, guttman;
};

/* The odd items against the even ones; the first half against the rest (of an
 * odd number, the first half is the smaller one). */
struct reliability_split reliability_odd_even(const double *c, size_t k);
struct reliability_split reliability_first_second(const double *c, size_t k);

enum { RELIABILITY_SPLITS_MAX = 20 }; /* items, for all splits */

/* Guttman's coefficient of every way to split k items in halves (k / 2 items
 * against the rest); all NaN and count 0 beyond the maximum. */
struct reliability_splits {
	long count;
	double min, max, mean;
};

struct reliability_splits reliability_all_splits(const double *c, size_t k);

#endif
