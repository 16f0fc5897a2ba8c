#include "concept/graph.h"

#include "base/mem.h"
#include "concept/word.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct checker {
	const struct graph *g;
	const struct graph_world *world;
	size_t faults;
};

static void __attribute__((format(printf, 4, 5))) tell(
    struct checker *k, size_t concept, unsigned long line, const char *fmt, ...)
{
	struct diag why;
	char text[DIAG_TEXT_MAX];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	diag_set(&why, line, "%s", text);
	k->world->tell(k->world->ctx, concept, &why);
	k->faults++;
}

static void
check_link(struct checker *k, size_t at, const char *field, const char *id,
    unsigned long line)
{
	const struct concept *all = k->g->concepts;
	size_t to = graph_find(k->g, id);

	if (to == GRAPH_NONE)
		tell(k, at, line, "field '%s': no concept '%s'", field, id);
	else if (strcmp(id, all[at].id) == 0)
		tell(k, at, line, "field '%s': names itself", field);
	else if (strcmp(field, "strategies") == 0 &&
	    all[to].kind != CONCEPT_STRATEGY)
		tell(k, at, line, "field '%s': '%s' is of kind %s", field, id,
		    concept_kind_words[all[to].kind]);
}

static void
check_lists(struct checker *k, size_t at)
{
	static const enum concept_list inside[] = {
	    CONCEPT_RELATED, CONCEPT_STRATEGIES};
	static const enum concept_list outside[] = {
	    CONCEPT_MEASURES, CONCEPT_FAMILIES, CONCEPT_REFERENCES};
	const struct concept *c = &k->g->concepts[at];

	for (size_t i = 0; i < sizeof inside / sizeof inside[0]; i++)
		for (size_t j = 0; j < c->lists[inside[i]].count; j++)
			check_link(k, at, concept_list_names[inside[i]],
			    c->lists[inside[i]].items[j].text,
			    c->lists[inside[i]].items[j].line);
	for (size_t i = 0; i < sizeof outside / sizeof outside[0]; i++)
		for (size_t j = 0; j < c->lists[outside[i]].count; j++) {
			const struct concept_item *item =
			    &c->lists[outside[i]].items[j];

			if (!k->world->has(
				k->world->ctx, outside[i], item->text))
				tell(k, at, item->line,
				    "field '%s': there is no '%s'",
				    concept_list_names[outside[i]], item->text);
		}
}

static bool
is_blamed(const struct checker *k, size_t concept)
{
	return k->world->blamed != NULL &&
	    k->world->blamed(k->world->ctx, concept);
}

/* Whether a fault of both is rather told of the one than of the other. */
static bool
goes_before(const struct checker *k, size_t one, size_t other)
{
	bool a = is_blamed(k, one), b = is_blamed(k, other);

	return a != b ? a : one < other;
}

/* A circle is told once. */
static void
check_circle(struct checker *k, size_t at)
{
	const struct concept *all = k->g->concepts;
	size_t up = at, first = at;

	for (size_t steps = 0; steps <= k->g->count; steps++) {
		if (all[up].broader == NULL)
			return;
		up = graph_find(k->g, all[up].broader);
		if (up == GRAPH_NONE)
			return;
		if (up == at)
			break;
		first = goes_before(k, up, first) ? up : first;
	}
	if (up == at && first == at && strcmp(all[at].broader, all[at].id) != 0)
		tell(k, at, meta_line(&all[at].meta, "broader"),
		    "field 'broader': a circle, by way of '%s'",
		    all[at].broader);
}

/* A name of a concept, as it is looked up. */
struct name {
	char *key;
	const char *text;
	size_t concept;
	unsigned long line;
	bool alias;
};

struct names {
	struct name *items;
	size_t count, cap;
};

static void
add_name(struct names *n, const char *text, size_t concept, unsigned long line,
    bool alias)
{
	struct str key = STR_INIT;

	word_key(&key, text, strlen(text));
	n->items =
	    mem_grow(n->items, &n->cap, n->count + 1, sizeof n->items[0]);
	n->items[n->count++] =
	    (struct name){str_detach(&key), text, concept, line, alias};
}

static int
compare(const void *one, const void *other)
{
	const struct name *a = one, *b = other;
	int order = strcmp(a->key, b->key);

	if (order == 0)
		order = (a->concept > b->concept) - (a->concept < b->concept);
	return order != 0 ? order : a->alias - b->alias;
}

/* Two names that are looked up in the same way.  A title may say what the id
 * does. */
static void
check_pair(struct checker *k, const struct name *a, const struct name *b)
{
	if (a->concept == b->concept) {
		if (b->alias)
			tell(k, b->concept, b->line,
			    "'%s' is a name of it already", b->text);
		return;
	}
	if (is_blamed(k, a->concept) && !is_blamed(k, b->concept)) {
		const struct name *swap = a;

		a = b;
		b = swap;
	}
	tell(k, b->concept, b->line, "'%s' is also a name of '%s'", b->text,
	    k->g->concepts[a->concept].id);
}

static void
check_names(struct checker *k)
{
	struct names n = {0};

	for (size_t i = 0; i < k->g->count; i++) {
		const struct concept *c = &k->g->concepts[i];
		const struct concept_items *also = &c->lists[CONCEPT_ALIASES];

		add_name(&n, c->id, i, meta_line(&c->meta, "id"), false);
		add_name(&n, c->title, i, meta_line(&c->meta, "title"), false);
		for (size_t j = 0; j < also->count; j++)
			add_name(&n, also->items[j].text, i,
			    also->items[j].line, true);
	}
	if (n.count > 0)
		qsort(n.items, n.count, sizeof n.items[0], compare);
	for (size_t i = 1; i < n.count; i++) {
		const struct name *a = &n.items[i - 1], *b = &n.items[i];

		if (strcmp(a->key, b->key) == 0)
			check_pair(k, a, b);
	}
	for (size_t i = 0; i < n.count; i++)
		free(n.items[i].key);
	free(n.items);
}

size_t
graph_check(const struct graph *g, const struct graph_world *world)
{
	struct checker k = {g, world, 0};

	for (size_t i = 0; i < g->count; i++) {
		const struct concept *c = &g->concepts[i];

		if (c->broader != NULL)
			check_link(&k, i, "broader", c->broader,
			    meta_line(&c->meta, "broader"));
		check_lists(&k, i);
		check_circle(&k, i);
	}
	check_names(&k);
	return k.faults;
}
