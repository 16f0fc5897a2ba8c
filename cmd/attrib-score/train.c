/* attrib-score train - learns labels: hands what stands in the labelled
 * statements to a helper program that links liblinear. */
#include "options.h"
#include "weights.h"

#include "attrib/classifier.h"
#include "attrib/feature.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/num.h"
#include "cli/helper.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Costs that cross-validation tries. */
static const char costs[] = "0.03 0.1 0.3 1";

struct training {
	struct settings *set;
	const struct lexicon *lex;
	struct attrib *reader;
	struct features features;
	struct labelled labels;
	struct str cells; /* of features, of each row one behind the other */
	size_t *ends;     /* of each row in cells */
	size_t cap;
	unsigned long unlabelled;
};

/* "words,letters,rules,shapes,last,senses" of a row, each feature as
 * BUCKET:COUNT.
 */
static void
add_features(struct training *t)
{
	const struct features *f = &t->features;
	size_t i = 0;

	for (uint32_t kind = 0; kind < FEATURE_KINDS; kind++) {
		str_addc(&t->cells, ',');
		for (; i < f->count && f->items[i].kind == kind; i++)
			str_addf(&t->cells, "%" PRIu32 ":%g ",
			    f->items[i].bucket, f->items[i].value);
	}
}

static int
add_row(struct training *t, struct table *table, const int cols[3],
    struct diag *why)
{
	size_t len = table_cell_len(table, cols[0]);
	size_t row = t->labels.count;

	why->line = table_line(table);
	if (len > STATEMENT_MAX)
		return diag_set(why, table_line(table),
		    "a statement of more than %d bytes", STATEMENT_MAX);
	if (labelled_add(&t->labels, table_cell(table, cols[1]),
		table_cell_len(table, cols[1]), t->set->many,
		table_cell(table, cols[2]), why) == -1) {
		why->line = table_line(table);
		return -1;
	}
	features_read(
	    &t->features, t->reader, t->lex, table_cell(table, cols[0]), len);
	add_features(t);
	t->ends = mem_grow(t->ends, &t->cap, row + 1, sizeof *t->ends);
	t->ends[row] = t->cells.len;
	return 0;
}

static void
take_table(struct training *t, struct table *table, const char *path)
{
	const char *text = t->set->column != NULL ? t->set->column : "text";
	struct diag why;
	int cols[3];

	cols[0] = table_pick(table, text, &why);
	cols[1] = cols[0] == -1 ? -1 : table_pick(table, t->set->label, &why);
	if (cols[1] == -1)
		msg_die_diag(RC_DATA, io_name(path), &why);
	cols[2] = table_find(table, "respondent");
	if (t->set->group != NULL &&
	    (cols[2] = table_pick(table, t->set->group, &why)) == -1)
		msg_die_diag(RC_DATA, io_name(path), &why);
	while (io_next(&t->set->rows, table, path)) {
		if (!t->set->many &&
		    labelled_blank(table_cell(table, cols[1]),
			table_cell_len(table, cols[1])))
			t->unlabelled++;
		else if (add_row(t, table, cols, &why) == -1)
			io_refuse(&t->set->rows, path, &why);
	}
}

static void
take_file(struct training *t, const char *path)
{
	FILE *fp = io_open(path);
	struct table *table = io_table(&t->set->rows, fp, path, ',');

	if (table != NULL)
		take_table(t, table, path);
	table_free(table);
	io_close(fp);
}

static void
add_head(const struct training *t, const uint32_t *order, struct str *out)
{
	unsigned long *counts = weights_counts(&t->labels);
	char number[NUM_MAX];

	num_format(number, t->set->cost);
	str_addf(out,
	    "column: %s\nkind: %s\nseed: %ld\nfolds: %ld\ncosts: %s\n"
	    "lexicon: %016" PRIx64 "\nquiet: %d\n",
	    t->set->label, t->set->many ? "many" : "one", t->set->seed,
	    t->set->folds, t->set->cost > 0 ? number : costs,
	    features_lexicon(t->lex), t->set->quiet);
	for (size_t i = 0; i < t->labels.names.count; i++) {
		num_format(number,
		    weights_of(t->set->weights, &t->labels, order[i], counts));
		str_addf(out, "label: %s\nweight: %s\n",
		    names_text(&t->labels.names, order[i]), number);
	}
	str_adds(out, "\nfold,labels,words,letters,rules,shapes,last,senses\n");
	free(counts);
}

