/*
 * graded - four items and the people of tests/data/itemfit.R, by its rule.
 */
#ifndef TEST_GRADED_H
#define TEST_GRADED_H

#include "quiz/grm.h"
#include "quiz/patterns.h"

#include "test.h"

enum { GRADED_ITEMS = 4, GRADED_PATTERNS = 3 * 4 * 2 * 4 };

static const struct grm_item graded[GRADED_ITEMS] = {
    {3, 1.2, {-1, 0.5}},
    {4, 2.5, {-0.4, 0.1, 1.3}},
    {2, 0.7, {0.8}},
    {4, 1.6, {-1.5, 0, 1}},
};

static const int8_t graded_gaps[3][GRADED_ITEMS] = {
    {1, GRM_MISSING, 0, 2},
    {GRM_MISSING, 3, GRM_MISSING, 3},
    {0, 0, 1, GRM_MISSING},
};

/* A tenth: of each pattern's people, rounded up. */
static inline void
graded_people(struct patterns *p, bool tenth, bool gaps)
{
	int8_t(*x)[GRADED_ITEMS] = malloc(1000 * sizeof(*x));
	size_t people = 0;

	for (int k = 0; k < GRADED_PATTERNS; k++) {
		int8_t row[GRADED_ITEMS] = {(int8_t)(k / 32),
		    (int8_t)(k / 8 % 4), (int8_t)(k / 4 % 2), (int8_t)(k % 4)};
		int n = k * 53 % 7 < 4 ? k * 37 % 11 : 0;

		n += abs(row[0] - row[3]) < 2 ? 6 : 0;
		for (int i = 0; i < (tenth ? (n + 9) / 10 : n); i++)
			memcpy(x[people++], row, sizeof(row));
	}
	for (size_t i = 0; gaps && i < LENGTH(graded_gaps); i++)
		memcpy(x[people++], graded_gaps[i], sizeof(*x));
	patterns_pool(p, x[0], people, GRADED_ITEMS);
	free(x);
}

#endif
