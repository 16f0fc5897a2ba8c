#include "quiz/estep.h"

#include "base/mem.h"

#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct estep_part {
	mstep_people *people;
	double loglik, eap_sum, eap_square, variance_sum;
};

/* One thread: it does every jobs-th part. */
struct worker {
	struct estep *e;
	int number;
	mstep_people *pairs; /* people by row of a pair */
};

static void
find_rows(struct estep *e)
{
	const struct patterns *p = e->patterns;

	e->rows = mem_alloc(p->count * e->eap.npairs, sizeof(*e->rows));
	for (size_t i = 0; i < p->count; i++)
		eap_find_rows(
		    &e->eap, p->x + i * p->nitems, e->rows + i * e->eap.npairs);
}

void
estep_init(struct estep *e, const struct patterns *p,
    const struct grm_item *items, int jobs)
{
	*e = (struct estep){.patterns = p, .jobs = jobs};
	eap_init(&e->eap, items, p->nitems);
	find_rows(e);
	e->first = mem_alloc(p->nitems, sizeof(*e->first));
	for (size_t i = 0; i < p->nitems; i++) {
		e->first[i] = e->npeople;
		e->npeople += (size_t)items[i].categories;
	}
	e->people = mem_alloc(e->npeople, sizeof(*e->people));
	e->parts = mem_zalloc(ESTEP_PARTS, sizeof(*e->parts));
	for (int i = 0; i < ESTEP_PARTS; i++)
		e->parts[i].people = mem_alloc(e->npeople, sizeof(*e->people));
}

void
estep_release(struct estep *e)
{
	for (int i = 0; i < ESTEP_PARTS; i++)
		free(e->parts[i].people);
	free(e->parts);
	free(e->people);
	free(e->first);
	free(e->rows);
	eap_release(&e->eap);
}

static void
add_lanes(double *to, const double *from)
{
	for (int q = 0; q < EAP_LANES; q++)
		to[q] += from[q];
}

/* Adds up the rows of pairs that hold a category of an item. */
static void
split_pairs(const struct estep *e, mstep_people *pairs, mstep_people *people)
{
	memset(people, 0, e->npeople * sizeof(*people));
	for (size_t i = 0; i < e->eap.npairs; i++) {
		size_t a = 2 * i, b = a + 1, row = e->eap.pairs[i].row;

		for (int m = -1; m < e->eap.items[a].categories; m++)
			for (int k = -1; k < e->eap.pairs[i].seconds - 1;
			     k++, row++) {
				if (m >= 0)
					add_lanes(
					    people[e->first[a] + (size_t)m],
					    pairs[row]);
				if (k >= 0)
					add_lanes(
					    people[e->first[b] + (size_t)k],
					    pairs[row]);
			}
	}
}

static void
run_pattern(
    struct estep *e, size_t i, mstep_people *pairs, struct estep_part *part)
{
	const uint32_t *rows = e->rows + i * e->eap.npairs;
	double posterior[EAP_LANES], n = e->patterns->n[i];
	struct grm_estimate at;

	part->loglik += n * eap_posterior(&e->eap, rows, posterior);
	at = eap_estimate(&e->eap, posterior);
	part->eap_sum += n * at.theta;
	part->eap_square += n * at.theta * at.theta;
	part->variance_sum += n * at.se * at.se;
	for (int q = 0; q < EAP_LANES; q++)
		posterior[q] *= n;
	for (size_t k = 0; k < e->eap.npairs; k++)
		add_lanes(pairs[rows[k]], posterior);
}

/* The first pattern of a part. */
static size_t
part_begin(const struct estep *e, int part)
{
	return e->patterns->count * (size_t)part / ESTEP_PARTS;
}

static void *
work(void *context)
{
	struct worker *w = context;
	struct estep *e = w->e;

	for (int k = w->number; k < ESTEP_PARTS; k += e->jobs) {
		struct estep_part *part = &e->parts[k];

		*part = (struct estep_part){.people = part->people};
		memset(w->pairs, 0, e->eap.nrows * sizeof(*w->pairs));
		for (size_t i = part_begin(e, k); i < part_begin(e, k + 1); i++)
			run_pattern(e, i, w->pairs, part);
		split_pairs(e, w->pairs, part->people);
	}
	return NULL;
}

/* Runs the workers, each in a thread of its own but the first; where none can
 * be had, in turn. */
static void
run_workers(struct estep *e, void *(*run)(void *), struct worker *workers)
{
	pthread_t *threads = mem_alloc((size_t)e->jobs, sizeof(*threads));
	bool *started = mem_zalloc((size_t)e->jobs, sizeof(*started));

	for (int i = 1; i < e->jobs; i++)
		started[i] =
		    pthread_create(&threads[i], NULL, run, &workers[i]) == 0;
	run(&workers[0]);
	for (int i = 1; i < e->jobs; i++) {
		if (started[i])
			pthread_join(threads[i], NULL);
		else
			run(&workers[i]);
	}
	free(started);
	free(threads);
}

static void
add_parts(struct estep *e)
{
	memset(e->people, 0, e->npeople * sizeof(*e->people));
	e->loglik = e->eap_sum = e->eap_square = e->variance_sum = 0;
	for (int k = 0; k < ESTEP_PARTS; k++) {
		const struct estep_part *part = &e->parts[k];

		for (size_t i = 0; i < e->npeople; i++)
			add_lanes(e->people[i], part->people[i]);
		e->loglik += part->loglik;
		e->eap_sum += part->eap_sum;
		e->eap_square += part->eap_square;
		e->variance_sum += part->variance_sum;
	}
}

