/*
 * pairs - the sittings of many people, and of each the first and the last, as
 * far as time tells which these are.
 */
#ifndef ISOLATE_QUIZ_PAIRS_H
#define ISOLATE_QUIZ_PAIRS_H

#include "quiz.h"

#include <stdint.h>

/* All sittings of one instrument, held in memory. */
struct sittings {
	const struct instrument *in; /* borrowed */
	struct held *list;
	size_t count, cap;
	size_t refused; /* behind those that count */
	size_t undated; /* people whose sittings are by the order of rows */
};

void sittings_init(struct sittings *s, const struct instrument *in);
void sittings_release(struct sittings *s);

/* Where a sitting stands: path is borrowed and must outlive it. */
struct origin {
	const char *path;
	unsigned long line;
};

/* False, and why, where its time is no date or moment or it names nobody; it
 * is then not kept. */
bool sittings_add(struct sittings *s, const struct sitting_scores *sitting,
    struct origin from, struct diag *why);

/* Whether the sitting added last has no score on that scale. */
bool sittings_lacks(const struct sittings *s, size_t scale);

/*
 * Puts each person's sittings together: people in the order of their names'
 * bytes, their sittings by time, or where none of them has one as they came.
 * What cannot be put in order is refused: a sitting without time among those
 * that have one, and the later row of two at the very same time, or on one day
 * of which not both have a time of day.
 */
void sittings_sort(struct sittings *s, struct io_rows *rows);

/* The first and the last score of a person on one scale.  Texts are borrowed
 * from the sittings. */
struct pair {
	const char *respondent, *group, *time_pre, *time_post;
	double pre, post;
};

struct pairs {
	struct pair *list;
	size_t count, cap;
	size_t unscored; /* sittings without this score */
	size_t once;     /* people who have it once only */
};

/* Of everyone with two scores at least.  After sittings_sort(). */
void pairs_init(struct pairs *p, const struct sittings *s, size_t scale);
void pairs_release(struct pairs *p);

#endif
