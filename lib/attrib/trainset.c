#include "attrib/trainset.h"

#include "base/mem.h"
#include "base/num.h"
#include "base/str.h"
#include "stream/table.h"

#include <inttypes.h>
#include <math.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS_MIN = 2 };

static int
read_number(const char *text, size_t len, unsigned long line, double *x,
    struct diag *err)
{
	const char *fault = num_double(text, len, 0, 1e15, x);

	return fault == NULL
	    ? 0
	    : diag_set(err, line, "%s: '%.*s'", fault, (int)len, text);
}

/* A whole number from 0. */
static int
read_count(const char *text, unsigned long line, int *x, struct diag *err)
{
	long value = 0;
	const char *fault = num_long(text, strlen(text), 0, INT_MAX, &value);

	*x = (int)value;
	return fault == NULL ? 0 : diag_set(err, line, "%s: '%s'", fault, text);
}

static int
read_field(const struct trainset *t, const char *name, int *x, struct diag *err)
{
	return read_count(
	    meta_get(&t->head, name), meta_line(&t->head, name), x, err);
}

static int
read_costs(struct trainset *t, struct diag *err)
{
	const char *list = meta_get(&t->head, "costs"), *part;
	size_t len;

	while (t->ncosts < TRAINSET_COSTS_MAX &&
	    str_split(&list, ' ', &part, &len))
		if (read_number(part, len, meta_line(&t->head, "costs"),
			&t->costs[t->ncosts++], err) == -1)
			return -1;
	return 0;
}

static int
read_labels(struct trainset *t, struct diag *err)
{
	struct classifier *c = &t->model;
	size_t next = 0, weight = 0, cap = 0;
	const char *label, *text;

	while ((label = meta_each(&t->head, "label", &next)) != NULL) {
		if (c->nlabels == CLASSIFIER_LABELS_MAX)
			return diag_set(err, 0, "too many labels");
		text = meta_each(&t->head, "weight", &weight);
		t->weights[c->nlabels] = 1;
		if (text != NULL &&
		    read_number(text, strlen(text), 0, &t->weights[c->nlabels],
			err) == -1)
			return -1;
		c->labels = mem_grow(
		    c->labels, &cap, c->nlabels + 1, sizeof *c->labels);
		c->labels[c->nlabels++] = mem_strdup(label);
	}
	return 0;
}

static int
read_head(struct trainset *t, struct diag *err)
{
	static const char *const needed[] = {
	    "column", "kind", "seed", "lexicon", "folds", "costs", "quiet"};
	struct classifier *c = &t->model;
	int quiet;

	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
		if (meta_get(&t->head, needed[i]) == NULL)
			return diag_set(err, 0, "no field '%s'", needed[i]);
	c->column = mem_strdup(meta_get(&t->head, "column"));
	c->many = strcmp(meta_get(&t->head, "kind"), "many") == 0;
	c->seed = strtoul(meta_get(&t->head, "seed"), NULL, 10);
	c->lexicon = strtoull(meta_get(&t->head, "lexicon"), NULL, 16);
	if (read_field(t, "folds", &t->folds, err) == -1 ||
	    read_field(t, "quiet", &quiet, err) == -1)
		return -1;
	t->quiet = quiet != 0;
	if (read_costs(t, err) == -1 || read_labels(t, err) == -1)
		return -1;
	classifier_prepare(c);
	return 0;
}

static int
open_body(struct trainset *t, struct diag *err)
{
	table_free(t->body);
	t->body = table_new(
	    csvin_new_mem(t->head.body, t->head.body_len, t->head.body_line),
	    err);
	return t->body == NULL ? -1 : 0;
}

static int
add_feature(struct features *f, int kind, const char *text, size_t len,
    unsigned long line, struct diag *err)
{
	const char *colon = memchr(text, ':', len);
	bool below = kind == FEATURE_SENSE && colon != NULL && colon[1] == '-';
	double bucket, value;

	if (colon == NULL)
		return diag_set(
		    err, line, "no feature: '%.*s'", (int)len, text);
	if (read_number(text, (size_t)(colon - text), line, &bucket, err) ==
		-1 ||
	    read_number(colon + 1 + below,
		len - (size_t)(colon + 1 + below - text), line, &value,
		err) == -1)
		return -1;
	f->items = mem_grow(f->items, &f->cap, f->count + 1, sizeof *f->items);
	f->items[f->count++] =
	    (struct feature){.bucket = (uint32_t)bucket % FEATURE_BUCKETS,
		.kind = (uint32_t)kind,
		.value = below ? -value : value};
	return 0;
}

