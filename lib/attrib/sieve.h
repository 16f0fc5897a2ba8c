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
 * Lists the words from..to-1 that phrases of a group may be found at (places),
 * those that say something by themselves (lones), and those at which a pair of
 * the group may begin that some phrase has (pairs).  There must be room in each
 * list for all of them and SIEVE_PADDING.
 */
void sieve(
    struct sought *s, const struct trial *t, size_t from, size_t to, int group);

#endif
