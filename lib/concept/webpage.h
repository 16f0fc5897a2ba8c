/*
 * webpage - the whole glossary as one page of HTML: no scripts, nothing loaded
 * from elsewhere.
 */
#ifndef CONCEPT_WEBPAGE_H
#define CONCEPT_WEBPAGE_H

#include "base/str.h"
#include "concept/bibliography.h"
#include "concept/graph.h"

/* Appends the page of all concepts of the graph, in its order, by kind.  name
 * is the heading of another's glossary; NULL: it is ours. */
void webpage_write(struct str *out, const struct graph *g,
    const struct bibliography *b, const char *name);

#endif
