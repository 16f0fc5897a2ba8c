/*
 * breaks - where clauses and sentences begin among words, as bits: so the next
 * is found at once, however far it is.  Serves reach.c alone.
 */
#ifndef ATTRIB_BREAKS_H
#define ATTRIB_BREAKS_H

#include "attrib/token.h"

#include <stddef.h>
#include <stdint.h>

/* A bit for each word that begins a clause, or a sentence.  Grows as needed and
 * is used again; zero it first, release it. */
struct breaks {
	uint64_t *clauses, *sentences;
	size_t cap;
};

/* flags are those of tokens, with zeros behind them (struct tokens). */
void breaks_read(struct breaks *b, const uint8_t *flags, size_t count);
void breaks_release(struct breaks *b);

/* The last word of from..at that begins such a stretch, else from; flag is
 * TOKEN_CLAUSE or TOKEN_SENTENCE. */
size_t breaks_before(
    const struct breaks *b, enum token_flag flag, size_t from, size_t at);

/* The first word of at..to-1 that does, else to. */
size_t breaks_behind(
    const struct breaks *b, enum token_flag flag, size_t at, size_t to);

#endif