/* Reads the features of the current row. */
static int
read_features(const struct table *t, struct features *f, struct diag *err)
{
	const char *list, *part;
	size_t len;

	f->count = 0;
	for (int kind = 0; kind < FEATURE_KINDS; kind++) {
		list = table_cell(t, 2 + kind);
		while (str_split(&list, ' ', &part, &len))
			if (add_feature(
				f, kind, part, len, table_line(t), err) == -1)
				return -1;
	}
	return 0;
}

static void
set_idf(struct trainset *t, const unsigned *frequency)
{
	double n = (double)t->model.rows;

	for (uint32_t b = 0; b < FEATURE_BUCKETS; b++)
		if (frequency[b] >= ROWS_MIN)
			classifier_add(&t->model, b)[0] =
			    (float)(log((n + 1) / (1 + frequency[b])) + 1);
}

/* 1 for a row, 0 at the end, -1 where it is malformed. */
static int
next_record(struct trainset *t, struct diag *err)
{
	int got = table_next(t->body);

	if (got == CSVIN_RECORD)
		return 1;
	if (got == CSVIN_END)
		return 0;
	*err = *table_error(t->body);
	return -1;
}

static int
count_features(struct trainset *t, struct diag *err)
{
	unsigned *frequency = mem_zalloc(FEATURE_BUCKETS, sizeof *frequency);
	unsigned long *last = mem_zalloc(FEATURE_BUCKETS, sizeof *last);
	struct features f = {.count = 0};
	int rc;

	while ((rc = next_record(t, err)) == 1 &&
	    (rc = read_features(t->body, &f, err)) == 0) {
		t->model.rows++;
		for (size_t i = 0; i < f.count; i++) {
			uint32_t b = f.items[i].bucket;

			frequency[b] += last[b] != t->model.rows;
			last[b] = t->model.rows;
		}
	}
	if (rc == 0)
		set_idf(t, frequency);
	features_release(&f);
	free(frequency);
	free(last);
	return rc;
}

int
trainset_read(
    struct trainset *t, const char *text, size_t len, struct diag *err)
{
	*t = (struct trainset){.ncosts = 0};
	if (meta_parse(&t->head, text, len, err) == -1 ||
	    read_head(t, err) == -1 || open_body(t, err) == -1 ||
	    count_features(t, err) == -1)
		return -1;
	return open_body(t, err);
}

void
trainset_release(struct trainset *t)
{
	table_free(t->body);
	meta_release(&t->head);
	classifier_release(&t->model);
}

static int
read_row_labels(
    const struct trainset *t, struct trainset_row *row, struct diag *err)
{
	const char *list = table_cell(t->body, 1), *part;
	size_t len;
	double label;

	while (str_split(&list, ';', &part, &len)) {
		if (read_number(part, len, table_line(t->body), &label, err) ==
		    -1)
			return -1;
		if (label >= (double)t->model.nlabels)
			return diag_set(err, table_line(t->body),
			    "a label of a greater number");
		row->labels[(size_t)label] = true;
	}
	return 0;
}

int
trainset_next(struct trainset *t, struct trainset_row *row, struct diag *err)
{
	int rc = next_record(t, err);

	if (rc != 1)
		return rc;
	if (read_count(table_cell(t->body, 0), table_line(t->body), &row->fold,
		err) == -1)
		return -1;
	row->labels = mem_zalloc(t->model.nlabels, sizeof *row->labels);
	if (read_row_labels(t, row, err) == -1 ||
	    read_features(t->body, &row->features, err) == -1) {
		free(row->labels);
		return -1;
	}
	features_weigh(&row->features, classifier_idf, &t->model);
	return 1;
}
