/* attrib-score eval - compares labels told, in a column or by a model, with
 * those that are right. */
#include "eval.h"
#include "model.h"
#include "options.h"

#include "base/mem.h"
#include "base/msg.h"
#include "base/num.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { COL_LABEL, COL_PREDICTED, COL_PROBABILITY, COL_TEXT, COL_GROUP, COLS };

/* The label told of the last statement, and how probable it is; of several,
 * all, and NaN. */
static double
add_told(const struct model *m, struct str *told)
{
	double p = NAN;

	for (size_t k = 0; k < m->classifier.nlabels; k++) {
		if (!m->told[k])
			continue;
		if (told->len > 0)
			str_addc(told, ';');
		str_adds(told, m->classifier.labels[k]);
		p = m->probabilities[k];
	}
	return m->classifier.many ? NAN : p;
}

/* The sum over all labels of the squares of what the probabilities are off by;
 * a label that the model does not know is off by 1. */
static double
square_off(const struct model *m, const struct labelled *l, size_t row)
{
	double sum = l->rows[row].count, p;

	for (size_t k = 0; k < m->classifier.nlabels; k++) {
		const char *name = m->classifier.labels[k];
		uint32_t label = names_find(&l->names, name, strlen(name));

		p = m->probabilities[k];
		if (label != NAMES_NONE && labelled_has(l, row, label))
			sum += (p - 1) * (p - 1) - 1;
		else
			sum += p * p;
	}
	return sum;
}

static void
add_figures(struct eval *e, double probability, double square)
{
	size_t i = e->pairs.count / 2 - 1;

	e->probability = mem_grow(
	    e->probability, &e->probability_cap, i + 1, sizeof(double));
	e->probability[i] = probability;
	e->squares =
	    mem_grow(e->squares, &e->squares_cap, i + 1, sizeof(double));
	e->squares[i] = square;
}

/* What was told of a row, and how probable it is; text is borrowed. */
struct told {
	const char *text;
	size_t len;
	double probability;
};

/* What the model tells of the row's statement. */
static int
judge_row(struct eval *e, const struct table *t, const int cols[COLS],
    struct told *told, struct diag *why)
{
	size_t len = table_cell_len(t, cols[COL_TEXT]);

	if (len > STATEMENT_MAX)
		return diag_set(
		    why, 0, "a statement of more than %d bytes", STATEMENT_MAX);
	model_read(
	    e->model, e->reader, e->lex, table_cell(t, cols[COL_TEXT]), len);
	str_clear(&e->labels);
	told->probability = add_told(e->model, &e->labels);
	told->text = e->labels.text;
	told->len = e->labels.len;
	return 0;
}

/* What the columns say was told. */
static int
take_told(const struct table *t, const int cols[COLS], struct told *told,
    struct diag *why)
{
	int col = cols[COL_PROBABILITY];
	const char *fault = NULL;

	told->text = table_cell(t, cols[COL_PREDICTED]);
	told->len = table_cell_len(t, cols[COL_PREDICTED]);
	told->probability = NAN;
	if (!table_missing(t, col))
		fault = num_double(table_cell(t, col), table_cell_len(t, col),
		    0, 1, &told->probability);
	if (fault != NULL)
		return diag_set(why, 0, "field '%s': %s: '%s'",
		    table_name(t, (size_t)col), fault, table_cell(t, col));
	if (labelled_blank(told->text, told->len))
		told->probability = NAN; /* it is that of the label told */
	return 0;
}

/* Adds a row once nothing more can be wrong with it: of one that is refused no
 * label and no group is left. */
