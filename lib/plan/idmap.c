#include "plan/idmap.h"

#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct idmap_slot {
	const char *id; /* NULL: free */
	uint32_t hash;  /* so that few other ids are looked at */
	int32_t value;
};

/* FNV-1a (Fowler, Noll and Vo), 32 bits. */
static uint32_t
hash_of(const char *id)
{
	uint32_t h = 0x811c9dc5;

	for (; *id != '\0'; id++)
		h = (h ^ (unsigned char)*id) * 0x01000193;
	return h;
}

static struct idmap_slot *
find(const struct idmap *m, const char *id, uint32_t hash)
{
	size_t i = hash & (m->cap - 1);

	while (m->slots[i].id != NULL &&
	    (m->slots[i].hash != hash || strcmp(m->slots[i].id, id) != 0))
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
	s = find(m, id, hash_of(id));
	return s->id == NULL ? IDMAP_NONE : s->value;
}

void
idmap_put(struct idmap *m, const char *id, long value)
{
	uint32_t hash = hash_of(id);
	struct idmap old = *m;

	if (4 * (m->count + 1) > 3 * m->cap) {
		m->cap = old.cap == 0 ? 64 : 2 * old.cap;
		m->slots = mem_zalloc(m->cap, sizeof *m->slots);
		for (size_t i = 0; i < old.cap; i++)
			if (old.slots[i].id != NULL)
				*find(m, old.slots[i].id, old.slots[i].hash) =
				    old.slots[i];
		free(old.slots);
	}
	*find(m, id, hash) = (struct idmap_slot){id, hash, (int32_t)value};
	m->count++;
}
