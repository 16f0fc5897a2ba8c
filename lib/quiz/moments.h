/*
 * moments - sums, squares and products of k columns of whole numbers, in one
 * pass and exactly: means, covariances and correlations follow from them.
 *
 * Rows without a gap are collected in blocks that are turned column-major, so
 * that a product of two columns is one run through memory.  All sums are wide
 * (wide.h): moments of parts of a file add up to those of the file, to the
 * last digit.
 */
#ifndef QUIZ_MOMENTS_H
#define QUIZ_MOMENTS_H

#include "quiz/wide.h"

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

enum { MOMENTS_GAP = INT_MIN }; /* in a row: no value */

struct moments; /* opaque: it owns memory */

/*
 * k columns of values in -bound..bound.  With pairwise, rows with gaps count in
 * all pairs of columns they have; else they are only counted.  Release it with
 * moments_free() (NULL is allowed).
 */
struct moments *moments_new(size_t k, int bound, bool pairwise);
void moments_free(struct moments *m);

/* A row of k, of which so many are gaps. */
void moments_add(struct moments *m, const int *row, size_t gaps);

/* All that was summed, in one fixed order, for the writing and reading of
 * partial results; *n gets their number, which depends on k and pairwise
 * alone. */
wide *moments_sums(struct moments *m, size_t *n);

size_t moments_columns(const struct moments *m);

/* Rows seen, rows with at least one value, rows without a gap. */
double moments_rows(const struct moments *m);
double moments_any(const struct moments *m);
double moments_complete(struct moments *m);

/*
 * Covariances (n - 1) into c and correlations into r, k x k each; NaN where
 * undefined.  Listwise they are of the rows without a gap.  Pairwise (only
 * after moments_new() with it) each is of all rows that have both columns, with
 * the means and deviations of these rows: the rules of R's cov() and cor() with
 * use = "pairwise".
 */
void moments_matrices(struct moments *m, bool pairwise, double *c, double *r);

/* Of column i: how many values, their mean and deviation (n - 1). */
struct moments_column {
	double n, mean, sd;
};
struct moments_column moments_column(
    struct moments *m, size_t i, bool pairwise);

/* Of two columns: the rows that count, and the correlation. */
struct moments_pair {
	double n, r;
};
struct moments_pair moments_pair(
    struct moments *m, size_t i, size_t j, bool pairwise);

/*
 * The mean of a person's values: over all people without a gap, or, after
 * moments_new() with pairwise, with any value.  And its correlation with the
 * values of column i, over the people who have one.
 */
struct moments_column moments_person(struct moments *m);
double moments_person_r(struct moments *m, size_t i);

#endif
