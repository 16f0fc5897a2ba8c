/*
 * state - where a person stands: the journal, replayed from its beginning.
 *
 * Of each ladder at most one rung is up at a time, and at most one of the steps
 * beside it.  Nothing piles up: a step whose day has passed simply waits.
 * Texts belong to the state.
 */
#ifndef PLAN_STATE_H
#define PLAN_STATE_H

#include "base/arena.h"
#include "plan/advance.h"
#include "plan/every.h"
#include "plan/idmap.h"
#include "plan/journal.h"
#include "plan/schedule.h"

#include <stdbool.h>
#include <stddef.h>

enum { STATE_NONE = -1 };

struct state_step {
	/* what every try looks at stands together */
	const char *id; /* "k7f.3" */
	size_t ladder;
	enum ladder_mode mode;
	int repeat;
	struct advance record;
	const char *setting;
	unsigned long decided; /* the line of its last try; 0: none */
	/* the prediction that waits for its outcome; JOURNAL_NONE, "" */
	int likelihood, expected;
	const char *fear;
	struct every every; /* comes round again, and never passes */
	bool fixed;   /* day was set by the person: it holds until tried */
	bool has_day; /* its own day, laid out or set */
	bool passed;  /* advanced beyond, for what reason and by which line */
	enum advance_reason passed_for;
	unsigned long passed_by;
	bool aside; /* set aside after two skips */
	bool removed;
	bool own; /* the person's own words */
	int number;
	int suds, minutes; /* or JOURNAL_NONE, which is climbed first */
	const char *event; /* that added it */
	const char *concept, *text, *cue, *prediction, *how, *precaution;
	long day;
	long first_day;           /* the day it came round from */
	int times;                /* see every_next() */
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
	int happened;       /* what was feared: enum journal_happened */
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
	unsigned long held;    /* the line that last paused it or let it go */
	size_t first, count;   /* its steps, in state's order */
};

/* What was last said of all ladders at once; while the journal is replayed it
 * comes to each when that is next touched, as there may be many of both. */
struct state_hold {
	bool paused;
	unsigned long line;     /* of the last pause or resume, or 0 */
	unsigned long let_line; /* of the last resume, or 0 */
	long resumed;           /* its day */
};

/* The last event, of its records the ladder where one was laid, the step where
 * a first one of one's own came with its ladder, else the first; kept where the
 * state is full. */
struct state_last {
	struct str event, id; /* "" before the first event */
	enum journal_kind kind;
	bool rest; /* all ladders rest since */
	long day;
};

/* Plain storage, state_init() it; release it. */
struct state {
	/* To be set before loading.  full: tries, and the person's own words,
	 * are kept; only few verbs show them.  today, or 0: what is dated later
	 * than the day after it was written with the clock ahead, and counts as
	 * of the day of what stands before it, so that nothing waits for years.
	 */
	bool full;
	long today;
	struct moment latest; /* of what stood last and is none of these; 0 */
	unsigned long ahead;  /* events that are */
	struct arena texts, ids; /* ids apart: they are looked up often */
	struct state_ladder *ladders;
	size_t ladder_count, ladder_cap;
	struct state_step *steps; /* as they were read */
	size_t step_count, step_cap;
	struct state_try *tries;
	size_t try_count, try_cap;
	size_t *order; /* steps by ladder; rungs by SUDS among themselves */
	struct idmap step_ids, ladder_ids;
	struct state_hold hold;
	bool resting;
	unsigned long rested; /* the line of the rest */
	/* Rises with each record, also where the clock went back: the seconds
	 * since 2020 at which it was written, or one more than before it.  Fits
	 * 31 bits until 2088. */
	long revision;
	struct state_last last; /* what undo would take back */
	unsigned long events;   /* that count */
	size_t size;            /* bytes read */
	bool headed;            /* what is appended needs no header before it */
};

/*
 * Told of each line that was left out.  damaged: it can no longer be read, or
 * fits nothing that stands before it.  Not damaged: a write that was cut off,
 * and so never took place.
 */
typedef void state_report(void *arg, const struct diag *why, bool damaged);

void state_init(struct state *s);

/*
 * Replays the journal that from, at its beginning, gives; where an undo comes
 * up, which reaches back, it is read again.  Returns 0; -1 with *err set where
 * it is no journal or one of a later version; -2 with errno set where it cannot
 * be read (EFBIG: it is larger than JOURNAL_FILE_MAX).
 */
int state_load(struct state *s, struct source from, state_report *report,
    void *arg, struct diag *err);
void state_release(struct state *s);

/* The step or ladder of this id, or STATE_NONE. */
long state_step(const struct state *s, const char *id);
long state_ladder(const struct state *s, const char *id);

/* Whether the step is still to be done, or to be done once more. */
bool state_waits(const struct state *s, size_t at);

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

/* Of these, the rows of the words due and next only, which takes less work. */
size_t state_up(
    const struct state *s, size_t ladder, long today, struct state_row *rows);

#endif
