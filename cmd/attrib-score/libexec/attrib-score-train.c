/*
 * attrib-score-train - trains the machines of a model with liblinear and writes
 * it to standard output.  Apart from attrib-score, because that library is slow
 * to start.
 *
 * Standard input is a head of fields (column, kind, seed, lexicon, folds,
 * costs, quiet, and for each label "label" and "weight"), a blank line, and
 * CSV: fold,labels, and the features of each kind; labels are numbers separated
 * by ';', features "BUCKET:COUNT" separated by blanks.
 *
 * The solver is trust region Newton for the primal of the L2-regularised
 * squared hinge loss (Lin, Weng and Keerthi 2008, JMLR 9:627), which draws no
 * random numbers: the same input gives the same model.
 */
#include "attrib/classifier.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/num.h"
#include "base/str.h"
#include "stream/meta.h"
#include "stream/table.h"

#include <linear.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A feature of one row alone tells nothing of other rows, and may be a name. */
enum { ROWS_MIN = 2, COSTS_MAX = 32 };

struct row {
	int fold;
	bool *labels;
	struct feature_node *nodes;
};

struct training {
	struct classifier model;
	struct meta head;
	double weights[CLASSIFIER_LABELS_MAX];
	double costs[COSTS_MAX];
	size_t ncosts;
	int folds;
	struct row *rows;
	size_t nrows, cap;
	unsigned *frequency; /* rows with each bucket */
	double **decisions;  /* of each machine and row, by cross-validation */
};

static _Noreturn void
die(const char *what)
{
	msg_die(RC_DATA, "standard input: %s", what);
}

static const char *
field(const struct training *t, const char *name)
{
	const char *value = meta_get(&t->head, name);

	if (value == NULL)
		die(name);
	return value;
}

static double
number(const char *text, size_t len)
{
	double x;

	if (num_double(text, len, 0, 1e15, &x) != NULL)
		die(text);
	return x;
}

static void
read_head(struct training *t)
{
	struct classifier *c = &t->model;
	const char *list = field(t, "costs"), *part, *label;
	size_t len, next = 0, cap = 0, weight = 0, i;

	c->column = mem_strdup(field(t, "column"));
	c->many = strcmp(field(t, "kind"), "many") == 0;
	c->seed = strtoul(field(t, "seed"), NULL, 10);
	c->lexicon = strtoull(field(t, "lexicon"), NULL, 16);
	t->folds = atoi(field(t, "folds"));
	msg_quiet(atoi(field(t, "quiet")) != 0);
	while (t->ncosts < COSTS_MAX && str_split(&list, ' ', &part, &len))
		t->costs[t->ncosts++] = number(part, len);
	while ((label = meta_each(&t->head, "label", &next)) != NULL) {
		if (c->nlabels == CLASSIFIER_LABELS_MAX)
			die("too many labels");
		c->labels = mem_grow(
		    c->labels, &cap, c->nlabels + 1, sizeof *c->labels);
		c->labels[c->nlabels++] = mem_strdup(label);
	}
	for (next = i = 0; i < c->nlabels; i++) {
		part = meta_each(&t->head, "weight", &weight);
		t->weights[i] = part == NULL ? 1 : number(part, strlen(part));
	}
	classifier_prepare(c);
}

/* Reads the features of the current row. */
static void
read_features(const struct table *t, struct features *f)
{
	const char *list, *part, *colon;
	size_t len;
	int kind;

	f->count = 0;
	for (kind = 0; kind < FEATURE_KINDS; kind++) {
		list = table_cell(t, 2 + kind);
		while (str_split(&list, ' ', &part, &len)) {
			colon = memchr(part, ':', len);
			if (colon == NULL)
				die(part);
			f->items = mem_grow(
			    f->items, &f->cap, f->count + 1, sizeof *f->items);
			f->items[f->count++] = (struct feature){
			    .bucket =
				(uint32_t)number(part, (size_t)(colon - part)) %
				FEATURE_BUCKETS,
			    .kind = (uint32_t)kind,
			    .value = number(
				colon + 1, len - (size_t)(colon + 1 - part))};
		}
	}
}

static int
compare_nodes(const void *a, const void *b)
{
	return ((const struct feature_node *)a)->index -
	    ((const struct feature_node *)b)->index;
}

/* What liblinear reads: rising indices, each once, the bias, and an end. */
static struct feature_node *
make_nodes(const struct classifier *c, const struct features *f)
{
	struct feature_node *nodes = mem_alloc(f->count + 2, sizeof *nodes);
	size_t n = 0, i;

	for (i = 0; i < f->count; i++)
		nodes[i] = (struct feature_node){
		    (int)c->slots[f->items[i].bucket], f->items[i].value};
	if (f->count > 1)
		qsort(nodes, f->count, sizeof *nodes, compare_nodes);
	for (i = 0; i < f->count; i++) {
		if (n > 0 && nodes[n - 1].index == nodes[i].index)
			nodes[n - 1].value += nodes[i].value;
		else
			nodes[n++] = nodes[i];
	}
	nodes[n++] = (struct feature_node){(int)c->nfeatures + 1, 1};
	nodes[n].index = -1;
	return nodes;
}

