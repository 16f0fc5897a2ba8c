#include "quiz/dif.h"

#include "base/mem.h"
#include "quiz/ascent.h"
#include "quiz/distrib.h"
#include "quiz/estep.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum freedom {
	NONE,
	THRESHOLDS, /* of the studied item */
	ALL,
};

/*
 * Both groups.  The unknowns: the parameters of all items, as in mstep.h; those
 * that the studied item has of its own in the focal group; mean and logarithm
 * of the deviation of theta there.
 */
struct model {
	const struct calibrate_how *how;
	size_t nitems, shared; /* shared: unknowns of all items */
	struct grm_item *items[2];
	struct estep e[2];
	mstep_people *both; /* of one item */
	enum freedom freedom;
	size_t studied;
};

static size_t
own_unknowns(const struct model *m)
{
	size_t k = (size_t)m->items[0][m->studied].categories;

	return m->freedom == ALL ? k : m->freedom == THRESHOLDS ? k - 1 : 0;
}

static size_t
unknowns(const struct model *m)
{
	return m->shared + own_unknowns(m) + 2;
}

/* The focal parameters of the studied item. */
static void
own_parameters(const struct model *m, const double *x, double *par)
{
	size_t own = own_unknowns(m), k = m->e[0].first[m->studied];

	memcpy(par, x + k,
	    (size_t)m->items[0][m->studied].categories * sizeof(*par));
	memcpy(par + (m->freedom == THRESHOLDS), x + m->shared,
	    own * sizeof(*par));
}

/* Weights at the nodes, normal and normalised; x is mean and log deviation. */
static void
set_density(double *weight, const double *x)
{
	double sum = 0, z;

	for (int q = 0; q < GRM_NODES; q++) {
		z = (grm_node(q) - x[0]) / exp(x[1]);
		weight[q] = exp(-z * z / 2);
		sum += weight[q];
	}
	for (int q = 0; q < GRM_NODES; q++)
		weight[q] /= sum;
}

static void
moments(const double *weight, double *mean, double *var)
{
	double n = 0, sum = 0, squares = 0;

	for (int q = 0; q < GRM_NODES; q++) {
		n += weight[q];
		sum += weight[q] * grm_node(q);
		squares += weight[q] * grm_node(q) * grm_node(q);
	}
	*mean = sum / n;
	*var = squares / n - *mean * *mean;
}

/* The normal density whose moments on the nodes are those of the people: they
 * are all but its parameters, so that a few corrections do. */
static void
fit_density(const double *people, double *x)
{
	double mean, var, m, v, weight[GRM_NODES];

	moments(people, &mean, &var);
	x[0] = mean;
	x[1] = log(var) / 2;
	for (int i = 0; i < 8; i++) {
		set_density(weight, x);
		moments(weight, &m, &v);
		x[0] += mean - m;
		x[1] += log(var / v) / 2;
	}
}

static void
set_model(struct model *m, const double *x)
{
	double par[MSTEP_MAX];

	for (size_t i = 0; i < m->nitems; i++) {
		mstep_item(x + m->e[0].first[i], &m->items[0][i]);
		m->items[1][i] = m->items[0][i];
	}
	if (m->freedom != NONE) {
		own_parameters(m, x, par);
		mstep_item(par, &m->items[1][m->studied]);
	}
	set_density(m->e[1].eap.weight, x + m->shared + own_unknowns(m));
}

static const mstep_people *
people_of(const struct model *m, int group, size_t item)
{
	return (const mstep_people *)m->e[group].people +
	    m->e[group].first[item];
}

static void
fit_shared(struct model *m, size_t item, double *par)
{
	int k = m->items[0][item].categories;
	const mstep_people *a = people_of(m, 0, item);
	const mstep_people *b = people_of(m, 1, item);
	const mstep_people *both = (const mstep_people *)m->both;

	for (int c = 0; c < k; c++)
		for (int q = 0; q < EAP_LANES; q++)
			m->both[c][q] = a[c][q] + b[c][q];
	mstep_fit(par, k, &both, 1);
}

