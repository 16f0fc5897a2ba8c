/*
 * arena - many small texts that live and die together.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

/* Plain storage, zero it first; release it. */
struct arena {
	struct arena_block *blocks; /* the one being filled first */
	char *at;                   /* its free bytes */
	size_t left;
};

/* A copy of the text, valid until arena_release(); "" for the empty one, which
 * takes no room. */
const char *arena_keep(struct arena *a, const char *text);
void arena_release(struct arena *a);

#endif
