/*
 * fit - weights of the built-in lexicon from labelled texts, and how well the
 * rules do on texts they were not fitted to.
 *
 *   fit DATA              five-fold figures of every target
 *   fit DATA LEXICON ...  the same, then fits to all and rewrites the weights
 *                         and priors in these files
 *
 * DATA is the folder with the labelled texts.
 */
#include "corpus.h"
#include "model.h"
#include "target.h"

#include "base/file.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/str.h"
#include "data/data.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What is left out of a fitted lexicon. */
static const double part_min = 0.1, weight_min = 0.05, support_min = 5;

/* How predictions and labels of one set meet. */
struct confusion {
	double count[CLASSES_MAX][CLASSES_MAX]; /* [label][told] */
	double rows, silent;
};

static void
read_corpus(struct corpus *c, const struct target *t, const char *data,
    struct attrib *reader, const struct lexicon *lex)
{
	int s;
	size_t i;

	for (s = 0; s < SETS_MAX && t->sets[s].file != NULL; s++) {
		struct corpus_source from = {data, t->sets[s].file,
		    t->sets[s].group, t->sets[s].label, s, 0};
		double rows[CLASSES_MAX] = {0};
		size_t first = c->count;
		int present = 0, k;

		corpus_add(c, &from, reader, lex);
		for (i = first; i < c->count; i++)
			rows[c->items[i].label]++;
		for (k = 0; k < CLASSES_MAX; k++)
			present += rows[k] > 0;
		for (i = first; i < c->count; i++)
			c->items[i].weight = t->sets[s].total / present /
			    rows[c->items[i].label];
	}
}

/* Whether the weights of this file are fitted; those of others stay. */
static bool
is_fitted(const char *file)
{
	return strstr(file, "lexicon/causes.txt") != NULL ||
	    strstr(file, "lexicon/ways.txt") != NULL;
}

/* Sets the weights of a rule; those that the target fits are freed and begin at
 * 0, so that nothing a fold has taught is left when it is tried.  at is their
 * place. */
static void
start_rule(struct model *m, const struct target *t, const struct lexicon *lex,
    const struct lexicon_rule *rule, size_t at)
{
	bool can_move = is_fitted(lexicon_text(lex, rule->file));
	const struct lexicon_raise *raises = lexicon_raises(lex, rule);
	size_t i;
	int k;

	if (t->many && rule->dimension == DIM_BALANCE) {
		m->free[at] = can_move;
		m->weights[at] = can_move ? 0 : rule->weight;
	} else if (!t->many && rule->dimension == t->dimension) {
		m->free[at + 1] = can_move;
		m->weights[at + 1] = can_move ? 0 : rule->weight;
	} else if (t->many && rule->dimension == DIM_PATTERN) {
		for (i = 0; i < rule->nraises; i++) {
			k = way_number(
			    lexicon_concept_id(lex, raises[i].concept));
			if (k == -1)
				continue;
			m->free[at + (size_t)k] = can_move;
			m->weights[at + (size_t)k] = can_move
			    ? 0
			    : rule->weight * (double)raises[i].part;
		}
	}
}

static struct model
model_of(const struct target *t, const struct lexicon *lex)
{
	struct model m = {.nclasses = t->many ? (size_t)WAYS : 2,
	    .fit_priors = t->many,
	    .ridge = t->ridge};
	const struct lexicon_rule *rules = lexicon_rules(lex, &m.nrules);
	size_t i;

	m.free = mem_zalloc(m.nrules * CLASSES_MAX, sizeof(*m.free));
	m.weights = mem_zalloc(m.nrules * CLASSES_MAX, sizeof(*m.weights));
	for (i = 0; i < m.nrules; i++)
		start_rule(&m, t, lex, &rules[i], i * CLASSES_MAX);
	for (i = 1; i < m.nclasses; i++)
		m.priors[i] = t->many ? -3 : 0;
	return m;
}

static void
model_release(struct model *m)
{
	free(m->free);
	free(m->weights);
}

/*
 * What the reader would tell.  Of a scale: its half.  Of the ways of thinking:
 * the likeliest that words speak for, if all of these together are at least as
 * likely as none.  *silent where nothing speaks.
 */
static int
told(const struct model *m, const struct example *e, bool *silent)
{
	double scores[CLASSES_MAX], together = 0;
	bool spoken_for[CLASSES_MAX] = {false};
	int best = 0;
	size_t i, k;

	*silent = true;
	model_scores(m, e, scores);
	for (i = 0; i < e->nhits; i++)
		for (k = 1; k < m->nclasses; k++)
			spoken_for[k] |=
			    m->weights[e->hits[i].rule * CLASSES_MAX + k] != 0;
	for (k = 1; k < m->nclasses; k++) {
		if (!spoken_for[k])
			continue;
		*silent = false;
		together += exp(scores[k]);
		if (best == 0 || scores[k] > scores[best])
			best = (int)k;
	}
	return together >= 1 ? best : 0;
}

