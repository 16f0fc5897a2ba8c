/*
 * units - a scale as a row of whole numbers, one for each answer it is made of:
 * what statistics are computed from.
 *
 * A scale of other scales is taken apart down to its items.  A unit is the
 * keyed value of an item (or of a product of items), times a whole weight, so
 * that score = sum of units / den.
 */
#ifndef QUIZ_UNITS_H
#define QUIZ_UNITS_H

#include "base/str.h"
#include "quiz/instrument.h"

#include <stdbool.h>
#include <stddef.h>

enum { UNIT_GAP = ANSWER_MISSING }; /* not answered */

struct unit {
	const struct keyed *factors; /* borrowed from the instrument */
	size_t count;
	bool reversed; /* low + high - value, over and above the factors' own */
	int low, high; /* what the product of the factors can be */
	int weight;    /* > 0 */
	long num, den; /* the weight as a quotient in lowest terms */
};

/* A unit that is a straight line of one answer: times * answer + plus. */
struct unit_line {
	unsigned item;
	int times, plus;
};

/* Plain storage; init and release it. */
struct units {
	const struct instrument *in; /* borrowed */
	struct unit *list;
	size_t count, cap;
	long den;
	int bound;               /* no unit is larger, in either direction */
	struct unit_line *lines; /* of all units; NULL where one is none */
};

/*
 * The units of a scale.  Returns 0; -1 where its score is no weighted sum of
 * answers (its own score or that of a part is recoded, or a vector), or its
 * numbers would grow too large.  Either way release it.
 */
int units_init(
    struct units *u, const struct instrument *in, const struct scale *scale);
void units_release(struct units *u);

/* Fills row (u->count) from the answers to all items of the instrument, and
 * *sum with the sum of those that are no gaps; returns how many are. */
size_t units_row(const struct units *u, const int *answers, int *row, int *sum);

/* Appends what unit i is called: the item's id, with '*' between factors. */
void units_name(const struct units *u, size_t i, struct str *out);

#endif
