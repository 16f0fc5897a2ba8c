#include "quiz/pile.h"

#include "base/mem.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum {
	CHAINS = 256, /* by the leading byte of the hash */
	ENTRIES = 255,
};

/* 4 KiB: what the file consists of. */
struct block {
	uint64_t before; /* number of the one before in the chain; 0: none */
	uint64_t count;
	struct pile_entry entries[ENTRIES];
};

struct pile {
	FILE *file;
	struct block last[CHAINS]; /* not yet written */
	uint64_t total[CHAINS];    /* entries of the chain */
	uint64_t nblocks;          /* written; they count from 1 */
	int error;
};

struct pile *
pile_new(FILE *file)
{
	struct pile *p = mem_zalloc(1, sizeof(*p));

	p->file = file;
	return p;
}

void
pile_free(struct pile *p)
{
	if (p == NULL)
		return;
	fclose(p->file); /* (What it held is of no use any more.) */
	free(p);
}

int
pile_failed(const struct pile *p)
{
	return p->error;
}

static void
fail(struct pile *p)
{
	if (p->error == 0)
		p->error = errno != 0 ? errno : EIO;
}

void
pile_add(struct pile *p, struct pile_entry entry)
{
	size_t chain = entry.hash >> 56;
	struct block *b = &p->last[chain];

	if (p->error != 0)
		return;
	b->entries[b->count++] = entry;
	p->total[chain]++;
	if (b->count < ENTRIES)
		return;
	errno = 0;
	if (fwrite(b, sizeof(*b), 1, p->file) != 1)
		fail(p);
	b->before = ++p->nblocks;
	b->count = 0;
}

static bool
read_block(struct pile *p, uint64_t number, struct block *b)
{
	errno = 0;
	if (fseeko(p->file, (off_t)((number - 1) * sizeof(*b)), SEEK_SET) ==
		0 &&
	    fread(b, sizeof(*b), 1, p->file) == 1)
		return true;
	fail(p);
	return false;
}

/* The first pairs by place, of all that are found. */
struct found {
	struct pile_pair *pairs;
	size_t n, room;
	uint64_t count;
};

static void
found_add(struct found *f, struct pile_pair pair)
{
	size_t at = f->n;

	f->count++;
	while (at > 0 && f->pairs[at - 1].place > pair.place)
		at--;
	if (at == f->room)
		return;
	if (f->n < f->room)
		f->n++;
	memmove(f->pairs + at + 1, f->pairs + at,
	    (f->n - 1 - at) * sizeof(*f->pairs));
	f->pairs[at] = pair;
}

/* A table that holds the earliest place of each hash. */
struct seen {
	struct pile_entry *table; /* open addressing; hash 0: empty */
	size_t slots;
};

static void
see(struct seen *s, const struct pile_entry *e, struct found *f)
{
	size_t i = e->hash % s->slots;
	uint64_t other;

	while (s->table[i].hash != 0 && s->table[i].hash != e->hash)
		i = (i + 1) % s->slots;
	if (s->table[i].hash == 0) {
		s->table[i] = *e;
		return;
	}
	other = s->table[i].place;
	if (other < e->place) {
		found_add(f, (struct pile_pair){e->place, other});
	} else {
		found_add(f, (struct pile_pair){other, e->place});
		s->table[i].place = e->place;
	}
}

/* One share of the entries of a block, by the bits behind the leading byte. */
static void
see_share(struct seen *s, const struct block *b, uint64_t share,
    uint64_t shares, struct found *f)
{
	for (size_t i = 0; i < b->count; i++) {
		uint64_t bits = b->entries[i].hash >> 24 & 0xffffffff;

		if (bits * shares >> 32 == share)
			see(s, &b->entries[i], f);
	}
}

static void
search_chain(
    struct pile *p, size_t chain, struct seen *s, size_t room, struct found *f)
{
	/* (Twice as many shares as would do: they are not quite equal.) */
	uint64_t shares = 2 * p->total[chain] / room + 1;
	uint64_t wanted = 4 * p->total[chain] + 1;
	struct block *b = mem_alloc(1, sizeof(*b));

	s->slots = wanted < 2 * room ? (size_t)wanted : 2 * room;
	for (uint64_t share = 0; share < shares; share++) {
		memset(s->table, 0, s->slots * sizeof(*s->table));
		*b = p->last[chain];
		see_share(s, b, share, shares, f);
		while (b->before != 0 && read_block(p, b->before, b))
			see_share(s, b, share, shares, f);
	}
	free(b);
}

uint64_t
pile_pairs(struct pile *p, struct pile_entry *table, size_t room,
    struct pile_pair *pairs, size_t n)
{
	struct seen seen = {table, 0};
	struct found found = {pairs, 0, n, 0};

	errno = 0;
	if (p->error == 0 && fflush(p->file) != 0)
		fail(p);
	for (size_t i = 0; p->error == 0 && i < CHAINS; i++)
		search_chain(p, i, &seen, room, &found);
	return found.count;
}
