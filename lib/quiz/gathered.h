/*
 * gathered - the sums of moments, for the two files that have to do with them:
 * moments.c, which gathers them, and momentsout.c, which tells what follows.
 */
#ifndef QUIZ_GATHERED_H
#define QUIZ_GATHERED_H

#include "quiz/block.h"
#include "quiz/wide.h"

#include <stdbool.h>
#include <stddef.h>

/* Of rows with gaps, by the number of values they have: 0..k. */
struct by_count {
	wide *n, *t, *tt; /* k + 1: rows, sums of totals and of their squares */
	/* k x (k + 1), of rows that have column i: total, square of it, value
	 * times total */
	wide *item_t, *item_tt, *item_xt;
};

struct moments {
	size_t k;
	bool pairwise;
	wide *sums; /* all of the following, one behind the other */
	size_t nsums;
	wide *rows, *empty, *whole; /* 1 each: rows, of them without a value,
	                             * without a gap; of the latter: */
	wide *sum, *cross;          /* k, k x k (column <= row) */
	/* k x k, of rows with gaps that have both: count, sums of the first,
	 * of its square, of the product */
	wide *gap_n, *gap_x, *gap_xx, *gap_xy;
	struct by_count by;
	struct block whole_block; /* k columns */
	struct block gap_block;   /* k of values, k of 1 or 0, k of squares */
};

/* What still stands in blocks is added: before any sum is looked at. */
void gathered_flush(struct moments *m);

#endif
