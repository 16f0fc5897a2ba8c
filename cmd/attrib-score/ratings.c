#include "score.h"

#include "attrib/cave.h"
#include "attrib/names.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/num.h"
#include "cli/io.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const columns[] = {"respondent", "time", "instrument",
    "scale", "concept", "answered", "missing", "score", "sem", "low", "high",
    "t", "percentile", "severity", "band", "flag", NULL};

/* The persons in the order in which they first came. */
struct persons {
	struct names names;
	struct cave *items;
	size_t cap;
};

static struct cave *
person_of(struct persons *p, const char *respondent)
{
	size_t before = p->names.count;
	uint32_t number = names_take(&p->names, respondent, strlen(respondent));

	if (number == before) {
		p->items =
		    mem_grow(p->items, &p->cap, before + 1, sizeof(*p->items));
		p->items[number] = (struct cave){0};
	}
	return &p->items[number];
}

/* The rating of a cell: NaN where it is missing. */
static int
take_rating(struct table *t, int d, double *out, struct diag *why)
{
	int col = table_find(t, dimension_words[d]);
	const char *wrong;

	*out = NAN;
	if (table_missing(t, col))
		return 0;
	wrong =
	    num_double(table_cell(t, col), table_cell_len(t, col), 1, 7, out);
	if (wrong != NULL)
		return diag_set(why, table_line(t), "field '%s': %s: '%s'",
		    dimension_words[d], wrong, table_cell(t, col));
	return 0;
}

static int
take_valence(struct table *t, int col, enum valence *out, struct diag *why)
{
	int v;

	for (v = VALENCE_UNKNOWN; v <= VALENCE_POSITIVE; v++) {
		if (strcmp(table_cell(t, col), valence_words[v]) == 0) {
			*out = (enum valence)v;
			return 0;
		}
	}
	return diag_set(why, table_line(t),
	    "field 'valence': not negative, neutral or positive: '%s'",
	    table_cell(t, col));
}

static int
take_row(
    struct table *t, int valence_col, struct persons *persons, struct diag *why)
{
	double rating[DIM_SCALES];
	enum valence valence = VALENCE_UNKNOWN;
	int d;

	for (d = 0; d < DIM_SCALES; d++)
		if (take_rating(t, d, &rating[d], why) == -1)
			return -1;
	if (take_valence(t, valence_col, &valence, why) == -1)
		return -1;
	cave_add(person_of(persons, table_cell(t, table_find(t, "respondent"))),
	    valence, rating);
	return 0;
}

static void
take_file(struct io_rows *rows, const char *path, struct persons *persons)
{
	FILE *fp = io_open(path);
	struct table *t = io_table(rows, fp, path, ',');
	struct diag why;
	int valence, d;

	if (t != NULL) {
		valence = table_need(t, "valence", &why);
		for (d = 0; valence != -1 && d < DIM_CONTROL; d++)
			if (table_need(t, dimension_words[d], &why) == -1)
				valence = -1;
		if (valence == -1)
			msg_die_diag(RC_DATA, io_name(path), &why);
		while (io_next(rows, t, path))
			if (take_row(t, valence, persons, &why) == -1)
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
	int i;

	cave_counts(c, scale, &answered, &missing);
	csvout_str(out, person);
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
	csvout_empty(out);
	csvout_end(out);
}

void
ratings_score(struct settings *set, int n, char *const operands[])
{
	struct persons persons = {0};
	struct csvout out;
	size_t k;
	int i;

	if (n == 0)
		take_file(&set->rows, "-", &persons);
	for (i = 0; i < n; i++)
		take_file(&set->rows, operands[i], &persons);
	csvout_init(&out, stdout);
	csvout_header(&out, columns);
	for (k = 0; k < persons.names.count; k++)
		for (i = 0; i < CAVE_SCALES; i++)
			put_score(&out, names_text(&persons.names, (uint32_t)k),
			    &persons.items[k], (enum cave_scale)i);
	csvout_release(&out);
	names_release(&persons.names);
	free(persons.items);
}
