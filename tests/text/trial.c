#include "trial.h"

#include "attrib/tally.h"
#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What is left out of a fitted lexicon.  No way of thinking is left out of a
 * rule by itself: to say nothing for it, where the rule speaks for the others,
 * is to speak against it. */
static const double apart_min = 0.1, weight_min = 0.05, support_min = 5;

/* A set has a say about a rule whose weight, fitted to it alone, is as great.
 */
static const double vote_min = 0.3;

static const double scale_min = 0.1; /* of a rule heard nearly everywhere */

void
trial_read(struct corpus *c, const struct target *t, const char *folder,
    struct attrib *reader, const struct lexicon *lex)
{
	int s;
	size_t i;

	for (s = 0; s < SETS_MAX && t->sets[s].file != NULL; s++) {
		const char *file = t->sets[s].file;
		struct corpus_source from = {
		    strchr(file, '/') == NULL ? folder : ".", file,
		    t->sets[s].group, t->sets[s].label, s};
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

/* One weight: free, and at 0 at first, so that nothing a fold has taught is
 * left when it is tried; or as it stands. */
static void
start_weight(struct model *m, size_t at, bool can_move, double weight)
{
	m->free[at] = can_move;
	m->weights[at] = can_move ? 0 : weight;
	m->parts[at] = 0;
}

static void
start_ways(struct model *m, const struct trial *t,
    const struct lexicon_rule *rule, size_t at, bool can_move)
{
	const struct lexicon_raise *raises = lexicon_raises(t->lex, rule);
	size_t i;
	int k;

	m->free[at + COMMON] = can_move;
	for (k = 1; t->choose && can_move && k < WAYS; k++)
		start_weight(m, at + (size_t)k, true, 0);
	for (i = 0; i < rule->nraises; i++) {
		k = way_number(lexicon_concept_id(t->lex, raises[i].concept));
		if (k != -1)
			start_weight(m, at + (size_t)k, can_move,
			    rule->weight * (double)raises[i].part);
	}
}

/* The weights of one rule, whose place is at. */
static void
start_rule(struct model *m, const struct trial *t,
    const struct lexicon_rule *rule, size_t at)
{
	bool many = t->target->many;
	bool can_move = is_fitted(lexicon_text(t->lex, rule->file));

	if (t->group != NULL && t->group(t->lex, rule) == t->without)
		return;
	if (many && rule->dimension == DIM_BALANCE)
		start_weight(m, at, can_move, rule->weight);
	else if (!many && rule->dimension == t->target->dimension)
		start_weight(m, at + 1, can_move, rule->weight);
	else if (many && rule->dimension == DIM_PATTERN)
		start_ways(m, t, rule, at, can_move);
}

static struct model
start(const struct trial *t)
{
	struct model m = {.nclasses = t->target->many ? (size_t)WAYS : 2,
	    .fit_priors = t->target->many,
	    .ridge = t->target->ridge,
	    .ridge_apart = t->target->ridge_apart};
	size_t n, i;
	const struct lexicon_rule *rules = lexicon_rules(t->lex, &n);

	model_init(&m, n);
	for (i = 0; i < m.nrules; i++)
		start_rule(&m, t, &rules[i], i * CLASSES_MAX);
	for (i = 1; i < m.nclasses; i++)
		m.priors[i] = m.fit_priors ? -3 : 0;
	return m;
}

/* The statements of these sets in which each rule speaks. */
static double *
support(
    const struct model *m, const struct corpus *c, int leave_out, unsigned sets)
{
	double *n = mem_zalloc(m->nrules, sizeof(*n));
	size_t i, k;

	for (i = 0; i < c->count; i++)
		for (k = 0; example_is_in(&c->items[i], leave_out, sets) &&
		     k < c->items[i].nhits;
		     k++)
			n[c->items[i].hits[k].rule]++;
	return n;
}

/* A weight that is not to be: out of the fit. */
static void
drop(struct model *m, size_t at)
{
	m->free[at] = false;
	m->weights[at] = m->parts[at] = 0;
}

/* How far the weights of a rule for the ways of thinking lie apart: their
 * standard deviation, 0 for a rule of something else. */
static double
spread(const struct model *m, size_t r)
{
	const double *w = m->weights + r * CLASSES_MAX;
	double mean = 0, square = 0;
	size_t k;

	for (k = 1; k < m->nclasses; k++)
		mean += w[k] / (double)(m->nclasses - 1);
	for (k = 1; k < m->nclasses; k++)
		square += (w[k] - mean) * (w[k] - mean);
	return sqrt(square / (double)(m->nclasses - 1));
}

/* Drops what is not loud enough or rests on too few statements; of ways of
 * thinking, the rules that hardly tell one from another. */
static void
drop_faint(struct model *m, const double *n)
{
	size_t r, k, at;
	bool faint;

	for (r = 0; r < m->nrules; r++) {
		bool apart = spread(m, r) >= apart_min;

		for (k = 0; k < CLASSES_MAX; k++) {
			at = r * CLASSES_MAX + k;
			faint = m->nclasses > 2 && k > 0
			    ? !apart
			    : fabs(m->weights[at]) < weight_min;
			if (m->free[at] && (n[r] < support_min || faint))
				drop(m, at);
		}
	}
}

/* The sets in which a label stands; of label 0, those with no other. */
static unsigned
sets_with(const struct corpus *c, int label)
{
	unsigned with = 0, others = 0;
	size_t i;

	for (i = 0; i < c->count; i++) {
		if (c->items[i].label == label)
			with |= 1u << c->items[i].set;
		else
			others |= 1u << c->items[i].set;
	}
	return label == 0 ? with & ~others : with;
}

static unsigned
bits(unsigned x)
{
	unsigned n;

	for (n = 0; x != 0; x &= x - 1)
		n++;
	return n;
}

/* Of many classes: the fewer of the statements that have one a rule speaks in,
 * the more each of them says of it (inverse document frequency, Sparck Jones
 * 1972; a third of it is 1 for a rule heard in one of twenty). */
static void
weigh_rules(struct model *m, const struct trial *t, const struct corpus *c,
    int leave_out, unsigned sets)
{
	double *n, rows = 0;
	size_t i, r;

	if (!t->target->many)
		return;
	sets &= ~sets_with(c, 0);
	n = support(m, c, leave_out, sets);
	for (i = 0; i < c->count; i++)
		rows += example_is_in(&c->items[i], leave_out, sets);
	for (r = 0; r < m->nrules; r++)
		m->scale[r] =
		    fmax(log(rows / fmax(n[r], support_min)) / 3, scale_min);
	free(n);
}

/* For each weight, one vote more for or against from a fit to the sets alone.
 */
static void
vote(const struct trial *t, const struct corpus *c, int leave_out,
    unsigned sets, signed char *votes)
{
	struct model one = start(t);
	double *n = support(&one, c, leave_out, sets);
	size_t i;

	model_fit(&one, c, leave_out, sets);
	for (i = 0; i < one.nrules * CLASSES_MAX; i++)
		if (one.free[i] && n[i / CLASSES_MAX] >= support_min &&
		    fabs(one.weights[i]) >= vote_min)
			votes[i] = one.weights[i] > 0 ? 1 : -1;
	free(n);
	model_release(&one);
}

/* Drops what pays in one set and costs in another. */
static void
drop_local(struct model *m, const struct trial *t, const struct corpus *c,
    int leave_out, unsigned sets)
{
	size_t n = m->nrules * CLASSES_MAX, i;
	signed char *votes = mem_zalloc(n * SETS_MAX, sizeof(*votes));
	unsigned plain = sets_with(c, 0), s, all = 0;
	bool any;
	int same;

	for (s = 0; s < SETS_MAX; s++) {
		if ((plain >> s & 1) != 0 || t->target->sets[s].total == 0 ||
		    (sets >> s & 1) == 0)
			continue;
		vote(t, c, leave_out, 1u << s | plain, votes + n * s);
		all |= 1u << s;
	}
	for (i = 0; i < n; i++) {
		unsigned with = i % CLASSES_MAX == 0
		    ? all
		    : sets_with(c, (int)(i % CLASSES_MAX)) & all;

		if (!m->free[i] || bits(with) < 2)
			continue;
		for (same = 0, any = false, s = 0; s < SETS_MAX; s++)
			if ((with >> s & 1) != 0 && votes[n * s + i] != 0) {
				any = true;
				same += votes[n * s + i] ==
					(m->weights[i] > 0 ? 1 : -1)
				    ? 1
				    : -1;
			}
		if (same < 1 && any)
			drop(m, i);
	}
	free(votes);
}

struct model
trial_fit(
    const struct trial *t, const struct corpus *c, int leave_out, unsigned sets)
{
	struct model m = start(t);

	weigh_rules(&m, t, c, leave_out, sets);
	model_fit(&m, c, leave_out, sets);
	if (t->choose) {
		double *n = support(&m, c, leave_out, sets);

		if (!t->target->many)
			drop_local(&m, t, c, leave_out, sets);
		drop_faint(&m, n);
		free(n);
		model_fit(&m, c, leave_out, sets);
	}
	return m;
}

/*
 * What the reader would tell.  Of a scale: its half.  Of the ways of thinking:
 * the likeliest that a cue speaks for, if all together are at least as likely
 * as none.  *silent where nothing speaks.
 */
static int
told(const struct model *m, const struct example *e, bool *silent)
{
	double scores[CLASSES_MAX], together = 0, weight;
	bool spoken_for[CLASSES_MAX] = {false}, touched[CLASSES_MAX] = {false};
	int best = 0;
	size_t i, k;

	*silent = true;
	model_scores(m, e, scores);
	for (i = 0; i < e->nhits; i++)
		for (k = 1; k < m->nclasses; k++) {
			weight = m->weights[e->hits[i].rule * CLASSES_MAX + k];
			touched[k] |= weight != 0;
			spoken_for[k] |= m->nclasses == 2
			    ? weight != 0
			    : weight * e->hits[i].loudness >= TALLY_LOUD;
		}
	for (k = 1; k < m->nclasses; k++) {
		*silent &= !touched[k];
		if (!spoken_for[k])
			continue;
		together += exp(scores[k]);
		if (best == 0 || scores[k] > scores[best])
			best = (int)k;
	}
	return together >= 1 ? best : 0;
}

void
trial_try(const struct model *m, const struct corpus *c, int fold,
    unsigned sets, struct confusion *tables)
{
	size_t i;
	bool silent;

	for (i = 0; i < c->count; i++) {
		const struct example *e = &c->items[i];
		struct confusion *table = &tables[e->set];

		if ((fold != -1 && e->fold != fold) ||
		    (sets >> e->set & 1) == 0)
			continue;
		table->count[e->label][told(m, e, &silent)]++;
		table->rows++;
		table->silent += silent;
	}
}

void
trial_folds(
    const struct trial *t, const struct corpus *c, struct confusion *tables)
{
	int fold;

	for (fold = 0; fold < FOLDS; fold++) {
		struct model m = trial_fit(t, c, fold, ALL_SETS);

		trial_try(&m, c, fold, ALL_SETS, tables);
		model_release(&m);
	}
}

double
confusion_f1(const struct confusion *c, size_t n, size_t k)
{
	double right = c->count[k][k], labels = 0, tellings = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		labels += c->count[k][i];
		tellings += c->count[i][k];
	}
	return labels > 0 ? 2 * right / (labels + tellings) : NAN;
}

double
confusion_macro_f1(const struct confusion *c, size_t n)
{
	double sum = 0, f1, kinds = 0;
	size_t k;

	for (k = 0; k < n; k++) {
		f1 = confusion_f1(c, n, k);
		if (isnan(f1))
			continue;
		kinds++;
		sum += f1;
	}
	return sum / kinds;
}

double
confusion_any(const struct confusion *all, const struct confusion *none)
{
	struct confusion c = {0};
	size_t k, i;

	for (k = 0; k < WAYS; k++)
		for (i = 0; i < WAYS; i++) {
			c.count[1][i > 0] += all->count[k][i];
			c.count[0][i > 0] += none->count[k][i];
		}
	return (confusion_f1(&c, 2, 0) + confusion_f1(&c, 2, 1)) / 2;
}

double
confusion_told(const struct confusion *c, size_t n)
{
	double any = 0;
	size_t k, i;

	for (k = 0; k < n; k++)
		for (i = 1; i < n; i++)
			any += c->count[k][i];
	return any / c->rows;
}
