/*
 * anderson - a fixed-point iteration x -> g(x) made faster by looking at its
 * last steps (Anderson 1965; for EM, Henderson and Varadhan 2019).
 */
#ifndef QUIZ_ANDERSON_H
#define QUIZ_ANDERSON_H

#include <stddef.h>

enum { ANDERSON_DEPTH = 8 };

/* Plain storage; init and release it. */
struct anderson {
	size_t n, count; /* of unknowns; of steps remembered */
	double *x, *f;   /* the last x, and g(x) - x */
	double *dx, *df; /* ANDERSON_DEPTH differences of each, the newest at
	                  * column newest */
	size_t newest;
	int begun;
	double *room;
};

void anderson_init(struct anderson *a, size_t n);
void anderson_release(struct anderson *a);

/* Forgets the steps before this one. */
void anderson_forget(struct anderson *a);

/* Takes x and gx = g(x) and puts the x to try next into next. */
void anderson_next(
    struct anderson *a, const double *x, const double *gx, double *next);

#endif
