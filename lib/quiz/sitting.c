#include "quiz/sitting.h"

#include "base/chance.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

static bool
same_choices(const struct choices *a, const struct choices *b)
{
	if (a->min != b->min || a->max != b->max || a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (a->list[i].value != b->list[i].value ||
		    strcmp(a->list[i].label, b->list[i].label) != 0)
			return false;
	return true;
}

/* The same words ask the same only under the same instructions. */
static bool
same_question(const struct sitting *s, size_t q, const struct instrument *in,
    const struct item *item)
{
	const struct item *other = sitting_item(s, q);
	const struct instrument *from = sitting_instrument(s, q);

	return from != in && strcmp(other->text, item->text) == 0 &&
	    strcmp(from->instructions, in->instructions) == 0 &&
	    same_choices(other->choices, item->choices);
}

static void
add_place(struct sitting *s, size_t q, struct place place)
{
	struct question *question = &s->questions[q];

	question->places = mem_realloc(
	    question->places, question->nplaces + 1, sizeof(*question->places));
	question->places[question->nplaces++] = place;
}

static void
add_item(struct sitting *s, size_t instrument, size_t item)
{
	const struct instrument *in = s->instruments[instrument];
	size_t q = 0;

	while (q < s->nquestions && !same_question(s, q, in, &in->items[item]))
		q++;
	if (q == s->nquestions)
		s->questions[s->nquestions++] =
		    (struct question){.answer = ANSWER_MISSING};
	add_place(s, q, (struct place){instrument, item});
}

static bool
may_move(const struct instrument *in)
{
	if (in->fixed_order)
		return false;
	for (size_t i = 0; i < in->nitems; i++)
		if (in->items[i].ask_if.count > 0)
			return false;
	return true;
}

/* Fisher and Yates, within the questions first .. s->nquestions - 1. */
static void
shuffle(struct sitting *s, size_t first, uint64_t *state)
{
	for (size_t i = s->nquestions; i > first + 1; i--) {
		size_t j = first + chance_below(state, i - first);
		struct question q = s->questions[i - 1];

		s->questions[i - 1] = s->questions[j];
		s->questions[j] = q;
	}
}

bool
sitting_reachable(const struct sitting *s, size_t q)
{
	const struct question *question = &s->questions[q];

	for (size_t i = 0; i < question->nplaces; i++) {
		struct place p = question->places[i];
		const struct instrument *in = s->instruments[p.instrument];

		if (conditions_hold(
			&in->items[p.item].ask_if, s->answers[p.instrument]))
			return true;
	}
	return false;
}

bool
sitting_open(const struct sitting *s, size_t q)
{
	return s->questions[q].answer == ANSWER_MISSING &&
	    !s->questions[q].skipped;
}

/* The chosen question; or an open one behind this one, or else before it. */
static void
move_on(struct sitting *s)
{
	if (s->choose != NULL) {
		s->at = s->choose(s->context, s);
		return;
	}
	for (size_t i = 0; i < s->nquestions; i++) {
		size_t q = (s->at + 1 + i) % s->nquestions;

		if (sitting_reachable(s, q) && sitting_open(s, q)) {
			s->at = q;
			return;
		}
	}
	s->at = s->nquestions;
}

void
sitting_resume(struct sitting *s)
{
	s->at = s->nquestions - 1;
	move_on(s);
}

void
sitting_init(struct sitting *s, const struct instrument *const *in, size_t n,
    uint64_t seed)
{
	uint64_t state = seed;
	size_t items = 0;

	*s = (struct sitting){.instruments = in, .ninstruments = n};
	s->answers = mem_alloc(n, sizeof(*s->answers));
	for (size_t i = 0; i < n; i++) {
		s->answers[i] = mem_alloc(in[i]->nitems, sizeof(int));
		for (size_t k = 0; k < in[i]->nitems; k++)
			s->answers[i][k] = ANSWER_MISSING;
		items += in[i]->nitems;
	}
	s->questions = mem_alloc(items, sizeof(*s->questions));
	s->asked = mem_alloc(items, sizeof(*s->asked));
	for (size_t i = 0; i < n; i++) {
		size_t first = s->nquestions;

		for (size_t k = 0; k < in[i]->nitems; k++)
			add_item(s, i, k);
		if (seed != 0 && may_move(in[i]))
			shuffle(s, first, &state);
	}
	sitting_resume(s);
}

void
sitting_release(struct sitting *s)
{
	for (size_t i = 0; i < s->nquestions; i++)
		free(s->questions[i].places);
	for (size_t i = 0; i < s->ninstruments; i++)
		free(s->answers[i]);
	free(s->asked);
	free(s->questions);
	free(s->answers);
	*s = (struct sitting){0};
}

void
sitting_choose_by(struct sitting *s,
    size_t (*choose)(void *context, const struct sitting *s), void *context)
{
	s->choose = choose;
	s->context = context;
	sitting_resume(s);
}

/* Sets what is asked with it. */
static void
set_answer(struct sitting *s, size_t i, int x, bool skipped)
{
	struct question *q = &s->questions[i];

	q->answer = x;
	q->skipped = skipped;
	for (size_t k = 0; k < q->nplaces; k++)
		s->answers[q->places[k].instrument][q->places[k].item] = x;
}

void
sitting_clear(struct sitting *s)
{
	for (size_t q = 0; q < s->nquestions; q++)
		set_answer(s, q, ANSWER_MISSING, false);
	s->nasked = 0;
	sitting_resume(s);
}

/* Where it stands among those that were asked; nasked if it does not. */
static size_t
asked_at(const struct sitting *s, size_t i)
{
	size_t k = 0;

	while (k < s->nasked && s->asked[k] != i)
		k++;
	return k;
}

size_t
sitting_number(const struct sitting *s, size_t i)
{
	return (s->choose != NULL ? asked_at(s, i) : i) + 1;
}

const struct instrument *
sitting_instrument(const struct sitting *s, size_t i)
{
	return s->instruments[s->questions[i].places[0].instrument];
}

const struct item *
sitting_item(const struct sitting *s, size_t i)
{
	return &sitting_instrument(s, i)->items[s->questions[i].places[0].item];
}

void
sitting_restore(struct sitting *s, size_t i, int x, bool skipped)
{
	if (asked_at(s, i) == s->nasked)
		s->asked[s->nasked++] = i;
	set_answer(s, i, x, skipped);
}

void
sitting_answer(struct sitting *s, int x)
{
	sitting_restore(s, s->at, x, false);
	move_on(s);
}

void
sitting_skip(struct sitting *s)
{
	sitting_restore(s, s->at, ANSWER_MISSING, true);
	move_on(s);
}

bool
sitting_back(struct sitting *s)
{
	bool chosen = s->choose != NULL;

	for (size_t k = chosen ? asked_at(s, s->at) : s->at; k-- > 0;) {
		size_t q = chosen ? s->asked[k] : k;

		if (sitting_reachable(s, q)) {
			s->at = q;
			return true;
		}
	}
	return false;
}

void
sitting_progress(const struct sitting *s, size_t *done, size_t *all)
{
	*done = *all = 0;
	for (size_t q = 0; q < s->nquestions; q++) {
		if (!sitting_reachable(s, q))
			continue;
		++*all;
		*done += !sitting_open(s, q);
	}
}
