#include "plan/apply.h"

#include "base/mem.h"
#include "plan/climb.h"

#include <string.h>

const char *
apply_keep(const struct apply *a, const char *text)
{
	return a->kept ? text : arena_keep(&a->s->texts, text);
}

static bool
is_ahead(const struct state *s, const struct journal_record *rec)
{
	static const int64_t day_us = 86400 * (int64_t)1000000;

	/* whatever the zones are, this is no time of today */
	return s->today != 0 && rec->time.us >= (s->today + 2) * day_us;
}

long
apply_day(const struct state *s, const struct journal_record *rec)
{
	if (!is_ahead(s, rec))
		return moment_day(rec->time);
	return s->latest.us != 0 ? moment_day(s->latest) : s->today;
}

static void
tell(const struct apply *a, const struct journal_record *rec, const char *what)
{
	struct diag d;

	diag_set(&d, rec->line, "%s '%s': left out", what, rec->id);
	a->report(a->arg, &d, true);
}

static void
apply_ladder(const struct apply *a, const struct journal_record *rec)
{
	struct state *s = a->s;
	struct state_ladder l = {0};

	if (idmap_get(&s->ladder_ids, rec->id) != IDMAP_NONE) {
		tell(a, rec, "a second ladder of the name");
		return;
	}
	l.id = apply_keep(a, rec->id);
	l.family = apply_keep(a, rec->family);
	l.concept = apply_keep(a, rec->concept);
	l.title = apply_keep(a, rec->text);
	l.back = l.eldest = l.youngest = STATE_NONE;
	l.resumed = apply_day(s, rec);
	l.held = rec->line;
	schedule_parse(&l.plan, rec->plan);
	s->ladders = mem_grow(s->ladders, &s->ladder_cap, s->ladder_count + 1,
	    sizeof *s->ladders);
	idmap_put(&s->ladder_ids, l.id, (long)s->ladder_count);
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
fill_step(const struct apply *a, struct state_step *step,
    const struct journal_record *rec)
{
	int mode = ladder_word(ladder_mode_words, rec->mode, strlen(rec->mode));

	step->id = arena_keep(&a->s->ids, rec->id);
	step->event = apply_keep(a, rec->event);
	step->concept = apply_keep(a, rec->concept);
	step->text = apply_keep(a, rec->text);
	step->setting = apply_keep(a, rec->setting);
	step->cue = apply_keep(a, rec->cue);
	step->prediction = apply_keep(a, rec->prediction);
	step->how = apply_keep(a, rec->how);
	step->precaution = apply_keep(a, rec->precaution);
	step->fear = "";
	step->likelihood = step->expected = JOURNAL_NONE;
	step->own = rec->parts == 1 || strcmp(rec->family, "own") == 0;
	step->number = or_else(rec->step, 0);
	step->suds = rec->suds;
	step->minutes = rec->minutes;
	step->repeat = or_else(rec->repeat, 1);
	step->mode = mode < 0 ? LADDER_EXPOSURE : (enum ladder_mode)mode;
	step->has_day = rec->has_due;
	step->day = rec->due;
	if (every_parse(rec->every, &step->every))
		step->first_day =
		    rec->has_due ? rec->due : apply_day(a->s, rec);
	if (step->every.kind == EVERY_DAYS && !rec->has_due) {
		step->has_day = true;
		step->day = step->first_day =
		    every_from(&step->every, step->first_day, step->first_day);
	}
	step->first_try = step->last_try = STATE_NONE;
	advance_init(&step->record);
}

static void
apply_step(const struct apply *a, const struct journal_record *rec)
{
	struct state *s = a->s;
	struct state_step step = {0};
	long ladder = ladder_of(s, rec->id);

	if (ladder == STATE_NONE) {
		tell(a, rec, "no ladder for step");
		return;
	}
	if (idmap_get(&s->step_ids, rec->id) != IDMAP_NONE) {
		tell(a, rec, "a second step of the name");
		return;
	}
	fill_step(a, &step, rec);
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
	idmap_put(&s->step_ids, step.id, (long)s->step_count);
	s->steps[s->step_count++] = step;
}

static void
apply_predict(const struct apply *a, struct state_step *step,
    const struct journal_record *rec)
{
	step->likelihood = or_else(rec->likelihood, step->likelihood);
	step->expected = or_else(rec->suds, step->expected);
	if (a->s->full && *rec->note != '\0')
		step->fear = apply_keep(a, rec->note);
}

static void
apply_edit(const struct apply *a, struct state_step *step,
    const struct journal_record *rec)
{
	if (*rec->text != '\0')
		step->text = apply_keep(a, rec->text);
	if (*rec->cue != '\0')
		step->cue = apply_keep(a, rec->cue);
	if (*rec->setting != '\0')
		step->setting = apply_keep(a, rec->setting);
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
	if (l->back == (long)at || l->back_from == (long)at)
		l->back = STATE_NONE;
}

/* What was said of all ladders since something was said of this one. */
static void
settle(const struct state *s, struct state_ladder *l)
{
	if (l->held >= s->hold.line)
		return;
	if (l->held < s->hold.let_line)
		l->resumed = s->hold.resumed;
	l->paused = s->hold.paused;
	l->held = s->hold.line;
}

void
apply_settle(struct state *s)
{
	for (size_t i = 0; i < s->ladder_count; i++)
		settle(s, &s->ladders[i]);
}

static void
apply_to_step(const struct apply *a, const struct journal_record *rec)
{
	long at = state_step(a->s, rec->id);
	struct state_step *step;

	if (at == STATE_NONE) {
		tell(a, rec, "no step");
		return;
	}
	step = &a->s->steps[at];
	settle(a->s, &a->s->ladders[step->ladder]);
	if (rec->kind == JOURNAL_PREDICT)
		apply_predict(a, step, rec);
	else if (rec->kind == JOURNAL_REMOVE)
		remove_step(a->s, (size_t)at);
	else if (rec->kind == JOURNAL_DONE || rec->kind == JOURNAL_SKIP)
		climb_try(a, (size_t)at, rec);
	else
		apply_edit(a, step, rec);
}

static void
hold_ladder(const struct state *s, struct state_ladder *l,
    const struct journal_record *rec)
{
	settle(s, l);
	l->paused = rec->kind == JOURNAL_PAUSE;
	l->held = rec->line;
	l->removed = l->removed || rec->kind == JOURNAL_REMOVE;
	if (rec->kind == JOURNAL_RESUME)
		l->resumed = apply_day(s, rec);
}

static void
hold_all(struct state *s, const struct journal_record *rec)
{
	s->hold.paused = rec->kind == JOURNAL_PAUSE;
	s->hold.line = rec->line;
	if (s->hold.paused)
		return;
	s->resting = false;
	s->hold.let_line = rec->line;
	s->hold.resumed = apply_day(s, rec);
}

/* Pause, resume and removal of one ladder, or of all where the id is empty. */
static void
apply_to_ladders(const struct apply *a, const struct journal_record *rec)
{
	struct state *s = a->s;
	long one = state_ladder(s, rec->id);

	if (*rec->id == '\0')
		hold_all(s, rec);
	else if (one == STATE_NONE)
		tell(a, rec, "no ladder");
	else
		hold_ladder(s, &s->ladders[one], rec);
}

/* The record that an event of several is called by: the ladder that was laid,
 * or the first step of one's own, which brings its ladder along. */
static bool
names_event(const struct journal_record *rec)
{
	return rec->kind == JOURNAL_LADDER ||
	    (rec->kind == JOURNAL_STEP && strcmp(rec->family, "own") == 0);
}

static void
keep_last(struct state_last *last, const struct journal_record *rec)
{
	bool first = strcmp(last->event.text, rec->event) != 0;

	last->rest |= !first && rec->kind == JOURNAL_REST;
	if (rec->kind == JOURNAL_UNDO || (!first && !names_event(rec)))
		return;
	last->rest =
	    rec->kind == JOURNAL_REST || (!first && last->kind == JOURNAL_REST);
	str_clear(&last->event);
	str_adds(&last->event, rec->event);
	str_clear(&last->id);
	str_adds(&last->id, rec->id);
	last->kind = rec->kind;
	last->day = moment_day(rec->time);
}

void
apply_record(const struct apply *a, const struct journal_record *rec)
{
	if (rec->part == 1) {
		a->s->events++;
		a->s->ahead += is_ahead(a->s, rec);
	}
	if (a->s->full)
		keep_last(&a->s->last, rec);
	switch (rec->kind) {
	case JOURNAL_LADDER:
		apply_ladder(a, rec);
		break;
	case JOURNAL_STEP:
		apply_step(a, rec);
		break;
	case JOURNAL_REST:
		a->s->resting = true;
		a->s->rested = rec->line;
		break;
	case JOURNAL_REMOVE:
		if (strchr(rec->id, '.') != NULL)
			apply_to_step(a, rec);
		else if (*rec->id != '\0')
			apply_to_ladders(a, rec);
		break;
	case JOURNAL_PAUSE:
	case JOURNAL_RESUME:
		apply_to_ladders(a, rec);
		break;
	case JOURNAL_UNDO:
		break;
	default:
		apply_to_step(a, rec);
		break;
	}
	if (!is_ahead(a->s, rec))
		a->s->latest = rec->time;
}
