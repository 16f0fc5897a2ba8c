/*
 * linear - a scale as a row of weights: its sum over complete answers is one
 * product of vectors.
 */
#ifndef QUIZ_LINEAR_H
#define QUIZ_LINEAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct instrument;
struct scale;

/* Plain storage; set and release it. */
struct linear {
	int16_t *weights; /* of the answers from first on; 0: not a term */
	size_t first;
	size_t count; /* 0: the scale has no such form */
	long offset;  /* what reversed terms add, whatever the answers */
};

/*
 * The form of a scale of items without recoding or products, with its weights
 * in weight_den-ths.  It has none where the weights are too large for 16 bits,
 * their sums for 32, or the instrument is too short for it to pay.
 */
void linear_set(
    struct linear *l, const struct instrument *in, const struct scale *scale);
void linear_release(struct linear *l);

/* The sum of weight * keyed value over all terms.  False, and *sum left, where
 * one has no answer. */
bool linear_sum(const struct linear *l, const int *answers, long *sum);

#endif