static void
add_rows(const struct training *t, const uint32_t *ranks, struct str *out)
{
	const struct labelled *l = &t->labels;
	uint32_t *folds =
	    labelled_folds(l, (uint32_t)t->set->folds, (uint64_t)t->set->seed);
	size_t begin = 0;

	for (size_t r = 0; r < l->count; r++) {
		str_addf(out, "%" PRIu32 ",", folds[r]);
		for (uint32_t i = 0; i < l->rows[r].count; i++)
			str_addf(out, "%s%" PRIu32, i > 0 ? ";" : "",
			    ranks[l->given[l->rows[r].first + i]]);
		str_add(out, t->cells.text + begin, t->ends[r] - begin);
		str_addc(out, '\n');
		begin = t->ends[r];
	}
	free(folds);
}

/* Why there is nothing to be learnt from these rows, or NULL. */
static const char *
fault_of(const struct training *t)
{
	const struct labelled *l = &t->labels;
	unsigned long *counts = weights_counts(l);
	bool same = false;

	for (size_t i = 0; i < l->names.count; i++)
		same = same || counts[i] == l->count;
	free(counts);
	if (l->names.count < (t->set->many ? 1u : 2u) || same)
		return "a label is learnt from rows with it and without it";
	if (l->names.count > CLASSIFIER_LABELS_MAX)
		return "more than 256 labels";
	if (l->groups.count < (size_t)t->set->folds)
		return "fewer rows, or groups of them, than folds";
	return NULL;
}

static void
train(struct training *t)
{
	uint32_t *ranks = labelled_ranks(&t->labels);
	uint32_t *order = mem_alloc(t->labels.names.count, sizeof *order);
	struct str out = STR_INIT;

	for (uint32_t i = 0; i < t->labels.names.count; i++)
		order[ranks[i]] = i;
	add_head(t, order, &out);
	add_rows(t, ranks, &out);
	helper_run("attrib-score-train", out.text, out.len);
	str_release(&out);
	free(order);
	free(ranks);
}

static void
release(struct training *t)
{
	attrib_free(t->reader);
	lexicon_free(t->lex);
	features_release(&t->features);
	labelled_release(&t->labels);
	str_release(&t->cells);
	free(t->ends);
}

/* The model names the column on a line of its own. */
static void
check_options(const struct settings *set)
{
	struct diag why;

	if (set->label == NULL)
		opt_die(&tool, "'train' needs --label");
	if (labelled_check(set->label, strlen(set->label), true, &why) == -1)
		opt_die(&tool,
		    "option '--label': a name on one line, in UTF-8, not '%s'",
		    set->label);
	if (set->dic != NULL)
		opt_die(
		    &tool, "a dictionary of word counts is of 'score' alone");
}

int
train_run(void *settings, int n, char *const operands[])
{
	struct training t = {.set = settings, .cells = STR_INIT};
	const char *fault;

	check_options(t.set);
	io_stdin_check(&tool, n, operands, NULL);
	t.lex = lexicons_read(t.set);
	t.reader = lexicons_reader(t.lex);
	t.features.senses = lexicons_senses();
	if (n == 0)
		take_file(&t, "-");
	for (int i = 0; i < n; i++)
		take_file(&t, operands[i]);
	if (t.unlabelled > 0)
		msg_note("rows without a label, left out: %lu", t.unlabelled);
	if (io_verdict(&t.set->rows) == RC_DATA)
		exit(RC_DATA);
	if ((fault = fault_of(&t)) != NULL)
		msg_die(RC_DATA, "nothing to learn: %s", fault);
	weights_check(t.set->weights, &t.labels);
	train(&t);
	release(&t);
	return t.set->rows.refused > 0 ? RC_NO : RC_OK;
}
