/*
 * dif - differential item functioning: whether people of two groups with the
 * same theta answer an item alike (Thissen, Steinberg and Wainer 1993).
 *
 * In the baseline all items are the same in both groups; theta is standard
 * normal in the reference group, and normal with any mean and deviation in the
 * other, the focal one, on the nodes of grm.h.  For one item at a time its
 * parameters are then set free in the focal group, and twice the difference of
 * the log-likelihoods is a chi-square: with all parameters free; with the slope
 * still shared (uniform DIF); and of the first against the second (non-uniform
 * DIF, which crosses).
 */
#ifndef QUIZ_DIF_H
#define QUIZ_DIF_H

#include "base/diag.h"
#include "quiz/calibrate.h"

struct dif_chi2 {
	double chi2, df, p;
};

enum dif_state {
	DIF_TESTED,
	DIF_UNUSED,   /* a group did not use each category */
	DIF_DIVERGED, /* no convergence */
};

/* What was found of an item; all numbers are NaN unless it was tested. */
struct dif_test {
	enum dif_state state;
	struct dif_chi2 all, thresholds, slope;
	/* The mean answer of the focal item less that of the reference item,
	 * over theta of the focal group: signed (SIDS of Meade 2010), and
	 * absolute (wABC of Edelen, Stucky and Chandra 2015). */
	double difference, area;
};

/* Plain storage; release it. */
struct dif {
	double mean, sd; /* of theta in the focal group, in the baseline */
	double loglik;   /* of the baseline */
	size_t nitems;
	struct dif_test *tests;
};

/*
 * Tests all items, from parameters start, which are those of both groups
 * together.  -1 with *err naming what keeps the baseline from converging: the
 * item (names, one each), or theta of the focal group.  Either way release it.
 */
int dif_run(struct dif *d, const struct patterns *reference,
    const struct patterns *focal, const struct grm_item *start,
    const char *const *names, const struct calibrate_how *how,
    struct diag *err);
void dif_release(struct dif *d);

#endif
