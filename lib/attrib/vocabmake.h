/*
 * vocabmake - the vocabulary of a lexicon while it is gathered.
 */
#ifndef ATTRIB_VOCABMAKE_H
#define ATTRIB_VOCABMAKE_H

#include "attrib/vocab.h"

struct vocabmake; /* opaque: it owns memory */

struct vocabmake *vocabmake_new(void);
void vocabmake_free(struct vocabmake *v); /* NULL is allowed */

/* The word (stem: every word that begins so) has this symbol.  (text, len) is
 * folded, at most VOCAB_WORD_MAX bytes. */
void vocabmake_add(struct vocabmake *v, const char *text, size_t len, bool stem,
    uint32_t symbol);

/* The word is read as n others, 1..VOCAB_PARTS_MAX, each a NUL-terminated
 * folded word.  False if it has a spelling already. */
bool vocabmake_spell(struct vocabmake *v, const char *text, size_t len,
    const char *const *parts, size_t n);

/* Whether the folded word has a spelling. */
bool vocabmake_spelt(const struct vocabmake *v, const char *text, size_t len);

/* Forms the sets and moves the vocabulary into *out, to be given back to
 * vocab_release(); v is then only good for vocabmake_free().  False if there
 * are more sets than VOCAB_SETS_MAX. */
bool vocabmake_finish(struct vocabmake *v, struct vocab *out);
void vocab_release(struct vocab *v);

#endif
