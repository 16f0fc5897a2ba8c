/*
 * memo - a memory of the words seen, so that a frequent word is looked up in
 * the vocabulary once.  Of bounded size; one for each thread that reads.
 */
#ifndef ATTRIB_MEMO_H
#define ATTRIB_MEMO_H

#include "attrib/token.h"
#include "attrib/vocab.h"

#include <stddef.h>
#include <stdint.h>

struct memo; /* opaque: it owns memory */

struct memo *memo_new(const struct vocab *v); /* v is borrowed */
void memo_free(struct memo *m);               /* NULL is allowed */

/* vocab_lookup() of a token of (text, len), which need not be folded. */
size_t memo_read(struct memo *m, const char *text, size_t len,
    const struct token *token, uint16_t sets[VOCAB_PARTS_MAX]);

#endif
