/*
 * report - the figures of attrib-score eval, on their way to be written.
 */
#ifndef ATTRIB_SCORE_REPORT_H
#define ATTRIB_SCORE_REPORT_H

#include "eval.h"

#include "cli/term.h"
#include "stream/csvout.h"

enum { REPORT_BINS = 10 };

/* Figures and their intervals stand where agreement_place() says. */
struct report {
	const struct eval *e;
	struct agreement a;
	size_t nlabels, rows;
	uint32_t *order; /* of labels, by name */
	double *figures, *low, *high;
	unsigned long *counts; /* of the confusion: agreement_counts() */
	struct csvout out;
	struct term term;
};

/* The rows whose label told is said to be probable by one tenth. */
struct report_bin {
	unsigned long n, right;
	double said; /* the sum of the probabilities */
};

struct report_bin report_bin(const struct report *r, int number);

/* Labels in the order of their names; the one behind the last stands for none,
 * "". */
const char *report_name(const struct report *r, size_t i);

/* Rows that have the label in place right and were told that in place told. */
unsigned long report_confused(
    const struct report *r, size_t right, size_t told);

/* Rows that have the label of this number. */
unsigned long report_support(const struct report *r, uint32_t label);

/* Columns of the confusion: the labels, and none where that was told. */
size_t report_width(const struct report *r);

void report_csv(struct report *r);
void report_people(struct report *r);

#endif
