/*
 * rewrite - the weights of a fit, written into the files of a lexicon.
 */
#ifndef TEXT_REWRITE_H
#define TEXT_REWRITE_H

#include "trial.h"

/* The new weights of all rules, laid out as in a model. */
struct fitted {
	size_t nrules;
	bool *known; /* of a rule: some target has fitted it */
	double *weights;
	double *support; /* statements the rule speaks in */
	double priors[CLASSES_MAX];
};

void fitted_init(struct fitted *f, const struct lexicon *lex);
void fitted_release(struct fitted *f);

/* Fits the trial's target to all its statements. */
void fitted_add(
    struct fitted *f, const struct trial *t, const struct corpus *c);

/* Keeps the head of the file but for the priors, and the scope of each rule,
 * and writes the rules anew; those without a weight are left out. */
void fitted_write(
    const struct fitted *f, const struct lexicon *lex, const char *path);

#endif
