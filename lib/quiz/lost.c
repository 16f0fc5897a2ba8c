#include "quiz/lost.h"

#include "base/mem.h"
#include "quiz/lanes.h"
#include "quiz/spread.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/*
 * The covariance of two derivatives is the mean of their product less the
 * product of their means.  Derivatives depend on an answer and theta alone, so
 * that the first, over all people, follows from how many of those who gave two
 * answers are expected at each node: for each pair of items a table of that,
 * which costs an addition where the products would cost nine times as many
 * multiplications.  One item's tables at a time stay in the cache.
 */
enum {
	CHUNK = 1024, /* patterns whose posteriors are kept meanwhile */
	STEP = 8,     /* nodes taken together */
	KINDS = 3,    /* of derivative: a, the threshold below, the one above */
};

typedef double lanes[EAP_LANES];

struct scratch {
	lanes *posterior; /* times people, of a chunk */
	int (*range)[2];  /* the nodes where it matters, in whole STEPs */
	lanes *table;     /* npeople rows for each answer to one item */
	size_t *at;       /* the parameters of one pattern */
	double *mean;     /* and the mean derivative by each */
	double *triangle; /* what is lost, of one part */
};

struct lost {
	struct estep *e;
	lanes *scores; /* KINDS for each row of people; 0 where there is none */
	size_t *par;   /* its parameter; SIZE_MAX where there is none */
	size_t cells;  /* of a triangle of all parameters */
	double **parts;
	struct scratch *scratch; /* one a job */
};

static void
find_scores(struct lost *l, const double *par)
{
	const struct estep *e = l->e;
	double s[KINDS];

	l->scores = mem_zalloc(KINDS * e->npeople, sizeof(*l->scores));
	l->par = mem_alloc(KINDS * e->npeople, sizeof(*l->par));
	for (size_t i = 0; i < e->patterns->nitems; i++) {
		int n = e->eap.items[i].categories;

		for (int m = 0; m < n; m++) {
			size_t row = KINDS * (e->first[i] + (size_t)m);

			l->par[row] = e->first[i];
			l->par[row + 1] =
			    m > 0 ? e->first[i] + (size_t)m : SIZE_MAX;
			l->par[row + 2] =
			    m < n - 1 ? e->first[i] + (size_t)m + 1 : SIZE_MAX;
			for (int q = 0; q < GRM_NODES; q++) {
				mstep_scores(par, n, grm_node(q), m, s);
				for (int d = 0; d < KINDS; d++)
					l->scores[row + (size_t)d][q] = s[d];
			}
		}
		par += n;
	}
}

static double *
cell(double *triangle, size_t a, size_t b)
{
	return a > b ? &triangle[a * (a + 1) / 2 + b]
		     : &triangle[b * (b + 1) / 2 + a];
}

static inline double
sum_of(const double *restrict x, const double *restrict y, const int *range)
{
	double sum[STEP] = {0};

	for (int q = range[0]; q < range[1]; q += STEP)
		for (int k = 0; k < STEP; k++)
			sum[k] += x[q + k] * y[q + k];
	return ((sum[0] + sum[4]) + (sum[2] + sum[6])) +
	    ((sum[1] + sum[5]) + (sum[3] + sum[7]));
}

static void
find_range(const double *posterior, int *range)
{
	int low = 0, high = GRM_NODES - 1;

	while (posterior[low] < LOST_LEAST)
		low++;
	while (posterior[high] < LOST_LEAST)
		high--;
	range[0] = low / STEP * STEP;
	range[1] = (high / STEP + 1) * STEP;
}

/* Takes the products of the means of one pattern from what is lost. */
LANES_WIDE static void
take_means(const struct lost *l, struct scratch *s, size_t pattern,
    const double *posterior, const int *range)
{
	const struct patterns *p = l->e->patterns;
	size_t n = 0;

	for (size_t i = 0; i < p->nitems; i++) {
		int m = (int)p->x[pattern * p->nitems + i];
		size_t row = KINDS * (l->e->first[i] + (size_t)m);

		for (size_t d = row; m != GRM_MISSING && d < row + KINDS; d++)
			if (l->par[d] != SIZE_MAX) {
				s->at[n] = l->par[d];
				s->mean[n++] =
				    sum_of(l->scores[d], posterior, range);
			}
	}
	for (size_t a = 0; a < n; a++) {
		double *to = s->triangle + s->at[a] * (s->at[a] + 1) / 2;
		double mean = s->mean[a] * p->n[pattern];

		for (size_t b = 0; b <= a; b++)
			to[s->at[b]] -= mean * s->mean[b];
	}
}

/* Adds one pattern to the tables of an item and those after it. */
LANES_WIDE static void
add_pairs(const struct lost *l, struct scratch *s, size_t item, size_t pattern,
    const double *restrict posterior, const int *range)
{
	const struct patterns *p = l->e->patterns;
	const int8_t *x = p->x + pattern * p->nitems;
	lanes *table;

	if (x[item] == GRM_MISSING)
		return;
	table = s->table + (size_t)x[item] * l->e->npeople;
	for (size_t j = item + 1; j < p->nitems; j++) {
		double *restrict to;

		if (x[j] == GRM_MISSING)
			continue;
		to = table[l->e->first[j] + (size_t)x[j]];
		for (int q = range[0]; q < range[1]; q += STEP)
			for (int k = 0; k < STEP; k++)
				to[q + k] += posterior[q + k];
	}
}

