/*
 * eval - what attrib-score eval compares, and how it says so.
 */
#ifndef ATTRIB_SCORE_EVAL_H
#define ATTRIB_SCORE_EVAL_H

#include "score.h"

#include "attrib/agreement.h"
#include "attrib/labelled.h"

struct eval {
	struct settings *set;
	const struct lexicon *lex; /* of a model; else NULL, as these are */
	struct attrib *reader;
	struct model *model;
	struct labelled pairs; /* as agreement.h has them */
	struct str labels;     /* that the model tells of a row */
	double *probability;   /* of the label told, of each pair, or NaN */
	double *squares;
	size_t probability_cap, squares_cap;
	unsigned long unlabelled, abstained;
};

/* Writes all figures to standard output, as CSV or for people. */
void eval_write(const struct eval *e);

#endif
