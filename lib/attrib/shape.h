/*
 * shape - a word as part of the frame of a statement: who did what to whom,
 * whatever it was.  "My friend hit me" and "my sister scolded me" are one
 * frame.
 */
#ifndef ATTRIB_SHAPE_H
#define ATTRIB_SHAPE_H

#include <stddef.h>

/*
 * The shape of a folded word (utf8_fold()): words of the closed classes
 * (pronouns, auxiliaries, prepositions, conjunctions, ...) and contractions are
 * their own; of all others it is what kind of word it seems to be: "PEOPLE",
 * "NUMBER", the ending "ED", "ING", "LY" or "S", else "WORD", with "'S" behind
 * it where the word ends so.  Not a part of speech: only what can be seen.
 * Returns word or a text that stays, and its length in *shape_len.
 */
const char *shape_of(const char *word, size_t len, size_t *shape_len);

#endif
