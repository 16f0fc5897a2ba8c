/*
 * journal - the record of everything a person planned, feared and did, one
 * event after the other (reconnect-journal(5)).
 *
 * One physical line is one record: what would break a line is written \n, \r,
 * \xHH, and a backslash \\.  So a torn or broken line never reaches into its
 * neighbours, which is why this module cuts lines itself and leaves csvin to
 * files whose records may span lines.  An event of several records numbers
 * them EVENT.1/3, EVENT.2/3, EVENT.3/3; it counts from the moment the last of
 * them stands, so that every prefix of a journal reads as before or after a
 * command, never in between.
 */
#ifndef PLAN_JOURNAL_H
#define PLAN_JOURNAL_H

#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/str.h"
#include "plan/cut.h"
#include "stream/source.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	JOURNAL_VERSION = 1,
	JOURNAL_FILE_MAX = 512 * 1024 * 1024, /* bytes of a journal */
	JOURNAL_TEXT_MAX = 16 * 1024,         /* bytes of one cell written */
	JOURNAL_PARTS_MAX = 999,              /* records of one event */
	JOURNAL_YEAR_MAX = 9000, /* of a day that is due: from there on all that
	                          * comes of it is a date, too */
};

enum journal_kind {
	JOURNAL_LADDER,  /* a ladder is laid: id, its title, its plan */
	JOURNAL_STEP,    /* one step of it */
	JOURNAL_PREDICT, /* what is feared, how likely, how bad */
	JOURNAL_DONE,    /* it was tried, and what happened */
	JOURNAL_SKIP,    /* it was not tried this time */
	JOURNAL_PAUSE,   /* of a ladder, or of all (id empty) */
	JOURNAL_RESUME,  /* ends pauses and rest */
	JOURNAL_REST,    /* all but gentle activation rests until resumed */
	JOURNAL_RATE,    /* the person's own suds for a step */
	JOURNAL_EDIT,    /* cells that stand replace those of the step */
	JOURNAL_REMOVE,  /* a step, or a whole ladder, is taken away */
	JOURNAL_UNDO,    /* the event named in note is as if never written */
	JOURNAL_KINDS,
};
extern const char *const journal_kind_words[]; /* ends with NULL */

/* Whether what was feared happened. */
enum journal_happened {
	JOURNAL_HAPPENED_NO,
	JOURNAL_HAPPENED_PARTLY,
	JOURNAL_HAPPENED_YES,
};
extern const char *const journal_happened_words[]; /* ends with NULL */

/* The columns, in the order they are written; they are read by name. */
enum journal_column {
	JOURNAL_C_VERSION,
	JOURNAL_C_EVENT,
	JOURNAL_C_TIME,
	JOURNAL_C_KIND,
	JOURNAL_C_ID,
	JOURNAL_C_FAMILY,
	JOURNAL_C_STEP,
	JOURNAL_C_CONCEPT,
	JOURNAL_C_TEXT,
	JOURNAL_C_SUDS,
	JOURNAL_C_LIKELIHOOD,
	JOURNAL_C_PEAK,
	JOURNAL_C_SETTING,
	JOURNAL_C_DUE,
	JOURNAL_C_NOTE,
	JOURNAL_C_MODE, /* these and what follows: kind step only */
	JOURNAL_C_MINUTES,
	JOURNAL_C_REPEAT,
	JOURNAL_C_CUE,
	JOURNAL_C_PREDICTION,
	JOURNAL_C_HOW,
	JOURNAL_C_PRECAUTION,
	JOURNAL_C_PLAN,     /* kind ladder: "per-week=3 quiet-days=sat;sun" */
	JOURNAL_C_EVERY,    /* how it comes round again, see every.h */
	JOURNAL_C_HAPPENED, /* kind done: whether what was feared happened */
	JOURNAL_COLUMNS,
};
extern const char *const journal_columns[]; /* ends with NULL */

enum { JOURNAL_NONE = -1 }; /* a number that is not told */

/*
 * One record.  The texts belong to the journal that is read, until its next
 * record, or to whoever is going to write; none is NULL ("" is missing).
 */
struct journal_record {
	unsigned long line; /* where it was read; 0 */
	const char *event;  /* without the part */
	int part, parts;    /* 1, 1 for an event of one record */
	struct moment time;
	enum journal_kind kind;
	const char *id, *family, *concept, *text, *setting, *note;
	const char *mode, *cue, *prediction, *how, *precaution, *plan, *every;
	int step, suds, likelihood, peak, minutes, repeat; /* JOURNAL_NONE */
	int happened; /* enum journal_happened, or JOURNAL_NONE */
	bool has_due;
	long due; /* a day number, see date.h */
};

/* An empty record: no text, no numbers. */
void journal_blank(struct journal_record *r, enum journal_kind kind);

/* The record with texts that stay as long as the arena; those that are the same
 * in the record kept before it (or NULL) are shared. */
struct journal_record journal_keep(struct arena *a,
    const struct journal_record *r, const struct journal_record *before);

/* A journal being read.  Plain storage; init and release it. */
struct journal {
	struct source from;
	size_t max, read; /* bytes */
	char *buf;        /* what is not cut yet stands in pos..end */
	size_t cap, pos, end;
	struct cut cut;
	unsigned long line;
	short columns[CUT_MAX]; /* what a cell is; -1: unknown */
	struct journal_record blank;
	char date[10]; /* of the record before, and its day */
	long day;
	int width;    /* cells of a line; 0 before a header */
	bool current; /* the header read last is the one that is written */
	bool torn;    /* the last line had no LF: a write a crash cut off */
	int failed;   /* errno of a read that failed, or 0 */
};

/* Reads at most max bytes of from, block by block. */
void journal_init(struct journal *j, struct source from, size_t max);
void journal_release(struct journal *j);

enum {
	JOURNAL_END = 0,
	JOURNAL_RECORD = 1,
	JOURNAL_BROKEN = -1, /* this line cannot be read; the next can be */
	JOURNAL_REFUSED =
	    -2,              /* no journal, or a later version's: not touched */
	JOURNAL_FAILED = -3, /* it could not be read: see failed */
};

/* Reads the next record; on BROKEN and REFUSED *err says why. */
int journal_next(struct journal *j, struct journal_record *r, struct diag *err);

/* Appends the header, or one record, as a line. */
void journal_header(struct str *out);
void journal_format(struct str *out, const struct journal_record *r);

enum { JOURNAL_EVENT_MAX = 48 };

/* "20261122T205000.123456Z-0123456789ab": UTC to the microsecond, and 48 of
 * the bits. */
void journal_event(
    char buf[JOURNAL_EVENT_MAX], struct moment now, uint64_t bits);

#endif
