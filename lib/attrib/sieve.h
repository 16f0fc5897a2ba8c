/*
 * sieve - the words of a text, and the pairs of words, at which phrases may
 * begin: passes over all of them that leave out most.  Serves look.c alone.
 */
#ifndef ATTRIB_SIEVE_H
#define ATTRIB_SIEVE_H

#include "attrib/match.h"
#include "attrib/trial.h"

#include <stddef.h>

enum { SIEVE_PADDING = 16 }; /* numbers written behind the last of a list */

/*
 * Lists the words of the spans that phrases of a group may be found at
 * (places), those that say something by themselves (lones), and those at which
 * a pair of the group may begin that some phrase has (pairs).  There must be
 * room in each list for all words and SIEVE_PADDING.
 */
void sieve(struct sought *s, const struct trial *t,
    const struct word_span *spans, size_t n, int group);

#endif
