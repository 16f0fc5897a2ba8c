/*
 * idmap - finds the number that belongs to an id, in constant time.
 */
#ifndef PLAN_IDMAP_H
#define PLAN_IDMAP_H

#include <stddef.h>

/* Plain storage, zero it first; release it.  Ids are borrowed. */
struct idmap {
	struct idmap_slot *slots;
	size_t count, cap; /* cap is a power of two, or 0 */
};

enum { IDMAP_NONE = -1 };

void idmap_release(struct idmap *m);

/* The number of the id, or IDMAP_NONE. */
long idmap_get(const struct idmap *m, const char *id);

/* Adds an id that is not there yet; 0 <= value <= INT32_MAX. */
void idmap_put(struct idmap *m, const char *id, long value);

#endif