/* par: the reference parameters; own: what the focal group has. */
static void
fit_studied(const struct model *m, double *par, double *own)
{
	const mstep_people *people[2] = {
	    people_of(m, 0, m->studied), people_of(m, 1, m->studied)};
	size_t k = (size_t)m->items[0][m->studied].categories;
	double joint[2 * MSTEP_MAX];

	if (m->freedom == ALL) {
		mstep_fit(par, (int)k, &people[0], 1);
		mstep_fit(own, (int)k, &people[1], 1);
		return;
	}
	memcpy(joint, par, k * sizeof(*joint));
	memcpy(joint + k, own, (k - 1) * sizeof(*joint));
	mstep_fit(joint, (int)k, people, 2);
	memcpy(par, joint, k * sizeof(*joint));
	memcpy(own, joint + k, (k - 1) * sizeof(*joint));
}

static double
step(void *context, const double *x, double *gx)
{
	struct model *m = context;
	double *own = gx + m->shared;

	set_model(m, x);
	estep_run(&m->e[0]);
	estep_run(&m->e[1]);
	memcpy(gx, x, unknowns(m) * sizeof(*gx));
	for (size_t i = 0; i < m->nitems; i++) {
		double *par = gx + m->e[0].first[i];

		if (m->freedom != NONE && i == m->studied)
			fit_studied(m, par, own);
		else
			fit_shared(m, i, par);
	}
	fit_density(m->e[1].nodes, own + own_unknowns(m));
	return m->e[0].loglik + m->e[1].loglik;
}

static bool
allowed(void *context, const double *x)
{
	const struct model *m = context;
	double own[MSTEP_MAX];

	for (size_t i = 0; i < m->nitems; i++)
		if (!mstep_ordered(
			x + m->e[0].first[i], m->items[0][i].categories))
			return false;
	own_parameters(m, x, own);
	return mstep_ordered(own, m->items[0][m->studied].categories);
}

static void
show_progress(void *context, int step, double loglik, double moved)
{
	const struct calibrate_how *how = ((const struct model *)context)->how;

	if (how->progress != NULL)
		how->progress(how->context, step, loglik, moved);
}

static struct ascent
climb(struct model *m, double *x)
{
	const struct ascent_how ascent = {.step = step,
	    .allowed = allowed,
	    .context = m,
	    .progress = show_progress,
	    .tolerance = m->how->tolerance,
	    .steps_max = m->how->steps_max};

	return ascent_run(x, unknowns(m), &ascent);
}

static bool
uses_all(const struct patterns *p, size_t item, int categories)
{
	double counts[GRM_CATEGORIES_MAX + 1];

	patterns_count(p, item, counts);
	for (int m = 0; m < categories; m++)
		if (counts[m + 1] == 0)
			return false;
	return true;
}

static struct dif_chi2
chi2_of(double difference, int df)
{
	double chi2 = fmax(0, 2 * difference);

	return (struct dif_chi2){chi2, df, distrib_chi2_upper(chi2, df)};
}

/* The log-likelihood with that freedom, from the baseline x; NaN where it does
 * not converge. */
static double
freed_loglik(struct model *m, enum freedom freedom, const double *x)
{
	const double *par = x + m->e[0].first[m->studied];
	double *y, loglik;
	struct ascent a;
	size_t own;

	m->freedom = freedom;
	own = own_unknowns(m);
	y = mem_alloc(unknowns(m), sizeof(*y));
	memcpy(y, x, m->shared * sizeof(*y));
	memcpy(y + m->shared, par + (freedom == THRESHOLDS), own * sizeof(*y));
	memcpy(y + m->shared + own, x + m->shared, 2 * sizeof(*y));
	a = climb(m, y);
	loglik = a.converged ? a.loglik : NAN;
	free(y);
	return loglik;
}

/* From the model as it is, all parameters free. */
static void
find_effect(const struct model *m, struct dif_test *t)
{
	const double *weight = m->e[1].eap.weight;
	double off;

	t->difference = t->area = 0;
	for (int q = 0; q < GRM_NODES; q++) {
		off = grm_expected(&m->items[1][m->studied], grm_node(q)) -
		    grm_expected(&m->items[0][m->studied], grm_node(q));
		t->difference += weight[q] * off;
		t->area += weight[q] * fabs(off);
	}
}

