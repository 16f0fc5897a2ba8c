/*
 * partial - the sums of a cohort as a CSV stream, to be added to those of other
 * files or machines.
 *
 * Columns part, index, value.  The rows "format", "instrument", "version",
 * "definition" and "missing" say of what; then come the sums that are not zero,
 * and "end" with their number, by which a torn stream is known.  Partials of
 * several instruments may stand one behind the other.
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

/* Writes all rows, without the header. */
void partial_write(struct cohort *g, struct csvout *out);

/* What a partial says of itself.  Plain storage, zero it first; release it. */
struct partial_head {
	struct str instrument, version, definition;
	bool pairwise;
	unsigned long line; /* where it begins */
};

void partial_release(struct partial_head *head);

/* Reads the head of the next partial.  Returns 1; 0 where there is none; -1
 * with *err set. */
int partial_begin(struct partial_head *head, struct table *t, struct diag *err);

/*
 * Reads the sums behind that head and adds them to g.  -1 with *err set where
 * they are not whole, or g is of another instrument, version, definition or
 * missing rule; g is then as it was.
 */
int partial_add(struct cohort *g, const struct partial_head *head,
    struct table *t, struct diag *err);

#endif