static double
f1(const struct confusion *c, size_t n, size_t k)
{
	double right = c->count[k][k], labels = 0, tellings = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		labels += c->count[k][i];
		tellings += c->count[i][k];
	}
	return labels + tellings > 0 ? 2 * right / (labels + tellings) : NAN;
}

static void
report(const struct target *t, int set, const struct confusion *c, size_t n)
{
	double sum = 0, rows, kinds = 0, right = 0, any = 0;
	size_t k, i;

	for (k = 0; k < n; k++) {
		for (rows = 0, i = 0; i < n; i++)
			rows += c->count[k][i];
		right += c->count[k][k];
		for (i = 1; i < n; i++)
			any += c->count[k][i];
		if (rows == 0)
			continue;
		kinds++;
		sum += f1(c, n, k);
	}
	printf("%-17s %-26s macro-F1 %.3f  accuracy %.3f  told %.3f  silent "
	       "%.3f\n",
	    t->name, t->sets[set].file, sum / kinds, right / c->rows,
	    any / c->rows, c->silent / c->rows);
	for (k = 1; t->many && set < 2 && k < n; k++)
		printf("    %-26s F1 %.3f\n", ways[k], f1(c, n, k));
}

/* Distorted or not, over a set of which all are and one of which none is. */
static void
report_distorted(const struct confusion *all, const struct confusion *none)
{
	struct confusion c = {0};
	size_t k, i;

	for (k = 0; k < WAYS; k++)
		for (i = 0; i < WAYS; i++) {
			c.count[1][i > 0] += all->count[k][i];
			c.count[0][i > 0] += none->count[k][i];
		}
	printf("distorted or not: macro-F1 %.3f\n",
	    (f1(&c, 2, 0) + f1(&c, 2, 1)) / 2);
}

static void
try_folds(
    const struct target *t, const struct corpus *c, const struct lexicon *lex)
{
	struct confusion tables[SETS_MAX] = {0};
	struct model m;
	size_t i;
	int fold, s;
	bool silent;

	for (fold = 0; fold < FOLDS; fold++) {
		m = model_of(t, lex);
		model_fit(&m, c, fold);
		for (i = 0; i < c->count; i++) {
			const struct example *e = &c->items[i];

			if (e->fold != fold)
				continue;
			tables[e->set].count[e->label][told(&m, e, &silent)]++;
			tables[e->set].rows++;
			tables[e->set].silent += silent;
		}
		model_release(&m);
	}
	if (t->many)
		report_distorted(&tables[0], &tables[2]);
	for (s = 0; s < SETS_MAX && t->sets[s].file != NULL; s++)
		report(t, s, &tables[s], t->many ? WAYS : 2);
	fflush(stdout);
}

/* The new weights of all rules, laid out as in a model. */
struct fitted {
	size_t nrules;
	bool *known; /* of a rule: some target has fitted it */
	double *weights;
	double *support; /* statements the rule speaks in */
	double priors[CLASSES_MAX];
};

static void
fitted_init(struct fitted *f, const struct lexicon *lex)
{
	*f = (struct fitted){0};
	lexicon_rules(lex, &f->nrules);
	f->known = mem_zalloc(f->nrules, sizeof(*f->known));
	f->support = mem_zalloc(f->nrules, sizeof(*f->support));
	f->weights = mem_zalloc(f->nrules * CLASSES_MAX, sizeof(*f->weights));
}

static void
fitted_release(struct fitted *f)
{
	free(f->known);
	free(f->support);
	free(f->weights);
}

static void
fit_all(const struct target *t, const struct corpus *c,
    const struct lexicon *lex, struct fitted *f)
{
	struct model m = model_of(t, lex);
	size_t r, k, i;

	model_fit(&m, c, -1);
	for (r = 0; r < m.nrules; r++) {
		for (k = 0; k < CLASSES_MAX; k++) {
			i = r * CLASSES_MAX + k;
			if (!m.free[i])
				continue;
			f->known[r] = true;
			f->weights[i] = m.weights[i];
		}
	}
	for (i = 0; i < c->count; i++)
		for (k = 0; k < c->items[i].nhits; k++)
			f->support[c->items[i].hits[k].rule]++;
	if (t->many)
		memcpy(f->priors, m.priors, sizeof(f->priors));
	model_release(&m);
}

/* The concepts a fitted rule raises, "ID:PART;..."; small parts are left out.
 */
static void
put_parts(struct str *s, const double *weights)
{
	size_t begin = s->len;
	int k;

	for (k = 1; k < WAYS; k++) {
		if (fabs(weights[k]) < part_min)
			continue;
		str_addf(s, "%s%s:%.2f", s->len > begin ? ";" : "", ways[k],
		    weights[k]);
	}
}

/* One row.  A rule whose weight has become small, or that speaks in too few
 * statements to tell, is left out. */
