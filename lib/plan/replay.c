/* The half of state.h that reads the journal. */
#include "plan/apply.h"

#include "base/mem.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
	AGAIN = -9,      /* beside the verdicts of journal_next() */
	TOLD_MAX = 1000, /* faults held back */
};

struct fault {
	struct diag why;
	bool damaged;
};

/*
 * A journal being replayed.  Most hold no undo and are read once: only where
 * one comes up (or too many faults to hold back until then) all is read again,
 * knowing what was undone.  So it is where time goes back, as it does in
 * journals that were put together by cat: the same event may come up twice
 * then, and counts once.
 */
struct replay {
	struct apply a;
	state_report *report;
	void *arg;
	bool gathered;       /* undone is known */
	struct idmap undone; /* events that an undo names */
	int64_t us;          /* when the last event was written */
	bool back;           /* time went back */
	struct idmap seen;   /* the events that counted, if it did */
	struct fault *told;  /* faults, until it is sure that they count */
	size_t told_count, told_cap;
	struct journal_record *pending; /* an event not yet whole */
	size_t pending_count, pending_cap;
	int broken; /* lines among the pending that cannot be read */
};

/* A state_report: keeps the fault, or hands it on where all is known. */
static void
keep_fault(void *arg, const struct diag *why, bool damaged)
{
	struct replay *r = arg;

	if (r->gathered) {
		r->report(r->arg, why, damaged);
		return;
	}
	r->told =
	    mem_grow(r->told, &r->told_cap, r->told_count + 1, sizeof *r->told);
	r->told[r->told_count++] = (struct fault){*why, damaged};
}

static void
tell_all(const struct replay *r)
{
	for (size_t i = 0; i < r->told_count; i++)
		r->report(r->arg, &r->told[i].why, r->told[i].damaged);
}

static void
drop_pending(struct replay *r)
{
	struct diag d;

	if (r->pending_count > 0) {
		diag_set(&d, r->pending[0].line,
		    "event '%s' was never finished: left out",
		    r->pending[0].event);
		keep_fault(r, &d, false);
	}
	r->pending_count = 0;
	r->broken = 0;
}

static bool
was_seen(const struct replay *r, const struct journal_record *rec)
{
	return idmap_get(&r->seen, rec->event) != IDMAP_NONE;
}

/* Keeps in mind an event that counts. */
static void
see(struct replay *r, const char *event)
{
	if (r->back)
		idmap_put(&r->seen, apply_keep(&r->a, event), 1);
}

static void
apply_pending(struct replay *r)
{
	r->a.kept = true;
	if (r->pending_count > 0)
		see(r, r->pending[0].event);
	for (size_t i = 0; i < r->pending_count; i++)
		apply_record(&r->a, &r->pending[i]);
	r->a.kept = false;
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

	keep_fault(r, why, true);
	if (r->pending_count == 0)
		return;
	r->broken++;
	last = &r->pending[r->pending_count - 1];
	if (last->part + r->broken == last->parts)
		apply_pending(r);
}

static void
revise(struct state *s, struct moment at)
{
	static const int64_t year_2020 = 1577836800;
	int64_t seconds = at.us / 1000000 - year_2020;

	s->revision++;
	if (seconds > s->revision && seconds <= INT32_MAX)
		s->revision = (long)seconds;
}

/* Holds a record back until its event is whole. */
static void
take(struct replay *r, const struct journal_record *rec)
{
	const struct journal_record *last;
	struct journal_record kept;

	revise(r->a.s, rec->time);
	if (r->pending_count > 0 &&
	    strcmp(r->pending[0].event, rec->event) != 0)
		drop_pending(r);
	if (idmap_get(&r->undone, rec->event) != IDMAP_NONE || was_seen(r, rec))
		return;
	if (rec->parts == 1) {
		see(r, rec->event);
		apply_record(&r->a, rec);
		return;
	}
	last = r->pending_count == 0 ? NULL : &r->pending[r->pending_count - 1];
	kept = journal_keep(&r->a.s->texts, rec, last);
	r->pending = mem_grow(r->pending, &r->pending_cap, r->pending_count + 1,
	    sizeof *r->pending);
	r->pending[r->pending_count++] = kept;
	r->broken = 0;
	if (rec->part == rec->parts)
		apply_pending(r);
}

/* Whether time goes back with this record. */
static bool
goes_back(struct replay *r, const struct journal_record *rec)
{
	bool back = rec->time.us < r->us;

	r->us = rec->time.us;
	return back;
}

