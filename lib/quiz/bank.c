#include "quiz/bank.h"

#include "base/mem.h"
#include "base/num.h"
#include "quiz/cohort.h"
#include "stream/meta.h"
#include "stream/table.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CHECKSUM_MAX = 17 }; /* 16 digits and the NUL */

/* What a parameter may be at most, either way. */
#define PARAMETER_MAX 1000.0

static const char *const known[] = {"id", "title", "instrument", "checksum",
    "model", "fit", "sample", "source", "licence", "notes", NULL};

/* Of all that decides which category an answer falls into. */
static void
checksum(const struct instrument *in, char text[CHECKSUM_MAX])
{
	struct cohort g;

	cohort_init(&g, in, false);
	snprintf(text, CHECKSUM_MAX, "%016" PRIx64, cohort_definition(&g));
	cohort_release(&g);
}

static int
check_head(const struct meta *m, const struct instrument *in, struct diag *err)
{
	const struct meta_field *odd = meta_unknown(m, known);
	const char *id = meta_get(m, "instrument");
	const char *sum = meta_get(m, "checksum");
	char own[CHECKSUM_MAX];

	if (odd != NULL)
		return diag_set(
		    err, odd->line, "unknown field '%s'", odd->name);
	if (id == NULL || sum == NULL)
		return diag_set(err, 0, "no field '%s'",
		    id == NULL ? "instrument" : "checksum");
	if (strcmp(id, in->id) != 0)
		return diag_set(err, meta_line(m, "instrument"),
		    "a bank of instrument '%s', not of '%s'", id, in->id);
	checksum(in, own);
	if (strcmp(sum, own) != 0)
		return diag_set(err, meta_line(m, "checksum"),
		    "instrument '%s' is another than the one calibrated: "
		    "checksum '%s', not '%s'",
		    id, own, sum);
	return 0;
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
	    num_double(cell, strlen(cell), min, PARAMETER_MAX, out);

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
		if (read_number(t, d->id, "threshold", cell, -PARAMETER_MAX, b,
			err) == -1)
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
	s->found[i] = true;
	s->area[i] = mem_strdup(table_cell(t, table_find(t, "area")));
	if (read_number(t, id, "a", a, -PARAMETER_MAX, &s->items[i].a, err) ==
	    -1)
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

static void
add_number(struct str *out, double x)
{
	char buf[NUM_MAX];

	if (isnan(x))
		return;
	num_format(buf, x);
	str_adds(out, buf);
}

static void
format_fit(
    struct str *out, const struct dimension *d, const struct calibration *c)
{
	str_addf(out,
	    "fit: %s: people %.0f; patterns %zu; parameters %zu;\n"
	    "  log-likelihood %.6f; AIC %.4f; BIC %.4f;\n"
	    "  marginal reliability %.4f; empirical reliability %.4f\n",
	    d->scale->id, c->people, c->patterns, c->parameters, c->loglik,
	    c->aic, c->bic, c->marginal, c->empirical);
}

static int
most_steps(const struct dimension *dimensions, size_t n)
{
	int most = 2;

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < dimensions[i].nitems; k++)
			if (dimensions[i].items[k].steps > most)
				most = dimensions[i].items[k].steps;
	return most;
}

static void
format_item(struct str *out, const struct dimension *d,
    const struct calibration *c, size_t i, int steps)
{
	const struct dimension_item *item = &d->items[i];
	const struct calibrated_item *about = &c->about[i];
	int m = 0;

	str_addf(out, "%s,%s,%.0f,", d->scale->id, item->id, about->n);
	add_number(out, c->items[i].a);
	str_addc(out, ',');
	add_number(out, about->se_a);
	for (int k = 1; k < steps; k++) {
		bool there = k < item->steps && item->split[k];

		str_addc(out, ',');
		if (there)
			add_number(out, c->items[i].b[m]);
		str_addc(out, ',');
		if (there)
			add_number(out, about->se_b[m++]);
	}
	str_addc(out, '\n');
}

void
bank_format(struct str *out, const struct dimension *dimensions,
    const struct calibration *fits, size_t n)
{
	const struct instrument *in = dimensions[0].in;
	int steps = most_steps(dimensions, n);
	char sum[CHECKSUM_MAX];

	checksum(in, sum);
	str_addf(out,
	    "id: %s\ninstrument: %s\nchecksum: %s\n"
	    "model: graded response; theta normal (0, 1), 61 nodes on -6..6\n",
	    in->id, in->id, sum);
	for (size_t i = 0; i < n; i++)
		format_fit(out, &dimensions[i], &fits[i]);
	str_adds(out, "\nscale,item,n,a,se_a");
	for (int k = 1; k < steps; k++)
		str_addf(out, ",b%d,se_b%d", k, k);
	str_addc(out, '\n');
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < dimensions[i].nitems; k++)
			format_item(out, &dimensions[i], &fits[i], k, steps);
}
