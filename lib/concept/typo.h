/*
 * typo - the keys or terms of a glossary that are spelled nearly like a word.
 */
#ifndef CONCEPT_TYPO_H
#define CONCEPT_TYPO_H

#include "concept/glossary.h"

#include <stddef.h>

enum { TYPO_WORD_MAX = 200, TYPO_LIMIT_MAX = 7 };

/* A sorted list of texts in a glossary: its keys or its terms. */
struct typo_list {
	size_t (*count)(const struct glossary *g);
	const char *(*text)(const struct glossary *g, size_t i);
	size_t (*lower)(const struct glossary *g, const char *text, size_t len);
};
extern const struct typo_list typo_keys, typo_terms;

/* Called for each text that is near enough, in their order. */
typedef void typo_found(void *ctx, size_t i, size_t distance);

/*
 * Walks over the texts of the list that are within limit of (word, len): bytes
 * inserted, dropped, replaced, or two neighbours swapped, each 1 (Damerau 1964,
 * in the form in which no part is edited twice).  Texts that begin alike share
 * the work, and those whose beginning is already too far are passed over by
 * binary search.  Nothing is near a word of over TYPO_WORD_MAX bytes.
 */
void typo_walk(const struct glossary *g, const struct typo_list *list,
    const char *word, size_t len, size_t limit, typo_found *found, void *ctx);

/* How far a word of that length may be off: 1 from 4 letters, 2 from 6, 3 from
 * 11. */
size_t typo_limit(size_t len);

#endif
