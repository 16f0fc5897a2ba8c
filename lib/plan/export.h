/*
 * export - what is up, in the languages of other programs.  Texts of a journal
 * stay texts: what would command the other program is escaped.
 */
#ifndef PLAN_EXPORT_H
#define PLAN_EXPORT_H

#include "plan/every.h"
#include "plan/ledger.h"
#include "plan/state.h"

struct export_item {
	const char *id;
	long day;
	int minute;       /* of the day, local and floating */
	int duration;     /* minutes; 0 where it is not known */
	const char *what; /* what may be shown, one line or more */
	struct every every;
	long first; /* the day it comes round from */
	const struct ledger_leads *leads;
};

/* Appends a word for sh, in single quotes. */
void export_shell(struct str *out, const char *word);

/* The same in a line of crontab(5), where a bare '%' ends the command. */
void export_cron(struct str *out, const char *word);

/* Appends text inside the double quotes of an ExecStart= line: '%' and '$' are
 * doubled (systemd.service(5)). */
void export_systemd(struct str *out, const char *text);

/*
 * Appends REM lines (remind(1)); '%' and '[' are made plain.  A day that has
 * passed is today, since remind forgets past ones; what comes round on days
 * known beforehand has a further line for them, or two: one that finds the day
 * (SATISFY) and one that tells.
 */
void export_remind(struct str *out, const struct export_item *item, long today);

/* Appends a line of todo.txt, with due: and id:. */
void export_todo(struct str *out, const struct export_item *item, long today);

/*
 * "FREQ=WEEKLY;INTERVAL=2" (RFC 5545, 3.3.10) for what comes round from the day
 * first on, on days known beforehand, and is due on the given one; nothing for
 * what waits until it is done, or is due on another day for once.
 */
void export_rule(
    struct str *out, const struct every *every, long first, long day);

#endif
