/* isolate-quiz simulate: complete answers replayed as adaptive sittings. */
#include "quiz.h"

#include "base/mem.h"
#include "base/msg.h"
#include "irt.h"
#include "quiz/adaptive.h"
#include "responses.h"

#include <math.h>
#include <stdlib.h>

/* Of one scale: sums over people, of the sitting (a) and the whole form (f). */
struct tally {
	double people, items, se, a, f, aa, ff, af, square;
};

struct simulation {
	const struct settings *set;
	struct irt *irt;
	struct adaptive *sittings; /* by scale of the bank; NULL: not begun */
	struct tally *tallies;
	struct csvout out;
	struct str order;
	int8_t *x; /* everyone's answers to a scale */
};

static void
begin(struct simulation *s, const struct instrument *in)
{
	const struct bank *bank = irt_bank(s->irt, in);

	s->sittings = mem_alloc(bank->nscales, sizeof(*s->sittings));
	s->tallies = mem_zalloc(bank->nscales, sizeof(*s->tallies));
	s->x = mem_alloc(in->nitems, sizeof(*s->x));
	for (size_t i = 0; i < bank->nscales; i++)
		adaptive_init(&s->sittings[i], bank->scales[i].items,
		    bank->scales[i].dimension.nitems);
}

/* Asks until the end; whoever skipped an item skips it here too. */
static void
sit(struct simulation *s, const struct dimension *d, struct adaptive *a,
    struct adaptive_stop stop)
{
	size_t next;

	adaptive_clear(a);
	str_clear(&s->order);
	while ((next = adaptive_next(a, stop)) < d->nitems) {
		adaptive_answer(a, next, s->x[next]);
		if (s->order.len > 0)
			str_addc(&s->order, ';');
		str_adds(&s->order, d->items[next].id);
	}
}

static void
add(struct tally *t, const struct adaptive *a, struct grm_estimate full)
{
	double theta = a->at.theta;

	t->people++;
	t->items += (double)a->nasked;
	t->se += a->at.se;
	t->a += theta;
	t->f += full.theta;
	t->aa += theta * theta;
	t->ff += full.theta * full.theta;
	t->af += theta * full.theta;
	t->square += (theta - full.theta) * (theta - full.theta);
}

static void
write_sitting(struct simulation *s, const struct sitting_scores *sitting,
    const struct scale *scale, const struct adaptive *a,
    struct grm_estimate full)
{
	csvout_str(&s->out, sitting->respondent);
	csvout_str(&s->out, sitting->in->id);
	csvout_str(&s->out, scale->id);
	csvout_long(&s->out, (long)a->nasked);
	csvout_num(&s->out, a->at.theta);
	csvout_num(&s->out, a->at.se);
	csvout_num(&s->out, full.theta);
	csvout_num(&s->out, full.se);
	csvout_str(&s->out, s->order.text);
	csvout_end(&s->out);
}

static void
use(void *context, const struct sitting_scores *sitting)
{
	struct simulation *s = context;
	const struct bank *bank = irt_bank(s->irt, sitting->in);
	struct adaptive_stop stop = {s->set->se, (size_t)s->set->most};

	if (s->sittings == NULL)
		begin(s, sitting->in);
	for (size_t i = 0; i < bank->nscales; i++) {
		const struct dimension *d = &bank->scales[i].dimension;
		struct adaptive *a = &s->sittings[i];
		struct grm_estimate full;

		dimension_steps(d, sitting->answers, s->x);
		for (size_t k = 0; k < d->nitems; k++)
			s->x[k] = dimension_category(&d->items[k], s->x[k]);
		sit(s, d, a, (struct adaptive_stop){0, 0});
		full = a->at;
		sit(s, d, a, stop);
		add(&s->tallies[i], a, full);
		if (!s->set->summary)
			write_sitting(s, sitting, d->scale, a, full);
	}
}

static void
write_tally(struct csvout *out, const struct bank_scale *b, struct tally t)
{
	double n = t.people, covariance = t.af - t.a * t.f / n;

	csvout_str(out, b->dimension.in->id);
	csvout_str(out, b->dimension.scale->id);
	csvout_num(out, n);
	csvout_long(out, (long)b->dimension.nitems);
	csvout_num(out, t.items / n);
	csvout_num(out, t.se / n);
	csvout_num(out,
	    covariance / sqrt((t.aa - t.a * t.a / n) * (t.ff - t.f * t.f / n)));
	csvout_num(out, (t.a - t.f) / n);
	csvout_num(out, sqrt(t.square / n));
	csvout_end(out);
}

static void
finish(struct simulation *s)
{
	const struct bank *bank = irt_bank(s->irt, NULL);

	for (size_t i = 0; s->sittings != NULL && i < bank->nscales; i++) {
		if (s->set->summary)
			write_tally(&s->out, &bank->scales[i], s->tallies[i]);
		adaptive_release(&s->sittings[i]);
	}
	free(s->x);
	free(s->tallies);
	free(s->sittings);
	str_release(&s->order);
	csvout_release(&s->out);
	irt_free(s->irt);
}

int
simulate_run(void *settings, int n, char *const operands[])
{
	static const char *const people[] = {"respondent", "instrument",
	    "scale", "items", "theta", "se", "full_theta", "full_se", "order",
	    NULL};
	static const char *const summary[] = {"instrument", "scale", "people",
	    "of_items", "mean_items", "mean_se", "r_full", "bias_full",
	    "rmse_full", NULL};
	const struct settings *set = settings;
	struct simulation s = {.set = set};
	struct responses r = {.set = set, .use = use, .context = &s};
	int rc;

	if (set->irt == NULL)
		opt_die(&tool, "simulate needs --irt");
	if ((s.irt = irt_open(set)) == NULL)
		return RC_NO;
	str_init(&s.order);
	csvout_init(&s.out, stdout);
	csvout_header(&s.out, set->summary ? summary : people);
	r.rows.strict = set->strict;
	responses_read(&r, n, operands);
	finish(&s);
	rc = responses_verdict(&r);
	responses_release(&r);
	return rc;
}
