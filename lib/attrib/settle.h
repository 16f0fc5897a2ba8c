/*
 * settle - which of the matches that share words count.
 */
#ifndef ATTRIB_SETTLE_H
#define ATTRIB_SETTLE_H

#include "attrib/match.h"

#include <stddef.h>

/*
 * Keeps of matches that overlap and speak for the same thing the longest, of
 * equally long ones that whose rule names more words, then the first.  They
 * come in the order of their first words; those kept are put to the front, by
 * place, and counted.  Only matches that hang together word by word are held
 * against each other, so that the length of a text costs no more than itself.
 */
size_t settle(struct match *items, size_t count);

#endif
