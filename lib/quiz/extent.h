/*
 * extent - what follows from the make-up of a scale: its answers, how many of
 * them it needs, and the lowest and highest score that are possible.
 */
#ifndef QUIZ_EXTENT_H
#define QUIZ_EXTENT_H

#include "quiz/instrument.h"

/* Fills weight_den (and the weights, in lowest terms), weight_sum, units, need,
 * min and max of a scale whose parts have theirs.  -1 where its sums could
 * grow beyond what exact integers hold, or its scores to
 * INSTRUMENT_SCORE_END. */
int extent_set(struct instrument *in, struct scale *scale);

#endif
