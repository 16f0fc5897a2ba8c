/*
 * report - tables of how well rules do.
 */
#ifndef TEXT_REPORT_H
#define TEXT_REPORT_H

#include "trial.h"

/*
 * Five folds, a row for each set: with the rules that stand in the lexicon, and
 * with rules chosen anew within each fold; then each way of thinking.
 */
void report_folds_head(void);
void report_folds(const struct trial *t, const struct corpus *c);

/*
 * A row for each set, a column for each group of rules: alone, and all but it;
 * and one cue alone for each word, the longest, where otherwise cues add up.
 */
void report_groups_head(void);
void report_groups(const struct trial *t, const struct corpus *c);

/* Fitted to each set and tried on each: on the diagonal in five folds. */
void report_cross(const struct trial *t, const struct corpus *c);

#endif
