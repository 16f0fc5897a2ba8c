#include "quiz/eap.h"

#include "base/mem.h"
#include "quiz/lanes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* No probability is less, so that the product of PAIRS_A_CHECK pairs of them,
 * with LOW before it, is not 0. */
#define LEAST 1e-25
#define LOW 1e-100

enum { PAIRS_A_CHECK = 4 }; /* multiplied before the product is looked at */

static int
answers_to(const struct eap *e, size_t item)
{
	return item < e->nitems ? e->items[item].categories + 1 : 1;
}

void
eap_init(struct eap *e, const struct grm_item *items, size_t n)
{
	*e = (struct eap){.nitems = n, .npairs = (n + 1) / 2, .items = items};
	e->pairs = mem_alloc(e->npairs, sizeof(*e->pairs));
	for (size_t i = 0; i < e->npairs; i++) {
		e->pairs[i].row = e->nrows;
		e->pairs[i].seconds = answers_to(e, 2 * i + 1);
		e->nrows +=
		    (size_t)(answers_to(e, 2 * i) * answers_to(e, 2 * i + 1));
	}
	e->rows = mem_zalloc(e->nrows, sizeof(*e->rows));
	for (int q = 0; q < EAP_LANES; q++) {
		e->node[q] = q < GRM_NODES ? grm_node(q) : 0;
		e->weight[q] = q < GRM_NODES ? grm_weight(q) : 0;
	}
	eap_update(e);
}

void
eap_release(struct eap *e)
{
	free(e->rows);
	free(e->pairs);
	*e = (struct eap){0};
}

/* The probability of each answer at node q, the missing one first. */
static void
answer_probabilities(const struct eap *e, size_t item, int q, double *p)
{
	p[0] = 1;
	if (item >= e->nitems)
		return;
	grm_probabilities(&e->items[item], grm_node(q), p + 1);
	for (int m = 1; m <= e->items[item].categories; m++)
		p[m] = fmax(p[m], LEAST);
}

static void
update_pair(struct eap *e, size_t pair, int q)
{
	double first[GRM_CATEGORIES_MAX + 1] = {0};
	double second[GRM_CATEGORIES_MAX + 1] = {0};
	size_t row = e->pairs[pair].row;

	answer_probabilities(e, 2 * pair, q, first);
	answer_probabilities(e, 2 * pair + 1, q, second);
	for (int i = 0; i < answers_to(e, 2 * pair); i++)
		for (int j = 0; j < e->pairs[pair].seconds; j++)
			e->rows[row++][q] = first[i] * second[j];
}

void
eap_update(struct eap *e)
{
	for (size_t i = 0; i < e->npairs; i++)
		for (int q = 0; q < GRM_NODES; q++)
			update_pair(e, i, q);
}

void
eap_find_rows(const struct eap *e, const int8_t *x, uint32_t *rows)
{
	for (size_t i = 0; i < e->npairs; i++) {
		int first = x[2 * i] + 1;
		int second = 2 * i + 1 < e->nitems ? x[2 * i + 1] + 1 : 0;

		rows[i] = (uint32_t)(e->pairs[i].row +
		    (size_t)(first * e->pairs[i].seconds + second));
	}
}

/* In eight sums, which do not wait for each other. */
static inline double
sum_lanes(const double *x)
{
	double s[8] = {0};

	for (int q = 0; q < EAP_LANES; q += 8)
		for (int k = 0; k < 8; k++)
			s[k] += x[q + k];
	return ((s[0] + s[4]) + (s[2] + s[6])) +
	    ((s[1] + s[5]) + (s[3] + s[7]));
}

/* Scales the product by a power of two, which is exact, so that its sum is
 * about 1; returns the exponent that was taken out. */
static inline int
rescale(double *l)
{
	double sum = sum_lanes(l);
	int exponent;

	if (sum > LOW)
		return 0;
	frexp(sum, &exponent);
	for (int q = 0; q < EAP_LANES; q++)
		l[q] = ldexp(l[q], -exponent);
	return exponent;
}

static inline void
multiply_four(double *restrict l, const double *restrict a,
    const double *restrict b, const double *restrict c,
    const double *restrict d)
{
	for (int q = 0; q < EAP_LANES; q++)
		l[q] = l[q] * a[q] * b[q] * c[q] * d[q];
}

static inline void
multiply(double *restrict l, const double *restrict a)
{
	for (int q = 0; q < EAP_LANES; q++)
		l[q] *= a[q];
}

LANES_WIDE double
eap_posterior(
    const struct eap *e, const uint32_t *rows, double posterior[EAP_LANES])
{
	double(*const r)[EAP_LANES] = e->rows;
	double sum, inverse;
	int exponent = 0;
	size_t i = 0;

	memcpy(posterior, e->weight, sizeof(e->weight));
	for (; i + PAIRS_A_CHECK <= e->npairs; i += PAIRS_A_CHECK) {
		multiply_four(posterior, r[rows[i]], r[rows[i + 1]],
		    r[rows[i + 2]], r[rows[i + 3]]);
		exponent += rescale(posterior);
	}
	for (; i < e->npairs; i++)
		multiply(posterior, r[rows[i]]);
	sum = sum_lanes(posterior);
	inverse = 1 / sum;
	for (int q = 0; q < EAP_LANES; q++)
		posterior[q] *= inverse;
	return log(sum) + exponent * 0.693147180559945309417;
}

LANES_WIDE double
eap_mean(const struct eap *e, const double posterior[EAP_LANES])
{
	double part[EAP_LANES];

	for (int q = 0; q < EAP_LANES; q++)
		part[q] = posterior[q] * e->node[q];
	return sum_lanes(part);
}

LANES_WIDE struct grm_estimate
eap_estimate(const struct eap *e, const double posterior[EAP_LANES])
{
	double part[EAP_LANES], mean = eap_mean(e, posterior);

	for (int q = 0; q < EAP_LANES; q++)
		part[q] =
		    posterior[q] * (e->node[q] - mean) * (e->node[q] - mean);
	return (struct grm_estimate){mean, sqrt(sum_lanes(part))};
}

struct grm_estimate
eap_score(const struct eap *e, const int8_t *x, uint32_t *rows)
{
	double posterior[EAP_LANES];

	eap_find_rows(e, x, rows);
	eap_posterior(e, rows, posterior);
	return eap_estimate(e, posterior);
}
