/*
 * agreement - how well labels that were told agree with those that are right.
 *
 * Of a label, with TP rows that have it and were told it, FP that were told it
 * alone and FN that have it alone:
 *
 *   precision  TP / (TP + FP), 0 where it was never told
 *   recall     TP / (TP + FN), 0 where no row has it
 *   F1         2 TP / (2 TP + FP + FN)
 *
 * Macro is the mean over the labels that occur (right or told), weighted the
 * mean with TP + FN as weights, micro the figure of the sums of all labels.
 * Kappa is Cohen's (1960, Educational and Psychological Measurement 20:37),
 * with "none" as a label of its own where nothing was told. Accuracy is the
 * share of rows whose labels are told exactly. Brier is the mean of (p - 1)^2
 * where the label told is right and p^2 where it is not, p being its
 * probability: with two labels, the score of Brier (1950, Monthly Weather
 * Review 78:1) halved, as is usual; Brier-all is his own, the sum over all
 * labels.
 */
#ifndef ATTRIB_AGREEMENT_H
#define ATTRIB_AGREEMENT_H

#include "attrib/labelled.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum agreement_figure {
	AGREEMENT_ACCURACY,
	AGREEMENT_KAPPA, /* NaN where rows have several labels */
	AGREEMENT_MACRO_PRECISION,
	AGREEMENT_MACRO_RECALL,
	AGREEMENT_MACRO_F1,
	AGREEMENT_WEIGHTED_PRECISION,
	AGREEMENT_WEIGHTED_RECALL,
	AGREEMENT_WEIGHTED_F1,
	AGREEMENT_MICRO_F1,
	AGREEMENT_BRIER,     /* NaN without probabilities */
	AGREEMENT_BRIER_ALL, /* the same */
	AGREEMENT_FIGURES,

	/* behind them, these of each label */
	AGREEMENT_PRECISION = 0,
	AGREEMENT_RECALL,
	AGREEMENT_F1,
	AGREEMENT_OF_LABEL
};
extern const char *const agreement_words[AGREEMENT_FIGURES];
extern const char *const agreement_label_words[AGREEMENT_OF_LABEL];

/* Rows 2i of pairs hold what is right, rows 2i + 1 what was told. */
struct agreement {
	const struct labelled *pairs;
	bool many;
	const double *probability; /* of the label told; NULL: unknown */
	const double *squares;     /* of all labels, summed; NULL: unknown */
};

/* How many figures there are, and where that of a label stands among them. */
size_t agreement_count(const struct agreement *a);
size_t agreement_place(uint32_t label, enum agreement_figure figure);

/* Computes all figures, each row counted times[i] times (NULL: once). */
void agreement_read(
    const struct agreement *a, const uint32_t *times, double *figures);

/*
 * Intervals of 95 %: the percentiles (Efron & Tibshirani 1993, chapter 13) of
 * as many samples of the rows, drawn with replacement by the seed; where rows
 * belong to groups, groups are drawn.  low and high have a place for each
 * figure; NaN where fewer than half of the samples have it.
 */
void agreement_bootstrap(const struct agreement *a, size_t samples,
    uint64_t seed, double *low, double *high);

/* How many rows have a label and were told another, all counted in one pass:
 * counts[right * (labels + 1) + told], where the number past the last label
 * stands for none.  The caller frees it. */
unsigned long *agreement_counts(const struct agreement *a);

#endif
