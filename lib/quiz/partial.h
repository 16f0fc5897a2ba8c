/*
 * partial - the sums of cohorts as a CSV stream, to be added to those of other
 * files or machines.
 *
 * Columns part, index, value.  The rows "format", "of" and "missing" say what
 * run it is of; then, for each instrument met, "instrument", "version" and
 * "definition", the sums that are not zero, and "end" with their number; at
 * last "done" with the number of instruments.  By these two a torn stream is
 * known, also one that was cut between two instruments.
 */
#ifndef QUIZ_PARTIAL_H
#define QUIZ_PARTIAL_H

#include "base/diag.h"
#include "base/str.h"
#include "quiz/cohort.h"
#include "stream/csvout.h"
#include "stream/table.h"

#include <stdbool.h>

extern const char *const partial_columns[]; /* ends with NULL */

/* The "of" of a run whose rows name their instruments: any may be in it. */
extern const char partial_of_rows[];

/* What a run was made with.  Partials add up only where these agree: else one
 * of another instrument would pass for a part that met none of its rows. */
struct partial_run {
	const char *of; /* ids of the instruments asked for, sorted, by ';' */
	bool pairwise;
};

/* Writes, in this order: what the run is, each of its cohorts, their number. */
void partial_write_run(struct csvout *out, const struct partial_run *run);
void partial_write(struct csvout *out, struct cohort *g);
void partial_write_done(struct csvout *out, size_t cohorts);

/* A partial that is being read.  Plain storage; init and release it. */
struct partial {
	struct table *t; /* borrowed */
	int cols[3];
	struct str of; /* as in struct partial_run */
	bool pairwise;
	/* the instrument at hand, and the line where its part begins */
	struct str instrument, version, definition;
	unsigned long line;
	size_t met;    /* instruments so far */
	uint64_t hash; /* of what was added, to know a copy by; 0: nothing */
};

void partial_init(struct partial *p, struct table *t);
void partial_release(struct partial *p);

/* Reads what run it is of: 0, or -1 with *err set. */
int partial_begin(struct partial *p, struct diag *err);

/* Goes to the next instrument: 1; 0 behind the last, with nothing following;
 * -1 with *err set. */
int partial_next(struct partial *p, struct diag *err);

/*
 * Reads the sums of the instrument at hand and adds them to g.  -1 with *err
 * set where they are not whole, or g is of another instrument, version,
 * definition or missing rule; g is then as it was.
 */
int partial_add(struct partial *p, struct cohort *g, struct diag *err);

/* Reads past the sums of the instrument at hand: 0, or -1 with *err set. */
int partial_skip(struct partial *p, struct diag *err);

#endif
