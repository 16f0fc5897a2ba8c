#include "plan/climb.h"

#include "base/mem.h"

#include <string.h>

/* Whether a is climbed before b. */
static bool
is_lower(const struct state_step *a, const struct state_step *b)
{
	return a->suds < b->suds ||
	    (a->suds == b->suds && a->number < b->number);
}

/* The nearest rung below that was passed, or STATE_NONE. */
static long
rung_below(const struct state *s, size_t at)
{
	const struct state_step *step = &s->steps[at], *o;
	long below = STATE_NONE;

	for (long i = s->ladders[step->ladder].eldest; i != STATE_NONE;
	     i = o->sibling) {
		o = &s->steps[i];
		if (ladder_is_rung(o->mode) && o->passed && !o->removed &&
		    is_lower(o, step) &&
		    (below == STATE_NONE || is_lower(&s->steps[below], o)))
			below = i;
	}
	return below;
}

/* Whether the rung is the one that is up. */
static bool
is_up(const struct state *s, size_t at)
{
	const struct state_step *step = &s->steps[at], *o;

	for (long i = s->ladders[step->ladder].eldest; i != STATE_NONE;
	     i = o->sibling) {
		o = &s->steps[i];
		if (ladder_is_rung(o->mode) && state_waits(s, (size_t)i) &&
		    is_lower(o, step))
			return false;
	}
	return state_waits(s, at);
}

static void
go_back(struct state *s, size_t at)
{
	struct state_step *step = &s->steps[at];
	struct state_ladder *l = &s->ladders[step->ladder];
	long below;

	if (!ladder_is_rung(step->mode)) {
		step->aside = true;
	} else if (is_up(s, at) && (below = rung_below(s, at)) != STATE_NONE) {
		l->back = below;
		l->back_from = (long)at;
	}
}

static void
follow(struct state *s, size_t at, enum advance_verdict verdict)
{
	struct state_step *step = &s->steps[at];
	struct state_ladder *l = &s->ladders[step->ladder];

	if (verdict == ADVANCE_BACK) {
		go_back(s, at);
		return;
	}
	if (verdict == ADVANCE_UP && !step->passed) {
		step->passed = true;
		step->passed_for = step->record.reason;
		step->passed_by = step->decided;
	}
	if (l->back == (long)at) /* a try that was not too much */
		l->back = STATE_NONE;
}

static void
keep_try(struct state *s, struct state_step *step, const struct state_try *t)
{
	long at = (long)s->try_count;

	if (!s->full)
		return;
	s->tries =
	    mem_grow(s->tries, &s->try_cap, s->try_count + 1, sizeof *s->tries);
	s->tries[s->try_count++] = *t;
	if (step->first_try == STATE_NONE)
		step->first_try = at;
	else
		s->tries[step->last_try].next = at;
	step->last_try = at;
}

static struct state_try
make_try(const struct apply *a, const struct state_step *step,
    const struct journal_record *rec)
{
	const char *setting = *rec->setting != '\0' ? rec->setting : NULL;
	bool first = step->record.tries == 0; /* its context stays */
	struct state_try t = {
	    .done = rec->kind == JOURNAL_DONE,
	    .day = moment_day(rec->time),
	    .line = rec->line,
	    .before = step->likelihood,
	    .after = rec->likelihood,
	    .expected = step->expected,
	    .peak = rec->peak,
	    .fear = step->fear,
	    .happened = rec->happened,
	    .setting = setting == NULL ? step->setting : setting,
	    .note = "",
	    .next = STATE_NONE,
	};

	if (setting != NULL && (first || a->s->full))
		t.setting = apply_keep(a, setting);
	if (a->s->full)
		t.note = apply_keep(a, rec->note);
	return t;
}

/* A step that comes round again has no rule but its next day.  What a pause
 * went over is not still to be done. */
static void
come_round(struct state_step *step, long day, long resumed)
{
	do
		step->day = every_next(
		    &step->every, step->first_day, &step->times, day);
	while (step->every.kind == EVERY_DUE && step->day <= resumed);
	if (step->day > DATE_LAST)
		step->day = DATE_LAST;
	if (step->every.kind == EVERY_DAYS)
		step->first_day = step->day;
	step->has_day = true;
	step->likelihood = step->expected = JOURNAL_NONE;
	step->fear = "";
}

void
climb_try(const struct apply *a, size_t at, const struct journal_record *rec)
{
	struct state *s = a->s;
	struct state_step *step = &s->steps[at];
	struct state_try t = make_try(a, step, rec);
	struct advance_try what = {
	    t.before, t.after, t.peak, t.setting, t.happened};
	enum advance_verdict verdict;
	long day = apply_day(s, rec);

	keep_try(s, step, &t);
	step->decided = rec->line;
	step->fixed = false;
	if (step->every.kind != EVERY_NONE) {
		come_round(step, day, s->ladders[step->ladder].resumed);
		return;
	}
	schedule_remember(
	    &s->ladders[step->ladder].past[state_track_of(step)], day);
	if (t.done) {
		step->aside = false;
		step->likelihood = step->expected = JOURNAL_NONE;
		step->fear = "";
		verdict = advance_done(
		    &step->record, &what, step->mode, step->repeat);
		follow(s, at, verdict);
	} else if (advance_skip(&step->record) == ADVANCE_BACK) {
		go_back(s, at);
	}
}
