/*
 * look - where the phrases of a lexicon stand among words, as ranks.
 *
 * Most words and pairs of words begin no phrase: these are passed over without
 * a branch.  At the others some phrases are there for sure, and some are tried,
 * but for those of which a probe (attrib/probe.h) says that they cannot be.
 */
#ifndef ATTRIB_LOOK_H
#define ATTRIB_LOOK_H

#include "attrib/match.h"

/* Replaces what s holds by the phrases of a group in n spans, as ranks nearly
 * in order, by the words that say something by themselves, and, unless all are
 * listed, by the pairs that do. */
void look(struct sought *s, const struct phrases *p, const struct words *words,
    const struct word_span *spans, size_t n, int group, bool listed);

void sought_release(struct sought *s);

#endif
