/*
 * ascent - EM, or another iteration whose every step raises a log-likelihood,
 * taken to its end with the help of anderson.h.
 */
#ifndef QUIZ_ASCENT_H
#define QUIZ_ASCENT_H

#include <stdbool.h>
#include <stddef.h>

struct ascent_how {
	/* Puts the step after x into gx; returns the log-likelihood at x. */
	double (*step)(void *context, const double *x, double *gx);
	/* Whether the model is defined at x. */
	bool (*allowed)(void *context, const double *x);
	/* Called after every step; NULL: not at all. */
	void (*progress)(void *context, int step, double loglik, double moved);
	void *context;
	double tolerance; /* at the end nothing moves by more */
	int steps_max;
};

struct ascent {
	int steps;
	bool converged;
	double loglik; /* at x, where the last step was taken from */
	double moved;  /* by that step, at most */
	size_t moving; /* the unknown that did */
};

/* Starts from x (n unknowns), and leaves there where the last step was taken
 * from. */
struct ascent ascent_run(double *x, size_t n, const struct ascent_how *how);

#endif
