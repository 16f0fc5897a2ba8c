#include "quiz/matrix.h"

#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

double
matrix_row_sum(const double *a, size_t n, size_t row)
{
	double sum = 0;

	for (size_t j = 0; j < n; j++)
		sum += a[row * n + j];
	return sum;
}

double
matrix_sum(const double *a, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += matrix_row_sum(a, n, i);
	return sum;
}

double
matrix_trace(const double *a, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += a[i * n + i];
	return sum;
}

double
matrix_dot(const double *a, const double *b, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += a[i] * b[i];
	return sum;
}

int
matrix_cholesky(double *a, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		for (size_t j = 0; j <= i; j++) {
			double x = a[i * n + j];

			for (size_t k = 0; k < j; k++)
				x -= a[i * n + k] * a[j * n + k];
			if (j < i)
				a[i * n + j] = x / a[j * n + j];
			else if (x > 1e-12 * fabs(a[i * n + i]))
				a[i * n + i] = sqrt(x);
			else /* also NaN */
				return -1;
		}
	}
	return 0;
}

void
matrix_solve(const double *l, size_t n, double *b)
{
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < i; k++)
			b[i] -= l[i * n + k] * b[k];
		b[i] /= l[i * n + i];
	}
	for (size_t i = n; i-- > 0;) {
		for (size_t k = i + 1; k < n; k++)
			b[i] -= l[k * n + i] * b[k];
		b[i] /= l[i * n + i];
	}
}

int
matrix_inverse(const double *a, size_t n, double *out)
{
	double *l = mem_alloc(n * n, sizeof(*l));
	int rc;

	memcpy(l, a, n * n * sizeof(*l));
	rc = matrix_cholesky(l, n);
	for (size_t i = 0; rc == 0 && i < n; i++) {
		memset(out + i * n, 0, n * sizeof(*out));
		out[i * n + i] = 1;
		matrix_solve(l, n, out + i * n);
	}
	free(l);
	return rc;
}
