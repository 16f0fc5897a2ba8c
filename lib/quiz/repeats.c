#include "quiz/repeats.h"

#include "base/hash.h"
#include "base/mem.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS = 128 * 1024 }; /* at most three quarters are taken */

/* The final NUL too, so that the texts cannot run into each other. */
static uint64_t
add(uint64_t hash, const char *text)
{
	return hash_add(hash, text, strlen(text) + 1);
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
static struct pile_entry *
find(struct pile_entry *table, uint64_t hash)
{
	size_t i = hash % SLOTS;

	while (table[i].hash != 0 && table[i].hash != hash)
		i = (i + 1) % SLOTS;
	return &table[i];
}

static void
put_one(struct repeats *r, struct pile_entry entry)
{
	FILE *file;

	if (r->error != 0)
		return;
	errno = 0;
	if (r->pile == NULL && (file = r->scratch()) != NULL)
		r->pile = pile_new(file);
	if (r->pile == NULL) {
		r->error = errno != 0 ? errno : EIO;
		return;
	}
	pile_add(r->pile, entry);
	r->error = pile_failed(r->pile);
}

/* Puts aside what the table holds, and empties it. */
static void
put_aside(struct repeats *r, struct pile_entry *table)
{
	for (size_t i = 0; i < SLOTS; i++)
		if (table[i].hash != 0)
			put_one(r, table[i]);
	memset(table, 0, SLOTS * sizeof(*table));
}

/* The recent ones become the older ones, which go. */
static void
age(struct repeats *r)
{
	struct pile_entry *oldest = r->older;

	put_aside(r, oldest);
	r->older = r->recent;
	r->recent = oldest;
	r->count = 0;
}

bool
repeats_seen(struct repeats *r, const char *a, const char *b, const char *c,
    uint64_t place, uint64_t *first)
{
	uint64_t hash = mix(add(add(add(HASH_INIT, a), b), c));
	struct pile_entry *slot;

	if (r->recent == NULL) {
		r->recent = mem_zalloc(SLOTS, sizeof(*r->recent));
		r->older = mem_zalloc(SLOTS, sizeof(*r->older));
	}
	slot = find(r->older, hash);
	if (slot->hash == 0)
		slot = find(r->recent, hash);
	if (slot->hash != 0) {
		*first = slot->place;
		return true;
	}
	*slot = (struct pile_entry){hash, place};
	if (++r->count == REPEATS_KEPT)
		age(r);
	return false;
}

uint64_t
repeats_far(struct repeats *r, struct pile_pair *far, size_t n)
{
	uint64_t count;

	if (r->pile == NULL)
		return 0;
	put_aside(r, r->older);
	put_aside(r, r->recent);
	count = pile_pairs(r->pile, r->recent, SLOTS / 2, far, n);
	if (r->error == 0)
		r->error = pile_failed(r->pile);
	return count;
}

void
repeats_release(struct repeats *r)
{
	free(r->recent);
	free(r->older);
	pile_free(r->pile);
	*r = (struct repeats){0};
}
