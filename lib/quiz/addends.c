#include "quiz/addends.h"

#include "base/hash.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

void
addends_init(struct addends *a, struct cohort *g)
{
	struct str name = STR_INIT;
	wide *sums;
	size_t n;

	*a = (struct addends){0};
	while ((sums = cohort_sums(g, a->count, &name, &n)) != NULL) {
		a->list = mem_realloc(a->list, a->count + 1, sizeof(*a->list));
		a->list[a->count++] = (struct addend){mem_strdup(name.text),
		    name.len, sums, mem_zalloc(n, sizeof(*sums)), n};
	}
	str_release(&name);
}

void
addends_release(struct addends *a)
{
	for (size_t i = 0; i < a->count; i++) {
		free(a->list[i].name);
		free(a->list[i].read);
	}
	free(a->list);
}

struct addend *
addends_find(struct addends *a, const char *name, size_t len)
{
	for (size_t tried = 0; tried < a->count; tried++) {
		struct addend *at = &a->list[a->last];

		if (at->len == len && memcmp(at->name, name, len) == 0)
			return at;
		a->last = (a->last + 1) % a->count;
	}
	return NULL;
}

/* (A step for each sum, not for each byte: there are very many.) */
uint64_t
addends_hash(const struct addends *a, uint64_t hash)
{
	for (size_t i = 0; i < a->count; i++)
		for (size_t j = 0; j < a->list[i].n; j++)
			hash =
			    (hash ^ (uint64_t)a->list[i].read[j]) * HASH_PRIME;
	return hash;
}

void
addends_add(struct addends *a)
{
	for (size_t i = 0; i < a->count; i++)
		for (size_t j = 0; j < a->list[i].n; j++)
			a->list[i].sums[j] += a->list[i].read[j];
}
