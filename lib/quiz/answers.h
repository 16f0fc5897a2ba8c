/*
 * answers - from a responses stream to the answers to one instrument: its
 * columns found, its cells read and checked.
 */
#ifndef QUIZ_ANSWERS_H
#define QUIZ_ANSWERS_H

#include "base/diag.h"
#include "quiz/cells.h"
#include "quiz/instrument.h"
#include "stream/table.h"

#include <stdbool.h>
#include <stddef.h>

/* Plain storage: find and release it. */
struct answers {
	const struct instrument *in; /* borrowed */
	int *cols;                   /* of each item */
	int *x;                /* of each item: an allowed answer, or missing */
	size_t out_of_range;   /* cells of this row made missing (lenient) */
	const char *const *na; /* more texts that mean "no answer"; borrowed, */
	size_t nna;            /* set by the caller after answers_find() */
	struct cells cells;    /* for ANSWERS_QUICK: reads most records */
	enum { ANSWERS_NEW, ANSWERS_QUICK, ANSWERS_CELLWISE } pace;
};

/*
 * Finds the column of each item: "INSTRUMENT.ITEM", else "ITEM".  -1 with *err
 * naming the first that is not there, and the columns that are.  Either way
 * release it, once no more is read from the table.
 */
int answers_find(struct answers *a, const struct instrument *in,
    const struct table *t, struct diag *err);
void answers_release(struct answers *a);

/*
 * Reads the answers of the table's current record into x.  An empty cell, a
 * declared missing code and an answer behind a closed branch are missing.
 * What is no whole number, or not allowed, is a fault: -1 with *err naming the
 * item; or, with lenient, missing and counted in out_of_range.
 */
int answers_read(
    struct answers *a, struct table *t, bool lenient, struct diag *err);

/* What the cell of an adaptive sitting says was asked, ids with ';' between:
 * *asked is given room for, and a mark of, each item (free it, also where this
 * is false).  False where the cell names no item: it is no such sitting. */
bool answers_asked(const struct instrument *in, const char *cell, bool **asked);

/* Makes the answers missing whose item was not to be asked, given those before
 * it. */
void answers_close_branches(const struct instrument *in, int *x);

#endif
