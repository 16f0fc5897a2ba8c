/*
 * How concepts hang together: neighbours, chains, trees and the whole graph.
 */
#include "lookup.h"

#include "base/mem.h"
#include "base/msg.h"
#include "concept/graph.h"
#include "concept/webpage.h"

#include <stdlib.h>
#include <string.h>

static void
show_id(struct run *run, const char *id)
{
	struct glossary_key key;

	if (glossary_find(&run->lib.glossary, id, &key))
		run_show(run, key.entry);
}

void
related_show(struct run *run, size_t entry)
{
	struct concept c;

	run->brief = run->set->extent != EXTENT_FULL;
	library_read(&run->lib, entry, &c);
	if (c.broader != NULL)
		show_id(run, c.broader);
	for (size_t i = 0; i < c.lists[CONCEPT_RELATED].count; i++)
		show_id(run, c.lists[CONCEPT_RELATED].items[i].text);
	for (size_t i = 0; i < c.lists[CONCEPT_STRATEGIES].count; i++)
		show_id(run, c.lists[CONCEPT_STRATEGIES].items[i].text);
	concept_release(&c);
}

/* All concepts and their links; place i is entry i. */
static struct graph
open_graph(struct run *run)
{
	struct graph g;

	graph_init(
	    &g, library_read_all(&run->lib, 0), run->lib.glossary.entries);
	return g;
}

static void
close_graph(struct graph *g)
{
	struct concept *all = (struct concept *)(uintptr_t)g->concepts;

	for (size_t i = 0; i < g->count; i++)
		concept_release(&all[i]);
	free(all);
	graph_release(g);
}

int
path_show(struct run *run, char *const names[], int n)
{
	size_t ends[2] = {0}, *chain, length;
	struct graph g;

	for (int i = 0; i < n; i++)
		if (!run_best(run, names[i], &ends[i]))
			return RC_NO;
	g = open_graph(run);
	chain = mem_alloc(g.count, sizeof chain[0]);
	length = graph_path(&g, ends[0], ends[1], chain);
	if (length == 0)
		msg_warn("no links lead from '%s' to '%s'",
		    g.concepts[ends[0]].id, g.concepts[ends[1]].id);
	run->brief = run->set->extent != EXTENT_FULL;
	for (size_t i = 0; i < length; i++)
		run_show(run, chain[i]);
	free(chain);
	close_graph(&g);
	return length > 0 ? RC_OK : RC_NO;
}

/* A circle cannot be deeper than all concepts are many. */
static void
branch(struct run *run, const struct graph *g, size_t at, size_t depth)
{
	const struct concept *c = &g->concepts[at];

	if (depth > g->count)
		return;
	fprintf(run->term.fp, "%*s", (int)(2 * depth), "");
	term_style(&run->term, TERM_BOLD);
	term_text(&run->term, c->id, strlen(c->id));
	term_style(&run->term, 0);
	fprintf(run->term.fp, " (%s)\n", concept_kind_words[c->kind]);
	for (size_t kid = graph_below(g, at, GRAPH_NONE); kid != GRAPH_NONE;
	     kid = graph_below(g, at, kid))
		branch(run, g, kid, depth + 1);
}

void
branch_show(struct run *run, size_t entry)
{
	if (run->shown[entry] && !run->set->repeat)
		return;
	run->shown[entry] = true;
	branch(run, run->graph, entry, 0);
}

int
tree_show(struct run *run, char *const names[], int n)
{
	struct graph g = open_graph(run);

	run->graph = &g;
	if (n > 0)
		run_operands(run, names, n);
	for (size_t i = 0; n == 0 && i < g.count; i++)
		if (g.concepts[i].broader == NULL)
			branch(run, &g, i, 0);
	run->graph = NULL;
	close_graph(&g);
	return RC_OK;
}

/* A name in quotes; those of other glossaries may hold anything. */
static void
node(FILE *fp, const char *id)
{
	fputc('"', fp);
	for (; *id != '\0'; id++) {
		if (*id == '"' || *id == '\\')
			fputc('\\', fp);
		fputc((unsigned char)*id < ' ' ? ' ' : *id, fp);
	}
	fputc('"', fp);
}

static void
edge(FILE *fp, const char *from, const char *to, const char *style)
{
	fputc('\t', fp);
	node(fp, from);
	fputs(" -> ", fp);
	node(fp, to);
	fprintf(fp, " [%s];\n", style);
}

int
dot_show(struct run *run)
{
	static const char *const shapes[] = {
	    "doubleoctagon", "box", "ellipse", "diamond", "house", "note"};
	struct graph g = open_graph(run);
	FILE *fp = run->term.fp;

	fputs("digraph concepts {\n\trankdir=LR;\n", fp);
	for (size_t i = 0; i < g.count; i++) {
		fputc('\t', fp);
		node(fp, g.concepts[i].id);
		fprintf(fp, " [shape=%s];\n", shapes[g.concepts[i].kind]);
	}
	for (size_t i = 0; i < g.count; i++) {
		const struct concept *c = &g.concepts[i];
		const struct concept_items *related =
		    &c->lists[CONCEPT_RELATED];
		const struct concept_items *helped =
		    &c->lists[CONCEPT_STRATEGIES];

		if (c->broader != NULL)
			edge(fp, c->id, c->broader, "style=bold");
		for (size_t j = 0; j < related->count; j++)
			edge(fp, c->id, related->items[j].text,
			    "arrowhead=none");
		for (size_t j = 0; j < helped->count; j++)
			edge(fp, c->id, helped->items[j].text, "style=dashed");
	}
	fputs("}\n", fp);
	close_graph(&g);
	return RC_OK;
}

int
html_show(struct run *run)
{
	struct graph g = open_graph(run);
	struct str page = STR_INIT;
	const char *name = run->set->glossary;

	if (name != NULL && strrchr(name, '/') != NULL)
		name = strrchr(name, '/') + 1;
	webpage_write(&page, &g, run->works, name);
	fwrite(page.text, 1, page.len, run->term.fp);
	str_release(&page);
	close_graph(&g);
	return RC_OK;
}
