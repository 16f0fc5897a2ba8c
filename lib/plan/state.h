/*
 * state - where a person stands: the journal, replayed from its beginning.
 *
 * Of each ladder at most one rung is up at a time, and at most one of the steps
 * beside it.  Nothing piles up: a step whose day has passed simply waits.
 * Texts are borrowed from the text the journal was read from.
 */
#ifndef PLAN_STATE_H
#define PLAN_STATE_H

#include "plan/advance.h"
#include "plan/every.h"
#include "plan/idmap.h"
#include "plan/journal.h"
#include "plan/schedule.h"

#include <stdbool.h>
#include <stddef.h>

enum { STATE_NONE = -1 };

struct state_step {
	const char *id;    /* "k7f.3" */
	const char *event; /* that added it */
	const char *concept, *text, *setting, *cue, *prediction, *how,
	    *precaution;
	size_t ladder;
	int number, suds, minutes, repeat;
	enum ladder_mode mode;
	bool has_day; /* its own day, laid out or set */
	bool fixed;   /* set by the person: it holds until the next try */
	long day;
	struct every every; /* comes round again, and never passes */
	long first_day;     /* the day it came round from */
	int times;          /* see every_next() */
	bool passed;        /* advanced beyond */
	bool aside;         /* set aside after two skips */
	bool removed;
	bool own; /* the person's own words */
	struct advance record;
	unsigned long decided; /* the line of its last try; 0: none */
	/* the prediction that waits for its outcome; JOURNAL_NONE, "" */
	int likelihood, expected;
	const char *fear;
	long first_try, last_try; /* indices of tries, or STATE_NONE */
	long sibling; /* the next step of the ladder as read, or STATE_NONE */
};

/* One try, or one skip. */
struct state_try {
	bool done; /* else skipped */
	long day;
	unsigned long line; /* in the journal */
	int before, after;  /* likelihood, or JOURNAL_NONE */
	int expected, peak; /* SUDS, or JOURNAL_NONE */
	const char *fear, *setting, *note;
	long next; /* of the same step, or STATE_NONE */
};

/* The rungs, and the steps beside them. */
enum state_track {
	STATE_RUNGS,
	STATE_BESIDE,
	STATE_TRACKS,
};

struct state_ladder {
	const char *id, *family, *concept, *title;
	struct schedule plan;
	bool paused, removed;
	long resumed; /* nothing is due before this day */
	struct schedule_past past[STATE_TRACKS];
	long eldest, youngest; /* steps as read, or STATE_NONE */
	long back;             /* the rung to try again, or STATE_NONE */
	long back_from;        /* the rung that was too hard */
	unsigned long held;    /* the line of the pause */
	size_t first, count;   /* its steps, in state's order */
};

/* Plain storage, zero it first; release it. */
struct state {
	struct state_ladder *ladders;
	size_t ladder_count, ladder_cap;
	struct state_step *steps; /* as they were read */
	size_t step_count, step_cap;
	struct state_try *tries;
	size_t try_count, try_cap;
	size_t *order; /* steps by ladder; rungs by SUDS among themselves */
	struct idmap step_ids, ladder_ids;
	bool resting;
	unsigned long rested;   /* the line of the rest */
	struct moment changed;  /* when the last event was written down */
	const char *last_event; /* that undo would take back; or NULL */
	unsigned long events;   /* that count */
};

/*
 * Told of each line that was left out.  damaged: it can no longer be read, or
 * fits nothing that stands before it.  Not damaged: a write that was cut off,
 * and so never took place.
 */
typedef void state_report(void *arg, const struct diag *why, bool damaged);

/*
 * Replays the text (changed in place, borrowed as long as s is used).  Returns
 * 0, or -1 with *err set where it is no journal or one of a later version.
 */
int state_load(struct state *s, struct str *text, state_report *report,
    void *arg, struct diag *err);
void state_release(struct state *s);

/* The step or ladder of this id, or STATE_NONE. */
long state_step(const struct state *s, const char *id);
long state_ladder(const struct state *s, const char *id);

/* The step that is up on the track of a ladder, or STATE_NONE. */
long state_current(
    const struct state *s, size_t ladder, enum state_track track);

enum state_track state_track_of(const struct state_step *step);

/* The day the ladder's current step of the track is due. */
long state_due(const struct state *s, size_t ladder, enum state_track track);

enum state_word {
	STATE_DUE,   /* its day has come */
	STATE_NEXT,  /* the next of its track, on a later day */
	STATE_LATER, /* after that */
	STATE_DONE,
	STATE_ASIDE,
	STATE_PAUSED,
	STATE_RESTING,
};
extern const char *const state_words[]; /* ends with NULL */

/* One line of the ladder stream. */
struct state_row {
	size_t step;
	enum state_word word;
	bool has_day; /* not of what is done, aside, paused or at rest */
	long day;     /* expected for what comes later */
};

/*
 * The rows of a ladder as of a day, in order; rows has room for all its steps.
 * Returns how many (steps that were removed are left out).
 */
size_t state_rows(
    const struct state *s, size_t ladder, long today, struct state_row *rows);

#endif
