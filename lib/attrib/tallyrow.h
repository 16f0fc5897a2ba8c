/*
 * tallyrow - what rules add, as rows of numbers: one for each scale and each
 * rival (tally.h).
 *
 * Numbers are whole hundred-thousandths of log-odds, so that it does not matter
 * in which order they are added, and four at once can be.
 */
#ifndef ATTRIB_TALLYROW_H
#define ATTRIB_TALLYROW_H

#include "attrib/lexicon.h"
#include "attrib/tally.h"

#include <math.h>
#include <stddef.h>
#include <stdint.h>

enum { TALLY_UNIT = 100000 };

/* In whole units. */
static inline double
tally_units(double log_odds)
{
	return rint(log_odds * TALLY_UNIT);
}

/* From so many on a rule speaks for a rival by itself. */
static const int32_t tally_loud_units =
    (int32_t)(TALLY_LOUD * TALLY_UNIT + 0.5);

/* Four numbers at once, on any processor. */
typedef int32_t tally_four __attribute__((vector_size(16), may_alias));

/* The places of a row: by dimension the scales and valence, then these. */
enum {
	TALLY_AT_BALANCE = DIM_VALENCE + 1,
	TALLY_AT_CRISIS,
	TALLY_AT_RIVALS = 8, /* and from here on each rival */
	TALLY_PLACES = TALLY_AT_RIVALS + LEXICON_RIVALS_MAX,
};

/* What a rule, or all rules of a word or a pair of words, add. */
struct tally_row {
	uint64_t loud; /* a bit for each rival that it speaks for by itself */
	uint32_t said; /* a bit for each scale and valence, or TALLY_MORE */
	uint32_t cues; /* how many rules it is of */
	tally_four parts[]; /* as many as fill up the row */
};

enum { TALLY_MORE = 128 }; /* raises what has no place in a row */

/* Rows are so many fours long, or a multiple of it: those are added at once,
 * and are all of a row where there are a dozen rivals. */
enum { TALLY_BLOCK = 6 };

/* Concepts have a place each, rivals first.  Plain storage; release it. */
struct tally_rows {
	const struct lexicon *lex;
	uint32_t *place;   /* of each concept */
	uint32_t *concept; /* at each place */
	size_t nrivals;
	size_t size;       /* of a row, in fours */
	tally_four *items; /* the rows, one behind the other */
	size_t used, cap;  /* in fours */
	size_t room;       /* so many can be added up before one overflows */
};

void tally_rows_init(struct tally_rows *r, const struct lexicon *lex);
void tally_rows_release(struct tally_rows *r);

/* Adds a row of nought; returns where it begins, never 0. */
uint32_t tally_rows_add(struct tally_rows *r);

/* Makes the row that begins there one of so many rules, in a context. */
void tally_rows_make(struct tally_rows *r, uint32_t at,
    const struct contexts *contexts, const uint32_t *rules, size_t count,
    unsigned context);

#endif
