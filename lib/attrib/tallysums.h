/*
 * tallysums - the sums of a tally, for the two files that have to do with them:
 * tally.c, which adds to them, and tallytell.c, which tells what they come to.
 */
#ifndef ATTRIB_TALLYSUMS_H
#define ATTRIB_TALLYSUMS_H

#include "attrib/tally.h"
#include "attrib/tallyrow.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Sums beyond this are of a severity of one half or more, which is told: below
 * nought by so little is on the limit but for what was rounded. */
static const double tally_limit = -2.5 / TALLY_UNIT;

typedef float tally_floats __attribute__((vector_size(16)));

/* Rows that were made of a number in a context.  The first are of each number
 * in none, behind them those in any take turns. */
struct tally_slot {
	uint32_t key; /* of tally_key() */
	uint32_t row; /* 0 while it has none */
};

/* What raises concepts that have no place in a row. */
struct tally_more {
	uint32_t key;
	uint32_t next; /* of the same text: one more than its number, or 0 */
};

struct tally {
	const struct lexicon *lex;
	const struct phrases *phrases;
	const struct contexts *contexts;
	struct tally_rows rows; /* made as they are asked for: most texts
	                         * ask for few */
	uint32_t nnumbers;      /* numbers are less */
	struct tally_slot *slots;
	/* Of each text. */
	size_t ntexts, texts_cap;
	tally_four *sums;     /* of rows, heads and all */
	tally_four *heads;    /* what all their heads say */
	uint32_t *first_more; /* as tally_more.next */
	double *far; /* what was in the sums before they were emptied, as many
	              * numbers, where there was anything */
	size_t far_cap;
	bool emptied;
	/* What is added. */
	uint32_t *row_of; /* each item */
	size_t row_of_cap;
	struct tally_more *more;
	size_t nmore, more_cap;
	size_t nadded; /* since the sums were empty */
	/* What is told, in units. */
	double *priors; /* at each place of the concepts */
	tally_floats rivals[LEXICON_RIVALS_MAX / 4]; /* the first of these */
	double *others; /* sums at the places behind the rivals */
	bool *touched;  /* the same places */
	uint32_t *list; /* of those touched */
	size_t nlist;
	double even; /* the odds at the limit */
	struct severity *told;
	size_t ntold;
};

#endif
