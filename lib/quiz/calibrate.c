#include "quiz/calibrate.h"

#include "base/mem.h"
#include "quiz/ascent.h"
#include "quiz/estep.h"
#include "quiz/lost.h"
#include "quiz/matrix.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A fit as it goes on. */
struct fit {
	const struct patterns *patterns;
	const struct calibrate_how *how;
	struct calibration *c;
	struct estep estep;
	size_t n;  /* parameters */
	double *x; /* all parameters, as in mstep.h */
};

static size_t
count_parameters(const int *categories, size_t nitems)
{
	size_t sum = 0;

	for (size_t i = 0; i < nitems; i++)
		sum += (size_t)categories[i];
	return sum;
}

static int
check_item(const struct patterns *p, size_t item, int categories,
    const char *name, struct diag *err)
{
	double counts[GRM_CATEGORIES_MAX + 1];
	int used = 0, unused = -1;

	patterns_count(p, item, counts);
	for (int m = categories - 1; m >= 0; m--) {
		used += counts[m + 1] > 0;
		if (counts[m + 1] == 0)
			unused = m;
	}
	if (used == 0)
		return diag_set(err, 0, "item '%s': nobody answered it", name);
	if (used == 1)
		return diag_set(
		    err, 0, "item '%s': all answers are the same", name);
	if (unused != -1)
		return diag_set(err, 0,
		    "item '%s': nobody gave answer %d of %d (from the low end)",
		    name, unused + 1, categories);
	return 0;
}

int
calibrate_check(const struct patterns *p, const int *categories,
    const char *const *names, struct diag *err)
{
	size_t parameters = count_parameters(categories, p->nitems);

	for (size_t i = 0; i < p->nitems; i++)
		if (check_item(p, i, categories[i], names[i], err) == -1)
			return -1;
	if (p->people < (double)parameters)
		return diag_set(err, 0,
		    "%.0f people are fewer than the %zu parameters of items "
		    "'%s' to '%s'",
		    p->people, parameters, names[0], names[p->nitems - 1]);
	return 0;
}

/* a = 1.5, and thresholds that give the shares of answers for it: a logistic
 * mixed with a normal is nearly a flatter logistic (1.7 the usual factor). */
static void
start(struct fit *f, const int *categories)
{
	double counts[GRM_CATEGORIES_MAX + 1], *par = f->x, above, n;

	for (size_t i = 0; i < f->patterns->nitems; i++) {
		patterns_count(f->patterns, i, counts);
		n = f->patterns->people - counts[0];
		f->c->about[i].n = n;
		f->c->items[i].categories = categories[i];
		par[0] = 1.5;
		above = n;
		for (int m = 1; m < categories[i]; m++) {
			above -= counts[m];
			par[m] = log(above / (n - above)) *
			    sqrt(1 + par[0] * par[0] / (1.7 * 1.7));
		}
		par += categories[i];
	}
}

static void
set_items(struct fit *f, const double *par)
{
	for (size_t i = 0; i < f->c->nitems; i++) {
		mstep_item(par, &f->c->items[i]);
		par += f->c->items[i].categories;
	}
}

/* A step of EM: expects at x, and maximises to gx. */
static double
step(void *context, const double *x, double *gx)
{
	struct fit *f = context;
	const mstep_people *people;

	set_items(f, x);
	estep_run(&f->estep);
	memcpy(gx, x, f->n * sizeof(*gx));
	for (size_t i = 0; i < f->c->nitems; i++) {
		people =
		    (const mstep_people *)f->estep.people + f->estep.first[i];
		mstep_fit(gx + f->estep.first[i], f->c->items[i].categories,
		    &people, 1);
	}
	return f->estep.loglik;
}

static bool
all_ordered(void *context, const double *par)
{
	const struct fit *f = context;

	for (size_t i = 0; i < f->c->nitems; i++) {
		if (!mstep_ordered(par, f->c->items[i].categories))
			return false;
		par += f->c->items[i].categories;
	}
	return true;
}

static void
show_progress(void *context, int step, double loglik, double moved)
{
	const struct fit *f = context;

	if (f->how->progress != NULL)
		f->how->progress(f->how->context, step, loglik, moved);
}

static void
climb(struct fit *f)
{
	const struct ascent_how how = {.step = step,
	    .allowed = all_ordered,
	    .progress = show_progress,
	    .context = f,
	    .tolerance = f->how->tolerance,
	    .steps_max = f->how->steps_max};
	struct ascent a = ascent_run(f->x, f->n, &how);
	size_t item = 0;

	f->c->steps = a.steps;
	f->c->converged = a.converged;
	while (item + 1 < f->c->nitems && f->estep.first[item + 1] <= a.moving)
		item++;
	f->c->moving = item;
}

