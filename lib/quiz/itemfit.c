#include "quiz/itemfit.h"

#include "base/mem.h"
#include "quiz/distrib.h"
#include "quiz/eap.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

typedef double lanes[EAP_LANES];

struct fitting {
	const struct patterns *patterns;
	const struct grm_item *items;
	size_t nitems, most; /* the highest sum */
	lanes *p;            /* of each item GRM_CATEGORIES_MAX rows */
	lanes weight;
	double *people; /* with each sum; only those without gaps */
	double complete;
	size_t *sums; /* of each pattern; SIZE_MAX: it has a gap */
	size_t peak;
};

/* One sum, or some that are joined. */
struct row {
	double observed[GRM_CATEGORIES_MAX], expected[GRM_CATEGORIES_MAX];
};

static void
find_probabilities(struct fitting *f)
{
	double p[GRM_CATEGORIES_MAX];

	f->p = mem_zalloc(f->nitems * GRM_CATEGORIES_MAX, sizeof(*f->p));
	for (size_t i = 0; i < f->nitems; i++)
		for (int q = 0; q < GRM_NODES; q++) {
			grm_probabilities(&f->items[i], grm_node(q), p);
			for (int m = 0; m < f->items[i].categories; m++)
				f->p[i * GRM_CATEGORIES_MAX + (size_t)m][q] =
				    p[m];
		}
	memset(f->weight, 0, sizeof(f->weight));
	for (int q = 0; q < GRM_NODES; q++)
		f->weight[q] = grm_weight(q);
}

static size_t
sum_of(const int8_t *x, size_t n)
{
	size_t sum = 0;

	for (size_t i = 0; i < n; i++) {
		if (x[i] == GRM_MISSING)
			return SIZE_MAX;
		sum += (size_t)x[i];
	}
	return sum;
}

static void
count_people(struct fitting *f)
{
	const struct patterns *p = f->patterns;

	f->people = mem_zalloc(f->most + 1, sizeof(*f->people));
	f->sums = mem_alloc(p->count, sizeof(*f->sums));
	for (size_t i = 0; i < p->count; i++) {
		f->sums[i] = sum_of(p->x + i * p->nitems, p->nitems);
		if (f->sums[i] == SIZE_MAX)
			continue;
		f->people[f->sums[i]] += p->n[i];
		f->complete += p->n[i];
	}
	f->peak = 1;
	for (size_t k = 2; k < f->most; k++)
		if (f->people[k] > f->people[f->peak])
			f->peak = k;
}

/* The likelihood of each sum over the items but one, at each node: an item more
 * at a time (Lord and Wingersky 1984). */
static void
find_rest(const struct fitting *f, size_t but, lanes *rest)
{
	size_t most = 0;

	memset(rest, 0, (f->most + 1) * sizeof(*rest));
	memcpy(rest[0], f->weight, sizeof(*rest));
	for (size_t i = 0; i < f->nitems; i++) {
		size_t top = (size_t)f->items[i].categories - 1;
		const lanes *p = (const lanes *)f->p + i * GRM_CATEGORIES_MAX;

		if (i == but)
			continue;
		most += top;
		for (size_t k = most + 1; k-- > 0;) {
			lanes sum = {0};

			for (size_t m = 0; m <= top && m <= k; m++)
				for (int q = 0; q < EAP_LANES; q++)
					sum[q] += p[m][q] * rest[k - m][q];
			memcpy(rest[k], sum, sizeof(sum));
		}
	}
}

/* How many of the people with the sum k are expected to answer m. */
static void
expect(const struct fitting *f, size_t item, const lanes *rest, size_t k,
    struct row *row)
{
	const lanes *p = (const lanes *)f->p + item * GRM_CATEGORIES_MAX;
	double all = 0, share[GRM_CATEGORIES_MAX] = {0};

