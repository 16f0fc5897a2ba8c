#include "quiz/tailor.h"

#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The question that asks an item of an instrument. */
static size_t
question_of(const struct sitting *s, size_t instrument, size_t item)
{
	for (size_t q = 0; q < s->nquestions; q++)
		for (size_t k = 0; k < s->questions[q].nplaces; k++)
			if (s->questions[q].places[k].instrument ==
				instrument &&
			    s->questions[q].places[k].item == item)
				return q;
	return s->nquestions;
}

static size_t
item_of(const struct tailor_scale *scale, size_t i)
{
	return scale->bank->dimension.items[i].term->item;
}

static void
add_scale(struct tailor *t, const struct sitting *s, size_t instrument,
    const struct bank_scale *bank, const struct adaptive_rule *rule)
{
	size_t n = bank->dimension.nitems;
	struct tailor_scale *scale;

	t->scales = mem_realloc(t->scales, t->nscales + 1, sizeof(*t->scales));
	scale = &t->scales[t->nscales++];
	*scale = (struct tailor_scale){bank, instrument, NULL, {.rule = *rule}};
	scale->questions = mem_alloc(n, sizeof(*scale->questions));
	for (size_t i = 0; i < n; i++)
		scale->questions[i] =
		    question_of(s, instrument, item_of(scale, i));
	adaptive_init(&scale->state, rule, bank->items, bank->areas, n);
}

/* Conditions look at earlier items only: going backwards, a question that
 * another one waits for is known before its own conditions are looked at. */
static void
mark_first(struct tailor *t, const struct sitting *s, size_t instrument)
{
	const struct instrument *in = s->instruments[instrument];
	bool *banked = mem_zalloc(in->nitems, sizeof(*banked));
	bool *needed = mem_zalloc(in->nitems, sizeof(*needed));

	for (size_t k = 0; k < t->nscales; k++)
		for (size_t i = 0; t->scales[k].instrument == instrument &&
		     i < t->scales[k].bank->dimension.nitems;
		     i++)
			banked[item_of(&t->scales[k], i)] = true;
	for (size_t i = in->nitems; i-- > 0;) {
		const struct conditions *c = &in->items[i].ask_if;

		for (size_t k = 0; (banked[i] || needed[i]) && k < c->count;
		     k++)
			needed[c->list[k].item] = true;
		if (needed[i] && !banked[i])
			t->first[question_of(s, instrument, i)] = true;
		if (in->items[i].crisis.count > 0)
			t->last[question_of(s, instrument, i)] = true;
	}
	free(needed);
	free(banked);
}

/* The answers so far, in the order in which they came.  What stands behind a
 * branch that closed does not count. */
static void
update(struct tailor *t, struct tailor_scale *scale, const struct sitting *s)
{
	const struct dimension *d = &scale->bank->dimension;
	const int *answers = s->answers[scale->instrument];
	struct adaptive *a = &scale->state;

	adaptive_clear(a, t->seed + (uint64_t)(scale - t->scales) * d->nitems);
	dimension_steps(d, answers, t->x);
	for (size_t i = 0; i < d->nitems; i++)
		a->may[i] = conditions_hold(
		    &d->in->items[item_of(scale, i)].ask_if, answers);
	for (size_t k = 0; k < s->nasked; k++)
		for (size_t i = 0; i < d->nitems; i++)
			if (scale->questions[i] == s->asked[k] && a->may[i])
				adaptive_answer(a, i,
				    dimension_category(&d->items[i], t->x[i]));
}

/* An open question of that kind, and of that instrument. */
static size_t
first_of(const bool *kind, const struct sitting *s, size_t instrument)
{
	size_t q = 0;

	while (q < s->nquestions &&
	    !(kind[q] && s->questions[q].places[0].instrument == instrument &&
		sitting_reachable(s, q) && sitting_open(s, q)))
		q++;
	return q;
}

/* The scale that had fewest, of those that are not at their end; or NULL. */
static struct tailor_scale *
next_scale(const struct tailor *t, size_t instrument)
{
	struct tailor_scale *next = NULL;

	for (size_t i = 0; i < t->nscales; i++) {
		struct tailor_scale *scale = &t->scales[i];

		if (scale->instrument == instrument &&
		    adaptive_end(&scale->state) == ADAPTIVE_OPEN &&
		    (next == NULL || scale->state.nasked < next->state.nasked))
			next = scale;
	}
	return next;
}

static size_t
choose(void *context, const struct sitting *s)
{
	struct tailor *t = context;
	struct tailor_scale *next;
	size_t q = s->nquestions;

	for (size_t i = 0; i < t->nscales; i++)
		update(t, &t->scales[i], s);
	for (size_t i = 0; q == s->nquestions && i < s->ninstruments; i++) {
		q = first_of(t->first, s, i);
		next = next_scale(t, i);
		if (q == s->nquestions && next != NULL)
			q = next->questions[adaptive_next(&next->state)];
		if (q == s->nquestions)
			q = first_of(t->last, s, i);
	}
	return q;
}

