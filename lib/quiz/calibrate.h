/*
 * calibrate - the graded response model fitted to answers: marginal maximum
 * likelihood by EM (Bock and Aitkin 1981), made faster by anderson.h.
 *
 * theta is standard normal, on the nodes of grm.h.  Work may be spread over
 * threads; every sum is taken in one fixed order, so that the digits do not
 * depend on how many there are.
 */
#ifndef QUIZ_CALIBRATE_H
#define QUIZ_CALIBRATE_H

#include "base/diag.h"
#include "quiz/grm.h"
#include "quiz/patterns.h"

#include <stdbool.h>
#include <stddef.h>

enum { CALIBRATE_STEPS_MAX = 5000 };

struct calibrate_how {
	int jobs;         /* threads, at least 1 */
	double tolerance; /* no parameter moves by more: 1e-8 */
	int steps_max;
	/* Called after every step; NULL: not at all. */
	void (*progress)(void *context, int step, double loglik, double moved);
	void *context;
};

struct calibrated_item {
	double se_a; /* NaN where the information matrix is singular */
	double se_b[GRM_CATEGORIES_MAX - 1];
	double n; /* people who answered it */
};

/* Plain storage; release it. */
struct calibration {
	size_t nitems;
	struct grm_item *items;
	struct calibrated_item *about;
	double people;
	size_t patterns, parameters;
	double loglik, aic, bic;
	double marginal;  /* reliability, as grm_marginal_reliability() */
	double empirical; /* var(EAP) / (var(EAP) + mean of SE^2), with n */
	int steps;
	bool converged;
	size_t moving; /* the item that moved most in the last step */
};

/*
 * Whether the model can be fitted: -1 with *err naming the first item (names,
 * nitems of them) that nobody answered, that all answered alike, or with a
 * category that nobody used; or where people are fewer than parameters.
 */
int calibrate_check(const struct patterns *p, const int *categories,
    const char *const *names, struct diag *err);

/* Fits; all has been checked.  Slopes may come out negative: then the item runs
 * against the others. */
void calibrate(struct calibration *c, const struct patterns *p,
    const int *categories, const struct calibrate_how *how);
void calibration_release(struct calibration *c);

/* With a slope above this the answer jumps from one node to the next, and the
 * likelihood says no more of it: it has no maximum.  So come items that are all
 * but the same. */
#define CALIBRATE_SLOPE_MAX 40.0

/* Whether the result can be used: -1 with *err naming the item that keeps it
 * from converging, runs against the others, has a slope without end, or none
 * to speak of. */
int calibration_verdict(
    const struct calibration *c, const char *const *names, struct diag *err);

#endif
