#include "model.h"

#include "base/mem.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS = 400 };

void
model_init(struct model *m, size_t nrules)
{
	size_t r;

	m->nrules = nrules;
	m->free = mem_zalloc(nrules * CLASSES_MAX, sizeof(*m->free));
	m->weights = mem_zalloc(nrules * CLASSES_MAX, sizeof(*m->weights));
	m->parts = mem_zalloc(nrules * CLASSES_MAX, sizeof(*m->parts));
	m->scale = mem_alloc(nrules + 1, sizeof(*m->scale));
	for (r = 0; r < nrules; r++)
		m->scale[r] = 1;
}

void
model_scores(const struct model *m, const struct example *e, double *scores)
{
	size_t i, k;
	double taken = 0;

	assert(m->nclasses > 0);
	for (k = 0; k < m->nclasses; k++)
		scores[k] = k == 0 ? 0 : m->priors[k];
	for (i = 0; i < e->nhits; i++) {
		const double *w = m->weights + e->hits[i].rule * CLASSES_MAX;

		taken += w[0] * e->hits[i].loudness;
		for (k = 1; k < m->nclasses; k++)
			scores[k] += w[k] * e->hits[i].loudness;
	}
	for (k = 1; k < m->nclasses; k++)
		scores[k] -= taken;
}

static void
to_probabilities(double *p, size_t n)
{
	double max = p[0], sum = 0;
	size_t k;

	for (k = 1; k < n; k++)
		max = p[k] > max ? p[k] : max;
	for (k = 0; k < n; k++)
		sum += p[k] = exp(p[k] - max);
	for (k = 0; k < n; k++)
		p[k] /= sum;
}

/* Adds what the example asks for to the gradient: the places of the weights,
 * then one for each class. */
static void
add_gradient(const struct model *m, const struct example *e, double *gradient)
{
	double p[CLASSES_MAX];
	size_t i, k;

	model_scores(m, e, p);
	to_probabilities(p, m->nclasses);
	p[e->label] -= 1;
	for (k = 1; k < m->nclasses; k++)
		gradient[m->nrules * CLASSES_MAX + k] += e->weight * p[k];
	for (i = 0; i < e->nhits; i++) {
		double *g = gradient + e->hits[i].rule * CLASSES_MAX;
		double x = e->weight * e->hits[i].loudness;

		/* p[0] is minus the sum of the others: taking from them. */
		for (k = 0; k < m->nclasses; k++)
			g[k] += x * p[k];
	}
}

/* One step of Adam (Kingma & Ba 2015) for one number. */
static double
step(double *mean, double *square, double g, int t)
{
	*mean = 0.9 * *mean + 0.1 * g;
	*square = 0.999 * *square + 0.001 * g * g;
	return 0.05 * (*mean / (1 - pow(0.9, t))) /
	    (sqrt(*square / (1 - pow(0.999, t))) + 1e-8);
}

/* Turns the gradient of the weights of rule r into that of their parts. */
static void
to_parts(const struct model *m, size_t r, double *gradient)
{
	const bool *can_move = m->free + r * CLASSES_MAX;
	double *g = gradient + r * CLASSES_MAX;
	size_t k;

	for (k = 0; k < m->nclasses; k++) {
		g[k] *= m->scale[r];
		if (k > 0 && can_move[k])
			g[COMMON] += g[k];
	}
}

/* The weights of rule r from their parts. */
static void
from_parts(struct model *m, size_t r)
{
	const bool *can_move = m->free + r * CLASSES_MAX;
	const double *parts = m->parts + r * CLASSES_MAX;
	size_t k;

	for (k = 0; k < m->nclasses; k++)
		if (can_move[k])
			m->weights[r * CLASSES_MAX + k] = m->scale[r] *
			    (parts[k] + (k > 0 ? parts[COMMON] : 0));
}

static void
move(struct model *m, double *gradient, double *mean, double *square, int t)
{
	size_t n = m->nrules * CLASSES_MAX, i, k;
	double ridge;

	for (i = 0; i < n; i++) {
		k = i % CLASSES_MAX;
		if (k == 0)
			to_parts(m, i / CLASSES_MAX, gradient);
		if (!m->free[i])
			continue;
		ridge = k > 0 && k < COMMON ? m->ridge_apart : m->ridge;
		m->parts[i] -= step(
		    &mean[i], &square[i], gradient[i] + ridge * m->parts[i], t);
		/* A measured view speaks for no way of thinking. */
		if (k == 0)
			m->parts[i] = fmax(m->parts[i], 0);
	}
	for (i = 0; i < m->nrules; i++)
		from_parts(m, i);
	for (i = 1; m->fit_priors && i < m->nclasses; i++)
		m->priors[i] -=
		    step(&mean[n + i], &square[n + i], gradient[n + i], t);
}

void
model_release(struct model *m)
{
	free(m->free);
	free(m->weights);
	free(m->parts);
	free(m->scale);
}

static bool
is_live(const struct model *m, size_t rule)
{
	size_t at = rule * CLASSES_MAX, k;

	for (k = 0; k < CLASSES_MAX; k++)
		if (m->free[at + k] || m->weights[at + k] != 0)
			return true;
	return false;
}

/* What the fit goes over again and again: the examples that are in, of each the
 * rules that have a weight or may get one, which most do not. */
static struct corpus
heard(
    const struct model *m, const struct corpus *c, int leave_out, unsigned sets)
{
	struct corpus out = {
	    .items = mem_alloc(c->count + 1, sizeof(*out.items))};
	size_t i, k;

	for (i = 0; i < c->count; i++) {
		const struct example *from = &c->items[i];
		struct example *e = &out.items[out.count];

		if (!example_is_in(from, leave_out, sets))
			continue;
		*e = *from;
		e->hits = mem_alloc(from->nhits + 1, sizeof(*e->hits));
		e->nhits = 0;
		for (k = 0; k < from->nhits; k++)
			if (is_live(m, from->hits[k].rule))
				e->hits[e->nhits++] = from->hits[k];
		out.count++;
	}
	return out;
}

void
model_fit(struct model *m, const struct corpus *c, int leave_out, unsigned sets)
{
	size_t n = m->nrules * CLASSES_MAX + m->nclasses, i;
	double *gradient = mem_zalloc(n, sizeof(*gradient));
	double *mean = mem_zalloc(n, sizeof(*mean));
	double *square = mem_zalloc(n, sizeof(*square));
	struct corpus in = heard(m, c, leave_out, sets);
	int t;

	for (t = 1; t <= STEPS; t++) {
		memset(gradient, 0, n * sizeof(*gradient));
		for (i = 0; i < in.count; i++)
			add_gradient(m, &in.items[i], gradient);
		move(m, gradient, mean, square, t);
	}
	corpus_free(&in);
	free(gradient);
	free(mean);
	free(square);
}
