/*
 * reading - an instrument file half-way read: its head, its tables, and the
 * instrument that grows out of them.  Private to the reader of instruments.
 */
#ifndef QUIZ_READING_H
#define QUIZ_READING_H

#include "quiz/grammar.h"
#include "quiz/instrument.h"
#include "stream/table.h"

/* A field of the head in the language wanted: "title.fr" stands as "title". */
struct reading_field {
	const char *name, *value;
	unsigned long line;
};

struct reading {
	struct instrument *in;
	struct reading_field *head;
	size_t nhead;
	const char *lang; /* texts wanted in this one; "" is the first */
	struct diag *err;
	struct table *tables[4]; /* by enum; NULL: the file has none */
};

enum { READING_SCALES, READING_ITEMS, READING_NORMS, READING_COUNTS };

/* The grammar of the line that the table is at. */
struct grammar reading_at(const struct reading *r, const struct table *t);

/* The next row of a table: 1, 0 at its end, -1 with the fault set. */
int reading_row(const struct reading *r, struct table *t);

/* Refuses columns that are not among names (ends with NULL; "text.*" stands
 * for all that begin so). */
int reading_columns(
    const struct reading *r, struct table *t, const char *const *names);

/* The cell of the column of that name, "" if there is none; trimmed and kept.
 * reading_text() takes the column "NAME.LANG" first. */
const char *reading_cell(
    const struct reading *r, const struct table *t, const char *name);
const char *reading_text(
    const struct reading *r, const struct table *t, const char *name);

/* A field of the head, "" if there is none. */
const char *reading_head(const struct reading *r, const char *name);

/* The grammar of the line of that field. */
struct grammar reading_at_head(const struct reading *r, const char *name);

/* The parts of the file, in the order in which they are read. */
int choices_read(struct reading *r);  /* all sets of options and ranges */
int scales_read(struct reading *r);   /* the scale table, if there is one */
int items_read(struct reading *r);    /* the items, and the scales' terms */
int scales_finish(struct reading *r); /* need, min, max */
int norms_read(struct reading *r);    /* norm and count tables */

/* Appends a scale with the defaults of the head. */
struct scale *scales_add(struct reading *r, const char *id);

#endif
