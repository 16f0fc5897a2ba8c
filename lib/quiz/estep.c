#include "quiz/estep.h"

#include "base/mem.h"
#include "quiz/lanes.h"
#include "quiz/spread.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct estep_part {
	mstep_people *people;
	double loglik, eap_square;
	double nodes[EAP_LANES];
};

/* What a run has for each of its jobs. */
struct run {
	struct estep *e;
	mstep_people **pairs; /* people by row of a pair */
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
	e->first = mem_zalloc(p->nitems + 1, sizeof(*e->first));
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

/* Adds up the rows of pairs that hold a category of an item; all rows of a pair
 * together hold everyone. */
static void
split_pairs(const struct estep *e, mstep_people *pairs, struct estep_part *part)
{
	memset(part->people, 0, e->npeople * sizeof(*part->people));
	for (size_t i = 0; i < e->eap.npairs; i++) {
		mstep_people *first = part->people + e->first[2 * i];
		mstep_people *second = part->people + e->first[2 * i + 1];
		size_t row = e->eap.pairs[i].row;

		for (int m = -1; m < e->eap.items[2 * i].categories; m++)
			for (int k = -1; k < e->eap.pairs[i].seconds - 1;
			     k++, row++) {
				if (m >= 0)
					add_lanes(first[m], pairs[row]);
				if (k >= 0)
					add_lanes(second[k], pairs[row]);
				if (i == 0)
					add_lanes(part->nodes, pairs[row]);
			}
	}
}

LANES_WIDE static void
run_pattern(
    struct estep *e, size_t i, mstep_people *pairs, struct estep_part *part)
{
	const uint32_t *rows = e->rows + i * e->eap.npairs;
	double posterior[EAP_LANES], n = e->patterns->n[i], mean;

	part->loglik += n * eap_posterior(&e->eap, rows, posterior);
	mean = eap_mean(&e->eap, posterior);
	part->eap_square += n * mean * mean;
	for (int q = 0; q < EAP_LANES; q++)
		posterior[q] *= n;
	for (size_t k = 0; k < e->eap.npairs; k++)
		add_lanes(pairs[rows[k]], posterior);
}

size_t
estep_part_begin(const struct estep *e, int part)
{
	return e->patterns->count * (size_t)part / ESTEP_PARTS;
}

static void
run_part(void *context, int k, int job)
{
	const struct run *r = context;
	struct estep *e = r->e;
	struct estep_part *part = &e->parts[k];
	mstep_people *pairs = r->pairs[job];
	size_t end = estep_part_begin(e, k + 1);

	*part = (struct estep_part){.people = part->people};
	memset(pairs, 0, e->eap.nrows * sizeof(*pairs));
	for (size_t i = estep_part_begin(e, k); i < end; i++)
		run_pattern(e, i, pairs, part);
	split_pairs(e, pairs, part);
}

/* With every person's variance as the mean of theta^2 less the square of the
 * mean. */
static void
add_parts(struct estep *e)
{
	memset(e->nodes, 0, sizeof(e->nodes));
	memset(e->people, 0, e->npeople * sizeof(*e->people));
	e->loglik = e->eap_sum = e->eap_square = e->variance_sum = 0;
	for (int k = 0; k < ESTEP_PARTS; k++) {
		const struct estep_part *part = &e->parts[k];

		for (size_t i = 0; i < e->npeople; i++)
			add_lanes(e->people[i], part->people[i]);
		add_lanes(e->nodes, part->nodes);
		e->loglik += part->loglik;
		e->eap_square += part->eap_square;
	}
	for (int q = 0; q < GRM_NODES; q++) {
		double theta = e->eap.node[q];

		e->eap_sum += e->nodes[q] * theta;
		e->variance_sum += e->nodes[q] * theta * theta;
	}
	e->variance_sum -= e->eap_square;
}

void
estep_run(struct estep *e)
{
	struct run r = {e, mem_alloc((size_t)e->jobs, sizeof(*r.pairs))};

	eap_update(&e->eap);
	for (int i = 0; i < e->jobs; i++)
		r.pairs[i] = mem_alloc(e->eap.nrows, sizeof(**r.pairs));
	spread(e->jobs, ESTEP_PARTS, run_part, &r);
	add_parts(e);
	for (int i = 0; i < e->jobs; i++)
		free(r.pairs[i]);
	free(r.pairs);
}