static struct table *
open_body(const struct training *t)
{
	struct diag err;
	struct table *table = table_new(
	    csvin_new_mem(t->head.body, t->head.body_len, t->head.body_line),
	    &err);

	if (table == NULL)
		msg_die_diag(RC_DATA, "standard input", &err);
	return table;
}

/* First pass: in how many rows each feature stands, and by that its idf, as
 * ln((1 + n) / (1 + rows)) + 1. */
static void
count_features(struct training *t, struct features *f)
{
	struct table *table = open_body(t);
	unsigned long n = 0, *last;
	uint32_t b;

	last = mem_zalloc(FEATURE_BUCKETS, sizeof *last);
	t->frequency = mem_zalloc(FEATURE_BUCKETS, sizeof *t->frequency);
	while (table_next(table) == CSVIN_RECORD) {
		read_features(table, f);
		n++;
		for (size_t i = 0; i < f->count; i++) {
			b = f->items[i].bucket;
			if (last[b] != n)
				t->frequency[b]++;
			last[b] = n;
		}
	}
	for (b = 0; b < FEATURE_BUCKETS; b++)
		if (t->frequency[b] >= ROWS_MIN)
			classifier_add(&t->model, b)[0] =
			    (float)(log((double)(1 + n) /
					(1 + t->frequency[b])) +
				1);
	t->model.rows = n;
	table_free(table);
	free(last);
}

static void
read_labels(const struct training *t, struct row *row, const char *list)
{
	const char *part;
	size_t len, label;

	row->labels = mem_zalloc(t->model.nlabels, sizeof *row->labels);
	while (str_split(&list, ';', &part, &len)) {
		label = (size_t)number(part, len);
		if (label >= t->model.nlabels)
			die("a label of a greater number");
		row->labels[label] = true;
	}
}

static void
read_rows(struct training *t, struct features *f)
{
	struct table *table = open_body(t);

	while (table_next(table) == CSVIN_RECORD) {
		struct row row = {.fold = atoi(table_cell(table, 0))};

		read_labels(t, &row, table_cell(table, 1));
		read_features(table, f);
		features_weigh(f, classifier_idf, &t->model);
		row.nodes = make_nodes(&t->model, f);
		t->rows =
		    mem_grow(t->rows, &t->cap, t->nrows + 1, sizeof *t->rows);
		t->rows[t->nrows++] = row;
	}
	table_free(table);
}

/* A machine trained on the rows whose fold is not the one left out (-1: all);
 * NULL where these all have the label, or none has. */
static struct model *
train_machine(
    const struct training *t, size_t machine, double cost, int left_out)
{
	int signs[] = {1, -1};
	double rest = t->model.nmachines < t->model.nlabels ? t->weights[1] : 1;
	double weights[] = {t->weights[machine], rest};
	struct parameter how = {.solver_type = L2R_L2LOSS_SVC,
	    .eps = 1e-2,
	    .C = cost,
	    .nr_weight = 2,
	    .weight_label = signs,
	    .weight = weights};
	struct problem what = {.n = (int)t->model.nfeatures + 1, .bias = 1};
	struct model *m = NULL;
	size_t right = 0;

	what.x = mem_alloc(t->nrows, sizeof(struct feature_node *));
	what.y = mem_alloc(t->nrows, sizeof *what.y);
	for (size_t i = 0; i < t->nrows; i++) {
		if (t->rows[i].fold == left_out)
			continue;
		what.x[what.l] = t->rows[i].nodes;
		what.y[what.l++] = t->rows[i].labels[machine] ? 1 : -1;
		right += t->rows[i].labels[machine];
	}
	if (right > 0 && right < (size_t)what.l)
		m = train(&what, &how);
	free(what.x);
	free(what.y);
	return m;
}

/* The weight of feature 1.. for the label, the bias being one more; liblinear
 * turns a machine round whose first example was without it. */
static double
weight(const struct model *m, int feature)
{
	return m->label[0] == 1 ? m->w[feature - 1] : -m->w[feature - 1];
}

static double
decide(const struct model *m, const struct feature_node *x)
{
	double sum = 0;

	if (m == NULL)
		return -1;
	for (; x->index != -1; x++)
		sum += x->value * weight(m, x->index);
	return sum;
}

static void
cross_validate(struct training *t, double cost)
{
	for (size_t k = 0; k < t->model.nmachines; k++)
		for (int fold = 0; fold < t->folds; fold++) {
			struct model *m = train_machine(t, k, cost, fold);

			for (size_t i = 0; i < t->nrows; i++)
				if (t->rows[i].fold == fold)
					t->decisions[k][i] =
					    decide(m, t->rows[i].nodes);
			if (m != NULL)
				free_and_destroy_model(&m);
		}
}