	for (size_t m = 0; m < (size_t)f->items[item].categories && m <= k;
	     m++) {
		for (int q = 0; q < GRM_NODES; q++)
			share[m] += p[m][q] * rest[k - m][q];
		all += share[m];
	}
	for (int m = 0; m < f->items[item].categories; m++)
		row->expected[m] += f->people[k] * share[m] / all;
}

static struct row *
find_rows(const struct fitting *f, size_t item, const lanes *rest)
{
	struct row *rows = mem_zalloc(f->most + 1, sizeof(*rows));
	const struct patterns *p = f->patterns;

	for (size_t k = 1; k < f->most; k++)
		if (f->people[k] > 0)
			expect(f, item, rest, k, &rows[k]);
	for (size_t i = 0; i < p->count; i++)
		if (f->sums[i] != SIZE_MAX)
			rows[f->sums[i]].observed[p->x[i * p->nitems + item]] +=
			    p->n[i];
	return rows;
}

/* Adds a row to the fit, cells joined; false where it is left with a single
 * one. */
static bool
add_row(struct itemfit *fit, const struct row *row, int categories)
{
	double observed[GRM_CATEGORIES_MAX] = {0}, chi2 = 0, off;
	double expected[GRM_CATEGORIES_MAX + 1] = {0};
	int cells = 0;

	for (int m = 0; m < categories; m++) {
		observed[cells] += row->observed[m];
		expected[cells] += row->expected[m];
		if (expected[cells] >= ITEMFIT_LEAST && m < categories - 1) {
			cells++;
			observed[cells] = 0;
		}
	}
	if (cells > 0 && expected[cells] < ITEMFIT_LEAST) {
		observed[cells - 1] += observed[cells];
		expected[cells - 1] += expected[cells];
		cells--;
	}
	if (cells == 0)
		return false;
	for (int i = 0; i <= cells; i++) {
		off = observed[i] - expected[i];
		chi2 += off * off / expected[i];
	}
	fit->chi2 += chi2;
	fit->df += cells;
	return true;
}

static void
join(struct row *to, const struct row *from)
{
	for (int m = 0; m < GRM_CATEGORIES_MAX; m++) {
		to->observed[m] += from->observed[m];
		to->expected[m] += from->expected[m];
	}
}

static void
add_rows(struct itemfit *fit, const struct fitting *f, struct row *rows,
    int categories)
{
	for (size_t k = 1; k < f->peak; k++)
		if (!add_row(fit, &rows[k], categories))
			join(&rows[k + 1], &rows[k]);
	for (size_t k = f->most - 1; k > f->peak; k--)
		if (!add_row(fit, &rows[k], categories))
			join(&rows[k - 1], &rows[k]);
	add_row(fit, &rows[f->peak], categories);
}

static void
finish(struct itemfit *fit, int parameters)
{
	fit->df -= parameters;
	fit->p = fit->rmsea = NAN;
	if (fit->df < 1)
		return;
	fit->p = distrib_chi2_upper(fit->chi2, fit->df);
	fit->rmsea =
	    sqrt(fmax(0, fit->chi2 - fit->df) / (fit->df * (fit->n - 1)));
}

void
itemfit_all(
    struct itemfit *fit, const struct patterns *p, const struct grm_item *items)
{
	struct fitting f = {.patterns = p, .items = items, .nitems = p->nitems};
	lanes *rest;

	for (size_t i = 0; i < f.nitems; i++)
		f.most += (size_t)items[i].categories - 1;
	find_probabilities(&f);
	count_people(&f);
	rest = mem_alloc(f.most + 1, sizeof(*rest));
	for (size_t i = 0; i < f.nitems; i++) {
		struct row *rows;

		find_rest(&f, i, rest);
		rows = find_rows(&f, i, (const lanes *)rest);
		fit[i] = (struct itemfit){.n = f.complete};
		add_rows(&fit[i], &f, rows, items[i].categories);
		finish(&fit[i], items[i].categories);
		free(rows);
	}
	free(rest);
	free(f.sums);
	free(f.people);
	free(f.p);
}
