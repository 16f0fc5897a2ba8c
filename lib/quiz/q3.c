#include "quiz/q3.h"

#include "base/mem.h"
#include "quiz/eap.h"
#include "quiz/matrix.h"

#include <math.h>
#include <stdlib.h>

/* Over the people who answered both items of a pair. */
struct sums {
	double n, a, b, aa, bb, ab;
};

static void
add_pattern(struct sums *sums, const int8_t *x, const double *residual,
    size_t nitems, double n)
{
	for (size_t a = 0; a < nitems; a++)
		for (size_t b = a + 1; b < nitems; b++, sums++) {
			double r = residual[a], s = residual[b];

			if (x[a] == GRM_MISSING || x[b] == GRM_MISSING)
				continue;
			sums->n += n;
			sums->a += n * r;
			sums->b += n * s;
			sums->aa += n * r * r;
			sums->bb += n * s * s;
			sums->ab += n * r * s;
		}
}

static void
add_all(
    struct sums *sums, const struct patterns *p, const struct grm_item *items)
{
	uint32_t *rows = mem_alloc(p->nitems, sizeof(*rows));
	double *residual = mem_alloc(p->nitems, sizeof(*residual));
	double posterior[EAP_LANES], theta;
	struct eap eap;

	eap_init(&eap, items, p->nitems);
	for (size_t i = 0; i < p->count; i++) {
		const int8_t *x = p->x + i * p->nitems;

		eap_find_rows(&eap, x, rows);
		eap_posterior(&eap, rows, posterior);
		theta = eap_mean(&eap, posterior);
		for (size_t k = 0; k < p->nitems; k++)
			residual[k] = x[k] - grm_expected(&items[k], theta);
		add_pattern(sums, x, residual, p->nitems, p->n[i]);
	}
	eap_release(&eap);
	free(residual);
	free(rows);
}

static double
correlation(const struct sums *s)
{
	double aa = s->n * s->aa - s->a * s->a;
	double bb = s->n * s->bb - s->b * s->b;

	return aa > 0 && bb > 0
	    ? matrix_correlation((s->n * s->ab - s->a * s->b) / sqrt(aa * bb))
	    : NAN;
}

size_t
q3_all(struct q3_pair **pairs, const struct patterns *p,
    const struct grm_item *items)
{
	size_t n = p->nitems * (p->nitems - 1) / 2, k = 0;
	struct sums *sums = mem_zalloc(n, sizeof(*sums));

	add_all(sums, p, items);
	*pairs = mem_alloc(n, sizeof(**pairs));
	for (size_t a = 0; a < p->nitems; a++)
		for (size_t b = a + 1; b < p->nitems; b++, k++)
			(*pairs)[k] = (struct q3_pair){
			    a, b, sums[k].n, correlation(&sums[k])};
	free(sums);
	return n;
}

double
q3_mean(const struct q3_pair *pairs, size_t n)
{
	double sum = 0, count = 0;

	for (size_t i = 0; i < n; i++)
		if (!isnan(pairs[i].r)) {
			sum += pairs[i].r;
			count++;
		}
	return count > 0 ? sum / count : NAN;
}
