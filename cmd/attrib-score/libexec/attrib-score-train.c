/*
 * attrib-score-train - trains the machines of a model with liblinear and writes
 * it to standard output.  Apart from attrib-score, because that library is slow
 * to start.
 *
 * Standard input is a trainset (attrib/trainset.h).
 *
 * Each view of the features (attrib/feature.h) has a machine of its own, and
 * their sum is that of the model: trained together, the view of which there is
 * most would leave little for the others to learn.
 *
 * The solver is trust region Newton for the primal of the L2-regularised
 * squared hinge loss (Lin, Weng and Keerthi 2008, JMLR 9:627), which draws no
 * random numbers: the same input gives the same model.
 */
#include "attrib/trainset.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/str.h"

#include <linear.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

struct row {
	int fold;
	bool *labels;
	struct feature_node *nodes[FEATURE_VIEWS];
};

struct training {
	struct trainset set;
	struct row *rows;
	size_t nrows, cap;
	double *decisions; /* by cross-validation: decisions_of() */
};

static int
compare_nodes(const void *a, const void *b)
{
	return ((const struct feature_node *)a)->index -
	    ((const struct feature_node *)b)->index;
}

/* What liblinear reads of a view: rising indices, each once, the bias, and an
 * end. */
static struct feature_node *
make_nodes(const struct classifier *c, const struct features *f, uint32_t view)
{
	struct feature_node *nodes = mem_alloc(f->count + 2, sizeof *nodes);
	size_t count = 0, n = 0, i;

	for (i = 0; i < f->count; i++)
		if (feature_view(f->items[i].kind) == view)
			nodes[count++] = (struct feature_node){
			    (int)c->slots[f->items[i].bucket],
			    f->items[i].value};
	if (count > 1)
		qsort(nodes, count, sizeof *nodes, compare_nodes);
	for (i = 0; i < count; i++) {
		if (n > 0 && nodes[n - 1].index == nodes[i].index)
			nodes[n - 1].value += nodes[i].value;
		else
			nodes[n++] = nodes[i];
	}
	nodes[n++] = (struct feature_node){(int)c->nfeatures + 1, 1};
	nodes[n].index = -1;
	return nodes;
}

static void
read_rows(struct training *t)
{
	struct trainset_row read = {.fold = 0};
	struct diag err;
	int got;

	while ((got = trainset_next(&t->set, &read, &err)) == 1) {
		t->rows =
		    mem_grow(t->rows, &t->cap, t->nrows + 1, sizeof *t->rows);
		t->rows[t->nrows] = (struct row){read.fold, read.labels, {0}};
		for (uint32_t v = 0; v < FEATURE_VIEWS; v++)
			t->rows[t->nrows].nodes[v] =
			    make_nodes(&t->set.model, &read.features, v);
		t->nrows++;
	}
	if (got == -1)
		msg_die_diag(RC_DATA, "standard input", &err);
	features_release(&read.features);
}

/* The decisions for each row with this cost and machine. */
static double *
decisions_of(const struct training *t, size_t cost, size_t machine)
{
	return t->decisions +
	    (cost * t->set.model.nmachines + machine) * t->nrows;
}

/* The rows whose fold is not the one left out (-1: all); false where these all
 * have the label, or none has. */
static bool
make_problem(const struct training *t, size_t machine, uint32_t view,
    int left_out, struct problem *what)
{
	size_t right = 0;

	*what =
	    (struct problem){.n = (int)t->set.model.nfeatures + 1, .bias = 1};
	what->x = mem_alloc(t->nrows, sizeof(struct feature_node *));
	what->y = mem_alloc(t->nrows, sizeof *what->y);
	for (size_t i = 0; i < t->nrows; i++) {
		if (t->rows[i].fold == left_out)
			continue;
		what->x[what->l] = t->rows[i].nodes[view];
		what->y[what->l++] = t->rows[i].labels[machine] ? 1 : -1;
		right += t->rows[i].labels[machine];
	}
	return right > 0 && right < (size_t)what->l;
}

