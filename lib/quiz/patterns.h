/*
 * patterns - the answers of many people, equal ones pooled: what a calibration
 * costs grows with the number of patterns, not of people.
 */
#ifndef QUIZ_PATTERNS_H
#define QUIZ_PATTERNS_H

#include <stddef.h>
#include <stdint.h>

/* Plain storage; pool and release it. */
struct patterns {
	size_t nitems, count;
	int8_t *x; /* count rows of nitems: a category or GRM_MISSING */
	double *n; /* people of each */
	double people;
};

/* x: a row a person.  Who answered nothing is left out.  The patterns come in
 * ascending order, so that all digits computed from them are the same in
 * whichever order people stand. */
void patterns_pool(
    struct patterns *p, const int8_t *x, size_t people, size_t nitems);

/* counts[m + 1]: people who answered m to an item, counts[0] those who did not;
 * GRM_CATEGORIES_MAX + 1 of them. */
void patterns_count(const struct patterns *p, size_t item, double *counts);
void patterns_release(struct patterns *p);

#endif
