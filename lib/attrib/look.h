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

/* Replaces m->ranks by the phrases of a group in m->words, nearly in order, and
 * m->lones by the words that say something by themselves. */
void look(struct matches *m, const struct phrases *p, int group);

#endif
