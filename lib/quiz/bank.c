#include "quiz/bank.h"

#include "base/mem.h"
#include "base/num.h"
#include "stream/meta.h"
#include "stream/table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const known[] = {"id", "title", "instrument", "checksum",
    "model", "fit", "sample", "source", "licence", "notes", NULL};

static int
check_head(const struct meta *m, const struct instrument *in, struct diag *err)
{
	const struct meta_field *odd = meta_unknown(m, known);
	const char *id = meta_get(m, "instrument");

	if (odd != NULL)
		return diag_set(
		    err, odd->line, "unknown field '%s'", odd->name);
	if (id == NULL || meta_get(m, "checksum") == NULL)
		return diag_set(err, 0, "no field '%s'",
		    id == NULL ? "instrument" : "checksum");
	if (strcmp(id, in->id) != 0)
		return diag_set(err, meta_line(m, "instrument"),
		    "a bank of instrument '%s', not of '%s'", id, in->id);
	return 0;
}

/* Comes last: where an item can be named, that was told before. */
static int
check_sum(const struct meta *m, const struct instrument *in, struct diag *err)
{
	const char *sum = meta_get(m, "checksum");
	char own[BANK_CHECKSUM_MAX];

	bank_checksum(in, own);
	if (strcmp(sum, own) == 0)
		return 0;
	return diag_set(err, meta_line(m, "checksum"),
	    "instrument '%s' is another than the one calibrated: "
	    "checksum '%s', not '%s'",
	    in->id, own, sum);
}

/* The scale of a row, which is begun where it is new. */
static struct bank_scale *
scale_of(
    struct bank *b, const struct table *t, const char *id, struct diag *err)
{
	int at = instrument_scale(b->in, id);
	struct bank_scale *s;
	struct diag why;

	for (size_t i = 0; i < b->nscales; i++)
		if (strcmp(b->scales[i].dimension.scale->id, id) == 0)
			return &b->scales[i];
	if (at == -1) {
		diag_set(err, table_line(t), "no scale '%s'", id);
		return NULL;
	}
	b->scales = mem_realloc(b->scales, b->nscales + 1, sizeof(*b->scales));
	s = &b->scales[b->nscales++];
	*s = (struct bank_scale){0};
	if (dimension_init(&s->dimension, b->in, &b->in->scales[at], &why) ==
	    -1) {
		diag_set(err, table_line(t), "scale '%s': %s", id, why.text);
		return NULL;
	}
	s->items = mem_zalloc(s->dimension.nitems, sizeof(*s->items));
	s->areas = mem_zalloc(s->dimension.nitems, sizeof(*s->areas));
	s->found = mem_zalloc(s->dimension.nitems, sizeof(*s->found));
	s->area = mem_zalloc(s->dimension.nitems, sizeof(*s->area));
	return s;
}

static const char *
threshold_cell(const struct table *t, int k)
{
	char name[8];

	snprintf(name, sizeof(name), "b%d", k);
	return table_cell(t, table_find(t, name));
}

static int
read_number(const struct table *t, const char *id, const char *name,
    const char *cell, double min, double *out, struct diag *err)
{
	const char *wrong =
	    num_double(cell, strlen(cell), min, GRM_PARAMETER_MAX, out);

	if (wrong == NULL)
		return 0;
	return diag_set(err, table_line(t), "item '%s': %s: %s: '%s'", id, name,
	    wrong, cell);
}

static int
read_thresholds(const struct table *t, struct dimension_item *d,
    struct grm_item *item, struct diag *err)
{
	item->categories = 1;
	d->split[0] = false;
	for (int k = 1; k < GRM_CATEGORIES_MAX; k++) {
		const char *cell = threshold_cell(t, k);
		double *b = &item->b[item->categories - 1];

		if (k < d->steps)
			d->split[k] = cell[0] != '\0';
		if (cell[0] == '\0')
			continue;
		if (k >= d->steps)
			return diag_set(err, table_line(t),
			    "item '%s' has %d steps, and no threshold b%d",
			    d->id, d->steps, k);
		if (read_number(t, d->id, "threshold", cell, -GRM_PARAMETER_MAX,
			b, err) == -1)
			return -1;
		if (item->categories > 1 && !(b[0] > b[-1]))
			return diag_set(err, table_line(t),
			    "item '%s': threshold b%d = %s is not above the "
			    "one before it",
			    d->id, k, cell);
		item->categories++;
	}
	d->categories = item->categories;
	return item->categories > 1
	    ? 0
	    : diag_set(err, table_line(t), "item '%s' has no threshold", d->id);
}

/* Whether the item still counts as it did when it was calibrated. */
static int
check_answers(const struct table *t, const struct dimension *d, size_t i,
    struct diag *err)
{
	const char *was = table_cell(t, table_find(t, "answers"));
	struct str now = STR_INIT;
	int done = 0;

	dimension_answers(d, i, &now);
	if (was[0] != '\0' && strcmp(was, now.text) != 0)
		done = diag_set(err, table_line(t),
		    "item '%s' is another than the one calibrated: its answers "
		    "go '%s', not '%s'",
		    d->items[i].id, now.text, was);
	str_release(&now);
	return done;
}

