/* The part of archive.h that puts two journals together. */
#include "plan/archive.h"

#include "base/mem.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* What another journal's ids are called here. */
struct merge {
	struct archive *a, *from;
	struct idmap taken;   /* ids of ladders and steps here */
	struct idmap there;   /* and of those there that were met */
	struct idmap renamed; /* id there: index into names */
	const char **names;   /* ids given anew */
	size_t name_count, name_cap;
};

static bool
defines(const struct journal_record *r)
{
	return r->kind == JOURNAL_LADDER || r->kind == JOURNAL_STEP;
}

/* Whether the id was not among them. */
static bool
take_id(struct idmap *ids, const char *id)
{
	if (idmap_get(ids, id) != IDMAP_NONE)
		return false;
	idmap_put(ids, id, 1);
	return true;
}

static void
rename_id(struct merge *m, const char *there, const char *here)
{
	if (strcmp(there, here) == 0 ||
	    idmap_get(&m->renamed, there) != IDMAP_NONE)
		return;
	m->names = mem_grow(
	    m->names, &m->name_cap, m->name_count + 1, sizeof *m->names);
	m->names[m->name_count] = here;
	idmap_put(&m->renamed, there, (long)m->name_count++);
}

/* The new name of the id, or NULL. */
static const char *
new_name(const struct merge *m, const char *id)
{
	long i = idmap_get(&m->renamed, id);

	if (i == IDMAP_NONE)
		return NULL;
	assert(m->names != NULL); /* rename_id() puts it into both */
	return m->names[i];
}

/* What the id is called here: its own new name, or its ladder's and its
 * number. */
static const char *
name_here(struct merge *m, const char *id)
{
	const char *kept = new_name(m, id), *dot = strrchr(id, '.'), *ladder;
	struct str name = STR_INIT;

	if (kept != NULL || dot == NULL)
		return kept != NULL ? kept : id;
	str_add(&name, id, (size_t)(dot - id));
	ladder = new_name(m, name.text);
	str_clear(&name);
	if (ladder != NULL)
		str_addf(&name, "%s%s", ladder, dot);
	kept = ladder != NULL ? arena_keep(&m->a->texts, name.text) : id;
	str_release(&name);
	return kept;
}

/* A name nobody has: another number for a step, another letter for a ladder. */
static const char *
free_name(struct merge *m, const char *wanted)
{
	const char *dot = strrchr(wanted, '.');
	int len = dot == NULL ? (int)strlen(wanted) : (int)(dot - wanted);
	struct str name = STR_INIT;
	const char *kept;
	int n = 2;

	do {
		str_clear(&name);
		str_addf(&name, dot == NULL ? "%.*sx%d" : "%.*s.%d", len,
		    wanted, n++);
	} while (idmap_get(&m->taken, name.text) != IDMAP_NONE);
	kept = arena_keep(&m->a->texts, name.text);
	str_release(&name);
	return kept;
}

/* An event both have tells what their ids are called in each. */
static void
match(struct merge *m, const struct archive_event *here,
    const struct archive_event *there)
{
	for (size_t i = 0; i < here->count && i < there->count; i++) {
		const struct journal_record *a =
		    &m->a->records[here->first + i];
		const struct journal_record *b =
		    &m->from->records[there->first + i];

		if (defines(a) && defines(b) && a->part == b->part) {
			rename_id(m, b->id, a->id);
			take_id(&m->there, b->id);
		}
	}
}

/* Gives the records of a new event the ids they have here.  An id that came to
 * stand for another thing there, where the first was undone, does so here. */
static void
adopt(struct merge *m, const struct archive_event *there)
{
	for (size_t i = 0; i < there->count; i++) {
		struct journal_record *r = &m->from->records[there->first + i];
		const char *old = r->id;

		if (*old == '\0')
			continue;
		r->id = name_here(m, old);
		if (!defines(r) || !take_id(&m->there, old) ||
		    take_id(&m->taken, r->id))
			continue;
		r->id = free_name(m, r->id);
		rename_id(m, old, r->id);
		take_id(&m->taken, r->id);
	}
}

/* The events of both, as they will stand. */
struct order {
	struct archive *a; /* the new one */
	const struct merge *m;
	size_t next; /* of m->a's events */
};

static void
emit(struct order *o, const struct archive *of, size_t event)
{
	struct archive *a = o->a;
	const struct archive_event *e = &of->events[event];

	a->records = mem_grow(a->records, &a->record_cap,
	    a->record_count + e->count, sizeof *a->records);
	a->events = mem_grow(
	    a->events, &a->event_cap, a->event_count + 1, sizeof *a->events);
	memcpy(a->records + a->record_count, of->records + e->first,
	    e->count * sizeof *a->records);
	a->events[a->event_count] =
	    (struct archive_event){a->record_count, e->count};
	idmap_put(
	    &a->by_event, of->records[e->first].event, (long)a->event_count++);
	a->record_count += e->count;
}

static int64_t
time_of(const struct archive *a, size_t event)
{
	return a->records[a->events[event].first].time.us;
}

/* Emits our events up to one, not included. */
static void
emit_until(struct order *o, size_t end)
{
	while (o->next < end)
		emit(o, o->m->a, o->next++);
}

static size_t
put_in_order(struct order *o)
{
	const struct merge *m = o->m;
	size_t fresh = 0;

	for (size_t i = 0; i < m->from->event_count; i++) {
		const char *name =
		    m->from->records[m->from->events[i].first].event;
		long here = idmap_get(&m->a->by_event, name);

		if (here != IDMAP_NONE) {
			emit_until(o, (size_t)here + 1);
			continue;
		}
		while (o->next < m->a->event_count &&
		    time_of(m->a, o->next) <= time_of(m->from, i))
			emit(o, m->a, o->next++);
		emit(o, m->from, i);
		fresh++;
	}
	emit_until(o, m->a->event_count);
	return fresh;
}

size_t
archive_merge(struct archive *a, struct archive *from)
{
	struct merge m = {.a = a, .from = from};
	struct archive both = {0};
	struct order order = {&both, &m, 0};
	size_t fresh;

	for (size_t i = 0; i < a->record_count; i++)
		if (defines(&a->records[i]))
			take_id(&m.taken, a->records[i].id);
	for (size_t i = 0; i < from->event_count; i++) {
		const struct archive_event *e = &from->events[i];
		long here =
		    idmap_get(&a->by_event, from->records[e->first].event);

		if (here != IDMAP_NONE)
			match(&m, &a->events[here], e);
		else
			adopt(&m, e);
	}
	fresh = put_in_order(&order);
	both.texts = a->texts;
	a->texts = (struct arena){0};
	free(m.names);
	idmap_release(&m.taken);
	idmap_release(&m.there);
	idmap_release(&m.renamed);
	archive_release(a);
	*a = both;
	return fresh;
}
