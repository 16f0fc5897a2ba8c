/*
 * change - whether a difference between two scores of a person is more than
 * error of measurement, and whether it leads to where most people are.
 */
#ifndef QUIZ_CHANGE_H
#define QUIZ_CHANGE_H

#include "quiz/instrument.h"

#include <stdbool.h>

#define CHANGE_Z 1.96 /* beyond it a change is reliable, 5 % two-sided */

enum change_method {
	/* Jacobson and Truax 1991, J Consult Clin Psychol 59, 12-19, p. 14:
	 * SEM = sd_pre sqrt(1 - r), S_diff = sqrt(2 SEM^2) */
	CHANGE_JT,
	/* Maassen 2004, J Int Neuropsychol Soc 10, 888-893, the adaptation to
	 * unequal variances: S_diff = sqrt((sd_pre^2 + sd_post^2)(1 - r)) */
	CHANGE_MAASSEN,
};

struct change_error {
	double sem;    /* of a score before */
	double s_diff; /* standard error of a difference */
	double least;  /* the least difference that is reliable */
};

/* All NaN where a deviation that the method needs is NaN, and where nobody
 * differed: then nothing tells what error is. */
struct change_error change_error(enum change_method method, double sd_pre,
    double sd_post, double reliability);

/* (post - pre) / s_diff; 0 where there is no change, also without error. */
double change_index(double pre, double post, double s_diff);

enum change_verdict {
	CHANGE_UNKNOWN, /* no index */
	CHANGE_NONE,    /* not reliable */
	CHANGE_IMPROVED,
	CHANGE_WORSE,
	CHANGE_HIGHER, /* reliable, on a scale that has no better end */
	CHANGE_LOWER,
};

/* What the index says; on a scale with direction up, less is better. */
enum change_verdict change_verdict(double index, enum direction direction);

/*
 * Cut-offs of clinical significance (Jacobson and Truax 1991, p. 13), between
 * the people before (mean, sd) and those of a norm:
 *   a  2 sd from the mean before, towards the better end;
 *   b  2 sd from the mean of the norm, towards the worse one;
 *   c  between both means, as near to each in its own sd.
 * NaN where the numbers it needs are NaN, or direction is none.
 */
struct cutoffs {
	double a, b, c;
};

struct cutoffs change_cutoffs(double mean_pre, double sd_pre, double mean_norm,
    double sd_norm, enum direction direction);

/* Whether the cut-off lies between pre, on its worse side or on it, and post,
 * beyond it. */
bool change_crosses(
    double cutoff, double pre, double post, enum direction direction);

#endif