static int
add_row(struct eval *e, struct table *t, const int cols[COLS], struct diag *why)
{
	const char *right = table_cell(t, cols[COL_LABEL]);
	size_t len = table_cell_len(t, cols[COL_LABEL]);
	size_t row = e->pairs.count;
	bool many = e->set->many;
	struct told told;
	double square = NAN;
	int rc;

	rc = labelled_check(right, len, many, why);
	if (rc == 0)
		rc = e->model != NULL ? judge_row(e, t, cols, &told, why)
				      : take_told(t, cols, &told, why);
	if (rc == 0)
		rc = labelled_check(told.text, told.len, many, why);
	if (rc != 0) {
		why->line = table_line(t);
		return -1;
	}
	labelled_add(
	    &e->pairs, right, len, many, table_cell(t, cols[COL_GROUP]), why);
	labelled_add(&e->pairs, told.text, told.len, many, NULL, why);
	if (e->model != NULL && e->model->judged)
		square = square_off(e->model, &e->pairs, row);
	e->abstained += e->pairs.rows[row + 1].count == 0;
	add_figures(e, told.probability, square);
	return 0;
}

static void
find_columns(
    const struct settings *set, struct table *t, const char *path, int *cols)
{
	const char *text = set->column != NULL ? set->column : "text";
	const char *names[COLS] = {set->label, set->predicted, set->probability,
	    set->model != NULL ? text : NULL, set->group};
	struct diag err;

	for (int i = 0; i < COLS; i++) {
		cols[i] = -1;
		if (names[i] != NULL &&
		    (cols[i] = table_pick(t, names[i], &err)) == -1)
			msg_die_diag(RC_DATA, io_name(path), &err);
	}
	if (set->group == NULL)
		cols[COL_GROUP] = table_find(t, "respondent");
}

static void
take_file(struct eval *e, const char *path)
{
	FILE *fp = io_open(path);
	struct table *t = io_table(&e->set->rows, fp, path, ',');
	struct diag why;
	int cols[COLS];

	if (t != NULL) {
		find_columns(e->set, t, path, cols);
		while (io_next(&e->set->rows, t, path)) {
			if (!e->set->many &&
			    labelled_blank(table_cell(t, cols[COL_LABEL]),
				table_cell_len(t, cols[COL_LABEL])))
				e->unlabelled++;
			else if (add_row(e, t, cols, &why) == -1)
				io_refuse(&e->set->rows, path, &why);
		}
	}
	table_free(t);
	io_close(fp);
}

static void
check_options(const struct settings *set)
{
	if (set->label == NULL)
		opt_die(&tool, "'eval' needs --label");
	if ((set->predicted == NULL) == (set->model == NULL))
		opt_die(&tool, "'eval' needs --predicted or --model%s",
		    set->model != NULL ? ", not both" : "");
	if (set->dic != NULL)
		opt_die(
		    &tool, "a dictionary of word counts is of 'score' alone");
	if (set->model == NULL && (set->column != NULL || set->nlexicons > 0))
		opt_die(&tool, "--column and --lexicon go with --model");
	if (set->probability != NULL && (set->model != NULL || set->many))
		opt_die(&tool,
		    "--probability goes with --predicted, one label a row");
}

static void
release(struct eval *e)
{
	model_close(e->model);
	attrib_free(e->reader);
	lexicon_free(e->lex);
	labelled_release(&e->pairs);
	str_release(&e->labels);
	free(e->probability);
	free(e->squares);
}

int
eval_run(void *settings, int n, char *const operands[])
{
	struct eval e = {.set = settings, .labels = STR_INIT};
	enum rc rc;

	check_options(e.set);
	io_stdin_check(&tool, n, operands, e.set->model);
	if (e.set->model != NULL) {
		e.lex = lexicons_read(e.set);
		e.reader = lexicons_reader(e.lex);
		e.model = model_open(e.set, e.lex);
		e.set->many = e.set->many || e.model->classifier.many;
	}
	if (n == 0)
		take_file(&e, "-");
	for (int i = 0; i < n; i++)
		take_file(&e, operands[i]);
	if (e.unlabelled > 0)
		msg_note("rows without a label, left out: %lu", e.unlabelled);
	rc = (enum rc)io_verdict(&e.set->rows);
	if (e.pairs.names.count > CLASSIFIER_LABELS_MAX)
		msg_die(RC_DATA, "nothing to compare: more than %d labels",
		    CLASSIFIER_LABELS_MAX);
	if (e.pairs.count == 0) {
		msg_warn("no row has a label: nothing to compare");
		rc = rc == RC_OK ? RC_NO : rc;
	} else {
		eval_write(&e);
	}
	release(&e);
	return rc;
}
