#include "ratings.h"
#include "rows.h"

#include "attrib/ratingmap.h"
#include "base/mem.h"
#include "base/msg.h"
#include "cli/io.h"
#include "cli/shelf.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const columns[] = {"respondent", "time", "instrument",
    "scale", "concept", "answered", "missing", "score", "sem", "low", "high",
    "t", "percentile", "severity", "band", "flag", NULL};

struct person *
persons_take(struct persons *p, const char *respondent)
{
	size_t before = p->names.count;
	uint32_t number = names_take(&p->names, respondent, strlen(respondent));

	if (number == before) {
		p->items =
		    mem_grow(p->items, &p->cap, before + 1, sizeof(*p->items));
		p->items[number] = (struct person){0};
	}
	return &p->items[number];
}

void
persons_release(struct persons *p)
{
	names_release(&p->names);
	free(p->items);
	*p = (struct persons){0};
}

/* The layout of the command line, or that of the columns' own names. */
static struct ratingmap *
open_layout(const struct settings *set)
{
	struct shelf_file f;
	struct ratingmap *map;
	struct diag err;

	if (shelf_open(&f, "ratings",
		set->layout != NULL ? set->layout : "cave") == -1)
		msg_die(RC_NO, "no layout of ratings to read");
	map = ratingmap_read(f.bytes, f.len, &err);
	if (map == NULL)
		msg_die_diag(RC_DATA, f.path.text, &err);
	shelf_release(&f);
	return map;
}

static void
add_event(
    struct persons *all, struct person *p, const struct rating_event *event)
{
	bool rated = false;

	p->valences |= 1u << event->valence;
	cave_add(&p->cave, event->valence, event->scale);
	for (int d = 0; d < DIM_SCALES; d++) {
		if (isnan(event->scale[d]))
			continue;
		p->rated[d].sum += event->scale[d];
		p->rated[d].n++;
		rated = true;
	}
	all->unvalued += rated && event->valence == VALENCE_UNKNOWN;
}

/* All events of a record, or none. */
static int
take_row(const struct ratingmap *map, struct table *t, struct persons *persons,
    struct diag *why)
{
	const char *who =
	    table_cell(t, table_find(t, ratingmap_respondent(map)));
	struct rating_event event;
	size_t n = ratingmap_events(map), i;

	for (i = 0; i < n; i++)
		if (ratingmap_take(map, t, i, &event, why) == -1)
			return -1;
	for (i = 0; i < n; i++) {
		ratingmap_take(map, t, i, &event, why);
		add_event(persons, persons_take(persons, who), &event);
	}
	return 0;
}

static void
take_file(struct io_rows *rows, const char *path, struct ratingmap *map,
    struct persons *persons)
{
	FILE *fp = io_open(path);
	struct table *t = io_table(rows, fp, path, ',');
	struct diag why;

	if (t != NULL) {
		if (ratingmap_bind(map, t, &why) == -1) {
			table_free(t);
			msg_die_diag(RC_DATA, io_name(path), &why);
		}
		while (io_next(rows, t, path))
			if (take_row(map, t, persons, &why) == -1)
				io_refuse(rows, path, &why);
	}
	table_free(t);
	io_close(fp);
}

static void
put_score(struct csvout *out, const char *person, const struct cave *c,
    enum cave_scale scale)
{
	const struct cave_kind *kind = &cave_kinds[scale];
	double score = cave_score(c, scale);
	unsigned long answered, missing;
	bool bad = rows_name(out, person, strlen(person));
	int i;

	cave_counts(c, scale, &answered, &missing);
	csvout_empty(out);
	csvout_str(out, "cave");
	csvout_str(out, kind->name);
	csvout_str(out, kind->concept);
	csvout_long(out, (long)answered);
	csvout_long(out, (long)missing);
	csvout_num(out, score);
	for (i = 0; i < 5; i++) /* no error and no norms are known */
		csvout_empty(out);
	csvout_num(out,
	    *kind->concept == '\0'
		? NAN
		: (score - kind->min) / (kind->max - kind->min));
	csvout_empty(out);
	rows_flag(out, "", bad);
	csvout_end(out);
}

static void
put_scores(const struct persons *persons)
{
	struct csvout out;

	csvout_init(&out, stdout);
	csvout_header(&out, columns);
	for (size_t k = 0; k < persons->names.count; k++)
		for (int i = 0; i < CAVE_SCALES; i++)
			put_score(&out,
			    names_text(&persons->names, (uint32_t)k),
			    &persons->items[k].cave, (enum cave_scale)i);
	csvout_release(&out);
}

void
ratings_read(struct settings *set, int n, char *const operands[],
    struct persons *persons)
{
	struct ratingmap *map = open_layout(set);

	if (n == 0)
		take_file(&set->rows, "-", map, persons);
	for (int i = 0; i < n; i++)
		take_file(&set->rows, operands[i], map, persons);
	ratingmap_free(map);
	if (persons->unvalued > 0)
		msg_note("rated events without a valence, which count for no "
			 "composite: %lu",
		    persons->unvalued);
}

void
ratings_score(struct settings *set, int n, char *const operands[])
{
	struct persons persons = {0};

	ratings_read(set, n, operands, &persons);
	put_scores(&persons);
	persons_release(&persons);
}
