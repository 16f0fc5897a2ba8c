#include "attrib/names.h"

#include "base/hash.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

/* The low bits of the hash alone are weak. */
static uint64_t
hash_of(const char *text, size_t len)
{
	uint64_t h = hash_add(HASH_INIT, text, len);

	return h ^ h >> 29;
}

void
names_release(struct names *n)
{
	str_release(&n->texts);
	free(n->items);
	free(n->slots);
	*n = (struct names){0};
}

/* The slot that holds the text, or the empty one where it would stand. */
static size_t
slot_of(const struct names *n, const char *text, size_t len)
{
	uint64_t i;

	for (i = hash_of(text, len);; i++) {
		uint32_t slot = n->slots[i & (n->nslots - 1)];
		const struct names_item *item;

		if (slot == 0)
			return i & (n->nslots - 1);
		item = &n->items[slot - 1];
		if (item->len == len &&
		    memcmp(n->texts.text + item->first, text, len) == 0)
			return i & (n->nslots - 1);
	}
}

static void
widen(struct names *n)
{
	size_t i;

	free(n->slots);
	n->nslots = n->nslots == 0 ? 256 : n->nslots * 4;
	n->slots = mem_zalloc(n->nslots, sizeof(*n->slots));
	for (i = 0; i < n->count; i++)
		n->slots[slot_of(n, names_text(n, (uint32_t)i),
		    n->items[i].len)] = (uint32_t)i + 1;
}

uint32_t
names_find(const struct names *n, const char *text, size_t len)
{
	uint32_t slot;

	if (n->nslots == 0)
		return NAMES_NONE;
	slot = n->slots[slot_of(n, text, len)];
	return slot == 0 ? NAMES_NONE : slot - 1;
}

uint32_t
names_take(struct names *n, const char *text, size_t len)
{
	size_t slot;

	if (n->texts.text == NULL)
		str_init(&n->texts);
	if (n->count * 2 >= n->nslots)
		widen(n);
	slot = slot_of(n, text, len);
	if (n->slots[slot] != 0)
		return n->slots[slot] - 1;
	n->items = mem_grow(n->items, &n->cap, n->count + 1, sizeof(*n->items));
	n->items[n->count] =
	    (struct names_item){(uint32_t)n->texts.len, (uint32_t)len};
	str_add(&n->texts, text, len);
	str_addc(&n->texts, '\0');
	n->slots[slot] = (uint32_t)++n->count;
	return (uint32_t)n->count - 1;
}

const char *
names_text(const struct names *n, uint32_t number)
{
	return n->texts.text + n->items[number].first;
}
