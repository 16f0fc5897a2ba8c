/*
 * judge - by what the changes on one scale are judged, and the rows that say
 * how.
 */
#ifndef ISOLATE_QUIZ_JUDGE_H
#define ISOLATE_QUIZ_JUDGE_H

#include "pairs.h"
#include "quiz.h"
#include "quiz/change.h"

/* The change on one scale, and by what it is judged. */
struct judge {
	const struct settings *set;
	const struct instrument *in;
	const struct scale *scale;
	double sd_pre;
	struct change_error error;
	struct cutoffs cutoffs;
};

/* The error of measurement and the cut-offs, from the people themselves and
 * the norm of the whole sample. */
void judge_init(struct judge *j, const struct settings *set,
    const struct instrument *in, const struct scale *scale,
    const struct pairs *p);

extern const char *const judge_person_columns[]; /* end with NULL */
extern const char *const judge_group_columns[];

/* A row a person; or a row a group, in the order of their names, for which the
 * pairs are sorted. */
void judge_write_people(
    const struct judge *j, const struct pairs *p, struct csvout *out);
void judge_write_groups(
    const struct judge *j, struct pairs *p, struct csvout *out);

#endif
