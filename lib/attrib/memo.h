/*
 * memo - the words of a text as the vocabulary reads them, with a memory of
 * the words seen, so that a frequent word is looked up once.  Of bounded size;
 * one for each thread that reads.
 */
#ifndef ATTRIB_MEMO_H
#define ATTRIB_MEMO_H

#include "attrib/token.h"
#include "attrib/vocab.h"

#include <stddef.h>
#include <stdint.h>

/* A word as it is read: "don't" is two of them on the same bytes. */
struct word {
	uint32_t set;
	uint32_t flags; /* of enum token_flag; the token's, on its first word */
	uint32_t start, end; /* bytes of the text */
};

struct memo; /* opaque: it owns memory */

struct memo *memo_new(const struct vocab *v); /* v is borrowed */
void memo_free(struct memo *m);               /* NULL is allowed */

/* Reads the tokens of (text, len) into words, which has room for
 * VOCAB_PARTS_MAX of each; returns how many words they are. */
size_t memo_read(struct memo *m, const char *text, size_t len,
    const struct tokens *tokens, struct word *words);

#endif
