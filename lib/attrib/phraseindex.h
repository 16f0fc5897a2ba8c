/*
 * phraseindex - where to look for phrases: which are tried at a word, and which
 * at two words that stand together.
 */
#ifndef ATTRIB_PHRASEINDEX_H
#define ATTRIB_PHRASEINDEX_H

#include "attrib/phrases.h"

/* The symbol of the rarest place. */
static inline uint32_t
phrase_anchor(const struct phrase *phrase, const struct place *places)
{
	return places[phrase->first + phrase->anchor].symbol;
}

/* Chooses the pair of each phrase and makes the lists and the table of pairs.
 * All else of p is there.  frac is the share of running text of each symbol. */
void phraseindex_make(struct phrases *p, const struct lexicon_rule *rules,
    const double *frac, size_t nsymbols);

#endif
