#include "attrib/agreement.h"

#include "base/chance.h"
#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const agreement_words[AGREEMENT_FIGURES] = {"accuracy", "kappa",
    "macro-precision", "macro-recall", "macro-f1", "weighted-precision",
    "weighted-recall", "weighted-f1", "micro-f1", "brier", "brier-all"};
const char *const agreement_label_words[AGREEMENT_OF_LABEL] = {
    "precision", "recall", "f1"};

/* Of one label. */
struct tally {
	double both, told, right;
};

struct mean {
	double sum, weight;
};

/* What is not known counts for nothing. */
static void
add_square(struct mean *m, double x, double weight)
{
	if (isnan(x))
		return;
	m->sum += weight * x * x;
	m->weight += weight;
}

static size_t
labels_of(const struct agreement *a)
{
	return a->pairs->names.count;
}

size_t
agreement_count(const struct agreement *a)
{
	return AGREEMENT_FIGURES + labels_of(a) * AGREEMENT_OF_LABEL;
}

size_t
agreement_place(uint32_t label, enum agreement_figure figure)
{
	return AGREEMENT_FIGURES + label * (size_t)AGREEMENT_OF_LABEL +
	    (size_t)figure;
}

/* Adds the labels of row i; whether they were told exactly. */
static bool
add_row(
    const struct agreement *a, size_t i, double times, struct tally *tallies)
{
	const struct labelled *l = a->pairs;
	const struct labelled_row *right = &l->rows[2 * i];
	const struct labelled_row *told = &l->rows[2 * i + 1];
	uint32_t k, both = 0;

	for (k = 0; k < right->count; k++)
		tallies[l->given[right->first + k]].right += times;
	for (k = 0; k < told->count; k++) {
		uint32_t label = l->given[told->first + k];

		tallies[label].told += times;
		if (!labelled_has(l, 2 * i, label))
			continue;
		tallies[label].both += times;
		both++;
	}
	return both == right->count && both == told->count;
}

static double
ratio(double part, double whole)
{
	return whole > 0 ? part / whole : 0;
}

static void
put_label(const struct tally *t, double *figures)
{
	figures[AGREEMENT_PRECISION] = ratio(t->both, t->told);
	figures[AGREEMENT_RECALL] = ratio(t->both, t->right);
	figures[AGREEMENT_F1] = ratio(2 * t->both, t->told + t->right);
	if (t->told + t->right == 0)
		for (int i = 0; i < AGREEMENT_OF_LABEL; i++)
			figures[i] = NAN;
}

/* Chance agreement from the margins: none is what is left of the rows. */
static double
kappa_of(const struct tally *tallies, size_t n, double rows, double exact)
{
	double expected = 0, none_right = rows, none_told = rows;

	for (size_t i = 0; i < n; i++) {
		expected += tallies[i].right * tallies[i].told;
		none_right -= tallies[i].right;
		none_told -= tallies[i].told;
	}
	expected = (expected + none_right * none_told) / (rows * rows);
	return expected >= 1 ? NAN : (exact / rows - expected) / (1 - expected);
}

static void
put_means(const struct tally *tallies, size_t n, double *figures)
{
	double occur = 0, weight = 0, both = 0, all = 0;
	int f;

	for (size_t i = 0; i < n; i++) {
		const double *own = figures + agreement_place((uint32_t)i, 0);

		if (tallies[i].told + tallies[i].right == 0)
			continue;
		occur++;
		weight += tallies[i].right;
		both += tallies[i].both;
		all += tallies[i].told + tallies[i].right;
		for (f = 0; f < AGREEMENT_OF_LABEL; f++) {
			figures[AGREEMENT_MACRO_PRECISION + f] += own[f];
			figures[AGREEMENT_WEIGHTED_PRECISION + f] +=
			    own[f] * tallies[i].right;
		}
	}
	for (f = 0; f < AGREEMENT_OF_LABEL; f++) {
		figures[AGREEMENT_MACRO_PRECISION + f] /= occur;
		figures[AGREEMENT_WEIGHTED_PRECISION + f] /= weight;
	}
	figures[AGREEMENT_MICRO_F1] = 2 * both / all;
}

