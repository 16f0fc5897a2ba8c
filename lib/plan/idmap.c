#include "plan/idmap.h"

#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct idmap_slot {
	const char *id; /* NULL: free */
	long value;
};

/* FNV-1a (Fowler, Noll and Vo), 64 bits. */
static uint64_t
hash(const char *id)
{
	uint64_t h = 0xcbf29ce484222325;

	for (; *id != '\0'; id++)
		h = (h ^ (unsigned char)*id) * 0x100000001b3;
	return h;
}

static struct idmap_slot *
find(const struct idmap *m, const char *id)
{
	size_t i = (size_t)hash(id) & (m->cap - 1);

	while (m->slots[i].id != NULL && strcmp(m->slots[i].id, id) != 0)
		i = (i + 1) & (m->cap - 1);
	return &m->slots[i];
}

void
idmap_release(struct idmap *m)
{
	free(m->slots);
	memset(m, 0, sizeof *m);
}

long
idmap_get(const struct idmap *m, const char *id)
{
	const struct idmap_slot *s;

	if (m->cap == 0)
		return IDMAP_NONE;
	s = find(m, id);
	return s->id == NULL ? IDMAP_NONE : s->value;
}

void
idmap_put(struct idmap *m, const char *id, long value)
{
	struct idmap old = *m;

	if (2 * (m->count + 1) > m->cap) {
		m->cap = old.cap == 0 ? 64 : 2 * old.cap;
		m->slots = mem_zalloc(m->cap, sizeof *m->slots);
		for (size_t i = 0; i < old.cap; i++)
			if (old.slots[i].id != NULL)
				*find(m, old.slots[i].id) = old.slots[i];
		free(old.slots);
	}
	*find(m, id) = (struct idmap_slot){id, value};
	m->count++;
}
