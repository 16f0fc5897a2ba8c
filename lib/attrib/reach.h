/*
 * reach - how far in a statement the words reach that change how others are
 * read: where clauses end, where a contrast or a cause stops them, and what
 * they mark.  Serves clause.c alone.
 */
#ifndef ATTRIB_REACH_H
#define ATTRIB_REACH_H

#include "attrib/clause.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The words from one mark to the next. */
struct stretch {
	size_t from, to; /* from..to-1 */
};

/*
 * One statement being read.  What was found last is kept, since matches come in
 * the order of their words: so each word is looked at a few times, however many
 * matches there are.
 */
struct reading {
	struct clauses *out;
	const struct matches *m;
	const struct lexicon_rule *rules;
	struct stretch clause, sentence; /* looked at last */
	struct stretch marked[8];        /* last, with each flag */
	/* Match of a dimension: reach_next_of(); 0: not known. */
	uint32_t next[DIM_COUNT];
	size_t next_turn;    /* match that turns: reach_stop_behind() */
	size_t passed, turn; /* matches; the last of them that turns, plus 1 */
	struct stretch reported; /* the sentence of the last report */
	bool quoted;             /* it has quotes */
};

/* What may be read and written behind the flags of the last word. */
enum { REACH_PADDING = 8 };

/* Adds a flag to words from..to-1, of which those that have it from the time
 * before are left out; takes it from them. */
void reach_mark(
    struct reading *r, size_t from, size_t to, enum clause_flag flag);
void reach_unmark(
    struct reading *r, size_t from, size_t to, enum clause_flag flag);

/* The first word at or behind at that has the token flag, or the end; the last
 * at or before it. */
size_t reach_next_break(struct reading *r, size_t at, enum token_flag flag);
size_t reach_last_break(struct reading *r, size_t at, enum token_flag flag);

/* The first match of a dimension behind match number i; the number of all if
 * there is none. */
size_t reach_next_of(struct reading *r, size_t i, enum dimension dimension);

/* The match of a dimension that ends right before match number i, or NULL; a
 * mark between the two parts them, as in "I can't, because". */
const struct match *reach_right_before(
    const struct reading *r, size_t i, enum dimension dimension);

/* Narrows a reach that begins behind match number i: it ends before the next
 * contrast or cause that is no part of the match itself ("anything but"). */
size_t reach_stop_behind(struct reading *r, size_t i, size_t end);

/* The same for one that ends before match number i. */
size_t reach_stop_before(struct reading *r, size_t i, size_t begin);

/* Narrows a reach that a cause may be in: it ends before the next contrast
 * behind match number i. */
size_t reach_contrast(struct reading *r, size_t i, size_t end);

#endif
