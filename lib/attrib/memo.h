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
	uint16_t *sets;      /* of each; behind the last stands set 0 */
	uint8_t *flags;      /* of enum token_flag; the token's, on its first */
	struct token *spans; /* bytes of the text */
	size_t count, cap;   /* cap counts words */
};

void words_release(struct words *w);

struct memo; /* opaque: it owns memory */

struct memo *memo_new(const struct vocab *v); /* v is borrowed */
void memo_free(struct memo *m);               /* NULL is allowed */

/* Replaces what words holds by the tokens of (text, len). */
void memo_read(struct memo *m, const char *text, size_t len,
    const struct tokens *tokens, struct words *words);

#endif
