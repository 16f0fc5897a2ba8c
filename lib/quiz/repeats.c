#include "quiz/repeats.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

enum { SLOTS = 2 * REPEATS_KEPT };

/* FNV-1a (Fowler, Noll and Vo), the final NUL included, so that the texts
 * cannot run into each other. */
static uint64_t
add(uint64_t hash, const char *text)
{
	do {
		hash ^= (unsigned char)*text;
		hash *= 0x100000001b3;
	} while (*text++ != '\0');
	return hash;
}

/* The finalizer of SplitMix64: all bits depend on all others; never 0. */
static uint64_t
mix(uint64_t z)
{
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
	z ^= z >> 31;
	return z == 0 ? 1 : z;
}

/* The slot that holds the hash, or the empty one where it belongs. */
static uint64_t *
find(uint64_t *table, uint64_t hash)
{
	size_t i = hash % SLOTS;

	while (table[i] != 0 && table[i] != hash)
		i = (i + 1) % SLOTS;
	return &table[i];
}

bool
repeats_seen(struct repeats *r, const char *a, const char *b, const char *c)
{
	uint64_t hash = mix(add(add(add(0xcbf29ce484222325, a), b), c));
	uint64_t *slot;

	if (r->recent == NULL) {
		r->recent = mem_zalloc(SLOTS, sizeof(*r->recent));
		r->older = mem_zalloc(SLOTS, sizeof(*r->older));
	}
	if (r->count == REPEATS_KEPT) {
		uint64_t *oldest = r->older;

		r->older = r->recent;
		r->recent = oldest;
		memset(r->recent, 0, SLOTS * sizeof(*r->recent));
		r->count = 0;
	}
	slot = find(r->recent, hash);
	if (*slot == hash)
		return true;
	*slot = hash;
	r->count++;
	return *find(r->older, hash) == hash;
}

void
repeats_release(struct repeats *r)
{
	free(r->recent);
	free(r->older);
	*r = (struct repeats){0};
}