static void
test_item(struct dif *d, struct model *m, size_t item, const double *x)
{
	int k = m->items[0][item].categories;
	struct dif_test *t = &d->tests[item];
	struct dif_chi2 none = {NAN, NAN, NAN};
	double uniform, all;

	*t = (struct dif_test){DIF_UNUSED, none, none, none, NAN, NAN};
	if (!uses_all(m->e[0].patterns, item, k) ||
	    !uses_all(m->e[1].patterns, item, k))
		return;
	t->state = DIF_DIVERGED;
	m->studied = item;
	uniform = freed_loglik(m, THRESHOLDS, x);
	all = freed_loglik(m, ALL, x);
	if (isnan(uniform) || isnan(all))
		return;
	t->state = DIF_TESTED;
	t->all = chi2_of(all - d->loglik, k);
	t->thresholds = chi2_of(uniform - d->loglik, k - 1);
	t->slope = chi2_of(all - uniform, 1);
	find_effect(m, t);
}

static void
model_init(struct model *m, const struct patterns *reference,
    const struct patterns *focal, const struct grm_item *start, int jobs)
{
	size_t size = reference->nitems * sizeof(*start);

	*m = (struct model){.nitems = reference->nitems};
	for (int g = 0; g < 2; g++) {
		m->items[g] = mem_alloc(m->nitems, sizeof(*start));
		memcpy(m->items[g], start, size);
		estep_init(
		    &m->e[g], g == 0 ? reference : focal, m->items[g], jobs);
	}
	m->shared = m->e[0].npeople;
	m->both = mem_alloc(GRM_CATEGORIES_MAX, sizeof(*m->both));
}

static void
model_release(struct model *m)
{
	free(m->both);
	for (int g = 0; g < 2; g++) {
		estep_release(&m->e[g]);
		free(m->items[g]);
	}
}

/* The inverse of mstep_item(), of all items; mean 0 and deviation 1. */
static void
start_unknowns(const struct model *m, const struct grm_item *start, double *x)
{
	for (size_t i = 0; i < m->nitems; i++) {
		*x++ = start[i].a;
		for (int k = 1; k < start[i].categories; k++)
			*x++ = -start[i].a * start[i].b[k - 1];
	}
	x[0] = x[1] = 0;
}

/* Behind the items stand the mean and the deviation of theta. */
static void
tell_moving(const struct model *m, const struct dif *d, const struct ascent *a,
    const char *const *names, struct diag *err)
{
	size_t item = 0;

	if (a->moving >= m->shared) {
		diag_set(err, 0,
		    "no convergence in %d steps with all items equal: theta "
		    "of the group still moves (mean %.3g, deviation %.3g): "
		    "does an item run against the others there?",
		    a->steps - 1, d->mean, d->sd);
		return;
	}
	while (item + 1 < m->nitems && m->e[0].first[item + 1] <= a->moving)
		item++;
	diag_set(err, 0,
	    "no convergence in %d steps with all items equal: item '%s' still "
	    "moves",
	    a->steps - 1, names[item]);
}

int
dif_run(struct dif *d, const struct patterns *reference,
    const struct patterns *focal, const struct grm_item *start,
    const char *const *names, const struct calibrate_how *how, struct diag *err)
{
	struct model m;
	struct ascent a;
	double *x;

	*d = (struct dif){.nitems = reference->nitems};
	d->tests = mem_zalloc(d->nitems, sizeof(*d->tests));
	model_init(&m, reference, focal, start, how->jobs);
	m.how = how;
	x = mem_alloc(unknowns(&m), sizeof(*x));
	start_unknowns(&m, start, x);
	a = climb(&m, x);
	d->loglik = a.loglik;
	d->mean = x[m.shared];
	d->sd = exp(x[m.shared + 1]);
	if (!a.converged)
		tell_moving(&m, d, &a, names, err);
	for (size_t i = 0; i < d->nitems && a.converged; i++)
		test_item(d, &m, i, x);
	free(x);
	model_release(&m);
	return a.converged ? 0 : -1;
}

void
dif_release(struct dif *d)
{
	free(d->tests);
	*d = (struct dif){0};
}