static int
read_row(struct bank *b, const struct table *t, struct diag *err)
{
	const char *id = table_cell(t, table_find(t, "item"));
	const char *a = table_cell(t, table_find(t, "a"));
	struct bank_scale *s =
	    scale_of(b, t, table_cell(t, table_find(t, "scale")), err);
	size_t i = 0;

	if (s == NULL)
		return -1;
	while (i < s->dimension.nitems &&
	    strcmp(s->dimension.items[i].id, id) != 0)
		i++;
	if (i == s->dimension.nitems)
		return diag_set(err, table_line(t),
		    "no item '%s' in scale '%s'", id, s->dimension.scale->id);
	if (s->found[i])
		return diag_set(
		    err, table_line(t), "item '%s' stands twice", id);
	if (check_answers(t, &s->dimension, i, err) == -1)
		return -1;
	s->found[i] = true;
	s->area[i] = mem_strdup(table_cell(t, table_find(t, "area")));
	if (read_number(
		t, id, "a", a, -GRM_PARAMETER_MAX, &s->items[i].a, err) == -1)
		return -1;
	if (!(s->items[i].a > 0))
		return diag_set(err, table_line(t),
		    "item '%s': a = %s is not above 0", id, a);
	return read_thresholds(t, &s->dimension.items[i], &s->items[i], err);
}

/* As the column has them; where it is empty, the instrument's subscales. */
static void
find_areas(struct bank_scale *s)
{
	bool told = false;

	for (size_t i = 0; i < s->dimension.nitems; i++) {
		told = told || s->area[i][0] != '\0';
		while (strcmp(s->area[s->areas[i]], s->area[i]) != 0)
			s->areas[i]++;
	}
	if (!told)
		dimension_areas(&s->dimension, s->areas);
}

static int
check_whole(struct bank *b, struct diag *err)
{
	if (b->nscales == 0)
		return diag_set(err, 0, "a bank without items");
	for (size_t k = 0; k < b->nscales; k++) {
		const struct bank_scale *s = &b->scales[k];

		for (size_t i = 0; i < s->dimension.nitems; i++)
			if (!s->found[i])
				return diag_set(err, 0,
				    "item '%s' of scale '%s' is not there",
				    s->dimension.items[i].id,
				    s->dimension.scale->id);
	}
	for (size_t k = 0; k < b->nscales; k++)
		find_areas(&b->scales[k]);
	return 0;
}

static int
read_table(struct bank *b, const struct meta *m, struct diag *err)
{
	static const char *const needed[] = {"scale", "item", "a", "b1"};
	struct table *t =
	    table_new(csvin_new_mem(m->body, m->body_len, m->body_line), err);
	int got = -1;

	if (t == NULL)
		return -1;
	for (size_t i = 0; i < sizeof(needed) / sizeof(*needed); i++)
		if (table_need(t, needed[i], err) == -1)
			goto out;
	while ((got = table_next(t)) == CSVIN_RECORD)
		if ((got = read_row(b, t, err)) == -1)
			goto out;
	if (got != CSVIN_END)
		*err = *table_error(t);
out:
	table_free(t);
	return got == CSVIN_END ? check_whole(b, err) : -1;
}

int
bank_read(struct bank *b, const struct instrument *in, const char *text,
    size_t len, struct diag *err)
{
	struct meta meta;
	int done;

	*b = (struct bank){.in = in};
	done = meta_parse(&meta, text, len, err);
	if (done == 0)
		done = check_head(&meta, in, err);
	if (done == 0) {
		const char *sample = meta_get(&meta, "sample");

		b->sample = mem_strdup(sample == NULL ? "" : sample);
		done = read_table(b, &meta, err);
		if (done == 0)
			done = check_sum(&meta, in, err);
	}
	meta_release(&meta);
	return done;
}

void
bank_release(struct bank *b)
{
	for (size_t i = 0; i < b->nscales; i++) {
		for (size_t k = 0; b->scales[i].area != NULL &&
		     k < b->scales[i].dimension.nitems;
		     k++)
			free(b->scales[i].area[k]);
		free(b->scales[i].area);
		free(b->scales[i].found);
		free(b->scales[i].areas);
		free(b->scales[i].items);
		dimension_release(&b->scales[i].dimension);
	}
	free(b->scales);
	free(b->sample);
	*b = (struct bank){0};
}

int
bank_instrument(const char *text, size_t len, struct str *id, struct diag *err)
{
	const char *value = NULL;
	struct meta meta;
	int done = meta_parse(&meta, text, len, err);

	if (done == 0)
		value = meta_get(&meta, "instrument");
	if (value != NULL)
		str_adds(id, value);
	else if (done == 0)
		done = diag_set(err, 0, "no field 'instrument'");
	meta_release(&meta);
	return done;
}

const struct bank_scale *
bank_find(const struct bank *b, const struct scale *scale)
{
	for (size_t i = 0; i < b->nscales; i++)
		if (b->scales[i].dimension.scale == scale)
			return &b->scales[i];
	return NULL;
}
