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

/* Words as they are read: "don't" is two of them on the same bytes.  Grows as
 * needed and is used again; zero it first, release it. */
struct words {
	size_t count;
	const uint16_t *sets; /* of each; behind the last stands set 0 */
	const uint8_t
	    *flags; /* of enum token_flag; the token's, on its first */
	const struct token *spans; /* bytes of the text */
	/* The tokens lend the latter two as long as each is one word. */
	uint16_t *token_sets;
	uint32_t *several; /* tokens of more words than one */
	size_t tokens_cap;
	uint16_t *own_sets;
	uint8_t *own_flags;
	struct token *own_spans;
	size_t own_cap;
};

void words_release(struct words *w);

struct memo; /* opaque: it owns memory */

struct memo *memo_new(const struct vocab *v); /* v is borrowed */
void memo_free(struct memo *m);               /* NULL is allowed */

/* Replaces what words holds by the tokens of (text, len), which they may share
 * from then on. */
void memo_read(struct memo *m, const char *text, size_t len,
    const struct tokens *tokens, struct words *words);

#endif
