#include "quiz/patterns.h"

#include "base/mem.h"
#include "quiz/grm.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Sorts people by one item, leaving those alike as they stand. */
static void
sort_by(const int8_t *x, size_t nitems, size_t item, const size_t *from,
    size_t *to, size_t people)
{
	size_t start[GRM_CATEGORIES_MAX + 2] = {0};

	for (size_t i = 0; i < people; i++)
		start[x[from[i] * nitems + item] + 2]++;
	for (size_t m = 1; m < GRM_CATEGORIES_MAX + 2; m++)
		start[m] += start[m - 1];
	for (size_t i = 0; i < people; i++)
		to[start[x[from[i] * nitems + item] + 1]++] = from[i];
}

static size_t *
sorted(const int8_t *x, size_t people, size_t nitems)
{
	size_t *from = mem_alloc(people, sizeof(*from));
	size_t *to = mem_alloc(people, sizeof(*to)), *swap;

	for (size_t i = 0; i < people; i++)
		from[i] = i;
	for (size_t item = nitems; item-- > 0;) {
		sort_by(x, nitems, item, from, to, people);
		swap = from;
		from = to;
		to = swap;
	}
	free(to);
	return from;
}

static bool
answered(const int8_t *row, size_t nitems)
{
	for (size_t i = 0; i < nitems; i++)
		if (row[i] != GRM_MISSING)
			return true;
	return false;
}

void
patterns_pool(struct patterns *p, const int8_t *x, size_t people, size_t nitems)
{
	size_t *order = sorted(x, people, nitems);

	*p = (struct patterns){.nitems = nitems};
	p->x = mem_alloc(people * nitems, sizeof(*p->x));
	p->n = mem_alloc(people, sizeof(*p->n));
	for (size_t i = 0; i < people; i++) {
		const int8_t *row = x + order[i] * nitems;
		int8_t *last = p->x + p->count * nitems;

		if (!answered(row, nitems))
			continue;
		if (p->count == 0 || memcmp(last - nitems, row, nitems) != 0) {
			memcpy(last, row, nitems);
			p->n[p->count++] = 0;
		}
		p->n[p->count - 1]++;
		p->people++;
	}
	free(order);
}

void
patterns_count(const struct patterns *p, size_t item, double *counts)
{
	memset(counts, 0, (GRM_CATEGORIES_MAX + 1) * sizeof(*counts));
	for (size_t i = 0; i < p->count; i++)
		counts[p->x[i * p->nitems + item] + 1] += p->n[i];
}

void
patterns_release(struct patterns *p)
{
	free(p->n);
	free(p->x);
	*p = (struct patterns){0};
}
