/*
 * repeats - whether a sitting stood in the stream before, in bounded memory.
 */
#ifndef QUIZ_REPEATS_H
#define QUIZ_REPEATS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The last REPEATS_KEPT sittings are remembered, and at most twice as many. */
enum { REPEATS_KEPT = 128 * 1024 };

/* Plain storage; zero it first and release it.  Sittings are told apart by 64
 * bits of hash: among a million, two different ones are taken for the same once
 * in some ten million files. */
struct repeats {
	uint64_t *recent, *older; /* open addressing; 0: empty */
	size_t count;             /* of recent */
};

/* Whether these three texts came together before; remembers them. */
bool repeats_seen(
    struct repeats *r, const char *a, const char *b, const char *c);
void repeats_release(struct repeats *r);

#endif
