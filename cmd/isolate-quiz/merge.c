/* isolate-quiz stats --merge: partials added up. */
#include "stats.h"

#include "base/mem.h"
#include "base/msg.h"
#include "cli/io.h"
#include "quiz/partial.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* What a file added, and its name. */
struct added {
	uint64_t hash;
	const char *path;
};

struct merge {
	const struct settings *set;
	struct stats *stats;
	struct instrument **instruments; /* those of --instrument first */
	size_t count, asked;
	const char *path;  /* the file at hand */
	const char *first; /* with whose run those of all others agree */
	struct str of;     /* what the sum is of, as in struct partial_run */
	bool pairwise;
	struct added *added; /* by those files that added something */
	size_t nadded;
};

static const struct instrument *
keep(struct merge *m, struct instrument *in)
{
	m->instruments =
	    mem_realloc(m->instruments, m->count + 1, sizeof(*m->instruments));
	m->instruments[m->count++] = in;
	return in;
}

/* False, and told, where one is not there. */
static bool
open_asked(struct merge *m)
{
	const char *ids[NAMES_MAX] = {NULL};

	for (size_t i = 0; i < m->set->instruments.count; i++) {
		struct instrument *in =
		    library_open(m->set, m->set->instruments.list[i]);

		if (in == NULL)
			return false;
		ids[i] = keep(m, in)->id;
	}
	m->asked = m->count;
	stats_of(&m->of, ids, m->asked);
	return true;
}

/* NULL where it is none of those asked for. */
static const struct instrument *
find_asked(const struct merge *m, const char *id)
{
	for (size_t i = 0; i < m->asked; i++)
		if (strcmp(m->instruments[i]->id, id) == 0)
			return m->instruments[i];
	return NULL;
}

/* Adds the part at hand.  *taken: it is of what was asked for. */
static int
merge_part(struct merge *m, struct partial *p, bool *taken, struct diag *err)
{
	const char *id = p->instrument.text;
	struct cohort *g = stats_find(m->stats, id);
	const struct instrument *in = find_asked(m, id);
	struct instrument *opened;

	if (m->asked > 0 && in == NULL)
		return partial_skip(p, err);
	*taken = true;
	if (g == NULL && in == NULL) {
		/* (The names of a stream never open a path.) */
		opened =
		    strpbrk(id, "/.") == NULL ? library_open(m->set, id) : NULL;
		if (opened == NULL)
			return diag_set(err, p->line,
			    "no instrument '%s' (name its file with "
			    "--instrument)",
			    id);
		in = keep(m, opened);
	}
	if (g == NULL)
		g = stats_add(m->stats, in, m->pairwise);
	return partial_add(p, g, err);
}

/* As a message names what a run is of. */
static void
add_named(struct str *s, const char *of)
{
	if (strcmp(of, partial_of_rows) == 0)
		str_adds(s, "what its rows name");
	else
		str_addf(s, "'%s'", of);
}

static int
other_run(const struct merge *m, const struct partial *p, struct diag *err)
{
	struct str its = STR_INIT, first = STR_INIT;

	add_named(&its, p->of.text);
	add_named(&first, m->of.text);
	diag_set(err, table_line(p->t),
	    "a partial of %s, but '%s' is of %s (--instrument ID adds up one "
	    "instrument of them)",
	    its.text, io_name(m->first), first.text);
	str_release(&its);
	str_release(&first);
	return -1;
}

/* All partials are of one run, or of parts of it; where --instrument picks
 * from them, of runs by the same rule. */
static int
agrees(struct merge *m, const struct partial *p, struct diag *err)
{
	if (m->first == NULL) {
		m->first = m->path;
		m->pairwise = p->pairwise || m->set->pairwise;
		if (m->asked == 0)
			str_adds(&m->of, p->of.text);
	}
	if (p->pairwise != m->pairwise)
		return diag_set(err, table_line(p->t), "a %s partial, not %s",
		    p->pairwise ? "pairwise" : "listwise",
		    m->pairwise ? "pairwise" : "listwise");
	if (m->asked == 0 && strcmp(m->of.text, p->of.text) != 0)
		return other_run(m, p, err);
	return 0;
}

/* Whether it is of a run that asked for one of those asked for here. */
static bool
of_asked(const struct merge *m, const char *of)
{
	const char *id;
	size_t len;

	while (str_split(&of, ';', &id, &len))
		for (size_t i = 0; i < m->asked; i++)
			if (str_equal(id, len, m->instruments[i]->id))
				return true;
	return false;
}

