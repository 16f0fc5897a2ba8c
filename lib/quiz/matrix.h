/*
 * matrix - the small dense algebra of reliability: symmetric n x n matrices of
 * doubles, row by row.
 *
 * Every sum is taken in one fixed order, so that the digits are the same on
 * every machine.
 */
#ifndef QUIZ_MATRIX_H
#define QUIZ_MATRIX_H

#include <stddef.h>

/* A correlation without what was rounded beyond 1 either way, as cor() of R
 * has it; NaN stays. */
static inline double
matrix_correlation(double r)
{
	return r > 1 ? 1 : r < -1 ? -1 : r;
}

double matrix_sum(const double *a, size_t n);   /* of all cells */
double matrix_trace(const double *a, size_t n); /* of the diagonal */
double matrix_row_sum(const double *a, size_t n, size_t row);

double matrix_dot(const double *a, const double *b, size_t n); /* of vectors */

/* Replaces the lower triangle of a by L, a = L L'; the upper one is left.
 * Returns 0, or -1 where a is not positive definite (a is then spoilt). */
int matrix_cholesky(double *a, size_t n);

/* With L from matrix_cholesky(): replaces b by the solution of L L' x = b. */
void matrix_solve(const double *l, size_t n, double *b);

/* Puts the inverse of a into out; -1 where a is not positive definite (out is
 * then undefined). */
int matrix_inverse(const double *a, size_t n, double *out);

#endif
