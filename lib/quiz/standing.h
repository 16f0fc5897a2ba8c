/*
 * standing - what a score means: its error, and where it stands among others.
 */
#ifndef QUIZ_STANDING_H
#define QUIZ_STANDING_H

#include "quiz/instrument.h"
#include "quiz/scoring.h"

/* Who answered, as far as norms ask. */
struct person {
	enum norm_sex sex; /* SEX_ANY: not said */
	int age;           /* years; -1: not said */
};

/* From the cells of a responses stream: words and numbers that norms do not
 * know (0 to 150 whole years) count as not said. */
struct person person_read(const char *sex, const char *age);

/* Every number is NaN where it cannot be known. */
struct standing {
	double sem;        /* sd * sqrt(1 - reliability) */
	double low, high;  /* score - and + 1.96 sem; may leave the range */
	double t;          /* 50 + 10 (score - mean) / sd of the norm */
	double percentile; /* share below and half of those equal, times 100,
	                    * in a counted distribution (never from a mean
	                    * and sd); none for an age that no norm of the
	                    * scale holds */
	const char *band;  /* of the score, or of T; NULL: none */
	const struct norm *norm; /* the row that was used; NULL: none */
};

/*
 * The standing of a score; that of none is all unknown.  reliability is used
 * where it is no NaN, else the scale's own.  The sd is that of the norm, else
 * the scale's.
 *
 * Which norm: the row of the narrowest ages that holds the person's, and of
 * these the one of their sex before the one of any.  Where the sex is not said
 * and the rows are by sex, T is the mean of both (Johnson's rule for the
 * IPIP-NEO).  Where the age is not said, only a row whose ages overlap those
 * of every other row of the scale serves: the whole sample.
 */
struct standing standing_of(const struct scale *scale,
    const struct score *score, const struct person *person, double reliability);

#endif
