/* goal-plan add, split - steps of one's own. */
#include "ask.h"
#include "change.h"
#include "heed.h"

#include "base/msg.h"

#include <stdio.h>
#include <string.h>

enum { ID_MAX = 64 };

/* The ladder that own steps stand on, or STATE_NONE. */
static long
own_ladder(const struct state *s)
{
	for (size_t i = 0; i < s->ladder_count; i++)
		if (!s->ladders[i].removed &&
		    strcmp(s->ladders[i].family, "own") == 0)
			return (long)i;
	return STATE_NONE;
}

/* A number that no step of the ladder has or had. */
static int
free_number(const struct state *s, size_t ladder)
{
	int highest = 0;

	for (size_t i = 0; i < s->step_count; i++)
		if (s->steps[i].ladder == ladder &&
		    s->steps[i].number > highest)
			highest = s->steps[i].number;
	if (highest == LADDER_STEPS_MAX)
		msg_die(RC_NO, "the ladder has %d steps: lay another",
		    LADDER_STEPS_MAX);
	return highest + 1;
}

static void
number_step(
    struct journal_record *r, char id[ID_MAX], const char *ladder, int number)
{
	snprintf(id, ID_MAX, "%s.%d", ladder, number);
	r->id = id;
	r->step = number;
}

static void
need_text(const struct str *step)
{
	const char *text = step->text;
	size_t len = step->len;

	str_trim(&text, &len);
	if (len == 0)
		msg_die(RC_DATA, "the step has no text");
}

int
verb_add(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	struct journal_record r[2];
	struct str text = STR_INIT;
	char id[ID_MAX], ladder_id[LADDER_ID_MAX];
	struct book b;
	size_t first = 1;
	long ladder;

	journal_blank(&r[0], JOURNAL_LADDER);
	journal_blank(&r[1], JOURNAL_STEP);
	change_describe(&r[1], set);
	r[1].text = read_text(change_operand(n, operands,
				  "say what the step is, in quotes, or '-'"),
	    &text);
	need_text(&text);
	if (set->mode == NULL)
		r[1].mode = set->every != NULL ? "activation" : "exposure";
	book_begin(&b, set);
	ladder = set->ladder == NULL ? own_ladder(&b.state)
				     : (long)book_ladder(&b, set->ladder);
	if (ladder != STATE_NONE) {
		const struct state_ladder *l = &b.state.ladders[ladder];

		r[1].family = l->family;
		number_step(
		    &r[1], id, l->id, free_number(&b.state, (size_t)ladder));
	} else {
		first = 0;
		book_ladder_id(&b, ladder_id);
		r[0].id = ladder_id;
		r[0].text = "My own steps";
		r[0].family = r[1].family = "own";
		number_step(&r[1], id, ladder_id, 1);
	}
	heed_append(&b, set, r + first, 2 - first);
	msg_note("%s added", id);
	change_tell_day(&b.state, &r[1]);
	book_close(&b);
	str_release(&text);
	return RC_OK;
}

/* SUDS half-way between the rung below (or nothing) and the rung. */
static int
half_way(const struct state *s, const struct state_step *step)
{
	int below = 0;

	for (size_t i = 0; i < s->step_count; i++) {
		const struct state_step *o = &s->steps[i];

		if (o->ladder == step->ladder && !o->removed &&
		    ladder_is_rung(o->mode) && o->suds < step->suds &&
		    o->suds > below)
			below = o->suds;
	}
	return (below + step->suds) / 2;
}

/* Only below a rung does a smaller step come first. */
static void
need_smaller(const struct state_step *step, int suds)
{
	if (!ladder_is_rung(step->mode))
		msg_die(RC_NO,
		    "'%s' is no rung: 'goal-plan add' puts another beside it",
		    step->id);
	if (step->suds == JOURNAL_NONE)
		msg_die(RC_NO,
		    "'%s' has no SUDS yet: 'goal-plan rate' says how hard it "
		    "is for you",
		    step->id);
	if (suds >= step->suds)
		msg_die(RC_NO,
		    "'%s' is at %d SUDS: a smaller step has fewer than that",
		    step->id, step->suds);
}

int
verb_split(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	struct str text = STR_INIT;
	struct journal_record r;
	const struct state_step *step;
	char id[ID_MAX];
	struct book b;

	if (n < 1 || n > 2)
		opt_die(&tool,
		    "name one step by its ID, and the smaller one in quotes");
	journal_blank(&r, JOURNAL_STEP);
	if (n == 2) {
		read_text(operands[1], &text);
		need_text(&text);
	}
	book_edit(&b, set);
	step = &b.state.steps[book_step(&b, operands[0])];
	if (n == 1)
		str_addf(
		    &text, "A part of it, or half as long: %s", step->text);
	r.text = text.text;
	r.family = b.state.ladders[step->ladder].family;
	r.concept = step->concept;
	r.suds =
	    set->suds != JOURNAL_NONE ? set->suds : half_way(&b.state, step);
	need_smaller(step, r.suds);
	r.minutes = step->minutes > 1 ? step->minutes / 2 : step->minutes;
	r.repeat = step->repeat;
	r.has_due = step->has_day;
	r.due = step->day;
	r.setting = step->setting;
	r.mode = ladder_mode_words[step->mode];
	r.cue = step->cue;
	r.prediction = step->prediction;
	r.how = step->how;
	r.precaution = step->precaution;
	number_step(&r, id, b.state.ladders[step->ladder].id,
	    free_number(&b.state, step->ladder));
	if (n == 2)
		heed_append(&b, set, &r, 1);
	else
		book_append(&b, set, &r, 1);
	msg_note("%s added below %s", id, operands[0]);
	book_close(&b);
	str_release(&text);
	return RC_OK;
}
