#include "quiz/extent.h"

#include "quiz/grammar.h"
#include "quiz/scoring.h"

#include <math.h>
#include <stdbool.h>

static int
gcd(int a, int b)
{
	while (b != 0) {
		int rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

/* Weights were read in ten-thousandths. */
static void
reduce_weights(struct scale *scale)
{
	int g = GRAMMAR_WEIGHT_DEN;

	for (size_t i = 0; i < scale->nterms; i++)
		g = gcd(g, scale->terms[i].weight);
	for (size_t i = 0; i < scale->nparts; i++)
		g = gcd(g, scale->parts[i].weight);
	for (size_t i = 0; i < scale->nterms; i++)
		scale->terms[i].weight /= g;
	for (size_t i = 0; i < scale->nparts; i++)
		scale->parts[i].weight /= g;
	scale->weight_den = GRAMMAR_WEIGHT_DEN / g;
}

struct interval {
	double min, max;
};

static struct interval
times(struct interval a, struct interval b)
{
	double w = a.min * b.min, x = a.min * b.max;
	double y = a.max * b.min, z = a.max * b.max;

	return (struct interval){
	    fmin(fmin(w, x), fmin(y, z)), fmax(fmax(w, x), fmax(y, z))};
}

/* Sums the terms; a product has the weight of its first. */
static struct interval
terms_interval(const struct instrument *in, struct scale *scale)
{
	struct interval sum = {0, 0};

	scale->units = 0;
	for (size_t i = 0; i < scale->nterms;) {
		size_t first = i, next = keyed_next(scale, first);
		double weight = scale->terms[first].weight;
		struct interval x = {1, 1};

		for (; i < next; i++) {
			const struct item *item =
			    &in->items[scale->terms[i].item];

			x = times(x, (struct interval){item->min, item->max});
		}
		sum.min += weight * x.min;
		sum.max += weight * x.max;
		scale->weight_sum += scale->terms[first].weight;
		scale->units++;
	}
	return sum;
}

static struct interval
parts_interval(const struct instrument *in, struct scale *scale)
{
	struct interval sum = {0, 0};

	for (size_t i = 0; i < scale->nparts; i++) {
		const struct part *p = &scale->parts[i];
		double w = p->weight * part_factor(scale, p);
		double min = in->scales[p->scale].min;
		double max = in->scales[p->scale].max;

		sum.min += w * (w < 0 ? max : min);
		sum.max += w * (w < 0 ? min : max);
		scale->weight_sum += p->weight;
	}
	scale->units = scale->nparts;
	return sum;
}

static struct interval
recoded_interval(const struct recodes *r)
{
	struct interval x = {r->list[0].value, r->list[0].value};

	for (size_t i = 1; i < r->count; i++) {
		x.min = fmin(x.min, r->list[i].value);
		x.max = fmax(x.max, r->list[i].value);
	}
	return x;
}

static bool
is_whole(struct interval x)
{
	return x.min == rint(x.min) && x.max == rint(x.max);
}

static void
set_interval(struct scale *scale, struct interval x, double den)
{
	scale->min = x.min / den;
	scale->max = x.max / den;
	scale->extent_den = is_whole(x) ? (long)den : 0;
	if (scale->extent_den != 0) {
		scale->min_num = (long)x.min;
		scale->max_num = (long)x.max;
	}
}

/* What makes the common case quick. */
static void
prepare_terms(const struct instrument *in, struct scale *scale)
{
	scale->plain = scale->weight_den == 1;
	for (size_t i = 0; i < scale->nterms; i++) {
		struct keyed *t = &scale->terms[i];
		const struct item *item = &in->items[t->item];

		t->sign = t->reversed ? -1 : 1;
		t->offset = t->reversed ? item->min + item->max : 0;
		if (item->recodes.count > 0 || t->weight != 1 ||
		    t->product != 0)
			scale->plain = false;
	}
}

int
extent_set(struct instrument *in, struct scale *scale)
{
	struct interval sum;
	double den;

	reduce_weights(scale);
	prepare_terms(in, scale);
	linear_set(&scale->linear, in, scale);
	sum = scale->nterms > 0 ? terms_interval(in, scale)
				: parts_interval(in, scale);
	den = scale->kind == SCORE_SUM ? scale->weight_den
				       : (double)scale->weight_sum;
	if (fmax(-sum.min, sum.max) * (double)scale->weight_sum > 4e18)
		return -1;
	if (scale->kind == SCORE_COSINE || scale->kind == SCORE_SINE) {
		sum.min /= part_divisor(scale);
		sum.max /= part_divisor(scale);
		den = 1;
	}
	set_interval(scale, sum, den);
	if (scale->recodes.count > 0)
		set_interval(scale, recoded_interval(&scale->recodes), 1);
	scale->need = missing_need(scale->missing, scale->units);
	return fmax(-scale->min, scale->max) < INSTRUMENT_SCORE_END ? 0 : -1;
}