static void
put_rule(
    struct str *s, const struct lexicon *lex, size_t r, const struct fitted *f)
{
	const struct lexicon_rule *rule = &lex->rules[r];
	const char *pattern = lexicon_text(lex, rule->pattern);
	const double *w = f->weights + r * CLASSES_MAX;
	struct str parts = STR_INIT;
	double value = rule->value, weight;

	put_parts(&parts, w);
	if (rule->dimension == DIM_PATTERN) {
		if (parts.len > 0 && f->support[r] >= support_min)
			str_addf(s, "%s,pattern,,1,%s,neg hedge question if\n",
			    pattern, parts.text);
		str_release(&parts);
		return;
	}
	str_release(&parts);
	weight = w[rule->dimension == DIM_BALANCE ? 0 : 1];
	if (fabs(weight) < weight_min || f->support[r] < support_min)
		return;
	str_addf(s, "%s,%s,", pattern, dimension_words[rule->dimension]);
	if (rule->dimension != DIM_BALANCE) {
		str_addf(s, "%g", weight < 0 ? 8 - value : value);
		weight = fabs(weight);
	}
	str_addf(s, ",%.2f,,neg hedge question if\n", weight);
}

/* Keeps the head of the file but for the priors, and writes the rules anew. */
static void
write_file(const char *path, const struct lexicon *lex, const struct fitted *f)
{
	struct str old = STR_INIT, new = STR_INIT;
	const char *line, *end;
	const struct lexicon_rule *rules;
	size_t n, r;
	bool many = false;
	int k;

	if (file_read(path, 1 << 26, &old) == -1)
		msg_die(RC_SYSTEM, "cannot read %s", path);
	rules = lexicon_rules(lex, &n);
	for (r = 0; r < n; r++)
		many |= strcmp(lexicon_text(lex, rules[r].file), path) == 0 &&
		    rules[r].dimension == DIM_PATTERN;
	for (line = old.text; *line != '\n'; line = end + 1) {
		end = strchr(line, '\n');
		if (strncmp(line, "prior.", 6) != 0)
			str_add(&new, line, (size_t)(end + 1 - line));
	}
	for (k = 1; many && k < WAYS; k++)
		str_addf(&new, "prior.%s: %.2f\n", ways[k], f->priors[k]);
	str_adds(&new, "\npattern,dimension,value,weight,concept,scope\n");
	for (r = 0; r < n; r++)
		if (strcmp(lexicon_text(lex, rules[r].file), path) == 0 &&
		    f->known[r])
			put_rule(&new, lex, r, f);
	if (file_replace(path, new.text, new.len) == -1)
		msg_die(RC_SYSTEM, "cannot write %s", path);
	str_release(&old);
	str_release(&new);
}

/* The lexicons of the folder lib/data/lexicon that are built in, or, in the
 * place of one, the file of the same name that is given. */
static struct lexicon *
read_lexicon(int n, char *const paths[])
{
	struct lexicon *lex = lexicon_new();
	struct str text = STR_INIT;
	struct diag err;
	size_t i;
	int k;

	for (i = 0; i < data_count; i++) {
		const char *name = data_files[i].path;
		bool given = false;

		for (k = 0; k < n; k++)
			given |= strstr(paths[k], name) != NULL;
		if (!given && strncmp(name, "lexicon/", 8) == 0 &&
		    lexicon_add(lex, name, data_files[i].bytes,
			data_files[i].len, &err) == -1)
			msg_die_diag(RC_DATA, name, &err);
	}
	for (k = 0; k < n; k++) {
		str_clear(&text);
		if (file_read(paths[k], 1 << 26, &text) == -1)
			msg_die(RC_SYSTEM, "cannot read %s", paths[k]);
		if (lexicon_add(lex, paths[k], text.text, text.len, &err) == -1)
			msg_die_diag(RC_DATA, paths[k], &err);
	}
	str_release(&text);
	return lex;
}

int
main(int argc, char *argv[])
{
	struct lexicon *lex;
	struct attrib *reader;
	const char *file;
	struct fitted fitted;
	struct diag err;
	size_t i;
	int k;

	msg_init("fit");
	if (argc < 2)
		msg_die(RC_USAGE, "usage: fit DATA [LEXICON ...]");
	lex = read_lexicon(argc - 2, argv + 2);
	reader = attrib_new(lex, &err, &file);
	if (reader == NULL)
		msg_die_diag(RC_DATA, file, &err);
	fitted_init(&fitted, lex);
	for (i = 0; i < targets_count; i++) {
		struct corpus c = {0};

		read_corpus(&c, &targets[i], argv[1], reader, lex);
		try_folds(&targets[i], &c, lex);
		if (argc > 2)
			fit_all(&targets[i], &c, lex, &fitted);
		corpus_free(&c);
	}
	for (k = 2; k < argc; k++)
		write_file(argv[k], lex, &fitted);
	fitted_release(&fitted);
	attrib_free(reader);
	lexicon_free(lex);
	return msg_finish(RC_OK);
}
