/*
 * adaptive - a sitting that asks next what tells most about this person, and
 * ends when theta is known well enough: of one scale.  tailor.h makes a sitting
 * of several out of it.
 *
 * Where the items belong to content areas, the next one comes from the area
 * whose share of the items asked lies furthest below its share of all items
 * (Kingsbury and Zara 1989, "Procedures for selecting items for computerized
 * adaptive tests", Applied Measurement in Education 2, 359-375).
 */
#ifndef QUIZ_ADAPTIVE_H
#define QUIZ_ADAPTIVE_H

#include "quiz/eap.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum adaptive_select {
	/* Maximum Fisher information at the EAP. */
	ADAPTIVE_FISHER,
	/* Maximum Kullback-Leibler information of the EAP against all other
	 * theta (Chang and Ying 1996, Applied Psychological Measurement 20,
	 * 213-229), its mean over the posterior. */
	ADAPTIVE_KL,
	/* By chance one of the best few by Fisher information, so that not
	 * everyone is asked the same ("randomesque", Kingsbury and Zara). */
	ADAPTIVE_RANDOM,
};

/* How a sitting goes, and when it ends. */
struct adaptive_rule {
	enum adaptive_select select;
	size_t best;   /* of ADAPTIVE_RANDOM: one of so many, at least 1 */
	double se;     /* the error is at most that; 0: never; NaN: the goal,
	                * see adaptive_goal() */
	double change; /* the last answer moved theta by less; 0: never */
	size_t least;  /* neither of these before so many answers */
	size_t most;   /* so many items were asked; 0: any number */
};

enum adaptive_end {
	ADAPTIVE_OPEN,   /* there is more to ask */
	ADAPTIVE_SURE,   /* se was met */
	ADAPTIVE_STEADY, /* change */
	ADAPTIVE_MOST,   /* most */
	ADAPTIVE_SPENT,  /* no item is left */
};
extern const char *const adaptive_ends[]; /* in a word, by enum */

/* Plain storage; init and release it. */
struct adaptive {
	struct eap eap;
	struct adaptive_rule rule; /* se is a number */
	const size_t *areas;       /* of each item, 0..; NULL: there are none */
	size_t nareas;
	size_t *in_area;           /* items of each area, */
	size_t *from_area;         /* and how many of them were asked */
	double (*logs)[EAP_LANES]; /* of ADAPTIVE_KL: see adaptive.c */
	uint64_t seed;             /* of ADAPTIVE_RANDOM */
	bool *may;                 /* an item may be asked: at first, all may */
	int8_t *x;                 /* a category of each item, or GRM_MISSING */
	bool *asked;
	uint32_t *rows;
	double *value; /* scratch, */
	size_t *path;  /* as well */
	size_t nasked, nanswered;
	double posterior[EAP_LANES];
	struct grm_estimate at; /* so far; at first (0, 1) */
	double moved;           /* theta, by the last answer */
};

/* The error that a sitting by these items should reach: that of a reliability
 * of .90, or of the marginal reliability of all items where it is less. */
double adaptive_goal(const struct grm_item *items, size_t n);

/* items and areas are borrowed. */
void adaptive_init(struct adaptive *a, const struct adaptive_rule *rule,
    const struct grm_item *items, const size_t *areas, size_t n);
void adaptive_release(struct adaptive *a);

/* For the next person.  The same seed makes the same choices of chance. */
void adaptive_clear(struct adaptive *a, uint64_t seed);

/* The item to ask next, the earlier one among equals; the number of items where
 * the sitting is at its end. */
size_t adaptive_next(const struct adaptive *a);
enum adaptive_end adaptive_end(const struct adaptive *a);

/* Takes the answer to an item that was not asked before: a category, or
 * GRM_MISSING where it was skipped, which is not asked again. */
void adaptive_answer(struct adaptive *a, size_t item, int8_t category);

/* How many more items there are to be: a forecast, as if theta were to stay
 * where it is; and at most. */
size_t adaptive_left(struct adaptive *a, size_t *at_most);

#endif