void
tailor_init(struct tailor *t, struct sitting *s,
    const struct bank *const *banks, const struct adaptive_rule *rule,
    uint64_t seed)
{
	size_t most = 1;

	*t = (struct tailor){.seed = seed};
	t->first = mem_zalloc(s->nquestions, sizeof(*t->first));
	t->last = mem_zalloc(s->nquestions, sizeof(*t->last));
	for (size_t i = 0; i < s->ninstruments; i++) {
		for (size_t k = 0; k < banks[i]->nscales; k++)
			add_scale(t, s, i, &banks[i]->scales[k], rule);
		mark_first(t, s, i);
		if (s->instruments[i]->nitems > most)
			most = s->instruments[i]->nitems;
	}
	t->x = mem_alloc(most, sizeof(*t->x));
	sitting_choose_by(s, choose, t);
}

void
tailor_release(struct tailor *t)
{
	for (size_t i = 0; i < t->nscales; i++) {
		adaptive_release(&t->scales[i].state);
		free(t->scales[i].questions);
	}
	free(t->x);
	free(t->last);
	free(t->first);
	free(t->scales);
	*t = (struct tailor){0};
}

/* Of one scale.  Information grows about evenly with answers: so does 1 / SE^2,
 * which is 1 before the first. */
static double
share_of(const struct adaptive *a, size_t left_most)
{
	double goal = a->rule.se, gained = 0, steps;

	steps = (double)a->nasked / (double)(a->nasked + left_most);
	if (goal > 0 && goal < 1)
		gained =
		    (1 / (a->at.se * a->at.se) - 1) / (1 / (goal * goal) - 1);
	return fmin(fmax(gained, steps), 0.99);
}

/* Whether it may still be asked: it, or what its branch waits for, is open. */
static bool
may_come(const struct sitting *s, size_t q)
{
	if (!sitting_open(s, q))
		return false;
	if (sitting_reachable(s, q))
		return true;
	for (size_t p = 0; p < s->questions[q].nplaces; p++) {
		size_t in = s->questions[q].places[p].instrument;
		size_t item = s->questions[q].places[p].item;
		const struct conditions *c =
		    &s->instruments[in]->items[item].ask_if;

		for (size_t k = 0; k < c->count; k++)
			if (sitting_open(
				s, question_of(s, in, c->list[k].item)))
				return true;
	}
	return false;
}

/* Whether a scale that is not at its end has it. */
static bool
is_wanted(const struct tailor *t, size_t q)
{
	for (size_t i = 0; i < t->nscales; i++)
		for (size_t k = 0; k < t->scales[i].state.eap.nitems; k++)
			if (t->scales[i].questions[k] == q &&
			    adaptive_end(&t->scales[i].state) == ADAPTIVE_OPEN)
				return true;
	return false;
}

/* Adds what is asked in any case, and says how many there may be at most: all
 * that are open in as many places as the scales have left. */
static void
count_left(
    const struct tailor *t, const struct sitting *s, struct tailor_progress *p)
{
	size_t places = 0, wanted = 0, anyway = 0;

	for (size_t i = 0; i < t->nscales; i++) {
		const struct adaptive *a = &t->scales[i].state;
		size_t most = a->rule.most > 0 ? a->rule.most : a->eap.nitems;

		if (adaptive_end(a) == ADAPTIVE_OPEN)
			places += most - a->nasked;
	}
	for (size_t q = 0; q < s->nquestions; q++) {
		if (!may_come(s, q))
			continue;
		if (t->first[q] || t->last[q])
			anyway++;
		else if (is_wanted(t, q))
			wanted++;
	}
	p->left_most = anyway + (wanted < places ? wanted : places);
	p->left += anyway;
	if (p->left > p->left_most)
		p->left = p->left_most;
}

struct tailor_progress
tailor_progress(struct tailor *t, const struct sitting *s)
{
	struct tailor_progress p = {.asked = s->nasked};
	const struct instrument *in = NULL;
	size_t left_most;
	double share;

	if (s->at < s->nquestions)
		in = sitting_instrument(s, s->at);
	for (size_t i = 0; i < t->nscales; i++) {
		struct adaptive *a = &t->scales[i].state;

		share = 1;
		if ((in == NULL || in == t->scales[i].bank->dimension.in) &&
		    a->at.se > p.se) {
			p.se = a->at.se;
			p.answered = a->nanswered;
		}
		if (adaptive_end(a) == ADAPTIVE_OPEN) {
			p.left += adaptive_left(a, &left_most);
			share = share_of(a, left_most);
		}
		p.share_frac += share / (double)t->nscales;
	}
	count_left(t, s, &p);
	return p;
}
