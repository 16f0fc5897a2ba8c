/*
 * dimension - a scale as the graded response model sees it: each item with a
 * few ordered steps, and categories made of them.
 *
 * Step k of an item is the keyed value low + k.  A threshold stands before each
 * step, but for those which nobody can or did take: such a step belongs to the
 * category of the step below it (the lowest ones to the first that is used).
 */
#ifndef QUIZ_DIMENSION_H
#define QUIZ_DIMENSION_H

#include "base/diag.h"
#include "base/str.h"
#include "quiz/grm.h"
#include "quiz/instrument.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DIMENSION_ITEMS_MIN = 3 }; /* fewer do not settle the parameters */

struct dimension_item {
	const char *id;                 /* borrowed */
	const struct keyed *term;       /* borrowed */
	int low, steps;                 /* steps 0..steps - 1 */
	bool can[GRM_CATEGORIES_MAX];   /* an answer counts so */
	bool split[GRM_CATEGORIES_MAX]; /* a threshold stands before it */
	int categories;                 /* thresholds + 1 */
};

/* Plain storage; init and release it. */
struct dimension {
	const struct instrument *in; /* borrowed */
	const struct scale *scale;
	struct dimension_item *items;
	size_t nitems;
};

/* -1 with *err where the scale is none: it is made of scales, of products, of
 * too few items, or of one with too many steps.  Either way release it. */
int dimension_init(struct dimension *d, const struct instrument *in,
    const struct scale *scale, struct diag *err);
void dimension_release(struct dimension *d);

/* The step of each item for the answers to the instrument, or GRM_MISSING. */
void dimension_steps(const struct dimension *d, const int *answers, int8_t *x);

/* Appends the answers that an item allows, from the lowest step to the highest:
 * "5;4;3;2;1", those of one step joined by '='. */
void dimension_answers(const struct dimension *d, size_t item, struct str *out);

/* The content area of each item, 0..: the subscale it belongs to, which is the
 * first other scale of the instrument with some of these items, not all, and no
 * other; an area of its own for all that belong to none. */
void dimension_areas(const struct dimension *d, size_t *areas);

/* Puts the thresholds where steps are used (steps of them). */
void dimension_use(struct dimension_item *item, const bool *used);

/* The category of a step; GRM_MISSING stays. */
int8_t dimension_category(const struct dimension_item *item, int8_t step);

/* The mean score of the scale's items at theta, by their weights, between the
 * lowest (0) and the highest (1) that is possible: category by category, a
 * category counting as its lowest used step. */
double dimension_level(
    const struct dimension *d, const struct grm_item *items, double theta);

#endif
