/*
 * trainset - labelled rows as attrib-score train hands them to its helper.
 *
 * A head of fields (column, kind, seed, lexicon, folds, costs, quiet, and for
 * each label "label" and "weight"), a blank line, and CSV: fold,labels, and the
 * features of each kind; labels are numbers separated by ';', features
 * "BUCKET:COUNT" (of senses "BUCKET:SUM") separated by blanks.
 */
#ifndef ATTRIB_TRAINSET_H
#define ATTRIB_TRAINSET_H

#include "attrib/classifier.h"
#include "base/diag.h"
#include "stream/meta.h"

#include <stdbool.h>
#include <stddef.h>

enum { TRAINSET_COSTS_MAX = 32 };

/* Plain storage; release it. */
struct trainset {
	struct classifier model; /* of labels and idf; without weights yet */
	double weights[CLASSIFIER_LABELS_MAX];
	double costs[TRAINSET_COSTS_MAX]; /* to choose from */
	size_t ncosts;
	int folds;
	bool quiet;

	/* the rest is its own */
	struct meta head;
	struct table *body;
};

/* The features are weighed by the idf of the model. */
struct trainset_row {
	int fold;
	bool *labels;             /* a place for each; the caller frees it */
	struct features features; /* used again; the caller releases it */
};

/*
 * Reads the head of (text, len), borrowed until the release, and passes over
 * the rows for the idf, ln((1 + rows) / (1 + rows with it)) + 1.  A feature of
 * one row alone tells nothing of other rows, and may be a name: it is left out.
 * Returns 0, or -1 with *err set.  Either way release t.
 */
int trainset_read(
    struct trainset *t, const char *text, size_t len, struct diag *err);
void trainset_release(struct trainset *t);

/* The next row.  Returns 1; 0 after the last; -1 with *err set. */
int trainset_next(
    struct trainset *t, struct trainset_row *row, struct diag *err);

#endif
