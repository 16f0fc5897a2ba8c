/*
 * cohort - what the statistics of an instrument need to know of the answers of
 * many people, gathered in one pass.
 *
 * All of it are exact sums: cohorts of parts of a file, merged in any order,
 * equal the cohort of the file.
 */
#ifndef QUIZ_COHORT_H
#define QUIZ_COHORT_H

#include "quiz/instrument.h"
#include "quiz/moments.h"
#include "quiz/powers.h"
#include "quiz/scoring.h"
#include "quiz/units.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The answers to one item, before keying: where they are counted. */
struct answer_counts {
	int min, max;
	size_t missing; /* its index among the counts; behind it, min..max */
};

struct scale_sums {
	bool linear; /* units and moments are there */
	struct units units;
	struct moments *moments;
	struct powers powers; /* of score * score_den, without a gap */
	long score_den;
	bool has_powers;
};

/* Plain storage; init and release it. */
struct cohort {
	const struct instrument *in; /* borrowed */
	bool pairwise;
	wide *counts;    /* of the answers to all items */
	unsigned *fresh; /* those not yet in counts */
	unsigned nfresh; /* of so many people */
	size_t ncounts;
	struct answer_counts *items;
	struct scale_sums *scales;
	struct moments *between; /* a column a scale: score * score_den of
	                          * those who answered it completely */
	bool nonlinear;          /* some scale is not linear in its answers */
	int *row, *scores;       /* scratch */
	struct score *scored;
	uint64_t definition; /* 0: not yet asked for */
};

/* Scores that are no weighted sum of answers are whole numbers if they are
 * recoded, else they are added up in steps of a millionth (or larger ones where
 * that would not fit). */
enum { COHORT_STEPS = 1000000 };

void cohort_init(struct cohort *g, const struct instrument *in, bool pairwise);
void cohort_release(struct cohort *g);

/* The answers of one person: of each item an allowed one, or missing. */
void cohort_add(struct cohort *g, const int *answers);

/* How many people gave that answer (or ANSWER_MISSING) to item i. */
double cohort_count(struct cohort *g, size_t i, int answer);

/* The i-th array of sums, of *n, NULL behind the last: for partial results.
 * Their number and lengths follow from the instrument and pairwise; name gets
 * what it is called (it is cleared first). */
wide *cohort_sums(struct cohort *g, size_t i, struct str *name, size_t *n);

/* A hash of all that the meaning of the sums depends on: the answers of items
 * and what they count, the make-up of scales.  Reckoned when first asked for:
 * of a thousand partials merged it would take half the time. */
uint64_t cohort_definition(struct cohort *g);

#endif