static void
free_problem(struct problem *what)
{
	free(what->x);
	free(what->y);
}

/* A machine; it begins where the one before, which is freed, left off (NULL: at
 * 0). */
static struct model *
train_machine(const struct training *t, const struct problem *what,
    size_t machine, double cost, struct model *before)
{
	int signs[] = {1, -1};
	double rest = t->set.model.nmachines < t->set.model.nlabels
	    ? t->set.weights[1]
	    : 1;
	double weights[] = {t->set.weights[machine], rest};
	struct parameter how = {.solver_type = L2R_L2LOSS_SVC,
	    .eps = 1e-2,
	    .C = cost,
	    .nr_weight = 2,
	    .weight_label = signs,
	    .weight = weights,
	    .init_sol = before == NULL ? NULL : before->w};
	struct model *m = train(what, &how);

	if (before != NULL)
		free_and_destroy_model(&before);
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

	for (; x->index != -1; x++)
		sum += x->value * weight(m, x->index);
	return sum;
}

/* Adds what a view decides of a fold.  Costs rise, so that each machine is near
 * the one before. */
static void
cross_validate(struct training *t, size_t machine, uint32_t view, int fold)
{
	struct problem what;
	bool both = make_problem(t, machine, view, fold, &what);
	struct model *m = NULL;

	for (size_t c = 0; c < t->set.ncosts; c++) {
		double *decisions = decisions_of(t, c, machine);

		if (both)
			m = train_machine(
			    t, &what, machine, t->set.costs[c], m);
		for (size_t i = 0; i < t->nrows; i++)
			if (t->rows[i].fold == fold)
				decisions[i] += both
				    ? decide(m, t->rows[i].nodes[view])
				    : -1;
	}
	if (m != NULL)
		free_and_destroy_model(&m);
	free_problem(&what);
}

/* Whether the decisions tell the label of a row. */
static bool
is_told(const struct training *t, size_t cost, size_t row, size_t label)
{
	const struct classifier *c = &t->set.model;
	const double *decisions = decisions_of(t, cost, 0) + row;
	size_t best = 0;

	if (c->nmachines < c->nlabels)
		return (decisions[0] > 0) == (label == 0);
	if (c->many)
		return decisions[label * t->nrows] > 0;
	for (size_t k = 1; k < c->nlabels; k++)
		if (decisions[k * t->nrows] > decisions[best * t->nrows])
			best = k;
	return best == label;
}

/* The mean of the F1 of all labels, of the rows of a fold (-1: of all). */
static double
macro_f1(const struct training *t, size_t cost, int fold)
{
	double sum = 0;

	for (size_t k = 0; k < t->set.model.nlabels; k++) {
		unsigned long both = 0, either = 0;

		for (size_t i = 0; i < t->nrows; i++) {
			bool told = is_told(t, cost, i, k);

			if (fold >= 0 && t->rows[i].fold != fold)
				continue;
			both += told && t->rows[i].labels[k];
			either += (unsigned long)told + t->rows[i].labels[k];
		}
		sum += either == 0 ? 0 : 2.0 * (double)both / (double)either;
	}
	return sum / (double)t->set.model.nlabels;
}

/* The standard error of the mean of the folds' macro-F1. */
static double
error_of_f1(const struct training *t, size_t cost)
{
	double sum = 0, squares = 0, n = t->set.folds;

	for (int fold = 0; fold < t->set.folds; fold++) {
		double f1 = macro_f1(t, cost, fold);

		sum += f1;
		squares += f1 * f1;
	}
	return n < 2 ? 0 : sqrt(fmax(squares - sum * sum / n, 0) / (n - 1) / n);
}

