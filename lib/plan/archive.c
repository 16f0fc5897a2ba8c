#include "plan/archive.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

void
archive_release(struct archive *a)
{
	arena_release(&a->texts);
	idmap_release(&a->by_event);
	free(a->events);
	free(a->records);
	memset(a, 0, sizeof *a);
}

/* Ends the event whose records came last, or drops it if it is not whole. */
static void
end_event(struct archive *a, size_t first)
{
	const struct journal_record *last;

	if (first == a->record_count)
		return;
	last = &a->records[a->record_count - 1];
	if (last->part != last->parts ||
	    idmap_get(&a->by_event, last->event) != IDMAP_NONE) {
		a->record_count = first;
		return;
	}
	a->events = mem_grow(
	    a->events, &a->event_cap, a->event_count + 1, sizeof *a->events);
	idmap_put(&a->by_event, last->event, (long)a->event_count);
	a->events[a->event_count++] =
	    (struct archive_event){first, a->record_count - first};
}

int
archive_read(struct archive *a, const struct str *text, struct diag *err)
{
	struct journal_record r;
	struct journal j;
	const struct journal_record *last;
	size_t first = 0;
	bool torn;
	int got;

	journal_init(&j, source_mem(text->text, text->len), text->len);
	while ((got = journal_next(&j, &r, err)) == JOURNAL_RECORD) {
		if (first < a->record_count &&
		    strcmp(a->records[first].event, r.event) != 0) {
			end_event(a, first);
			first = a->record_count;
		}
		a->records = mem_grow(a->records, &a->record_cap,
		    a->record_count + 1, sizeof *a->records);
		last = first < a->record_count
		    ? &a->records[a->record_count - 1]
		    : NULL;
		a->records[a->record_count++] =
		    journal_keep(&a->texts, &r, last);
	}
	end_event(a, first);
	torn = j.torn;
	journal_release(&j);
	if (got == JOURNAL_BROKEN && torn)
		return 1;
	return got == JOURNAL_END ? 0 : -1;
}

/* Keeps the events for which keep says so, in their order. */
static void
filter(struct archive *a,
    bool (*keep)(const struct archive *, size_t, const struct idmap *),
    const struct idmap *undone)
{
	size_t n = 0;

	for (size_t i = 0; i < a->event_count; i++)
		if (keep(a, i, undone))
			a->events[n++] = a->events[i];
	a->event_count = n;
	idmap_release(&a->by_event);
	for (size_t i = 0; i < n; i++)
		idmap_put(&a->by_event, a->records[a->events[i].first].event,
		    (long)i);
}

static bool
was_not_undone(
    const struct archive *a, size_t event, const struct idmap *undone)
{
	const struct journal_record *r = &a->records[a->events[event].first];

	if (event + 1 == a->event_count)
		return true;
	return r->kind != JOURNAL_UNDO &&
	    idmap_get(undone, r->event) == IDMAP_NONE;
}

void
archive_drop_undone(struct archive *a)
{
	struct idmap undone = {0};

	for (size_t i = 0; i < a->record_count; i++) {
		const struct journal_record *r = &a->records[i];

		if (r->kind == JOURNAL_UNDO &&
		    idmap_get(&undone, r->note) == IDMAP_NONE)
			idmap_put(&undone, r->note, 1);
	}
	filter(a, was_not_undone, &undone);
	idmap_release(&undone);
}

void
archive_write(const struct archive *a, struct str *out)
{
	journal_header(out);
	for (size_t i = 0; i < a->event_count; i++)
		for (size_t k = 0; k < a->events[i].count; k++)
			journal_format(
			    out, &a->records[a->events[i].first + k]);
}
