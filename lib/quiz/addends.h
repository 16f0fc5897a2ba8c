/*
 * addends - the arrays of sums of a cohort, and what is read to be added to
 * them: all of it or, where the reading fails, nothing.
 */
#ifndef QUIZ_ADDENDS_H
#define QUIZ_ADDENDS_H

#include "quiz/cohort.h"

#include <stddef.h>

struct addend {
	char *name; /* as cohort_sums() names it */
	size_t len; /* of name */
	wide *sums; /* n of them, of the cohort */
	wide *read; /* as many, owned; 0 until read */
	size_t n;
};

struct addends {
	struct addend *list;
	size_t count, last; /* last: what addends_find() found before */
};

/* g is borrowed and must not change but by addends_add().  Release it. */
void addends_init(struct addends *a, struct cohort *g);
void addends_release(struct addends *a);

/* The array of that name, or NULL.  Sums of one array stand together in a
 * partial, so that the one that was found before is looked at first. */
struct addend *addends_find(struct addends *a, const char *name, size_t len);

/* Carries on a hash over what was read. */
uint64_t addends_hash(const struct addends *a, uint64_t hash);

/* Adds to the sums of the cohort what was read. */
void addends_add(struct addends *a);

#endif
