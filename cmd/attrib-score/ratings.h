/*
 * ratings - what people say of causes in numbers, and beside it what their
 * words say.
 */
#ifndef ATTRIB_SCORE_RATINGS_H
#define ATTRIB_SCORE_RATINGS_H

#include "score.h"

#include "attrib/cave.h"
#include "attrib/names.h"

/* A mean in the making. */
struct mean {
	double sum;
	unsigned long n;
};

struct person {
	struct cave cave;
	unsigned valences;             /* of the events: a bit each */
	struct mean rated[DIM_SCALES]; /* over all events */
	struct mean told[DIM_SCALES];  /* over the statements that tell it */
};

/* In the order in which they first came.  Zero it first; release it. */
struct persons {
	struct names names;
	struct person *items;
	size_t cap;
	unsigned long unvalued; /* rated events, well or badly unknown */
};

struct person *persons_take(struct persons *p, const char *respondent);
void persons_release(struct persons *p);

/* Reads the files of ratings, by the layout of the command line. */
void ratings_read(struct settings *set, int n, char *const operands[],
    struct persons *persons);

/* Adds what the words of a statement say, once all ratings are read; leaves out
 * one on a good event where only bad ones were rated, and the other way round.
 */
void beside_add(
    struct persons *p, const struct statement *s, const struct attribution *a);

/* Writes for each person and scale both means, and whether they disagree. */
void beside_write(const struct persons *p, struct csvout *out);

#endif
