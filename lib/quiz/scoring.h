/*
 * scoring - answers to scores.
 *
 * Sums are exact: integers all the way, one division at the end, so that a
 * score is the double nearest to the true quotient.  A scale needs scale->need
 * of its answers (a product counts as one, and needs all its own); where some
 * are missing, the weighted mean of those that are there stands for them:
 *   mean = sum of weight * value / sum of weight, over the answered terms;
 *   sum  = that mean * sum of weight over all terms (prorated).
 */
#ifndef QUIZ_SCORING_H
#define QUIZ_SCORING_H

#include "quiz/instrument.h"

#include <stdbool.h>
#include <stddef.h>

struct score {
	bool scored;     /* false: too few answers; the rest is then NaN or 0 */
	size_t answered; /* items of the scale (of its parts' items too) ... */
	size_t missing;  /* ... with and without an answer */
	size_t units;    /* answered units, against scale->need */
	double value;
	long num, den; /* value as a quotient; den is 0 where it is none
	                * (cosine, sine, or numbers that grow too large) */
};

/*
 * Scores all scales.  answers[i] belongs to item i: an allowed answer or
 * ANSWER_MISSING.  scores has room for in->nscales.
 */
void scoring_all(
    const struct instrument *in, const int *answers, struct score *scores);

/*
 * 0..1, 1 = most in need of attention: direction up gives (x - min) / (max -
 * min) over the scale's possible range, down one minus that.  A quotient where
 * den is not 0, else value (NaN: no score, or no direction).
 */
struct severity {
	long num, den;
	double value;
};
struct severity scoring_severity(
    const struct scale *scale, const struct score *score);

/*
 * Whether the score of a scale, by number, asks for help first: as it is, or,
 * where answers are wanting, as it must come out whatever these would be (of a
 * scale that is made of items).
 */
bool scoring_alert(const struct instrument *in, size_t scale,
    const int *answers, const struct score *score);

/* Whether an answer asks for help first. */
bool scoring_crisis(const struct instrument *in, const int *answers);

/* The index behind the unit of terms that begins at first: first + 1, or
 * behind the last factor of a product. */
size_t keyed_next(const struct scale *scale, size_t first);

/* What a part's score is multiplied with, besides its weight: 1, or the cosine
 * or sine of its angle; and what the sum is divided by: n / 2 for these. */
double part_factor(const struct scale *scale, const struct part *part);
double part_divisor(const struct scale *scale);

#endif
