/*
 * recovery - how well short sittings find what they look for: sums over people,
 * and the usual figures from them.
 */
#ifndef QUIZ_RECOVERY_H
#define QUIZ_RECOVERY_H

#include "quiz/grm.h"

/* Running means of x and y, sums of squares and products about them, and sums
 * of (x - y) and (x - y)^2. */
struct recovery_pair {
	double x, y, xx, yy, xy, off, square;
};

/* Plain storage; begins as {0}. */
struct recovery {
	double people, items, se, variance;
	struct recovery_pair full, real;
};

/* One sitting of so many items: where it ended, where all items would have
 * ended, and the theta that answered (NaN, for all people: not known). */
void recovery_add(struct recovery *r, double items, struct grm_estimate at,
    struct grm_estimate full, double theta);

/* Of the sittings against another theta; NaN where it is not known. */
struct recovery_against {
	double r;    /* correlation */
	double bias; /* mean of the difference */
	double rmse; /* root of the mean of its square */
};

struct recovery_figures {
	double people, items, se; /* means of the last two */
	/* Root of the mean of SE^2: the rmse to be expected against the theta
	 * that answered, where it is drawn from the prior. */
	double expected;
	struct recovery_against full, real;
};

struct recovery_figures recovery_figures(const struct recovery *r);

#endif
