#include "plan/state.h"

#include "base/mem.h"
#include "plan/lay.h"

#include <stdlib.h>
#include <string.h>

const char *const state_words[] = {
    "due", "next", "later", "done", "aside", "paused", "resting", NULL};

void
state_init(struct state *s)
{
	memset(s, 0, sizeof *s);
	str_init(&s->last.event);
	str_init(&s->last.id);
}

void
state_release(struct state *s)
{
	arena_release(&s->texts);
	arena_release(&s->ids);
	str_release(&s->last.event);
	str_release(&s->last.id);
	idmap_release(&s->ladder_ids);
	idmap_release(&s->step_ids);
	free(s->order);
	free(s->tries);
	free(s->steps);
	free(s->ladders);
	state_init(s);
}

long
state_step(const struct state *s, const char *id)
{
	long i = idmap_get(&s->step_ids, id);

	return i == IDMAP_NONE || s->steps[i].removed ? STATE_NONE : i;
}

long
state_ladder(const struct state *s, const char *id)
{
	long i = idmap_get(&s->ladder_ids, id);

	return i == IDMAP_NONE || s->ladders[i].removed ? STATE_NONE : i;
}

enum state_track
state_track_of(const struct state_step *step)
{
	return ladder_is_rung(step->mode) ? STATE_RUNGS : STATE_BESIDE;
}

/* Whether rest lets the step be. */
static bool
is_gentle(const struct state_step *step)
{
	return step->mode == LADDER_ACTIVATION && step->suds <= LAY_GENTLE;
}

bool
state_waits(const struct state *s, size_t at)
{
	const struct state_step *step = &s->steps[at];

	return !step->removed &&
	    (!step->passed || s->ladders[step->ladder].back == (long)at);
}

long
state_current(const struct state *s, size_t ladder, enum state_track track)
{
	const struct state_ladder *l = &s->ladders[ladder];

	if (l->paused || l->removed)
		return STATE_NONE;
	for (size_t i = 0; i < l->count; i++) {
		size_t at = s->order[l->first + i];
		const struct state_step *step = &s->steps[at];

		if (state_track_of(step) == track && state_waits(s, at) &&
		    !step->aside && step->every.kind == EVERY_NONE &&
		    (!s->resting || is_gentle(step)))
			return (long)at;
	}
	return STATE_NONE;
}

long
state_due(const struct state *s, size_t ladder, enum state_track track)
{
	const struct state_ladder *l = &s->ladders[ladder];
	long current = state_current(s, ladder, track);
	const struct state_step *step = &s->steps[current];
	long day = l->resumed;

	if (step->fixed)
		day = step->day;
	else if (l->past[track].count > 0)
		day = schedule_next(&l->plan, &l->past[track]);
	else if (step->has_day)
		day = step->day;
	return schedule_from(&l->plan, day > l->resumed ? day : l->resumed);
}

/* What the ladder's rows are worked out with. */
struct rows {
	const struct state *s;
	const struct state_ladder *l;
	long today;
	long current[STATE_TRACKS];
	struct schedule_past past[STATE_TRACKS]; /* as it will be */
	long day[STATE_TRACKS];                  /* of the next that comes */
};

static enum state_word
word_of(const struct rows *r, size_t i, long day)
{
	const struct state_step *step = &r->s->steps[i];
	bool again = step->every.kind != EVERY_NONE;

	if (r->current[state_track_of(step)] == (long)i && !r->l->paused)
		return day <= r->today ? STATE_DUE : STATE_NEXT;
	if (step->passed)
		return STATE_DONE;
	if (step->aside)
		return STATE_ASIDE;
	if (r->l->paused)
		return STATE_PAUSED;
	if (r->s->resting && !is_gentle(step))
		return STATE_RESTING;
	if (again)
		return day <= r->today ? STATE_DUE : STATE_NEXT;
	return STATE_LATER;
}

/* Moves the track's day behind the tries that the step still takes. */
static void
move_on(struct rows *r, const struct state_step *step, enum state_track track)
{
	int n = advance_tries(step->mode, step->repeat) - step->record.tries;

	for (n = n < 1 ? 1 : n; n > 0; n--) {
		long day = r->day[track];

		schedule_remember(&r->past[track], day);
		r->day[track] = schedule_next(&r->l->plan, &r->past[track]);
	}
}

/* The day a step that comes round again is due. */
static long
own_day(const struct state_ladder *l, const struct state_step *step)
{
	long day = step->has_day ? step->day : l->resumed;

	return day > l->resumed ? day : l->resumed;
}

static struct state_row
make_row(struct rows *r, size_t i)
{
	const struct state_step *step = &r->s->steps[i];
	enum state_track track = state_track_of(step);
	bool again = step->every.kind != EVERY_NONE;
	struct state_row row = {.step = i, .day = r->day[track]};

	if (again)
		row.day = own_day(r->l, step);
	else if (step->fixed && row.day < step->day)
		row.day = r->day[track] = step->day;
	row.word = word_of(r, i, row.day);
	row.has_day = row.word <= STATE_LATER;
	if (row.has_day && !again) {
		if (row.day < r->today)
			r->day[track] = r->today;
		move_on(r, step, track);
	}
	return row;
}

static struct rows
begin_rows(const struct state *s, size_t ladder, long today)
{
	struct rows r = {.s = s, .l = &s->ladders[ladder], .today = today};

	for (int t = 0; t < STATE_TRACKS; t++) {
		enum state_track track = (enum state_track)t;

		r.current[t] = state_current(s, ladder, track);
		r.past[t] = r.l->past[t];
		if (r.current[t] != STATE_NONE)
			r.day[t] = state_due(s, ladder, track);
	}
	return r;
}

size_t
state_up(
    const struct state *s, size_t ladder, long today, struct state_row *rows)
{
	struct rows r = begin_rows(s, ladder, today);
	size_t n = 0;

	for (size_t k = 0; k < r.l->count; k++) {
		size_t i = s->order[r.l->first + k];
		const struct state_step *step = &s->steps[i];

		if (step->removed ||
		    (r.current[state_track_of(step)] != (long)i &&
			step->every.kind == EVERY_NONE))
			continue;
		rows[n] = make_row(&r, i);
		n += rows[n].word <= STATE_NEXT;
	}
	return n;
}

size_t
state_rows(
    const struct state *s, size_t ladder, long today, struct state_row *rows)
{
	struct rows r = begin_rows(s, ladder, today);
	size_t n = 0;

	for (size_t k = 0; k < r.l->count; k++) {
		size_t i = s->order[r.l->first + k];

		if (!s->steps[i].removed)
			rows[n++] = make_row(&r, i);
	}
	return n;
}
