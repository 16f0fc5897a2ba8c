/*
 * model - weights of rules, fitted so that their sums tell labels apart.
 *
 * Class 0 is "none of these" and has the log-odds 0; class k has the sum of its
 * prior and of weight * loudness of the rules that speak for it: multinomial
 * logistic regression.  With one class beside 0 and no prior it is the binary
 * regression of a scale.
 *
 * Many classes are likely to be alike in what speaks for any of them: the
 * weight of rule r for class k is scale[r] * (common[r] + apart[r][k]), the
 * parts pulled toward 0 by ridges of their own.  Few statements tell classes
 * apart, so that what does is pulled the harder; a rule heard in few of them,
 * whose scale is the greater, less so.
 */
#ifndef TEXT_MODEL_H
#define TEXT_MODEL_H

#include "corpus.h"

#include <stdbool.h>
#include <stddef.h>

enum {
	CLASSES_MAX = 16,
	COMMON = CLASSES_MAX - 1, /* place of what the classes have in common */
};

struct model {
	size_t nclasses; /* with class 0 */
	size_t nrules;
	/* Of rule r and class k the place r * CLASSES_MAX + k.  Where free[] is
	 * false the weight is 0 and stays so; in the place of class 0 stands
	 * what the rule takes from every class but 0. */
	bool *free;
	double *weights;
	double *parts; /* common and apart, in the same places */
	double *scale; /* of each rule */
	double priors[CLASSES_MAX];
	bool fit_priors;
	double ridge;       /* pulls weights, and what is common, toward 0 */
	double ridge_apart; /* pulls what tells classes apart */
};

/* All places of n rules at 0, and every scale 1. */
void model_init(struct model *m, size_t nrules);

/* Fits, from where it stands, to the examples whose fold is not leave_out (-1:
 * to all) and whose set has its bit in sets. */
void model_fit(
    struct model *m, const struct corpus *c, int leave_out, unsigned sets);
void model_release(struct model *m);

/* The log-odds of each class against class 0. */
void model_scores(
    const struct model *m, const struct example *e, double *scores);

#endif