/*
 * The number of the least cost whose cross-validation has a macro-F1 within
 * half a standard error of the best: costs rise, a lower one makes a plainer
 * model, and what lies nearer than that is chance (after the rule of one
 * standard error, Breiman, Friedman, Olshen & Stone 1984, section 3.4.3).
 */
static size_t
choose_cost(struct training *t)
{
	double best = -1, f1, error;
	size_t chosen = 0;

	for (size_t k = 0; k < t->set.model.nmachines; k++)
		for (int fold = 0; fold < t->set.folds; fold++)
			for (uint32_t v = 0; v < FEATURE_VIEWS; v++)
				cross_validate(t, k, v, fold);
	for (size_t c = 0; c < t->set.ncosts; c++) {
		f1 = macro_f1(t, c, -1);
		if (f1 > best) {
			best = f1;
			chosen = c;
		}
	}
	error = error_of_f1(t, chosen);
	for (size_t c = chosen; c-- > 0;)
		if (macro_f1(t, c, -1) >= best - error / 2)
			chosen = c;
	msg_note("cost %g, macro-F1 %.3f in cross-validation",
	    t->set.costs[chosen], macro_f1(t, chosen, -1));
	return chosen;
}

static void
fit_probability(struct training *t, size_t cost, size_t machine)
{
	bool *right = mem_alloc(t->nrows, sizeof *right);

	for (size_t i = 0; i < t->nrows; i++)
		right[i] = t->rows[i].labels[machine];
	t->set.model.machines[machine].platt =
	    platt_fit(decisions_of(t, cost, machine), right, t->nrows);
	free(right);
}

/* Adds a view to a machine; the weights of what it does not see are 0. */
static void
fit_view(struct training *t, size_t machine, uint32_t view)
{
	struct classifier *c = &t->set.model;
	struct problem what;
	struct model *m;

	if (!make_problem(t, machine, view, -1, &what))
		msg_die(RC_DATA,
		    "standard input: a label that all rows have, or none");
	m = train_machine(t, &what, machine, c->cost, NULL);
	free_problem(&what);
	c->machines[machine].bias += weight(m, (int)c->nfeatures + 1);
	for (uint32_t b = 0; b < FEATURE_BUCKETS; b++)
		if (c->slots[b] != 0)
			classifier_add(c, b)[1 + machine] +=
			    (float)weight(m, (int)c->slots[b]);
	free_and_destroy_model(&m);
}

static void
fit_machine(struct training *t, size_t cost, size_t machine)
{
	for (uint32_t v = 0; v < FEATURE_VIEWS; v++)
		fit_view(t, machine, v);
	fit_probability(t, cost, machine);
}

static void
release(struct training *t)
{
	for (size_t i = 0; i < t->nrows; i++) {
		free(t->rows[i].labels);
		for (uint32_t v = 0; v < FEATURE_VIEWS; v++)
			free(t->rows[i].nodes[v]);
	}
	free(t->decisions);
	free(t->rows);
	trainset_release(&t->set);
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
	struct training t = {.nrows = 0};
	struct classifier *model = &t.set.model;
	struct str text = STR_INIT;
	struct diag err;
	size_t cost;

	msg_init("attrib-score-train");
	set_print_string_function(silent);
	read_input(&text);
	if (trainset_read(&t.set, text.text, text.len, &err) == -1)
		msg_die_diag(RC_DATA, "standard input", &err);
	msg_quiet(t.set.quiet);
	read_rows(&t);
	t.decisions = mem_zalloc(
	    t.set.ncosts * model->nmachines * t.nrows, sizeof *t.decisions);
	cost = choose_cost(&t);
	model->cost = t.set.costs[cost];
	for (size_t k = 0; k < model->nmachines; k++)
		fit_machine(&t, cost, k);
	str_clear(&text);
	classifier_format(&text, model);
	fwrite(text.text, 1, text.len, stdout);
	release(&t);
	str_release(&text);
	return msg_finish(RC_OK);
}
