#include "quiz/reliability.h"

#include "base/mem.h"
#include "quiz/distrib.h"
#include "quiz/matrix.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

static double
alpha(double trace, double sum, double k)
{
	return k < 2 ? NAN : (1 - trace / sum) * k / (k - 1);
}

static double
lambda2(const double *a, size_t k)
{
	double sum = matrix_sum(a, k), trace = matrix_trace(a, k), squares = 0;
	double n = (double)k;

	for (size_t i = 0; i < k; i++)
		for (size_t j = 0; j < k; j++)
			if (i != j)
				squares += a[i * k + j] * a[i * k + j];
	return k < 2 ? NAN : (sum - trace + sqrt(n / (n - 1) * squares)) / sum;
}

/* The unexplained shares 1 - smc = 1 / [r^-1]_ii, from the inverse. */
static double
sum_unexplained(const double *inverse, size_t k)
{
	double sum = 0;

	for (size_t i = 0; i < k; i++)
		sum += 1 / inverse[i * k + i];
	return sum;
}

static double
lambda6(const double *r, size_t k)
{
	double *inverse = mem_alloc(k * k, sizeof(*inverse)), result = NAN;

	if (k > 1 && matrix_inverse(r, k, inverse) == 0)
		result = 1 - sum_unexplained(inverse, k) / matrix_sum(r, k);
	free(inverse);
	return result;
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double
median_r(const double *r, size_t k)
{
	size_t n = 0, pairs = k * (k - 1) / 2;
	double *sorted, median;

	if (k < 2)
		return NAN;
	sorted = mem_alloc(pairs, sizeof(*sorted));
	for (size_t i = 0; i < k; i++)
		for (size_t j = 0; j < i; j++)
			sorted[n++] = r[i * k + j];
	qsort(sorted, pairs, sizeof(*sorted), compare);
	median = (sorted[(pairs - 1) / 2] + sorted[pairs / 2]) / 2;
	free(sorted);
	return median;
}

/* The variance of alpha, times n. */
static double
duhachek_q(const double *c, size_t k)
{
	double sum = matrix_sum(c, k), trace = matrix_trace(c, k);
	double squares = 0, sum_square = 0, row, n = (double)k;

	for (size_t i = 0; i < k; i++) {
		row = matrix_row_sum(c, k, i);
		sum_square += row * row; /* the sum of c c */
		for (size_t j = 0; j < k; j++)
			squares += c[i * k + j] * c[i * k + j];
	}
	return 2 * n * n / ((n - 1) * (n - 1) * sum * sum * sum) *
	    (sum * (squares + trace * trace) - 2 * trace * sum_square);
}

static void
set_intervals(const double *c, size_t k, double n, struct reliability *out)
{
	const double z = 1.96, tail = 0.025;
	double d1 = n - 1, d2 = (n - 1) * (double)(k - 1);

	out->ase = sqrt(duhachek_q(c, k) / n);
	out->duhachek_low = out->alpha_raw - z * out->ase;
	out->duhachek_high = out->alpha_raw + z * out->ase;
	out->feldt_low =
	    1 - (1 - out->alpha_raw) * distrib_f_quantile(1 - tail, d1, d2);
	out->feldt_high =
	    1 - (1 - out->alpha_raw) * distrib_f_quantile(tail, d1, d2);
}

void
reliability_scale(const double *c, const double *r, size_t k, double n,
    struct reliability *out)
{
	double sum_r = matrix_sum(r, k), items = (double)k;

	*out = (struct reliability){
	    .alpha_raw = alpha(matrix_trace(c, k), matrix_sum(c, k), items),
	    .alpha_std = alpha(items, sum_r, items),
	    .average_r = (sum_r - items) / (items * (items - 1)),
	    .median_r = median_r(r, k),
	    .lambda2_raw = lambda2(c, k),
	    .lambda2_std = lambda2(r, k),
	    .lambda6 = lambda6(r, k),
	    .feldt_low = NAN,
	    .feldt_high = NAN,
	    .ase = NAN,
	    .duhachek_low = NAN,
	    .duhachek_high = NAN,
	};
	if (isfinite(out->alpha_raw) && n > 1)
		set_intervals(c, k, n, out);
}

/* Without item i, the inverse has [jj] - [ij]^2 / [ii] on its diagonal. */
static double
lambda6_without(const double *inverse, size_t k, size_t i, double sum_rest)
{
	double unexplained = 0, d;

	for (size_t j = 0; j < k; j++) {
		if (j == i)
			continue;
		d = inverse[i * k + j];
		d = inverse[j * k + j] - d * d / inverse[i * k + i];
		unexplained += 1 / d;
	}
	return k < 3 ? NAN : 1 - unexplained / sum_rest;
}

static void
drop_item(const double *c, const double *r, size_t k, size_t i,
    struct reliability_item *item)
{
	double own = c[i * k + i], row = matrix_row_sum(c, k, i);
	double sum = matrix_sum(c, k), trace = matrix_trace(c, k);
	double rest = sum - 2 * row + own, k1 = (double)k - 1;
	double rest_r =
	    matrix_sum(r, k) - 2 * matrix_row_sum(r, k, i) + r[i * k + i];

	item->r_drop = (row - own) / sqrt(own * rest);
	item->alpha_raw = alpha(trace - own, rest, k1);
	item->alpha_std = alpha(k1, rest_r, k1);
}

void
reliability_items(
    const double *c, const double *r, size_t k, struct reliability_item *items)
{
	double *inverse = mem_alloc(k * k, sizeof(*inverse));
	double sum = matrix_sum(r, k), overlap, row;
	bool regular = k > 1 && matrix_inverse(r, k, inverse) == 0;

	overlap = sum - (regular ? sum_unexplained(inverse, k) : NAN);
	for (size_t i = 0; i < k; i++) {
		drop_item(c, r, k, i, &items[i]);
		row = matrix_row_sum(r, k, i);
		items[i].smc =
		    regular ? 1 - 1 / inverse[i * k + i] : (double)NAN;
		items[i].r_cor =
		    (row - r[i * k + i] + items[i].smc) / sqrt(overlap);
		items[i].lambda6 = !regular ? (double)NAN
					    : lambda6_without(inverse, k, i,
						  sum - 2 * row + r[i * k + i]);
	}
	free(inverse);
}
