#include "figures.h"

#include "base/mem.h"
#include "base/msg.h"
#include "quiz/omega.h"

#include <math.h>
#include <stdlib.h>

static void
put(struct report *r, const char *stat, double value)
{
	figures_put(r, "", stat, value);
}

/* The covariances and correlations of one scale's units. */
struct matrices {
	size_t k;
	double *c, *r, n;
};

static struct matrices
matrices_new(struct moments *m, bool pairwise)
{
	size_t k = moments_columns(m);
	struct matrices x = {.k = k, .n = moments_complete(m)};

	if (pairwise)
		x.n = moments_rows(m);
	x.c = mem_alloc(2 * k * k, sizeof(*x.c));
	x.r = x.c + k * k;
	moments_matrices(m, pairwise, x.c, x.r);
	return x;
}

static void
put_intervals(struct report *r, const struct reliability *rel)
{
	put(r, "alpha_ci_feldt_lo", rel->feldt_low);
	put(r, "alpha_ci_feldt_hi", rel->feldt_high);
	put(r, "ase_duhachek", rel->ase);
	put(r, "alpha_ci_duhachek_lo", rel->duhachek_low);
	put(r, "alpha_ci_duhachek_hi", rel->duhachek_high);
}

/* What keeps the model of one factor from being fitted. */
static const char *
why_no_omega(const struct matrices *x)
{
	if (x->n < 2)
		return "one person shows no spread";
	for (size_t i = 0; i < x->k; i++)
		if (x->c[i * x->k + i] == 0)
			return "an item does not vary";
	return x->n <= (double)x->k ? "no more people than items"
				    : "no proper solution with one factor";
}

static void
put_omega(struct report *r, const struct matrices *x)
{
	struct omega omega;

	if (omega_compute(x->c, x->r, x->k, &omega) == -1 && x->k > 2 &&
	    x->n > 0)
		msg_note(
		    "scale '%s': %s, so no omega", r->scale, why_no_omega(x));
	put(r, "omega1_ml_std", omega.std);
	put(r, "omega1_ml_raw", omega.raw);
	put(r, "omega1_ml_obs", omega.observed);
}

static void
put_split(struct report *r, const char *half, const char *of,
    struct reliability_split s)
{
	char stat[64];

	snprintf(stat, sizeof(stat), "split_%s_r_%s", half, of);
	put(r, stat, s.r);
	snprintf(stat, sizeof(stat), "split_%s_spearmanbrown_%s", half, of);
	put(r, stat, s.spearman_brown);
	snprintf(stat, sizeof(stat), "split_%s_guttman_%s", half, of);
	put(r, stat, s.guttman);
}

static void
put_splits(struct report *r, const char *of, const double *a, size_t k)
{
	struct reliability_splits s = reliability_all_splits(a, k);
	char stat[64];

	put_split(r, "oddeven", of, reliability_odd_even(a, k));
	put_split(r, "firstsecond", of, reliability_first_second(a, k));
	if (s.count == 0)
		return;
	snprintf(stat, sizeof(stat), "splitexact_count_%s", of);
	put(r, stat, (double)s.count);
	snprintf(stat, sizeof(stat), "splitexact_min_%s", of);
	put(r, stat, s.min);
	snprintf(stat, sizeof(stat), "splitexact_mean_%s", of);
	put(r, stat, s.mean);
	snprintf(stat, sizeof(stat), "splitexact_max_%s", of);
	put(r, stat, s.max);
}

/* Splits are of standardised covariances, which pairwise are not quite the
 * correlations: the rule of psych::splitHalf. */
static void
put_all_splits(struct report *r, const struct matrices *x)
{
	double *standard = mem_alloc(x->k * x->k, sizeof(*standard)), sd;

	for (size_t i = 0; i < x->k; i++) {
		sd = sqrt(x->c[i * x->k + i]);
		for (size_t j = 0; j < x->k; j++)
			standard[i * x->k + j] = x->c[i * x->k + j] /
			    (sd * sqrt(x->c[j * x->k + j]));
	}
	put_splits(r, "cov", x->c, x->k);
	put_splits(r, "cor", standard, x->k);
	free(standard);
}

