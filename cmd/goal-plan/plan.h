/*
 * plan - what the verbs of goal-plan share: the settings, and the book, which
 * is the journal as a file.
 */
#ifndef GOAL_PLAN_PLAN_H
#define GOAL_PLAN_PLAN_H

#include "base/date.h"
#include "base/str.h"
#include "cli/opt.h"
#include "plan/journal.h"
#include "plan/ladder.h"
#include "plan/ledger.h"
#include "plan/schedule.h"
#include "plan/state.h"

#include <stdbool.h>
#include <stdint.h>

extern const struct opt_tool tool;

enum { WISHES_MAX = 32 }; /* --concept may be given so many times */

/* What export prints: a bit each, so that two at a time can be told. */
enum export {
	EXPORT_CRONTAB = 1,
	EXPORT_SYSTEMD = 2,
	EXPORT_NOTIFY = 4,
	EXPORT_REMIND = 8,
	EXPORT_TODO = 16,
	EXPORT_ICS = 32,
	EXPORT_CSV = 64,
};

struct settings {
	struct moment now;
	bool seeded;
	uint64_t seed;
	const char *journal; /* --journal, or NULL */
	int color;           /* enum term_when */
	bool quiet, ascii, csv, paths;

	/* new */
	const char *concepts[WISHES_MAX];
	size_t concept_count;
	const char *family;
	struct schedule when;
	bool has_start, print, strict;
	long start; /* a day number, as are all dates here */

	/* due */
	bool has_on, show_text, remind, exit_code;
	long on;
	long within; /* days */
	struct ledger_leads leads;
	int quiet_from, quiet_to; /* hours; equal: none are quiet */

	/* what is written down; JOURNAL_NONE and NULL are left out */
	int likelihood, suds, peak, minutes, repeat, happened;
	const char *setting, *note, *text, *cue, *mode, *every, *ladder;
	char days[32]; /* what every points to */
	bool has_due;
	long due;

	/* what is shown or changed */
	bool full;        /* by verbs: see state.h */
	unsigned exports; /* of enum export */
	int at_minute;    /* of the day, 0..1439 */
	bool svg, repair, notes;
};

/* The day the settings speak of: --on, else that of now. */
long today(const struct settings *set);

/* The enum ladder_setting of --setting, or -1 where it is left out; another
 * word is a usage error. */
int settings_where(const struct settings *set);

/* The journal, read and replayed. */
struct book {
	struct str path;
	struct state state;
	int lock;        /* or -1 */
	bool told;       /* what had to be left out has been told */
	bool damaged;    /* a line had to be left out */
	bool cut_off;    /* a write was never finished */
	uint64_t random; /* for chance_next() */
};

/* Ends the process with RC_SYSTEM where a journal was named that is not there;
 * the usual one may be yet to come. */
void book_need(const struct settings *set);

/* Reads the journal to look at it, after book_need(); the usual one that is not
 * there is empty.  Damaged lines are told; what cannot be used at all ends the
 * process. */
void book_read(struct book *b, const struct settings *set);

/* The same under the lock, to be written to; who reads the messages may leave
 * before it is. */
void book_edit(struct book *b, const struct settings *set);

/* The same for what may begin a journal, also one that was named. */
void book_begin(struct book *b, const struct settings *set);

/*
 * Appends the n records as one event: gives them its id, time and parts, and
 * writes them durably, or ends the process with RC_SYSTEM.  The state is then
 * the new one; what was taken from the old one is gone.
 */
void book_append(struct book *b, const struct settings *set,
    struct journal_record *records, size_t n);

/* What book_append() would write, header and all, into *out. */
void book_format(struct book *b, const struct settings *set,
    struct journal_record *records, size_t n, struct str *out);

void book_close(struct book *b);

/* RC_NO where lines were left out, else RC_OK. */
int book_verdict(const struct book *b);

/* The step of an id; one that is not there is told, with the nearest that is,
 * and ends the process with RC_NO. */
size_t book_step(struct book *b, const char *id);

/* The same for a ladder. */
size_t book_ladder(struct book *b, const char *id);

/* Says, to who only looks, that there is no ladder, if there is none. */
void book_tell_none(const struct book *b);

/* An id for another ladder, unlike all that are there. */
enum { LADDER_ID_MAX = 8 };
void book_ladder_id(struct book *b, char id[LADDER_ID_MAX]);

/* Where the journal stands. */
void book_path(const struct settings *set, struct str *path);

/* Writes the rows of the ladder stream, without its header. */
struct csvout;
void ladder_header(struct csvout *out);
void cell_number(struct csvout *out, int number); /* JOURNAL_NONE: empty */
void ladder_rows(struct csvout *out, const struct state *s,
    const char *respondent, long day);

/* Where the reminders told are kept. */
void ledger_path(const struct settings *set, struct str *path);

/* Fills the settings from the command line, which o stands at. */
void options_read(struct settings *set, struct opt *o);

/* The verbs. */
int verb_new(void *settings, int n, char *const operands[]);
int verb_list(void *settings, int n, char *const operands[]);
int verb_due(void *settings, int n, char *const operands[]);
int verb_predict(void *settings, int n, char *const operands[]);
int verb_done(void *settings, int n, char *const operands[]);
int verb_skip(void *settings, int n, char *const operands[]);
int verb_why(void *settings, int n, char *const operands[]);
int verb_pause(void *settings, int n, char *const operands[]);
int verb_resume(void *settings, int n, char *const operands[]);
int verb_add(void *settings, int n, char *const operands[]);
int verb_rate(void *settings, int n, char *const operands[]);
int verb_edit(void *settings, int n, char *const operands[]);
int verb_split(void *settings, int n, char *const operands[]);
int verb_remove(void *settings, int n, char *const operands[]);
int verb_undo(void *settings, int n, char *const operands[]);
int verb_progress(void *settings, int n, char *const operands[]);
int verb_report(void *settings, int n, char *const operands[]);
int verb_check(void *settings, int n, char *const operands[]);
int verb_compact(void *settings, int n, char *const operands[]);
int verb_merge(void *settings, int n, char *const operands[]);
int verb_export(void *settings, int n, char *const operands[]);

#endif