/* Undo reaches back, so what is undone is gathered before anything else, and
 * whether time goes back.  Sets *size to what was read; returns 0, or -1 with
 * errno set. */
static int
gather_undone(struct replay *r, struct source from, size_t *size)
{
	struct journal j;
	struct journal_record rec;
	struct diag ignored;
	int got;

	journal_init(&j, from, SIZE_MAX);
	while ((got = journal_next(&j, &rec, &ignored)) != JOURNAL_END &&
	    got != JOURNAL_REFUSED && got != JOURNAL_FAILED) {
		if (got != JOURNAL_RECORD)
			continue;
		r->back |= goes_back(r, &rec);
		if (rec.kind == JOURNAL_UNDO &&
		    idmap_get(&r->undone, rec.note) == IDMAP_NONE)
			idmap_put(&r->undone,
			    arena_keep(&r->a.s->texts, rec.note), 1);
	}
	*size = j.read;
	errno = j.failed;
	journal_release(&j);
	return got == JOURNAL_FAILED ? -1 : source_rewind(&from);
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
	for (size_t i = 1; i < s->step_count; i++)
		if (compare(&o[i - 1], &o[i]) > 0) {
			qsort(o, s->step_count, sizeof *o, compare);
			break;
		}
	s->order = mem_alloc(s->step_count, sizeof *s->order);
	for (size_t i = 0; i < s->step_count; i++) {
		struct state_ladder *l = &s->ladders[o[i].step->ladder];

		if (l->count++ == 0)
			l->first = i;
		s->order[i] = o[i].at;
	}
	free(o);
}

/* The replay itself; returns the last verdict of journal_next(), or AGAIN at
 * what has to be known beforehand. */
static int
read_all(struct replay *r, struct journal *j, struct diag *why)
{
	struct journal_record rec;
	int got;

	for (;;) {
		got = journal_next(j, &rec, why);
		if (got == JOURNAL_RECORD && !r->gathered &&
		    (goes_back(r, &rec) || rec.kind == JOURNAL_UNDO))
			return AGAIN;
		if (got == JOURNAL_RECORD)
			take(r, &rec);
		else if (got != JOURNAL_BROKEN)
			return got;
		else if (j->torn)
			keep_fault(r, why, false);
		else
			take_broken(r, why);
		if (r->told_count > TOLD_MAX)
			return AGAIN;
	}
}

static int
replay(struct replay *r, struct source from, size_t max, struct diag *why)
{
	struct state *s = r->a.s;
	struct journal j;
	int got;

	journal_init(&j, from, max);
	got = read_all(r, &j, why);
	if (got == JOURNAL_END)
		drop_pending(r);
	s->headed = j.current;
	s->size = j.read;
	errno = j.failed;
	if (s->size > JOURNAL_FILE_MAX) {
		errno = EFBIG;
		got = JOURNAL_FAILED;
	}
	journal_release(&j);
	return got;
}

/* Begins anew, with what is undone known beforehand. */
static int
replay_again(struct replay *r, struct source from, struct diag *why)
{
	bool full = r->a.s->full;
	long today = r->a.s->today;
	size_t size;

	state_release(r->a.s);
	r->a.s->full = full;
	r->a.s->today = today;
	r->pending_count = r->told_count = 0;
	r->broken = 0;
	r->gathered = true;
	r->us = INT64_MIN;
	if (source_rewind(&from) != 0 || gather_undone(r, from, &size) != 0)
		return JOURNAL_FAILED;
	return replay(r, from, size, why);
}

int
state_load(struct state *s, struct source from, state_report *report, void *arg,
    struct diag *err)
{
	struct replay r = {
	    .a = {.s = s, .report = keep_fault, .arg = &r},
	    .us = INT64_MIN,
	    .report = report,
	    .arg = arg,
	};
	struct diag why;
	int got = replay(&r, from, (size_t)JOURNAL_FILE_MAX + 1, &why), error;

	if (got == AGAIN)
		got = replay_again(&r, from, &why);
	error = errno;
	tell_all(&r);
	apply_settle(s);
	sort_steps(s);
	free(r.told);
	free(r.pending);
	idmap_release(&r.undone);
	idmap_release(&r.seen);
	if (got == JOURNAL_REFUSED && err != NULL)
		*err = why;
	errno = error;
	return got == JOURNAL_END ? 0 : got == JOURNAL_REFUSED ? -1 : -2;
}
