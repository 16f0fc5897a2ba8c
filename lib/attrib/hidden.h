/*
 * hidden - rules that never count, because an earlier one has their words and
 * speaks for the same thing (attrib/match.h).
 */
#ifndef ATTRIB_HIDDEN_H
#define ATTRIB_HIDDEN_H

#include "attrib/lexicon.h"

#include <stdint.h>

/*
 * For each rule of the lexicon the number of the first that hides it, or its
 * own where none does; the caller frees the list.  Every way to leave words out
 * of a pattern is held against those of the rules before it that share its
 * rarest word.
 *
 * A rule that several hide together, each some of its words, is not found, nor
 * one whose words another has by a class of them.
 */
uint32_t *hidden_rules(const struct lexicon *lex);

#endif
