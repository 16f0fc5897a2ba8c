/*
 * adaptive - a sitting that asks next what tells most about this person: the
 * item of maximum Fisher information at the current EAP.
 */
#ifndef QUIZ_ADAPTIVE_H
#define QUIZ_ADAPTIVE_H

#include "quiz/eap.h"

#include <stdbool.h>
#include <stddef.h>

/* When a sitting ends; of items there is always an end. */
struct adaptive_stop {
	double se;   /* the error is at most that; 0: never */
	size_t most; /* so many items were asked; 0: any number */
};

/* Plain storage; init and release it. */
struct adaptive {
	struct eap eap;
	int8_t *x; /* a category of each item, or GRM_MISSING */
	bool *asked;
	uint32_t *rows;
	size_t nasked;
	struct grm_estimate at; /* so far; at first (0, 1) */
};

/* items is borrowed. */
void adaptive_init(struct adaptive *a, const struct grm_item *items, size_t n);
void adaptive_release(struct adaptive *a);
void adaptive_clear(struct adaptive *a); /* for the next person */

/* The item to ask next, the earlier one among equals; the number of items where
 * the sitting is at its end. */
size_t adaptive_next(const struct adaptive *a, struct adaptive_stop stop);

/* Takes the answer to an item: a category, or GRM_MISSING where it was
 * skipped, which is not asked again. */
void adaptive_answer(struct adaptive *a, size_t item, int8_t category);

#endif
