/*
 * cells - many small whole numbers out of a record at once.
 *
 * What it reads, the reader of single cells would read alike: it takes cells
 * of one to four digits whose number is in range, and empty ones, which are
 * ANSWER_MISSING.  A record with any other cell (signed, quoted, out of range)
 * it leaves alone.
 */
#ifndef QUIZ_CELLS_H
#define QUIZ_CELLS_H

#include "stream/table.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { CELLS_SLACK = 8 }; /* numbers more that x must have room for */

/* Plain storage; init and release it. */
struct cells {
	size_t count;
	const int *cols;               /* borrowed */
	unsigned *low, *span;          /* of each cell: low..low + span */
	uint8_t *low_text, *high_text; /* of the text "d,d,d" of one-digit */
	struct shape shape;            /* cells side by side; len 0: none */
};

/* Cells of these columns, with numbers in min[i]..max[i]. */
void cells_init(struct cells *c, const int *cols, const int *min,
    const int *max, size_t count);
void cells_release(struct cells *c);

/* Tells the table that most records will be one-digit cells at their end, if
 * that can be.  c must outlive the table's reading. */
void cells_expect(const struct cells *c, struct table *t);

/* Reads the current record into x (count + CELLS_SLACK).  Returns false where
 * it is left alone; x is then undefined.  No cell may have been asked of the
 * table before. */
bool cells_read(const struct cells *c, const struct table *t, int *x);

#endif
