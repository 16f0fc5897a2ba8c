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
static const double tally_limit = -8.5 / TALLY_UNIT;

/* What comes of sums of four bytes. */
typedef double pair __attribute__((vector_size(16)));
typedef double quad __attribute__((vector_size(32)));
typedef uint64_t bits __attribute__((vector_size(16)));

enum { FAR_PAIRS = TALLY_PLACES / 2 + 2 * TALLY_BLOCK };

struct tally {
	const struct lexicon *lex;
	const struct phrases *phrases;
	struct tally_rows rows; /* made as they are asked for: most texts
	                         * ask for few */
	uint32_t *row_of;       /* each number, 0 while it has none */
	tally_four *sums;       /* of rows, heads and all */
	size_t nadded;          /* rows, to the sums */
	pair far[FAR_PAIRS];    /* what is to be added to the sums */
	pair priors[FAR_PAIRS];
	unsigned said;
	uint64_t loud;
	size_t ncues;   /* but for those of the rows in the sums */
	double *others; /* sums at the places behind the rivals */
	bool *touched;  /* the same places */
	uint32_t *list; /* of those touched */
	size_t nlist;
	double even; /* the odds at the limit */
	struct severity *told;
	size_t ntold;
};

/* Of the concept at a place, in units. */
static inline double
tally_prior_at(const struct tally *t, size_t place)
{
	return tally_units(t->lex->concepts[t->rows.concept[place]].prior);
}

static inline size_t
tally_cues_of_sums(const struct tally *t)
{
	return ((const struct tally_row *)t->sums)->cues;
}

#endif
