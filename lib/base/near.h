/*
 * near - how far two words are apart, for "did you mean".
 */
#ifndef BASE_NEAR_H
#define BASE_NEAR_H

#include <stddef.h>

/*
 * Damerau-Levenshtein distance in its optimal string alignment form: bytes
 * inserted, dropped, replaced, or two neighbours swapped, each 1 (Damerau
 * 1964).  Counting stops at limit: a result of limit + 1 means "more".
 */
size_t near_distance(
    const char *a, size_t alen, const char *b, size_t blen, size_t limit);

/*
 * The candidate nearest to word, if it is near enough to be worth naming
 * (distance at most a third of the longer word's length, at least 1); else the
 * first that begins with word, of three bytes or more; else NULL.  Ties go to
 * the earlier one.
 */
const char *near_best(
    const char *word, const char *const *candidates, size_t n);

#endif