/* Adds the means of the products of two answers' derivatives, over people. */
LANES_WIDE static void
add_products(const struct lost *l, double *triangle, size_t one, size_t other,
    const double *people)
{
	static const int all[2] = {0, EAP_LANES};
	lanes weighted;

	for (size_t a = KINDS * one; a < KINDS * (one + 1); a++) {
		if (l->par[a] == SIZE_MAX)
			continue;
		for (int q = 0; q < EAP_LANES; q++)
			weighted[q] = people[q] * l->scores[a][q];
		for (size_t b = KINDS * other; b < KINDS * (other + 1); b++)
			if (l->par[b] != SIZE_MAX && (one != other || b <= a))
				*cell(triangle, l->par[a], l->par[b]) +=
				    sum_of(weighted, l->scores[b], all);
	}
}

static void
add_tables(const struct lost *l, struct scratch *s, size_t item)
{
	const struct estep *e = l->e;

	for (int m = 0; m < e->eap.items[item].categories; m++) {
		lanes *table = s->table + (size_t)m * e->npeople;
		size_t row = e->first[item + 1];

		for (; row < e->npeople; row++)
			add_products(l, s->triangle, e->first[item] + (size_t)m,
			    row, table[row]);
	}
}

static void
clear_tables(const struct lost *l, struct scratch *s, size_t item)
{
	const struct estep *e = l->e;
	size_t first = e->first[item + 1];

	for (int m = 0; m < e->eap.items[item].categories; m++)
		memset(s->table + (size_t)m * e->npeople + first, 0,
		    (e->npeople - first) * sizeof(*s->table));
}

static void
add_chunk(struct lost *l, struct scratch *s, size_t begin, size_t end)
{
	const struct estep *e = l->e;

	for (size_t i = begin; i < end; i++) {
		double *posterior = s->posterior[i - begin];

		eap_posterior(&e->eap, e->rows + i * e->eap.npairs, posterior);
		find_range(posterior, s->range[i - begin]);
		take_means(l, s, i, posterior, s->range[i - begin]);
		for (int q = 0; q < EAP_LANES; q++)
			posterior[q] *= e->patterns->n[i];
	}
	for (size_t k = 0; k + 1 < e->patterns->nitems; k++) {
		clear_tables(l, s, k);
		for (size_t i = begin; i < end; i++)
			add_pairs(l, s, k, i, s->posterior[i - begin],
			    s->range[i - begin]);
		add_tables(l, s, k);
	}
}

static void
add_part(void *context, int part, int job)
{
	struct lost *l = context;
	struct scratch *s = &l->scratch[job];
	size_t end = estep_part_begin(l->e, part + 1), next;

	s->triangle = mem_zalloc(l->cells, sizeof(*s->triangle));
	for (size_t i = estep_part_begin(l->e, part); i < end; i = next) {
		next = end - i > CHUNK ? i + CHUNK : end;
		add_chunk(l, s, i, next);
	}
	l->parts[part] = s->triangle;
}

static void
scratch_init(struct scratch *s, const struct estep *e)
{
	size_t most = KINDS * e->patterns->nitems;

	s->posterior = mem_alloc(CHUNK, sizeof(*s->posterior));
	s->range = mem_alloc(CHUNK, sizeof(*s->range));
	s->table =
	    mem_alloc(GRM_CATEGORIES_MAX * e->npeople, sizeof(*s->table));
	s->at = mem_alloc(most, sizeof(*s->at));
	s->mean = mem_alloc(most, sizeof(*s->mean));
}

static void
scratch_release(struct scratch *s)
{
	free(s->mean);
	free(s->at);
	free(s->table);
	free(s->range);
	free(s->posterior);
}

/* The parts in order, and of each item alone, which the people of the step of
 * EM hold already. */
static void
add_up(struct lost *l, double *lost, size_t n)
{
	double *all = mem_zalloc(l->cells, sizeof(*all)), *from = all;

	for (size_t row = 0; row < l->e->npeople; row++)
		add_products(l, all, row, row, l->e->people[row]);
	for (int k = 0; k < ESTEP_PARTS; k++) {
		for (size_t i = 0; i < l->cells; i++)
			all[i] += l->parts[k][i];
		free(l->parts[k]);
	}
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j <= i; j++)
			lost[i * n + j] += *from++;
	free(all);
}

void
lost_add(struct estep *e, const double *par, double *lost, size_t n)
{
	struct lost l = {.e = e, .cells = n * (n + 1) / 2};

	find_scores(&l, par);
	l.parts = mem_zalloc(ESTEP_PARTS, sizeof(*l.parts));
	l.scratch = mem_zalloc((size_t)e->jobs, sizeof(*l.scratch));
	for (int i = 0; i < e->jobs; i++)
		scratch_init(&l.scratch[i], e);
	spread(e->jobs, ESTEP_PARTS, add_part, &l);
	add_up(&l, lost, n);
	for (int i = 0; i < e->jobs; i++)
		scratch_release(&l.scratch[i]);
	free(l.scratch);
	free(l.parts);
	free(l.par);
	free(l.scores);
}
