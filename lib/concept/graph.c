#include "concept/graph.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

static int
compare(const void *a, const void *b, void *concepts)
{
	const struct concept *all = concepts;
	size_t x = *(const size_t *)a, y = *(const size_t *)b;
	int order = strcmp(all[x].id, all[y].id);

	return order != 0 ? order : (x > y) - (x < y);
}

void
graph_init(struct graph *g, const struct concept *concepts, size_t count)
{
	*g = (struct graph){
	    concepts, count, mem_alloc(count, sizeof g->by_id[0])};
	for (size_t i = 0; i < count; i++)
		g->by_id[i] = i;
	if (count > 0)
		qsort_r(g->by_id, count, sizeof g->by_id[0], compare,
		    (struct concept *)concepts);
}

void
graph_release(struct graph *g)
{
	free(g->by_id);
	*g = (struct graph){0};
}

size_t
graph_find(const struct graph *g, const char *id)
{
	size_t low = 0, high = g->count, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (strcmp(g->concepts[g->by_id[middle]].id, id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == g->count || strcmp(g->concepts[g->by_id[low]].id, id) != 0)
		return GRAPH_NONE;
	return g->by_id[low];
}

size_t
graph_below(const struct graph *g, size_t above, size_t last)
{
	const char *id = g->concepts[above].id;

	for (size_t i = last == GRAPH_NONE ? 0 : last + 1; i < g->count; i++)
		if (g->concepts[i].broader != NULL &&
		    strcmp(g->concepts[i].broader, id) == 0)
			return i;
	return GRAPH_NONE;
}

static bool
lists(const struct concept_items *of, const char *id)
{
	for (size_t i = 0; i < of->count; i++)
		if (strcmp(of->items[i].text, id) == 0)
			return true;
	return false;
}

static bool
names(const struct concept *c, const char *id)
{
	return (c->broader != NULL && strcmp(c->broader, id) == 0) ||
	    lists(&c->lists[CONCEPT_RELATED], id) ||
	    lists(&c->lists[CONCEPT_STRATEGIES], id);
}

/* Writes the chain that before (the step before each concept) holds. */
static size_t
trace(const size_t *before, size_t to, size_t *chain)
{
	size_t n = 1, at = to;

	for (; before[at] != at; at = before[at])
		n++;
	for (size_t i = n; i > 0; to = before[to])
		chain[--i] = to;
	return n;
}

size_t
graph_path(const struct graph *g, size_t from, size_t to, size_t *chain)
{
	size_t *before = mem_alloc(g->count, sizeof before[0]);
	size_t *queue = mem_alloc(g->count, sizeof queue[0]);
	size_t head = 0, tail = 0, n = 0;

	for (size_t i = 0; i < g->count; i++)
		before[i] = GRAPH_NONE;
	before[from] = from;
	queue[tail++] = from;
	for (; head < tail && before[to] == GRAPH_NONE; head++) {
		const struct concept *c = &g->concepts[queue[head]];

		for (size_t i = 0; i < g->count; i++) {
			if (before[i] != GRAPH_NONE ||
			    (!names(c, g->concepts[i].id) &&
				!names(&g->concepts[i], c->id)))
				continue;
			before[i] = queue[head];
			queue[tail++] = i;
		}
	}
	if (before[to] != GRAPH_NONE)
		n = trace(before, to, chain);
	free(queue);
	free(before);
	return n;
}
