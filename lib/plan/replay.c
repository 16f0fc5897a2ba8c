/* The half of state.h that reads the journal. */
#include "plan/state.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

/* A journal being replayed. */
struct replay {
	struct state *s;
	state_report *report;
	void *arg;
	struct idmap undone;            /* events that an undo names */
	struct journal_record *pending; /* an event not yet whole */
	size_t pending_count, pending_cap;
	int broken; /* lines among the pending that cannot be read */
};

static void
tell(struct replay *r, const struct journal_record *rec, const char *what)
{
	struct diag d;

	diag_set(&d, rec->line, "%s '%s': left out", what, rec->id);
	r->report(r->arg, &d, true);
}

static void
apply_ladder(struct replay *r, const struct journal_record *rec)
{
	struct state *s = r->s;
	struct state_ladder l = {.id = rec->id, .family = rec->family};

	if (idmap_get(&s->ladder_ids, rec->id) != IDMAP_NONE) {
		tell(r, rec, "a second ladder of the name");
		return;
	}
	l.concept = rec->concept;
	l.title = rec->text;
	l.back = l.eldest = l.youngest = STATE_NONE;
	l.resumed = date_to_day(moment_date(rec->time));
	schedule_parse(&l.plan, rec->plan);
	s->ladders = mem_grow(s->ladders, &s->ladder_cap, s->ladder_count + 1,
	    sizeof *s->ladders);
	idmap_put(&s->ladder_ids, rec->id, (long)s->ladder_count);
	s->ladders[s->ladder_count++] = l;
}

/* The ladder of a step's id: what stands before its last dot. */
static long
ladder_of(const struct state *s, const char *id)
{
	const char *dot = strrchr(id, '.');
	char name[64];

	if (dot == NULL || (size_t)(dot - id) >= sizeof name)
		return STATE_NONE;
	memcpy(name, id, (size_t)(dot - id));
	name[dot - id] = '\0';
	return idmap_get(&s->ladder_ids, name);
}

static int
or_else(int value, int fallback)
{
	return value == JOURNAL_NONE ? fallback : value;
}

static void
fill_step(struct state_step *step, const struct journal_record *rec)
{
	int mode = ladder_word(ladder_mode_words, rec->mode, strlen(rec->mode));

	step->id = rec->id;
	step->event = rec->event;
	step->concept = rec->concept;
	step->text = rec->text;
	step->setting = rec->setting;
	step->cue = rec->cue;
	step->prediction = rec->prediction;
	step->how = rec->how;
	step->precaution = rec->precaution;
	step->fear = "";
	step->likelihood = step->expected = JOURNAL_NONE;
	step->own = rec->parts == 1 || strcmp(rec->family, "own") == 0;
	step->number = or_else(rec->step, 0);
	step->suds = or_else(rec->suds, 0);
	step->minutes = or_else(rec->minutes, 0);
	step->repeat = or_else(rec->repeat, 1);
	step->mode = mode < 0 ? LADDER_EXPOSURE : (enum ladder_mode)mode;
	step->has_day = rec->has_due;
	step->day = rec->due;
	if (every_parse(rec->every, &step->every))
		step->first_day = rec->has_due
		    ? rec->due
		    : date_to_day(moment_date(rec->time));
	step->first_try = step->last_try = STATE_NONE;
	advance_init(&step->record);
}

