/*
 * pairs - the sittings of many people, and of each the first and the last.
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
};

void sittings_init(struct sittings *s, const struct instrument *in);
void sittings_release(struct sittings *s);

/* False where its time is no date or moment; it is then not kept. */
bool sittings_add(struct sittings *s, const struct sitting_scores *sitting);

/*
 * Puts each person's sittings together: people in the order of their names'
 * bytes, their sittings by time, those without one first, else as they came.
 * A second sitting of a person at the very same time is told and left out;
 * returns how many.
 */
size_t sittings_sort(struct sittings *s);

/* The first and the last score of a person on one scale.  Texts are borrowed
 * from the sittings. */
struct pair {
	const char *respondent, *group, *time_pre, *time_post;
	double pre, post;
};

struct pairs {
	struct pair *list;
	size_t count, cap;
};

/* Of everyone with two scores at least.  After sittings_sort(). */
void pairs_init(struct pairs *p, const struct sittings *s, size_t scale);
void pairs_release(struct pairs *p);

#endif
