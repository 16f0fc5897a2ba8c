/*
 * tallyrow - what rules add, as rows of numbers: one for each scale and each
 * rival (tally.h).
 *
 * Numbers are whole millionths of log-odds, so that it does not matter in which
 * order they are added, and four at once can be.
 */
#ifndef ATTRIB_TALLYROW_H
#define ATTRIB_TALLYROW_H

#include "attrib/lexicon.h"
#include "attrib/tally.h"

#include <math.h>
#include <stddef.h>
#include <stdint.h>

enum { TALLY_UNIT = 1000000 };

/* In whole millionths. */
static inline double
tally_units(double log_odds)
{
	return rint(log_odds * TALLY_UNIT);
}

/* From so many on a rule speaks for a rival by itself. */
static const int32_t tally_loud_units =
    (int32_t)(TALLY_LOUD * TALLY_UNIT + 0.5);

/* Four numbers at once, on any processor. */
typedef int32_t tally_four __attribute__((vector_size(16)));

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
	int32_t peak;  /* the most for a rival */
	uint16_t most; /* no part is greater, in log-odds */
	uint8_t said;  /* a bit for each scale and valence, or TALLY_MORE */
	uint8_t cues;  /* how many rules it is of */
	tally_four parts[]; /* tally_rows.nfours of them */
};

enum { TALLY_MORE = 128 }; /* raises what has no place in a row */

/* Concepts have a place each, rivals first.  Plain storage; release it. */
struct tally_rows {
	const struct lexicon *lex;
	uint32_t *place;   /* of each concept */
	uint32_t *concept; /* at each place */
	size_t nrivals;
	size_t nfours;     /* of a row */
	tally_four *block; /* the rows, one behind the other */
	size_t used, cap;  /* in fours */
};

void tally_rows_init(struct tally_rows *r, const struct lexicon *lex);
void tally_rows_release(struct tally_rows *r);

/* Makes the row of some rules, by number; returns where it begins, plus 1. */
uint32_t tally_rows_make(
    struct tally_rows *r, const uint32_t *rules, size_t count);

/* Valid until the next is made. */
static inline const struct tally_row *
tally_row_at(const struct tally_rows *r, uint32_t at)
{
	return (const struct tally_row *)(r->block + at - 1);
}

#endif
