/*
 * classifier - labels told from the features of a statement, each by a sum of
 * weights: what "attrib-score train" makes and "--model" applies.  Its file
 * is reconnect-model(5).
 *
 * A machine gives a decision value, its bias plus the sum of weight * value
 * over the features (features_weigh()).  Two rival labels share one machine,
 * which speaks for the first; else each label has its own (one against the
 * rest).  Of rivals the one with the highest decision value is told; of labels
 * that may stand together, all above 0.
 */
#ifndef ATTRIB_CLASSIFIER_H
#define ATTRIB_CLASSIFIER_H

#include "attrib/feature.h"
#include "attrib/platt.h"
#include "base/diag.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	CLASSIFIER_VERSION = 3, /* raised where features change */
	CLASSIFIER_LABELS_MAX = 256,
	CLASSIFIER_BYTES_MAX = 256 * 1024 * 1024, /* of a file */
};

struct classifier_machine {
	double bias;
	struct platt platt;
};

/* Plain storage, zero it first; release it. */
struct classifier {
	char *column;  /* whose labels these are */
	char **labels; /* by strcmp() */
	size_t nlabels;
	bool many; /* labels may stand together */
	struct classifier_machine *machines;
	size_t nmachines;
	uint64_t lexicon;   /* features_lexicon() of the training */
	unsigned long rows; /* it was trained on */
	double cost;        /* C of the machines */
	unsigned long seed;
	/* Of the features: slots[bucket] - 1 is the row of weights, which holds
	 * the idf and a weight for each machine; 0: not known. */
	uint32_t *slots;
	float *weights;
	size_t nfeatures, weights_cap;
};

void classifier_release(struct classifier *c);

/* Makes slots and machines for the labels that c has. */
void classifier_prepare(struct classifier *c);

/* The idf and weights of a bucket, those of a new one all 0, valid until the
 * next call; and those of a known one, or NULL. */
float *classifier_add(struct classifier *c, uint32_t bucket);
const float *classifier_row(const struct classifier *c, uint32_t bucket);

/* A feature_idf; context is the classifier. */
double classifier_idf(const void *context, uint32_t bucket);

/*
 * What is told of features that were weighed with classifier_idf().  told and
 * probabilities have a place for each label; probabilities of rivals add up to
 * 1.
 */
void classifier_apply(const struct classifier *c, const struct features *f,
    bool *told, double *probabilities);

/* The weight, bias left out, of a feature for a label. */
double classifier_weight(
    const struct classifier *c, uint32_t bucket, size_t label);

/* Appends the file. */
void classifier_format(struct str *out, const struct classifier *c);

/*
 * Reads (text, len), borrowed only during the call, into c.  Returns 0; or -1
 * with *err set: it is no model, one of another version, or not as it was
 * written (its checksum is wrong, or it ends too early).  Either way release
 * c.
 */
int classifier_read(
    struct classifier *c, const char *text, size_t len, struct diag *err);

#endif
