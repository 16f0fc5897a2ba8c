/*
 * ledger - which reminders have been told: one line for each step, the day it
 * was due, and the lead time (days beforehand) that was told.
 *
 * A CSV file, only added to: time,id,due,lead.
 */
#ifndef PLAN_LEDGER_H
#define PLAN_LEDGER_H

#include "base/date.h"
#include "base/str.h"
#include "plan/idmap.h"
#include "plan/state.h"

#include <stdbool.h>

enum {
	LEDGER_LEADS_MAX = 8, /* lead times of one reader */
	LEDGER_LEAD_MAX = 365,
	LEDGER_FILE_MAX = 64 * 1024 * 1024, /* bytes */
	LEDGER_KEEP = 31, /* days that ledger_prune() keeps in any case */
};

/* Lead times in days, the longest first; 0 is the day itself. */
struct ledger_leads {
	int days[LEDGER_LEADS_MAX];
	int count;
};

/* "7,1,0" in any order; false for anything else. */
bool ledger_leads(const char *text, struct ledger_leads *leads);

/* Plain storage, zero it first; release it. */
struct ledger {
	struct idmap told; /* "ID DUE LEAD" */
	char **keys;
	size_t count, cap;
	bool headed;
};

/* Takes in the text of a ledger; lines that are none are passed over, so that
 * what they told is told again, as are those written more than a day after now:
 * a clock that stood wrong, or a look ahead, told of them. */
void ledger_read(
    struct ledger *l, const char *text, size_t len, struct moment now);
void ledger_release(struct ledger *l);

/*
 * Whether a step that is due on the given day is to be told of today: one of
 * its lead times has come that was not told yet.  If so, the lines that mark
 * it, and every longer lead time with it, as told are appended to *marks.
 */
bool ledger_wants(struct ledger *l, const struct ledger_leads *leads,
    const char *id, long due, struct moment now, long today, struct str *marks);

/*
 * Appends the ledger to *out without the lines that can no longer matter: those
 * of a day more than LEDGER_KEEP days past that is not the day its step is up
 * for, as s has it today.  Returns how many lines were left out.
 */
size_t ledger_prune(struct str *out, const char *text, size_t len,
    const struct state *s, long today);

#endif