/* What was asked for must be in it, unless it met no rows at all. */
static int
check_taken(const struct merge *m, const struct partial *p, bool taken,
    struct diag *err)
{
	bool of_rows = strcmp(p->of.text, partial_of_rows) == 0;

	if (m->asked == 0 || taken || of_asked(m, p->of.text) ||
	    (of_rows && p->met == 0))
		return 0;
	return diag_set(err, 0,
	    "a partial of '%s', nothing that --instrument names",
	    of_rows ? p->instrument.text : p->of.text);
}

static int
merge_parts(struct merge *m, struct partial *p, struct diag *err)
{
	bool taken = false;
	int got;

	if (partial_begin(p, err) == -1 || agrees(m, p, err) == -1)
		return -1;
	while ((got = partial_next(p, err)) == 1)
		if (merge_part(m, p, &taken, err) == -1)
			return -1;
	return got == -1 ? -1 : check_taken(m, p, taken, err);
}

static void
keep_added(struct merge *m, uint64_t hash)
{
	if (hash == 0)
		return;
	m->added = mem_realloc(m->added, m->nadded + 1, sizeof(*m->added));
	m->added[m->nadded++] = (struct added){hash, io_name(m->path)};
}

/* Partials are all or nothing: a sum with one left out looks like a whole. */
static void
merge_file(struct merge *m, const char *path)
{
	struct io_rows rows = {.strict = true};
	struct partial p;
	FILE *fp = io_open(path);
	struct table *t = io_table(&rows, fp, path, ',');
	struct diag err;

	m->path = path;
	partial_init(&p, t);
	if (merge_parts(m, &p, &err) == -1)
		msg_die_diag(table_errno(t) != 0 ? RC_SYSTEM : RC_DATA,
		    io_name(path), &err);
	keep_added(m, p.hash);
	partial_release(&p);
	table_free(t);
	io_close(fp);
}

static int
by_hash(const void *a, const void *b)
{
	const struct added *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return strcmp(x->path, y->path);
}

/* Parts of few people may be alike, so that it is told and not refused. */
static void
tell_copies(struct merge *m)
{
	if (m->nadded > 0)
		qsort(m->added, m->nadded, sizeof(*m->added), by_hash);
	for (size_t i = 1; i < m->nadded; i++)
		if (m->added[i].hash == m->added[i - 1].hash)
			msg_note("'%s' and '%s' hold the same sums: where one "
				 "is a copy, its people count twice",
			    m->added[i - 1].path, m->added[i].path);
}

static void
merge_release(struct merge *m)
{
	stats_release(m->stats); /* looks at the instruments still */
	for (size_t i = 0; i < m->count; i++)
		library_free(m->instruments[i]);
	free(m->instruments);
	free(m->added);
	str_release(&m->of);
}

struct place {
	dev_t device;
	ino_t number;
	const char *path;
};

static int
by_place(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	if (x->device != y->device)
		return x->device < y->device ? -1 : 1;
	if (x->number != y->number)
		return x->number < y->number ? -1 : 1;
	return strcmp(x->path, y->path);
}

/* A file that is named twice, be it by another name, would count its people
 * twice.  (What cannot be looked at cannot be opened, and is told then.) */
static void
check_once(int n, char *const operands[])
{
	struct place *places = mem_alloc((size_t)n, sizeof(*places));
	size_t count = 0;
	struct stat st;

	for (int i = 0; i < n; i++)
		if (stat(operands[i], &st) == 0 && S_ISREG(st.st_mode))
			places[count++] =
			    (struct place){st.st_dev, st.st_ino, operands[i]};
	if (count > 0)
		qsort(places, count, sizeof(*places), by_place);
	for (size_t i = 1; i < count; i++) {
		const struct place *one = &places[i - 1], *two = &places[i];

		if (one->device != two->device || one->number != two->number)
			continue;
		if (strcmp(one->path, two->path) == 0)
			opt_die(&tool, "'%s' is named twice", one->path);
		opt_die(&tool, "'%s' and '%s' are the same file", one->path,
		    two->path);
	}
	free(places);
}

int
merge_run(struct stats *s, int n, char *const operands[])
{
	struct merge m = {.set = s->set, .stats = s, .of = STR_INIT};
	bool there;

	io_stdin_check(&tool, n, operands, NULL);
	check_once(n, operands);
	there = open_asked(&m);

	if (there && n == 0)
		merge_file(&m, "-");
	for (int i = 0; there && i < n; i++)
		merge_file(&m, operands[i]);
	tell_copies(&m);
	if (there)
		stats_write(s, &(struct partial_run){m.of.text, m.pairwise});
	merge_release(&m);
	return there ? RC_OK : RC_NO;
}