static void
apply_step(struct replay *r, const struct journal_record *rec)
{
	struct state *s = r->s;
	struct state_step step = {0};
	long ladder = ladder_of(s, rec->id);

	if (ladder == STATE_NONE) {
		tell(r, rec, "no ladder for step");
		return;
	}
	if (idmap_get(&s->step_ids, rec->id) != IDMAP_NONE) {
		tell(r, rec, "a second step of the name");
		return;
	}
	fill_step(&step, rec);
	step.ladder = (size_t)ladder;
	step.sibling = STATE_NONE;
	s->steps = mem_grow(
	    s->steps, &s->step_cap, s->step_count + 1, sizeof *s->steps);
	if (s->ladders[ladder].youngest == STATE_NONE)
		s->ladders[ladder].eldest = (long)s->step_count;
	else
		s->steps[s->ladders[ladder].youngest].sibling =
		    (long)s->step_count;
	s->ladders[ladder].youngest = (long)s->step_count;
	idmap_put(&s->step_ids, rec->id, (long)s->step_count);
	s->steps[s->step_count++] = step;
}

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
	const struct state_ladder *l = &s->ladders[step->ladder];

	if (l->back != STATE_NONE)
		return l->back == (long)at;
	for (long i = l->eldest; i != STATE_NONE; i = o->sibling) {
		o = &s->steps[i];
		if (ladder_is_rung(o->mode) && !o->passed && !o->removed &&
		    is_lower(o, step))
			return false;
	}
	return !step->passed;
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
follow(struct state *s, size_t at, enum advance_verdict verdict, int peak)
{
	struct state_step *step = &s->steps[at];
	struct state_ladder *l = &s->ladders[step->ladder];

	if (verdict == ADVANCE_BACK) {
		go_back(s, at);
		return;
	}
	if (verdict == ADVANCE_UP)
		step->passed = true;
	if (l->back == (long)at && peak <= ADVANCE_HIGH)
		l->back = STATE_NONE;
}