/* b = -d / a, so that var(b) = (var(d) + b^2 var(a) + 2 b cov(a, d)) / a^2. */
static void
errors_of_item(const struct grm_item *item, struct calibrated_item *about,
    const double *cov, size_t n, size_t at)
{
	double var_a = cov[at * n + at], b, var;

	about->se_a = sqrt(var_a);
	for (int m = 1; m < item->categories; m++) {
		size_t d = at + (size_t)m;

		b = item->b[m - 1];
		var = cov[d * n + d] + b * b * var_a + 2 * b * cov[at * n + d];
		about->se_b[m - 1] = sqrt(var) / fabs(item->a);
	}
}

/* Observed information: that of known thetas, less what is lost. */
static void
observed_information(struct fit *f, double *information)
{
	double block[MSTEP_MAX * MSTEP_MAX];
	size_t n = f->n, at;

	memset(information, 0, n * n * sizeof(*information));
	lost_add(&f->estep, f->x, information, n);
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j <= i; j++)
			information[j * n + i] = information[i * n + j] *= -1;
	for (size_t i = 0; i < f->c->nitems; i++) {
		size_t k = (size_t)f->c->items[i].categories;

		at = f->estep.first[i];
		mstep_information(f->x + at, (int)k,
		    (const mstep_people *)f->estep.people + at, block);
		for (size_t r = 0; r < k * k; r++)
			information[(at + r / k) * n + at + r % k] += block[r];
	}
}

static void
errors(struct fit *f)
{
	double *information = mem_alloc(f->n * f->n, sizeof(*information));
	double *cov = mem_alloc(f->n * f->n, sizeof(*cov));

	observed_information(f, information);
	if (matrix_inverse(information, f->n, cov) == -1)
		for (size_t i = 0; i < f->n * f->n; i++)
			cov[i] = NAN;
	for (size_t i = 0; i < f->c->nitems; i++)
		errors_of_item(&f->c->items[i], &f->c->about[i], cov, f->n,
		    f->estep.first[i]);
	free(cov);
	free(information);
}

static void
summarise(struct fit *f)
{
	struct calibration *c = f->c;
	double n = f->patterns->people, mean = f->estep.eap_sum / n;
	double var = f->estep.eap_square / n - mean * mean;

	c->people = n;
	c->patterns = f->patterns->count;
	c->parameters = f->n;
	c->loglik = f->estep.loglik;
	c->aic = 2 * (double)f->n - 2 * c->loglik;
	c->bic = log(n) * (double)f->n - 2 * c->loglik;
	c->marginal = grm_marginal_reliability(c->items, c->nitems);
	c->empirical = var / (var + f->estep.variance_sum / n);
}

void
calibrate(struct calibration *c, const struct patterns *p,
    const int *categories, const struct calibrate_how *how)
{
	struct fit f = {.patterns = p, .how = how, .c = c};

	*c = (struct calibration){.nitems = p->nitems};
	c->items = mem_zalloc(c->nitems, sizeof(*c->items));
	c->about = mem_zalloc(c->nitems, sizeof(*c->about));
	f.n = count_parameters(categories, p->nitems);
	f.x = mem_alloc(f.n, sizeof(*f.x));
	start(&f, categories);
	set_items(&f, f.x);
	estep_init(&f.estep, p, c->items, how->jobs);
	climb(&f);
	errors(&f);
	summarise(&f);
	estep_release(&f.estep);
	free(f.x);
}

void
calibration_release(struct calibration *c)
{
	free(c->about);
	free(c->items);
	*c = (struct calibration){0};
}

/* Goes with the others so little that its thresholds lie nowhere. */
static bool
tells_nothing(const struct grm_item *item)
{
	return fabs(item->b[0]) > GRM_PARAMETER_MAX ||
	    fabs(item->b[item->categories - 2]) > GRM_PARAMETER_MAX;
}

int
calibration_verdict(
    const struct calibration *c, const char *const *names, struct diag *err)
{
	for (size_t i = 0; i < c->nitems; i++)
		if (!(c->items[i].a > 0))
			return diag_set(err, 0,
			    "item '%s' runs against the others (a = %.3g): is "
			    "it reversed?",
			    names[i], c->items[i].a);
	for (size_t i = 0; i < c->nitems; i++)
		if (c->items[i].a > CALIBRATE_SLOPE_MAX)
			return diag_set(err, 0,
			    "item '%s': its slope grows without end (a = "
			    "%.3g): is it all but the same as another?",
			    names[i], c->items[i].a);
	for (size_t i = 0; i < c->nitems; i++)
		if (tells_nothing(&c->items[i]))
			return diag_set(err, 0,
			    "item '%s' has nothing to do with the others (a = "
			    "%.3g)",
			    names[i], c->items[i].a);
	if (!c->converged)
		return diag_set(err, 0,
		    "no convergence in %d steps: item '%s' still moves "
		    "(a = %.3g)",
		    c->steps - 1, names[c->moving], c->items[c->moving].a);
	return 0;
}
