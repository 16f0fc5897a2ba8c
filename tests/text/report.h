/*
 * report - tables of how well rules do.
 */
#ifndef TEXT_REPORT_H
#define TEXT_REPORT_H

#include "trial.h"

/* Five folds: each set, and each way of thinking. */
void report_folds(const struct trial *t, const struct corpus *c);

/* Each group of rules alone, and all but it; and one cue alone for each word,
 * the longest, where otherwise cues add up. */
void report_groups(const struct trial *t, const struct corpus *c);

/* Fitted to each set and tried on each: on the diagonal in five folds. */
void report_cross(const struct trial *t, const struct corpus *c);

#endif