static void
keep_try(struct state *s, struct state_step *step, const struct state_try *t)
{
	long at = (long)s->try_count;

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
make_try(const struct state_step *step, const struct journal_record *rec)
{
	struct state_try t = {
	    .done = rec->kind == JOURNAL_DONE,
	    .day = date_to_day(moment_date(rec->time)),
	    .line = rec->line,
	    .before = step->likelihood,
	    .after = rec->likelihood,
	    .expected = step->expected,
	    .peak = rec->peak,
	    .fear = step->fear,
	    .setting = *rec->setting != '\0' ? rec->setting : step->setting,
	    .note = rec->note,
	    .next = STATE_NONE,
	};

	return t;
}

/* A step that comes round again has no rule but its next day. */
static void
come_round(struct state_step *step, long day)
{
	step->day =
	    every_next(&step->every, step->first_day, &step->times, day);
	step->has_day = true;
	step->likelihood = step->expected = JOURNAL_NONE;
	step->fear = "";
}

static void
apply_try(struct replay *r, size_t at, const struct journal_record *rec)
{
	struct state *s = r->s;
	struct state_step *step = &s->steps[at];
	struct state_try t = make_try(step, rec);
	struct advance_try what = {t.before, t.after, t.peak, t.setting};
	enum advance_verdict verdict;

	keep_try(s, step, &t);
	step->decided = rec->line;
	step->fixed = false;
	if (step->every.kind != EVERY_NONE) {
		come_round(step, t.day);
		return;
	}
	schedule_remember(
	    &s->ladders[step->ladder].past[state_track_of(step)], t.day);
	if (t.done) {
		step->aside = false;
		step->likelihood = step->expected = JOURNAL_NONE;
		step->fear = "";
		verdict = advance_done(
		    &step->record, &what, step->mode, step->repeat);
		follow(s, at, verdict, t.peak);
	} else if (advance_skip(&step->record) == ADVANCE_BACK) {
		go_back(s, at);
	}
}

static void
apply_predict(struct state_step *step, const struct journal_record *rec)
{
	step->likelihood = or_else(rec->likelihood, step->likelihood);
	step->expected = or_else(rec->suds, step->expected);
	if (*rec->note != '\0')
		step->fear = rec->note;
}

static void
apply_edit(struct state_step *step, const struct journal_record *rec)
{
	if (*rec->text != '\0')
		step->text = rec->text;
	if (*rec->cue != '\0')
		step->cue = rec->cue;
	if (*rec->setting != '\0')
		step->setting = rec->setting;
	step->suds = or_else(rec->suds, step->suds);
	step->minutes = or_else(rec->minutes, step->minutes);
	step->repeat = or_else(rec->repeat, step->repeat);
	if (rec->has_due) {
		step->has_day = step->fixed = true;
		step->day = step->first_day = rec->due;
		step->times = 0;
	}
}

static void
remove_step(struct state *s, size_t at)
{
	struct state_ladder *l = &s->ladders[s->steps[at].ladder];

	s->steps[at].removed = true;
	if (l->back == (long)at)
		l->back = STATE_NONE;
}

static void
apply_to_step(struct replay *r, const struct journal_record *rec)
{
	long at = state_step(r->s, rec->id);
	struct state_step *step;

	if (at == STATE_NONE) {
		tell(r, rec, "no step");
		return;
	}
	step = &r->s->steps[at];
	if (rec->kind == JOURNAL_PREDICT)
		apply_predict(step, rec);
	else if (rec->kind == JOURNAL_REMOVE)
		remove_step(r->s, (size_t)at);
	else if (rec->kind == JOURNAL_DONE || rec->kind == JOURNAL_SKIP)
		apply_try(r, (size_t)at, rec);
	else
		apply_edit(step, rec);
}

/* Pause, resume and removal of one ladder, or of all where the id is empty. */
static void
apply_to_ladders(struct replay *r, const struct journal_record *rec)
{
	struct state *s = r->s;
	long one = *rec->id == '\0' ? STATE_NONE : state_ladder(s, rec->id);

	if (*rec->id != '\0' && one == STATE_NONE) {
		tell(r, rec, "no ladder");
		return;
	}
	if (one == STATE_NONE && rec->kind == JOURNAL_RESUME)
		s->resting = false;
	for (size_t i = 0; i < s->ladder_count; i++) {
		struct state_ladder *l = &s->ladders[i];

		if (one != STATE_NONE && (long)i != one)
			continue;
		l->paused = rec->kind == JOURNAL_PAUSE;
		l->held = rec->line;
		l->removed = l->removed || rec->kind == JOURNAL_REMOVE;
		if (rec->kind == JOURNAL_RESUME)
			l->resumed = date_to_day(moment_date(rec->time));
	}
}

static void
apply(struct replay *r, const struct journal_record *rec)
{
	if (rec->part == 1)
		r->s->events++;
	if (rec->kind != JOURNAL_UNDO)
		r->s->last_event = rec->event;
	r->s->changed = rec->time;
	switch (rec->kind) {
	case JOURNAL_LADDER:
		apply_ladder(r, rec);
		break;
	case JOURNAL_STEP:
		apply_step(r, rec);
		break;
	case JOURNAL_REST:
		r->s->resting = true;
		r->s->rested = rec->line;
		break;
	case JOURNAL_REMOVE:
		if (strchr(rec->id, '.') != NULL)
			apply_to_step(r, rec);
		else if (*rec->id != '\0')
			apply_to_ladders(r, rec);
		break;
	case JOURNAL_PAUSE:
	case JOURNAL_RESUME:
		apply_to_ladders(r, rec);
		break;
	case JOURNAL_UNDO:
		break;
	default:
		apply_to_step(r, rec);
		break;
	}
}

static void
drop_pending(struct replay *r)
{
	struct diag d;

	if (r->pending_count > 0) {
		diag_set(&d, r->pending[0].line,
		    "event '%s' was never finished: left out",
		    r->pending[0].event);
		r->report(r->arg, &d, false);
	}
	r->pending_count = 0;
	r->broken = 0;
}

static void
apply_pending(struct replay *r)
{
	for (size_t i = 0; i < r->pending_count; i++)
		apply(r, &r->pending[i]);
	r->pending_count = 0;
	r->broken = 0;
}

/*
 * A whole line that cannot be read was damaged later, by hand: a write that was
 * cut off leaves no line end.  Among the records of an event it stands for the
 * one it was, so that the rest of the event counts.
 */
static void
take_broken(struct replay *r, const struct diag *why)
{
	const struct journal_record *last;

	r->report(r->arg, why, true);
	if (r->pending_count == 0)
		return;
	r->broken++;
	last = &r->pending[r->pending_count - 1];
	if (last->part + r->broken == last->parts)
		apply_pending(r);
}

/* Holds a record back until its event is whole. */
static void
take(struct replay *r, const struct journal_record *rec)
{
	if (r->pending_count > 0 &&
	    strcmp(r->pending[0].event, rec->event) != 0)
		drop_pending(r);
	if (idmap_get(&r->undone, rec->event) != IDMAP_NONE)
		return;
	if (rec->parts == 1) {
		apply(r, rec);
		return;
	}
	r->pending = mem_grow(r->pending, &r->pending_cap, r->pending_count + 1,
	    sizeof *r->pending);
	r->pending[r->pending_count++] = *rec;
	r->broken = 0;
	if (rec->part == rec->parts)
		apply_pending(r);
}

/* Undo reaches back, so what is undone is gathered before anything else, from
 * a copy of the text (which is given away to idmap's keys). */
static char *
gather_undone(struct idmap *undone, const struct str *text)
{
	struct journal j;
	struct journal_record rec;
	struct diag ignored;
	char *copy;
	int got;

	if (memmem(text->text, text->len, ",undo,", 6) == NULL)
		return NULL;
	copy = mem_strndup(text->text, text->len);
	journal_init(&j, copy, text->len);
	while ((got = journal_next(&j, &rec, &ignored)) != JOURNAL_END &&
	    got != JOURNAL_REFUSED) {
		if (got != JOURNAL_RECORD || rec.kind != JOURNAL_UNDO)
			continue;
		if (idmap_get(undone, rec.note) == IDMAP_NONE)
			idmap_put(undone, rec.note, 1);
	}
	return copy;
}

struct order {
	const struct state_step *step;
	size_t at;
};

/* By ladder; beside steps by number, before rungs by SUDS. */
static int
compare(const void *left, const void *right)
{
	const struct order *a = left, *b = right;
	const struct state_step *x = a->step, *y = b->step;
	bool rung = ladder_is_rung(x->mode);

	if (x->ladder != y->ladder)
		return x->ladder < y->ladder ? -1 : 1;
	if (rung != ladder_is_rung(y->mode))
		return rung ? 1 : -1;
	if (rung && x->suds != y->suds)
		return x->suds < y->suds ? -1 : 1;
	if (x->number != y->number)
		return x->number < y->number ? -1 : 1;
	return a->at < b->at ? -1 : 1;
}

static void
sort_steps(struct state *s)
{
	struct order *o = mem_alloc(s->step_count, sizeof *o);

	for (size_t i = 0; i < s->step_count; i++)
		o[i] = (struct order){&s->steps[i], i};
	qsort(o, s->step_count, sizeof *o, compare);
	s->order = mem_alloc(s->step_count, sizeof *s->order);
	for (size_t i = 0; i < s->step_count; i++) {
		struct state_ladder *l = &s->ladders[o[i].step->ladder];

		if (l->count++ == 0)
			l->first = i;
		s->order[i] = o[i].at;
	}
	free(o);
}

int
state_load(struct state *s, struct str *text, state_report *report, void *arg,
    struct diag *err)
{
	struct replay r = {.s = s, .report = report, .arg = arg};
	char *copy = gather_undone(&r.undone, text);
	struct journal j;
	struct journal_record rec;
	struct diag why;
	int got;

	journal_init(&j, text->text, text->len);
	while ((got = journal_next(&j, &rec, &why)) != JOURNAL_END &&
	    got != JOURNAL_REFUSED) {
		if (got == JOURNAL_RECORD)
			take(&r, &rec);
		else if (j.torn)
			report(arg, &why, false);
		else
			take_broken(&r, &why);
	}
	if (got == JOURNAL_END)
		drop_pending(&r);
	else if (err != NULL)
		*err = why;
	sort_steps(s);
	free(r.pending);
	idmap_release(&r.undone);
	free(copy);
	return got == JOURNAL_REFUSED ? -1 : 0;
}
