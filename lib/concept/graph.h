/*
 * graph - how concepts hang together: what is broader, what is related, and
 * whether all that an entry names is there.
 */
#ifndef CONCEPT_GRAPH_H
#define CONCEPT_GRAPH_H

#include "base/diag.h"
#include "concept/concept.h"

#include <stdbool.h>
#include <stddef.h>

#define GRAPH_NONE ((size_t)-1)

/* Plain storage; init and release it.  A concept is named by its place in the
 * array. */
struct graph {
	const struct concept *concepts; /* borrowed */
	size_t count;
	size_t *by_id; /* places, sorted by id */
};

void graph_init(struct graph *g, const struct concept *concepts, size_t count);
void graph_release(struct graph *g);

/* The concept of that id, or GRAPH_NONE. */
size_t graph_find(const struct graph *g, const char *id);

/*
 * What a check asks and tells.  has says whether something outside the
 * glossary is there: a measure, a family, a reference (by list).  tell gets
 * each fault, with its line in the file of that concept.  Of several concepts
 * that are at fault together one is told of, one that blamed is true of if
 * there is any (NULL: of none).
 */
struct graph_world {
	bool (*has)(void *ctx, enum concept_list list, const char *text);
	void (*tell)(void *ctx, size_t concept, const struct diag *why);
	bool (*blamed)(void *ctx, size_t concept);
	void *ctx;
};

/*
 * Checks all concepts: an id, title or alias that another concept has too, or
 * an alias that the same one has; a link to a concept that is not there, or to
 * itself; a strategy of another kind; a circle of broader concepts; a measure,
 * family or reference that is not there.  Returns how many faults were told.
 */
size_t graph_check(const struct graph *g, const struct graph_world *world);

/*
 * The shortest chain from one concept to another over links in either
 * direction (related, broader, strategies; of equals, the one whose concepts
 * stand first).  Writes its concepts, both ends with it, into chain (room for
 * g->count) and returns how many they are; 0 if there is none.
 */
size_t graph_path(const struct graph *g, size_t from, size_t to, size_t *chain);

/* The concepts directly below one (whose broader it is), in order: pass
 * GRAPH_NONE first, then the last one.  GRAPH_NONE at the end. */
size_t graph_below(const struct graph *g, size_t above, size_t last);

#endif
