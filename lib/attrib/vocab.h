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

#include "attrib/names.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	VOCAB_PARTS_MAX = 4, /* words that one word can be read as */
	VOCAB_WORD_MAX = 64, /* bytes of a word; longer ones are unknown */
	VOCAB_SETS_MAX = 65535,
	VOCAB_BEGINNINGS = 1024,
};

/* The symbols of a set: symbols[first..first + count - 1], rising. */
struct vocab_set {
	uint64_t mask; /* a bit for each symbol modulo 64, to say no quickly */
	uint32_t first, count;
};

/* How a word is read: as one of its set, or as nparts others. */
struct vocab_entry {
	uint16_t set;
	uint16_t nparts;                 /* 0: as itself */
	uint16_t parts[VOCAB_PARTS_MAX]; /* sets */
};

/* names.items[i] is the text of entries[i]. */
struct vocab_index {
	struct names names;
	struct vocab_entry *entries;
};

/* Plain tables, read-only once made (attrib/vocabmake.h). */
struct vocab {
	struct vocab_index words, stems;
	const struct vocab_set *sets;
	size_t nsets;
	const uint32_t *symbols;
	size_t nsymbols;
	/* A bit for each length that stems of a beginning have, the highest
	 * for all from there on: at vocab_beginning(). */
	const uint32_t *stem_lengths;
};

/* A number for the first two bytes of a word. */
static inline uint32_t
vocab_beginning(const char *text)
{
	return ((uint32_t)(unsigned char)text[0] * 31 +
		   (unsigned char)text[1]) %
	    VOCAB_BEGINNINGS;
}

/* Whether the set, which may by its mask, has the symbol. */
bool vocab_lists(const struct vocab *v, uint32_t set, uint32_t symbol);

/* Inline: matching asks this several times a word, and mostly hears no. */
static inline bool
vocab_has(const struct vocab *v, uint32_t set, uint32_t symbol)
{
	return (v->sets[set].mask >> (symbol & 63) & 1) != 0 &&
	    vocab_lists(v, set, symbol);
}

/* The sets of a folded word, as it is read; returns how many, at least 1. */
size_t vocab_lookup(const struct vocab *v, const char *text, size_t len,
    uint16_t sets[VOCAB_PARTS_MAX]);

#endif
