#include "report.h"

#include "base/mem.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Distorted or not, macro-F1; a list of 241 phrases has .63. */
static const double any_mark = .75;

static size_t
classes(const struct target *t)
{
	return t->many ? (size_t)WAYS : 2;
}

/* The sets of a target, and those of them in which there is something to find.
 */
static int
sets_of(const struct target *t)
{
	int n = 0;

	while (n < SETS_MAX && t->sets[n].file != NULL)
		n++;
	return n;
}

static int
labelled_sets_of(const struct target *t)
{
	return t->many ? 2 : sets_of(t);
}

/* Those that something is fitted to.  What is only tried, of which there is at
 * most one, behind them, has its rows in one of them. */
static int
fitted_sets_of(const struct target *t)
{
	int n = labelled_sets_of(t);

	return t->sets[n - 1].total > 0 ? n : n - 1;
}

static void
put(double figure)
{
	if (isnan(figure))
		printf("  %6s", "-");
	else
		printf("  %6.3f", figure);
}

static void
put_mark(double mark, bool met)
{
	if (mark > 0)
		printf("  %6.3f %s", mark, met ? "met" : "short");
	printf("\n");
}

/* The part of which something is told, right or wrong. */
static double
told(const struct target *t, const struct confusion *c)
{
	return t->many ? confusion_told(c, WAYS) : 1 - c->silent / c->rows;
}

static void
put_set(const struct target *t, int s, const struct confusion *fitted,
    const struct confusion *anew)
{
	bool any = s < labelled_sets_of(t);
	double mark = t->sets[s].mark, f1 = NAN, f1_anew = NAN;

	if (any) {
		f1 = confusion_macro_f1(fitted, classes(t));
		f1_anew = confusion_macro_f1(anew, classes(t));
	}
	printf("%-16s %-22s %5.0f", t->sets[s].name, t->sets[s].file,
	    fitted->rows);
	put(f1);
	put(told(t, fitted));
	put(f1_anew);
	put(told(t, anew));
	put_mark(mark, any ? f1_anew >= mark : told(t, anew) <= mark);
}

static double
told_of_both(const struct confusion *a, const struct confusion *b)
{
	return (confusion_told(a, WAYS) * a->rows +
		   confusion_told(b, WAYS) * b->rows) /
	    (a->rows + b->rows);
}

/* The thoughts of the first set, and the same thoughts reframed. */
static void
put_any(const struct target *t, const struct confusion *fitted,
    const struct confusion *anew)
{
	double f1 = confusion_any(&anew[0], &anew[2]);

	printf("%-16s %-22s %5.0f", "distorted or not", t->sets[2].file,
	    fitted[0].rows + fitted[2].rows);
	put(confusion_any(&fitted[0], &fitted[2]));
	put(told_of_both(&fitted[0], &fitted[2]));
	put(f1);
	put(told_of_both(&anew[0], &anew[2]));
	put_mark(any_mark, f1 >= any_mark);
}

static void
put_ways(const struct confusion *fitted, const struct confusion *anew)
{
	size_t k;

	printf("\n%-26s  %14s  %14s\n%-26s  %6s  %6s  %6s  %6s\n", "",
	    "whole texts", "spans", "F1 of each way", "fitted", "anew",
	    "fitted", "anew");
	for (k = 1; k < WAYS; k++) {
		printf("%-26s", ways[k]);
		put(confusion_f1(&fitted[0], WAYS, k));
		put(confusion_f1(&anew[0], WAYS, k));
		put(confusion_f1(&fitted[1], WAYS, k));
		put(confusion_f1(&anew[1], WAYS, k));
		printf("\n");
	}
}

void
report_folds_head(void)
{
	printf("%-45s  %14s  %14s\n%-16s %-22s %5s  %6s  %6s  %6s  %6s  %6s\n",
	    "", "fitted", "chosen anew", "what", "texts", "rows", "F1", "told",
	    "F1", "told", "mark");
}

void
report_folds(const struct trial *t, const struct corpus *c)
{
	struct confusion fitted[SETS_MAX] = {0}, anew[SETS_MAX] = {0};
	struct trial chosen = *t;
	int labelled = labelled_sets_of(t->target), s;

	trial_folds(t, c, fitted);
	chosen.choose = true;
	trial_folds(&chosen, c, anew);
	for (s = 0; s < labelled; s++)
		put_set(t->target, s, &fitted[s], &anew[s]);
	if (t->target->many)
		put_any(t->target, fitted, anew);
	for (; s < sets_of(t->target); s++)
		put_set(t->target, s, &fitted[s], &anew[s]);
	if (t->target->many)
		put_ways(fitted, anew);
}

/* Words a rule names, one for each place. */
static int
words_of(const struct lexicon *lex, const struct lexicon_rule *rule)
{
	const char *p = lexicon_text(lex, rule->pattern);
	int n = 1;

	for (; *p != '\0'; p++)
		n += p[0] == ' ' && p[1] != '.' && p[1] != '$' && p[-1] != '^';
	return n;
}

static bool
by_hand(const struct lexicon *lex, const struct lexicon_rule *rule)
{
	return strstr(lexicon_text(lex, rule->file), "phrases") != NULL;
}

static bool
balance(const struct lexicon *lex, const struct lexicon_rule *rule)
{
	(void)lex;
	return rule->dimension == DIM_BALANCE;
}

