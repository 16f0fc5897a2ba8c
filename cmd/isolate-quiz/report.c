#include "report.h"

#include "base/mem.h"
#include "figures.h"

#include <math.h>
#include <stdlib.h>

const char *const report_columns[] = {
    "instrument", "missing", "scale", "item", "with", "stat", "value", NULL};

void
figures_put(struct report *r, const char *with, const char *stat, double value)
{
	csvout_str(r->out, r->g->in->id);
	csvout_str(r->out, r->g->pairwise ? "pairwise" : "listwise");
	csvout_str(r->out, r->scale);
	csvout_str(r->out, r->item);
	csvout_str(r->out, with);
	csvout_str(r->out, stat);
	csvout_num(r->out, value);
	csvout_end(r->out);
}

/* The answers to an item as they were given, whoever gave them. */
static void
put_answers(struct report *r, size_t i)
{
	const struct answer_counts *c = &r->g->items[i];
	const struct item *item = &r->g->in->items[i];
	struct powers all = {0};
	char answer[16];

	for (int x = c->min; x <= c->max; x++)
		powers_add_times(&all, x, (wide)cohort_count(r->g, i, x));
	r->scale = "";
	r->item = item->id;
	figures_put(r, "", "n", powers_n(&all));
	figures_put(r, "", "missing", cohort_count(r->g, i, ANSWER_MISSING));
	figures_put(r, "", "mean", powers_mean(&all));
	figures_put(r, "", "sd", powers_sd(&all));
	for (int x = c->min; x <= c->max; x++) {
		if (!item_allows(item, x))
			continue;
		snprintf(answer, sizeof(answer), "%d", x);
		figures_put(r, answer, "count", cohort_count(r->g, i, x));
	}
}

/* Corrected for attenuation (Spearman 1904) by raw alpha. */
static void
put_between(struct report *r)
{
	const struct instrument *in = r->g->in;
	double *alphas = mem_alloc(in->nscales, sizeof(*alphas)), corrected;
	struct moments_pair pair;

	r->item = "";
	for (size_t i = 0; i < in->nscales; i++) {
		alphas[i] = figures_reliability(r->g, i).alpha_raw;
		r->scale = in->scales[i].id;
		for (size_t j = 0; j < i; j++) {
			const char *other = in->scales[j].id;

			pair = moments_pair(r->g->between, i, j, true);
			corrected = alphas[i] > 0 && alphas[j] > 0
			    ? pair.r / sqrt(alphas[i] * alphas[j])
			    : (double)NAN;
			figures_put(r, other, "n", pair.n);
			figures_put(r, other, "r", pair.r);
			figures_put(r, other, "r_corrected", corrected);
		}
	}
	free(alphas);
}

void
report_write(struct cohort *g, struct csvout *out)
{
	struct report r = {.g = g, .out = out};

	for (size_t i = 0; i < g->in->nscales; i++)
		figures_scale(&r, i);
	for (size_t i = 0; i < g->in->nitems; i++)
		put_answers(&r, i);
	put_between(&r);
}
