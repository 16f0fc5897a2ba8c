/*
 * vocab - from the bytes of a word to what the lexicon knows of it.
 *
 * A lexicon asks about a word in the form of symbols: "is it 'fail*'?", "is it
 * in <they>?".  Words that answer alike form one set, numbered from 1; set 0
 * holds the words of which nothing is known.  Matching works on the numbers of
 * sets alone.
 *
 * Words are compared folded (utf8_fold()).  One that is not known is looked up
 * again with stretched letters shortened ("sooo"), in two parts at its
 * apostrophe ("friend" and "'s", "would" and "n't"), and by its beginning
 * (stems).  A spelling makes one word be read as several others ("cannot" as
 * "can not").
 */
#ifndef ATTRIB_VOCAB_H
#define ATTRIB_VOCAB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	VOCAB_PARTS_MAX = 4, /* words that one word can be read as */
	VOCAB_WORD_MAX = 64, /* bytes of a word; longer ones are unknown */
	VOCAB_SETS_MAX = 65535,
};

struct vocab; /* opaque: it owns memory */

struct vocab *vocab_new(void);
void vocab_free(struct vocab *v); /* NULL is allowed */

/* The word (stem: every word that begins so) has this symbol.  (text, len) is
 * folded, at most VOCAB_WORD_MAX bytes. */
void vocab_add(
    struct vocab *v, const char *text, size_t len, bool stem, uint32_t symbol);

/* The word is read as n others, 1..VOCAB_PARTS_MAX, each a NUL-terminated
 * folded word.  False if it has a spelling already. */
bool vocab_spell(struct vocab *v, const char *text, size_t len,
    const char *const *parts, size_t n);

/* Whether the folded word has a spelling. */
bool vocab_spelt(const struct vocab *v, const char *text, size_t len);

/* Forms the sets.  Nothing is added afterwards.  False if there are more than
 * VOCAB_SETS_MAX. */
bool vocab_freeze(struct vocab *v);

size_t vocab_sets(const struct vocab *v);

/* The symbols of a set, rising. */
const uint32_t *vocab_symbols(
    const struct vocab *v, uint32_t set, size_t *count);

/* A set as vocab_has() looks at it. */
struct vocab_set {
	const uint32_t *symbols; /* rising */
	size_t count;
	uint64_t mask; /* a bit for each symbol modulo 64, to say no quickly */
};

/* All sets, by number; after vocab_freeze(). */
const struct vocab_set *vocab_all(const struct vocab *v);

/* Inline: matching asks this several times a word. */
static inline bool
vocab_has(const struct vocab_set *set, uint32_t symbol)
{
	size_t i;

	if ((set->mask >> (symbol & 63) & 1) == 0)
		return false;
	for (i = 0; i < set->count && set->symbols[i] < symbol; i++)
		;
	return i < set->count && set->symbols[i] == symbol;
}

/* The sets of a folded word, as it is read; returns how many, at least 1. */
size_t vocab_lookup(const struct vocab *v, const char *text, size_t len,
    uint16_t sets[VOCAB_PARTS_MAX]);

#endif