void
estep_run(struct estep *e)
{
	struct worker *workers = mem_alloc((size_t)e->jobs, sizeof(*workers));

	eap_update(&e->eap);
	for (int i = 0; i < e->jobs; i++)
		workers[i] = (struct worker){
		    e, i, mem_alloc(e->eap.nrows, sizeof(*workers[i].pairs))};
	run_workers(e, work, workers);
	add_parts(e);
	for (int i = 0; i < e->jobs; i++)
		free(workers[i].pairs);
	free(workers);
}

/* The derivatives of every category's log-probability at every node. */
typedef double triple[3];

static triple *
all_scores(const struct estep *e, const double *par)
{
	triple *s = mem_alloc(e->npeople * GRM_NODES, sizeof(*s)), *next = s;

	for (size_t i = 0; i < e->patterns->nitems; i++) {
		int n = e->eap.items[i].categories;

		for (int m = 0; m < n; m++)
			for (int q = 0; q < GRM_NODES; q++)
				mstep_scores(par, n, grm_node(q), m, *next++);
		par += n;
	}
	return s;
}

/* The derivatives of one pattern: which parameters they are of, and their
 * values at the nodes that matter, node by node. */
struct lost {
	struct estep *e;
	triple *scores;
	size_t *at;  /* the parameters */
	double *v;   /* GRM_NODES rows of room */
	double *cov; /* room x room */
	size_t n, room;
	int nodes;
};

enum { LOST_STEP = 4 }; /* nodes taken together */

static void
lost_begin(struct lost *l, size_t pattern, double *posterior)
{
	const struct patterns *p = l->e->patterns;

	eap_posterior(
	    &l->e->eap, l->e->rows + pattern * l->e->eap.npairs, posterior);
	l->n = 0;
	for (size_t i = 0; i < p->nitems; i++) {
		int m = p->x[pattern * p->nitems + i];
		size_t par = l->e->first[i];

		if (m == GRM_MISSING)
			continue;
		l->at[l->n++] = par;
		if (m > 0)
			l->at[l->n++] = par + (size_t)m;
		if (m < l->e->eap.items[i].categories - 1)
			l->at[l->n++] = par + (size_t)m + 1;
	}
}

static void
lost_node(struct lost *l, size_t pattern, int q, double *v)
{
	const struct patterns *p = l->e->patterns;

	for (size_t i = 0; i < p->nitems; i++) {
		int m = p->x[pattern * p->nitems + i];
		const double *s;

		if (m == GRM_MISSING)
			continue;
		s = l->scores[(l->e->first[i] + (size_t)m) * GRM_NODES +
		    (size_t)q];
		*v++ = s[0];
		if (m > 0)
			*v++ = s[1];
		if (m < l->e->eap.items[i].categories - 1)
			*v++ = s[2];
	}
}

/* Rows of v: sqrt(posterior) * (score - its mean), of nodes where the posterior
 * is not too small to be seen in a standard error; zeros up to a whole step. */
static void
lost_center(struct lost *l, size_t pattern, const double *posterior)
{
	double weight[GRM_NODES + LOST_STEP], *mean = l->cov;

	l->nodes = 0;
	memset(mean, 0, l->n * sizeof(*mean));
	for (int q = 0; q < GRM_NODES; q++) {
		double *v = l->v + (size_t)l->nodes * l->room;

		if (posterior[q] < 1e-10)
			continue;
		lost_node(l, pattern, q, v);
		for (size_t i = 0; i < l->n; i++)
			mean[i] += posterior[q] * v[i];
		weight[l->nodes++] = sqrt(posterior[q]);
	}
	for (int q = 0; q < l->nodes; q++)
		for (size_t i = 0; i < l->n; i++) {
			double *v = l->v + (size_t)q * l->room + i;

			*v = weight[q] * (*v - mean[i]);
		}
	for (; l->nodes % LOST_STEP != 0; l->nodes++)
		memset(
		    l->v + (size_t)l->nodes * l->room, 0, l->n * sizeof(*l->v));
}

/* The lower triangle of the covariances. */
static void
lost_cov(struct lost *l)
{
	memset(l->cov, 0, l->n * l->room * sizeof(*l->cov));
	for (int q = 0; q < l->nodes; q += LOST_STEP) {
		const double *v0 = l->v + (size_t)q * l->room;
		const double *v1 = v0 + l->room, *v2 = v1 + l->room;
		const double *v3 = v2 + l->room;

		for (size_t i = 0; i < l->n; i++) {
			double *c = l->cov + i * l->room;
			double a0 = v0[i], a1 = v1[i], a2 = v2[i], a3 = v3[i];

			for (size_t j = 0; j <= i; j++)
				c[j] += a0 * v0[j] + a1 * v1[j] + a2 * v2[j] +
				    a3 * v3[j];
		}
	}
}

void
estep_lost(struct estep *e, const double *par, double *lost, size_t n)
{
	size_t room = 3 * e->patterns->nitems;
	struct lost l = {.e = e, .room = room, .scores = all_scores(e, par)};
	double posterior[EAP_LANES];

	l.at = mem_alloc(room, sizeof(*l.at));
	l.v = mem_alloc((GRM_NODES + LOST_STEP) * room, sizeof(*l.v));
	l.cov = mem_alloc(room * room, sizeof(*l.cov));
	for (size_t i = 0; i < e->patterns->count; i++) {
		lost_begin(&l, i, posterior);
		lost_center(&l, i, posterior);
		lost_cov(&l);
		for (size_t a = 0; a < l.n; a++)
			for (size_t b = 0; b <= a; b++)
				lost[l.at[a] * n + l.at[b]] +=
				    e->patterns->n[i] * l.cov[a * room + b];
	}
	free(l.cov);
	free(l.v);
	free(l.at);
	free(l.scores);
}
