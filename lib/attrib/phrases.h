/*
 * phrases - the patterns of a lexicon made ready for matching: numbers instead
 * of words, and for each word the phrases that begin to be looked for at it.
 *
 * Each phrase is tried at its rarest place alone, so that a rule costs next to
 * nothing until its rarest word turns up.
 */
#ifndef ATTRIB_PHRASES_H
#define ATTRIB_PHRASES_H

#include "attrib/lexicon.h"
#include "attrib/vocab.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct phrase {
	uint32_t rule;  /* number in lexicon_rules() */
	uint32_t first; /* place in phrases.places */
	uint8_t count;
	uint8_t anchor; /* the rarest place */
	bool at_start, at_end;
	uint8_t dimension; /* of the rule */
};

struct place {
	uint32_t symbol;
	uint32_t gap; /* words that may stand before it */
};

/*
 * What is looked for first, and what only where there is a cause: the phrases
 * of the scales, whose words are frequent.
 */
enum { PHRASES_FIRST, PHRASES_SCALES, PHRASES_GROUPS };

/* The phrases anchored at a word of set s are items[first[s]..first[s + 1] -
 * 1]. */
struct anchors {
	uint32_t *first;
	uint32_t *items;
};

/* Read-only once made. */
struct phrases {
	struct vocab *vocab;
	struct phrase *items;
	size_t count, cap;
	struct place *places;
	size_t nplaces, places_cap;
	uint32_t barrier; /* symbol of the words that no gap passes over */
	struct anchors groups[PHRASES_GROUPS];
};

/*
 * Compiles the rules of the lexicon that have a weight.  NULL, with *err and
 * *file set, where a class is missing or contains itself, a rule can never
 * match, or there is too much of something.
 */
struct phrases *phrases_new(
    const struct lexicon *lex, struct diag *err, const char **file);
void phrases_free(struct phrases *p); /* NULL is allowed */

#endif