/* Whether the decisions tell the label of a row. */
static bool
is_told(const struct training *t, size_t row, size_t label)
{
	const struct classifier *c = &t->model;
	size_t best = 0;

	if (c->nmachines < c->nlabels)
		return (t->decisions[0][row] > 0) == (label == 0);
	if (c->many)
		return t->decisions[label][row] > 0;
	for (size_t k = 1; k < c->nlabels; k++)
		if (t->decisions[k][row] > t->decisions[best][row])
			best = k;
	return best == label;
}

/* The mean of the F1 of all labels. */
static double
macro_f1(const struct training *t)
{
	double sum = 0;

	for (size_t k = 0; k < t->model.nlabels; k++) {
		unsigned long both = 0, either = 0;

		for (size_t i = 0; i < t->nrows; i++) {
			bool told = is_told(t, i, k);

			both += told && t->rows[i].labels[k];
			either += (unsigned long)told + t->rows[i].labels[k];
		}
		sum += either == 0 ? 0 : 2.0 * (double)both / (double)either;
	}
	return sum / (double)t->model.nlabels;
}

/* The cost whose cross-validation has the best macro-F1, the lowest of equal
 * ones; leaves the decisions of it behind. */
static double
choose_cost(struct training *t)
{
	double best = -1, chosen = t->costs[0], f1;

	for (size_t i = 0; i < t->ncosts; i++) {
		cross_validate(t, t->costs[i]);
		f1 = macro_f1(t);
		if (f1 > best) {
			best = f1;
			chosen = t->costs[i];
		}
	}
	if (t->ncosts > 1 && chosen != t->costs[t->ncosts - 1])
		cross_validate(t, chosen);
	msg_note("cost %g, macro-F1 %.3f in cross-validation", chosen, best);
	return chosen;
}

static void
fit_probability(struct training *t, size_t machine)
{
	bool *right = mem_alloc(t->nrows, sizeof *right);

	for (size_t i = 0; i < t->nrows; i++)
		right[i] = t->rows[i].labels[machine];
	t->model.machines[machine].platt =
	    platt_fit(t->decisions[machine], right, t->nrows);
	free(right);
}

static void
fit_machine(struct training *t, size_t machine)
{
	struct model *m = train_machine(t, machine, t->model.cost, -1);
	struct classifier *c = &t->model;

	if (m == NULL)
		die("a label that all rows have, or none");
	c->machines[machine].bias = weight(m, (int)c->nfeatures + 1);
	for (uint32_t b = 0; b < FEATURE_BUCKETS; b++)
		if (c->slots[b] != 0)
			classifier_add(c, b)[1 + machine] =
			    (float)weight(m, (int)c->slots[b]);
	free_and_destroy_model(&m);
	fit_probability(t, machine);
}

static void
release(struct training *t)
{
	for (size_t i = 0; i < t->nrows; i++) {
		free(t->rows[i].labels);
		free(t->rows[i].nodes);
	}
	for (size_t k = 0; k < t->model.nmachines; k++)
		free(t->decisions[k]);
	free(t->decisions);
	free(t->rows);
	free(t->frequency);
	meta_release(&t->head);
	classifier_release(&t->model);
}

static void
read_input(struct str *text)
{
	char buf[65536];
	size_t n;

	while ((n = fread(buf, 1, sizeof buf, stdin)) > 0)
		str_add(text, buf, n);
	if (ferror(stdin))
		msg_die(RC_SYSTEM, "standard input: cannot be read");
}

static void
silent(const char *text)
{
	(void)text;
}

int
main(void)
{
	struct training t = {.ncosts = 0};
	struct features f = {.count = 0};
	struct str text = STR_INIT;
	struct diag err;

	msg_init("attrib-score-train");
	set_print_string_function(silent);
	read_input(&text);
	if (meta_parse(&t.head, text.text, text.len, &err) == -1)
		msg_die_diag(RC_DATA, "standard input", &err);
	read_head(&t);
	count_features(&t, &f);
	read_rows(&t, &f);
	t.decisions = mem_alloc(t.model.nmachines, sizeof *t.decisions);
	for (size_t k = 0; k < t.model.nmachines; k++)
		t.decisions[k] = mem_zalloc(t.nrows, sizeof **t.decisions);
	t.model.cost = choose_cost(&t);
	for (size_t k = 0; k < t.model.nmachines; k++)
		fit_machine(&t, k);
	str_clear(&text);
	classifier_format(&text, &t.model);
	fwrite(text.text, 1, text.len, stdout);
	features_release(&f);
	release(&t);
	str_release(&text);
	return msg_finish(RC_OK);
}