void
agreement_read(
    const struct agreement *a, const uint32_t *times, double *figures)
{
	size_t n = labels_of(a), i;
	struct tally *tallies = mem_zalloc(n + 1, sizeof *tallies);
	double rows = 0, exact = 0;
	struct mean brier = {0, 0}, all = {0, 0};

	memset(figures, 0, agreement_count(a) * sizeof *figures);
	for (i = 0; i < a->pairs->count / 2; i++) {
		double w = times == NULL ? 1 : times[i];
		bool right;

		if (w == 0)
			continue;
		right = add_row(a, i, w, tallies);
		rows += w;
		exact += right ? w : 0;
		if (a->probability != NULL)
			add_square(&brier, a->probability[i] - right, w);
		if (a->squares != NULL)
			add_square(&all, sqrt(a->squares[i]), w);
	}
	for (i = 0; i < n; i++)
		put_label(
		    &tallies[i], figures + agreement_place((uint32_t)i, 0));
	put_means(tallies, n, figures);
	figures[AGREEMENT_ACCURACY] = exact / rows;
	figures[AGREEMENT_KAPPA] =
	    a->many ? NAN : kappa_of(tallies, n, rows, exact);
	figures[AGREEMENT_BRIER] = brier.sum / brier.weight;
	figures[AGREEMENT_BRIER_ALL] = all.sum / all.weight;
	free(tallies);
}

/* A sample: groups drawn, and each row of a group counted as often. */
static void
draw(const struct agreement *a, uint64_t *state, uint32_t *drawn,
    uint32_t *times)
{
	size_t groups = a->pairs->groups.count, i;

	memset(drawn, 0, groups * sizeof *drawn);
	for (i = 0; i < groups; i++)
		drawn[chance_below(state, groups)]++;
	for (i = 0; i < a->pairs->count / 2; i++)
		times[i] = drawn[a->pairs->rows[2 * i].group];
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Of n sorted values, with linear interpolation (type 7 of Hyndman & Fan
 * 1996). */
static double
quantile(const double *sorted, size_t n, double p)
{
	double at = p * (double)(n - 1);
	size_t i = (size_t)at;

	if (i + 1 >= n)
		return sorted[n - 1];
	return sorted[i] + (at - (double)i) * (sorted[i + 1] - sorted[i]);
}

/* The interval of figure f among the samples. */
static void
take_interval(const double *all, size_t samples, size_t count, size_t f,
    double *low, double *high)
{
	double *own = mem_alloc(samples, sizeof *own);
	size_t n = 0, i;

	for (i = 0; i < samples; i++)
		if (!isnan(all[i * count + f]))
			own[n++] = all[i * count + f];
	if (2 * n < samples || n == 0) {
		low[f] = high[f] = NAN;
	} else {
		qsort(own, n, sizeof *own, compare);
		low[f] = quantile(own, n, 0.025);
		high[f] = quantile(own, n, 0.975);
	}
	free(own);
}

void
agreement_bootstrap(const struct agreement *a, size_t samples, uint64_t seed,
    double *low, double *high)
{
	size_t count = agreement_count(a), i;
	uint32_t *drawn = mem_alloc(a->pairs->groups.count + 1, sizeof *drawn);
	uint32_t *times = mem_alloc(a->pairs->count + 1, sizeof *times);
	double *all = mem_alloc(samples * count + 1, sizeof *all);

	for (i = 0; i < samples; i++) {
		draw(a, &seed, drawn, times);
		agreement_read(a, times, all + i * count);
	}
	for (i = 0; i < count; i++)
		take_interval(all, samples, count, i, low, high);
	free(all);
	free(times);
	free(drawn);
}

/* Label k of a row; of a row without any, the number past the last. */
static uint32_t
label_of(const struct labelled *l, const struct labelled_row *row, uint32_t k)
{
	return row->count == 0 ? (uint32_t)l->names.count
			       : l->given[row->first + k];
}

unsigned long *
agreement_counts(const struct agreement *a)
{
	const struct labelled *l = a->pairs;
	size_t width = l->names.count + 1;
	unsigned long *counts = mem_zalloc(width * width, sizeof *counts);

	for (size_t i = 0; i + 1 < l->count; i += 2) {
		const struct labelled_row *right = &l->rows[i];
		const struct labelled_row *told = &l->rows[i + 1];
		uint32_t k = 0, m;

		do {
			m = 0;
			do
				counts[label_of(l, right, k) * width +
				    label_of(l, told, m)]++;
			while (++m < told->count);
		} while (++k < right->count);
	}
	return counts;
}
