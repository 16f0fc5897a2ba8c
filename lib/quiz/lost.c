#include "quiz/lost.h"

#include "base/mem.h"
#include "quiz/lanes.h"
#include "quiz/spread.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
	ROWS = 2, /* of a tile of covariances */
	COLUMNS = 8,
	NODES = 4, /* taken together */
};

/* The derivatives of one pattern: which parameters they are of, where they
 * stand among all of a node, and at the nodes that matter their values, each
 * times the root of the posterior there. */
struct scratch {
	size_t *at, *from;
	double *v;    /* rows of room, a whole number of NODES */
	double *mean; /* over the posterior */
	size_t n;
	int nodes;
};

struct lost {
	struct estep *e;
	double *scores;          /* of all categories, node by node */
	size_t stride;           /* of a node */
	size_t room;             /* of a row, a whole number of tiles */
	size_t cells;            /* of a triangle of all parameters */
	double **parts;          /* a triangle each */
	struct scratch *scratch; /* one a job */
};

/* Three for each category: by a, its threshold and the one above. */
static void
find_scores(struct lost *l, const double *par)
{
	const struct estep *e = l->e;

	l->stride = 3 * e->npeople;
	l->scores = mem_alloc(l->stride * GRM_NODES, sizeof(*l->scores));
	for (size_t i = 0; i < e->patterns->nitems; i++) {
		int n = e->eap.items[i].categories;

		for (int m = 0; m < n; m++)
			for (int q = 0; q < GRM_NODES; q++)
				mstep_scores(par, n, grm_node(q), m,
				    l->scores + (size_t)q * l->stride +
					3 * (e->first[i] + (size_t)m));
		par += n;
	}
}

static void
begin(const struct lost *l, struct scratch *s, size_t pattern)
{
	const struct patterns *p = l->e->patterns;

	s->n = 0;
	for (size_t i = 0; i < p->nitems; i++) {
		int m = p->x[pattern * p->nitems + i];
		size_t par = l->e->first[i], from = 3 * (par + (size_t)m);

		if (m == GRM_MISSING)
			continue;
		s->at[s->n] = par;
		s->from[s->n++] = from;
		if (m > 0) {
			s->at[s->n] = par + (size_t)m;
			s->from[s->n++] = from + 1;
		}
		if (m < l->e->eap.items[i].categories - 1) {
			s->at[s->n] = par + (size_t)m + 1;
			s->from[s->n++] = from + 2;
		}
	}
}

static void
fill(const struct lost *l, struct scratch *s, const double *posterior)
{
	s->nodes = 0;
	memset(s->mean, 0, l->room * sizeof(*s->mean));
	for (int q = 0; q < GRM_NODES; q++) {
		const double *scores = l->scores + (size_t)q * l->stride;
		double *v = s->v + (size_t)s->nodes * l->room;
		double root = sqrt(posterior[q]);

		if (posterior[q] < LOST_LEAST)
			continue;
		for (size_t i = 0; i < s->n; i++) {
			v[i] = root * scores[s->from[i]];
			s->mean[i] += root * v[i];
		}
		for (size_t i = s->n; i < l->room; i++)
			v[i] = 0;
		s->nodes++;
	}
	for (; s->nodes % NODES != 0; s->nodes++)
		memset(s->v + (size_t)s->nodes * l->room, 0,
		    l->room * sizeof(*s->v));
}