/* Of a rule of neither group. */
static bool
has_words(const struct lexicon *lex, const struct lexicon_rule *rule, int least,
    int most)
{
	int n = words_of(lex, rule);

	return !by_hand(lex, rule) && !balance(lex, rule) && n >= least &&
	    n <= most;
}

static bool
single(const struct lexicon *lex, const struct lexicon_rule *rule)
{
	return has_words(lex, rule, 1, 1);
}

static bool
pairs(const struct lexicon *lex, const struct lexicon_rule *rule)
{
	return has_words(lex, rule, 2, 2);
}

static bool
longer(const struct lexicon *lex, const struct lexicon_rule *rule)
{
	return has_words(lex, rule, 3, INT_MAX);
}

static const struct {
	const char *name;
	rule_filter *group;
	bool without;
} groups[] = {{"all", NULL, false}, {"single", single, false},
    {"two", pairs, false}, {"longer", longer, false}, {"hand", by_hand, false},
    {"single", single, true}, {"two", pairs, true}, {"longer", longer, true},
    {"hand", by_hand, true}, {"balance", balance, true}};

enum { GROUPS = sizeof(groups) / sizeof(*groups) };

/* A copy in which of hits that share words and a dimension the first and
 * longest alone counts. */
static struct corpus
longest_only(const struct corpus *c, const struct lexicon *lex)
{
	struct corpus out = {.count = c->count};
	size_t i, k, n;
	const struct lexicon_rule *rules = lexicon_rules(lex, &n);

	out.items = mem_alloc(c->count + 1, sizeof(*out.items));
	for (i = 0; i < c->count; i++) {
		struct example *e = &out.items[i];
		size_t until[DIM_COUNT] = {0};

		*e = c->items[i];
		e->nhits = 0;
		e->hits = mem_alloc(c->items[i].nhits + 1, sizeof(*e->hits));
		for (k = 0; k < c->items[i].nhits; k++) {
			const struct hit *hit = &c->items[i].hits[k];
			size_t *at = &until[rules[hit->rule].dimension];

			if (hit->start < *at)
				continue;
			*at = hit->end;
			e->hits[e->nhits++] = *hit;
		}
	}
	return out;
}

void
report_groups_head(void)
{
	size_t g;

	printf("%-16s", "");
	for (g = 0; g < GROUPS; g++)
		printf("  %7s",
		    groups[g].without             ? "without"
			: groups[g].group != NULL ? "alone"
						  : "");
	printf("  %7s\n%-16s", "longest", "macro-F1");
	for (g = 0; g < GROUPS; g++)
		printf("  %7s", groups[g].name);
	printf("  %7s\n", "alone");
}

/* One row: the figure of a set by each group. */
static void
put_groups(const struct target *t, int s, struct confusion (*tables)[SETS_MAX])
{
	size_t g;

	printf("%-16s", t->sets[s].name);
	for (g = 0; g <= GROUPS; g++) {
		const struct confusion *c = &tables[g][s];

		if (c->rows == 0)
			printf("  %7s", "-");
		else
			printf("  %7.3f",
			    s < labelled_sets_of(t)
				? confusion_macro_f1(c, classes(t))
				: told(t, c));
	}
	printf("\n");
}

void
report_groups(const struct trial *t, const struct corpus *c)
{
	struct confusion tables[GROUPS + 1][SETS_MAX] = {0};
	struct corpus longest = longest_only(c, t->lex);
	struct trial some = *t;
	size_t g;
	int s;

	for (g = 0; g < GROUPS; g++) {
		some.group = groups[g].group;
		some.without = groups[g].without;
		if (some.group != balance || t->target->many)
			trial_folds(&some, c, tables[g]);
	}
	trial_folds(t, &longest, tables[GROUPS]);
	corpus_free(&longest);
	for (s = 0; s < sets_of(t->target); s++)
		put_groups(t->target, s, tables);
}

/* The sets in which there is nothing to find are part of every fit. */
static unsigned
plain_sets(const struct target *t)
{
	return ALL_SETS << labelled_sets_of(t);
}

static void
put_from(const struct trial *t, const struct corpus *c, int from)
{
	struct confusion tables[SETS_MAX] = {0};
	unsigned plain = plain_sets(t->target), sets = 1u << from | plain;
	struct model m;
	int s, fold;

	for (fold = 0; fold < FOLDS; fold++) {
		m = trial_fit(t, c, fold, sets);
		trial_try(&m, c, fold, 1u << from, tables);
		model_release(&m);
	}
	m = trial_fit(t, c, -1, sets);
	trial_try(&m, c, -1, ~sets, tables);
	model_release(&m);
	printf("%-11s %-22s", dimension_words[t->target->dimension],
	    t->target->sets[from].file);
	for (s = 0; s < fitted_sets_of(t->target); s++)
		printf("  %17.3f",
		    confusion_macro_f1(&tables[s], classes(t->target)));
	printf("\n");
}

void
report_cross(const struct trial *t, const struct corpus *c)
{
	int s, n = fitted_sets_of(t->target);

	if (n < 2)
		return;
	printf("%-34s", "fitted to, tried on:");
	for (s = 0; s < n; s++)
		printf("  %17s", t->target->sets[s].file);
	printf("\n");
	for (s = 0; s < n; s++)
		put_from(t, c, s);
}
