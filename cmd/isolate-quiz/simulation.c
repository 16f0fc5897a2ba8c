#include "simulation.h"

#include "base/mem.h"

#include <stdlib.h>

void
simulation_init(
    struct simulation *s, const struct settings *set, struct irt *irt)
{
	static const char *const people[] = {"respondent", "instrument",
	    "scale", "items", "theta", "se", "full_theta", "full_se",
	    "true_theta", "end", "order", NULL};
	static const char *const summary[] = {"instrument", "scale", "people",
	    "of_items", "mean_items", "mean_se", "r_full", "bias_full",
	    "rmse_full", "expected_rmse", "r_true", "bias_true", "rmse_true",
	    NULL};

	*s = (struct simulation){.set = set, .irt = irt};
	str_init(&s->order);
	csvout_init(&s->out, stdout);
	csvout_header(&s->out, set->summary ? summary : people);
}

void
simulation_begin(struct simulation *s, const struct instrument *in)
{
	const struct bank *bank = irt_bank(s->irt, in);
	struct adaptive_rule rule = irt_rule(s->set);

	s->sittings = mem_alloc(bank->nscales, sizeof(*s->sittings));
	s->recoveries = mem_zalloc(bank->nscales, sizeof(*s->recoveries));
	s->x = mem_alloc(in->nitems, sizeof(*s->x));
	for (size_t i = 0; i < bank->nscales; i++) {
		const struct bank_scale *b = &bank->scales[i];

		adaptive_init(&s->sittings[i], &rule, b->items, b->areas,
		    b->dimension.nitems);
	}
}

/* Asks until the end; whoever skipped an item skips it here too. */
static void
sit(struct simulation *s, const struct dimension *d, struct adaptive *a)
{
	size_t next;

	adaptive_clear(a, (uint64_t)s->set->seed + s->people * d->nitems);
	str_clear(&s->order);
	while ((next = adaptive_next(a)) < d->nitems) {
		adaptive_answer(a, next, s->x[next]);
		if (s->order.len > 0)
			str_addc(&s->order, ';');
		str_adds(&s->order, d->items[next].id);
	}
}

static void
write_sitting(struct simulation *s, const struct subject *who,
    const struct dimension *d, const struct adaptive *a,
    struct grm_estimate full)
{
	csvout_str(&s->out, who->respondent);
	csvout_str(&s->out, d->in->id);
	csvout_str(&s->out, d->scale->id);
	csvout_long(&s->out, (long)a->nasked);
	csvout_num(&s->out, a->at.theta);
	csvout_num(&s->out, a->at.se);
	csvout_num(&s->out, full.theta);
	csvout_num(&s->out, full.se);
	csvout_num(&s->out, who->theta);
	csvout_str(&s->out, adaptive_ends[adaptive_end(a)]);
	csvout_str(&s->out, s->order.text);
	csvout_end(&s->out);
}

void
simulation_sit(struct simulation *s, size_t i, const struct subject *who)
{
	const struct bank *bank = irt_bank(s->irt, NULL);
	const struct dimension *d = &bank->scales[i].dimension;
	struct adaptive *a = &s->sittings[i];
	struct grm_estimate full = eap_score(&a->eap, s->x, a->rows);

	sit(s, d, a);
	recovery_add(
	    &s->recoveries[i], (double)a->nasked, a->at, full, who->theta);
	if (!s->set->summary)
		write_sitting(s, who, d, a, full);
}

static void
write_against(struct csvout *out, struct recovery_against x)
{
	csvout_num(out, x.r);
	csvout_num(out, x.bias);
	csvout_num(out, x.rmse);
}

static void
write_summary(
    struct csvout *out, const struct dimension *d, const struct recovery *r)
{
	struct recovery_figures f = recovery_figures(r);

	csvout_str(out, d->in->id);
	csvout_str(out, d->scale->id);
	csvout_num(out, f.people);
	csvout_long(out, (long)d->nitems);
	csvout_num(out, f.items);
	csvout_num(out, f.se);
	write_against(out, f.full);
	csvout_num(out, f.expected);
	write_against(out, f.real);
	csvout_end(out);
}

void
simulation_finish(struct simulation *s)
{
	const struct bank *bank = irt_bank(s->irt, NULL);

	for (size_t i = 0; s->sittings != NULL && i < bank->nscales; i++) {
		if (s->set->summary)
			write_summary(&s->out, &bank->scales[i].dimension,
			    &s->recoveries[i]);
		adaptive_release(&s->sittings[i]);
	}
	free(s->x);
	free(s->recoveries);
	free(s->sittings);
	str_release(&s->order);
	csvout_release(&s->out);
	irt_free(s->irt);
}