/* The covariances of ROWS derivatives from row and COLUMNS from column. */
LANES_WIDE static void
fill_tile(const struct lost *l, const struct scratch *s, size_t row,
    size_t column, double tile[ROWS][COLUMNS])
{
	const double *v = s->v, *mean = s->mean;
	double a[COLUMNS], b[COLUMNS], x[NODES], y[NODES];

	for (size_t k = 0; k < COLUMNS; k++) {
		a[k] = -mean[row] * mean[column + k];
		b[k] = -mean[row + 1] * mean[column + k];
	}
	for (int q = 0; q < s->nodes; q += NODES, v += NODES * l->room) {
		const double *w0 = v + column, *w1 = w0 + l->room;
		const double *w2 = w1 + l->room, *w3 = w2 + l->room;

		for (size_t i = 0; i < NODES; i++) {
			x[i] = v[i * l->room + row];
			y[i] = v[i * l->room + row + 1];
		}
		for (size_t k = 0; k < COLUMNS; k++) {
			a[k] += (x[0] * w0[k] + x[1] * w1[k]) +
			    (x[2] * w2[k] + x[3] * w3[k]);
			b[k] += (y[0] * w0[k] + y[1] * w1[k]) +
			    (y[2] * w2[k] + y[3] * w3[k]);
		}
	}
	memcpy(tile[0], a, sizeof(a));
	memcpy(tile[1], b, sizeof(b));
}

/* Adds n times the covariances to a triangle of all parameters. */
static void
add_covariances(
    const struct lost *l, const struct scratch *s, double n, double *triangle)
{
	double tile[ROWS][COLUMNS];

	for (size_t row = 0; row < s->n; row += ROWS)
		for (size_t column = 0; column < row + ROWS;
		     column += COLUMNS) {
			fill_tile(l, s, row, column, tile);
			for (size_t i = row; i < row + ROWS && i < s->n; i++) {
				double *to =
				    triangle + s->at[i] * (s->at[i] + 1) / 2;

				for (size_t j = column;
				     j < column + COLUMNS && j <= i; j++)
					to[s->at[j]] +=
					    n * tile[i - row][j - column];
			}
		}
}

static void
add_part(void *context, int part, int job)
{
	struct lost *l = context;
	struct scratch *s = &l->scratch[job];
	const struct patterns *p = l->e->patterns;
	double posterior[EAP_LANES];
	size_t end = estep_part_begin(l->e, part + 1);

	l->parts[part] = mem_zalloc(l->cells, sizeof(double));
	for (size_t i = estep_part_begin(l->e, part); i < end; i++) {
		eap_posterior(
		    &l->e->eap, l->e->rows + i * l->e->eap.npairs, posterior);
		begin(l, s, i);
		fill(l, s, posterior);
		add_covariances(l, s, p->n[i], l->parts[part]);
	}
}

void
lost_add(struct estep *e, const double *par, double *lost, size_t n)
{
	struct lost l = {.e = e};
	size_t jobs = (size_t)e->jobs;

	find_scores(&l, par);
	l.room = (3 * e->patterns->nitems + 2 * COLUMNS) / COLUMNS * COLUMNS;
	l.cells = n * (n + 1) / 2;
	l.parts = mem_zalloc(ESTEP_PARTS, sizeof(*l.parts));
	l.scratch = mem_zalloc(jobs, sizeof(*l.scratch));
	for (size_t i = 0; i < jobs; i++) {
		l.scratch[i].at = mem_alloc(2 * l.room, sizeof(size_t));
		l.scratch[i].from = l.scratch[i].at + l.room;
		l.scratch[i].mean = mem_alloc(l.room, sizeof(double));
		l.scratch[i].v =
		    mem_alloc((GRM_NODES + NODES) * l.room, sizeof(double));
	}
	spread(e->jobs, ESTEP_PARTS, add_part, &l);
	for (int k = 0; k < ESTEP_PARTS; k++) {
		const double *from = l.parts[k];

		for (size_t i = 0; i < n; i++)
			for (size_t j = 0; j <= i; j++)
				lost[i * n + j] += *from++;
		free(l.parts[k]);
	}
	for (size_t i = 0; i < jobs; i++) {
		free(l.scratch[i].v);
		free(l.scratch[i].mean);
		free(l.scratch[i].at);
	}
	free(l.scratch);
	free(l.parts);
	free(l.scores);
}
