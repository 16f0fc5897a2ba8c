#include "quiz/eap.h"

#include "base/mem.h"

#include <math.h>
#include <stdlib.h>

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
	double first[GRM_CATEGORIES_MAX + 1], second[GRM_CATEGORIES_MAX + 1];
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

/* Scales the product by a power of two, which is exact, so that its largest
 * is about 1; returns the exponent that was taken out. */
static int
rescale(double *l)
{
	double max = 0;
	int exponent;

	for (int q = 0; q < EAP_LANES; q++)
		max = l[q] > max ? l[q] : max;
	if (max > LOW)
		return 0;
	frexp(max, &exponent);
	for (int q = 0; q < EAP_LANES; q++)
		l[q] = ldexp(l[q], -exponent);
	return exponent;
}

/* In four sums, which do not wait for each other. */
static double
sum_lanes(const double *x)
{
	double a = 0, b = 0, c = 0, d = 0;

	for (int q = 0; q < EAP_LANES; q += 4) {
		a += x[q];
		b += x[q + 1];
		c += x[q + 2];
		d += x[q + 3];
	}
	return (a + b) + (c + d);
}

double
eap_posterior(
    const struct eap *e, const uint32_t *rows, double posterior[EAP_LANES])
{
	double l[EAP_LANES], sum;
	int exponent = 0;

	for (int q = 0; q < EAP_LANES; q++)
		l[q] = e->weight[q];
	for (size_t i = 0; i < e->npairs; i++) {
		const double *row = e->rows[rows[i]];

		for (int q = 0; q < EAP_LANES; q++)
			l[q] *= row[q];
		if (i % PAIRS_A_CHECK == PAIRS_A_CHECK - 1)
			exponent += rescale(l);
	}
	sum = sum_lanes(l);
	for (int q = 0; q < EAP_LANES; q++)
		posterior[q] = l[q] / sum;
	return log(sum) + exponent * 0.693147180559945309417;
}

struct grm_estimate
eap_estimate(const struct eap *e, const double posterior[EAP_LANES])
{
	double part[EAP_LANES], mean;

	for (int q = 0; q < EAP_LANES; q++)
		part[q] = posterior[q] * e->node[q];
	mean = sum_lanes(part);
	for (int q = 0; q < EAP_LANES; q++)
		part[q] =
		    posterior[q] * (e->node[q] - mean) * (e->node[q] - mean);
	return (struct grm_estimate){mean, sqrt(sum_lanes(part))};
}