static void
put_reliability(struct report *r, const struct matrices *x, double sd)
{
	struct reliability rel;

	reliability_scale(x->c, x->r, x->k, x->n, &rel);
	if (rel.alpha_raw < 0)
		msg_note("scale '%s': alpha is below 0, so no sem", r->scale);
	put(r, "sem",
	    rel.alpha_raw < 0 ? (double)NAN : sd * sqrt(1 - rel.alpha_raw));
	put(r, "alpha_raw", rel.alpha_raw);
	put(r, "alpha_std", rel.alpha_std);
	put_intervals(r, &rel);
	put(r, "average_r", rel.average_r);
	put(r, "median_r", rel.median_r);
	put(r, "lambda2_cov", rel.lambda2_raw);
	put(r, "lambda2_cor", rel.lambda2_std);
	put(r, "lambda6_smc_cor", rel.lambda6);
	put_omega(r, x);
	if (x->k > 1)
		put_all_splits(r, x);
}

static void
warn_of(const struct report *r, const struct str *items, const char *what)
{
	if (items->len > 0)
		msg_warn("scale '%s': %s: %s", r->scale, what, items->text);
}

static void
add_name(struct str *list, const char *name)
{
	str_addf(list, "%s'%s'", list->len > 0 ? ", " : "", name);
}

/* Of the keyed answers: what a unit weighs is a matter of its scale. */
static void
put_item(struct report *r, struct scale_sums *s, size_t i,
    const struct reliability_item *item)
{
	struct moments *m = s->moments;
	struct moments_column column = moments_column(m, i, r->g->pairwise);
	double weight = s->units.list[i].weight;

	put(r, "n", column.n);
	put(r, "mean", column.mean / weight);
	put(r, "sd", column.sd / weight);
	put(r, "r.drop", item->r_drop);
	put(r, "raw.r", moments_person_r(m, i));
	put(r, "r.cor", item->r_cor);
	put(r, "smc", item->smc);
	put(r, "alpha_if_deleted_raw", item->alpha_raw);
	put(r, "alpha_if_deleted_std", item->alpha_std);
	put(r, "lambda6_if_deleted", item->lambda6);
}

static void
put_items(struct report *r, struct scale_sums *s, const struct matrices *x)
{
	struct reliability_item *items = mem_alloc(x->k, sizeof(*items));
	struct str name = STR_INIT, negative = STR_INIT, constant = STR_INIT;

	reliability_items(x->c, x->r, x->k, items);
	for (size_t i = 0; i < x->k; i++) {
		str_clear(&name);
		units_name(&s->units, i, &name);
		r->item = name.text;
		put_item(r, s, i, &items[i]);
		if (items[i].r_drop < 0)
			add_name(&negative, name.text);
		if (x->c[i * x->k + i] == 0)
			add_name(&constant, name.text);
	}
	r->item = "";
	warn_of(r, &negative,
	    "goes against the other items, so its key may be wrong");
	warn_of(r, &constant, "everyone gave the same answer");
	str_release(&name);
	str_release(&negative);
	str_release(&constant);
	free(items);
}

/* What is known of the score alone. */
static void
put_score(struct report *r, size_t i)
{
	struct scale_sums *s = &r->g->scales[i];
	struct moments_column score = moments_column(r->g->between, i, true);
	double den = (double)s->score_den, scale = 1 / den;

	if (r->g->pairwise && s->linear) {
		score = moments_person(s->moments);
		scale = (double)s->units.count / den;
	}
	put(r, "mean", score.mean * scale);
	put(r, "sd", score.sd * scale);
	put(r, "skew", s->has_powers ? powers_skew(&s->powers) : (double)NAN);
	put(r, "kurtosis",
	    s->has_powers ? powers_kurtosis(&s->powers) : (double)NAN);
}

void
figures_scale(struct report *r, size_t i)
{
	struct scale_sums *s = &r->g->scales[i];
	double complete = moments_column(r->g->between, i, true).n;
	double rows = moments_rows(r->g->between);
	struct matrices x;

	r->scale = r->g->in->scales[i].id;
	r->item = "";
	put(r, "rows", rows);
	if (s->linear)
		put(r, "any", moments_any(s->moments));
	put(r, "complete", complete);
	put(r, "n", r->g->pairwise ? rows : complete);
	put_score(r, i);
	if (!s->linear)
		return;
	x = matrices_new(s->moments, r->g->pairwise);
	put_reliability(r, &x,
	    moments_column(r->g->between, i, true).sd / (double)s->score_den);
	put_items(r, s, &x);
	free(x.c);
}

struct reliability
figures_reliability(struct cohort *g, size_t i)
{
	struct reliability rel = {.alpha_raw = NAN};
	struct matrices x;

	if (!g->scales[i].linear)
		return rel;
	x = matrices_new(g->scales[i].moments, g->pairwise);
	reliability_scale(x.c, x.r, x.k, x.n, &rel);
	free(x.c);
	return rel;
}
