/*
 * responses - the sittings in responses streams: every row, once for each
 * instrument that applies to it.
 *
 * With --instrument these are the ones named, but for rows whose own cell rules
 * them out; else the row's instrument column says which, of which a bank rules
 * out all but its own.
 */
#ifndef ISOLATE_QUIZ_RESPONSES_H
#define ISOLATE_QUIZ_RESPONSES_H

#include "again.h"
#include "cli/io.h"
#include "irt.h"
#include "quiz.h"
#include "quiz/answers.h"

/* Plain storage; set set, use and context, zero the rest. */
struct responses {
	const struct settings *set;
	/* Gets each sitting; its cells and answers are those of the current
	 * row, its instrument stays until responses_release(). */
	void (*use)(void *context, const struct sitting_scores *sitting);
	/* Gets the end of each row; not good: it was refused, for the first
	 * instrument that refuses it.  NULL: each instrument is on its own. */
	void (*end_row)(void *context, bool good);
	/* Gets each file before its rows.  NULL: nobody asks. */
	void (*begin_file)(
	    void *context, const char *path, const struct table *t);
	void *context;
	/* Scores the sittings.  Where --instrument names none, the rows of its
	 * instrument are the ones.  NULL: scores are sums and means. */
	struct irt *irt;
	const char *by_name; /* a column that must be there; NULL: none */
	const char *by_note; /* what to do where it is not; NULL: nothing */
	/* What to say, once, of adaptive sittings without a bank; or NULL. */
	const char *asked_note;

	struct io_rows rows;
	bool unknown; /* an instrument that was asked for is not there */
	bool unmet;   /* there were rows, but none of what was asked for */
	/* the rest is its own */
	struct known *known; /* instruments by the names that rows gave them */
	size_t nknown;
	size_t nasked;    /* the first ones: those that --instrument names */
	const char *path; /* of the current file */
	bool ended;       /* no more of it can be used */
	bool used;        /* an instrument applied to a row */
	bool refused;     /* the current row */
	struct again again;
	struct table *t;
	int respondent, time, instrument, sex, age, group, asked,
	    by; /* columns of t */
};

/* Reads all operands ("-", and none, are standard input), to the end or to the
 * first that asks for an instrument which is not there. */
void responses_read(struct responses *r, int n, char *const operands[]);

/* Refuses the current row: it is told, and counted once, however many of the
 * instruments refuse it. */
void responses_refuse(struct responses *r, const struct diag *why);

/* Instrument i of those named with --instrument; NULL behind the last. */
const struct instrument *responses_instrument(
    const struct responses *r, size_t i);

/* The exit code that follows; tells how many rows were refused. */
int responses_verdict(const struct responses *r);
void responses_release(struct responses *r);

#endif
