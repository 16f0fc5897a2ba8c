#include "report.h"

#include "base/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t
classes(const struct target *t)
{
	return t->many ? (size_t)WAYS : 2;
}

static void
put_set(const struct target *t, int set, const struct confusion *c)
{
	size_t n = classes(t), k;
	double right = 0;

	for (k = 0; k < n; k++)
		right += c->count[k][k];
	printf("%-17s %-26s macro-F1 %.3f  accuracy %.3f  told %.3f  silent "
	       "%.3f\n",
	    t->name, t->sets[set].file, confusion_macro_f1(c, n),
	    right / c->rows, confusion_told(c, n), c->silent / c->rows);
	for (k = 1; t->many && set < 2 && k < n; k++)
		printf("    %-26s F1 %.3f\n", ways[k], confusion_f1(c, n, k));
}

void
report_folds(const struct trial *t, const struct corpus *c)
{
	struct confusion tables[SETS_MAX] = {0};
	int s;

	trial_folds(t, c, tables);
	if (t->target->many)
		printf("distorted or not: macro-F1 %.3f\n",
		    confusion_any(&tables[0], &tables[2]));
	for (s = 0; s < SETS_MAX && t->target->sets[s].file != NULL; s++)
		put_set(t->target, s, &tables[s]);
	fflush(stdout);
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
is_from(const struct lexicon *lex, const struct lexicon_rule *rule,
    const char *file)
{
	return strstr(lexicon_text(lex, rule->file), file) != NULL;
}

static bool
single(const struct lexicon *lex, const struct lexicon_rule *rule)
{
	return !is_from(lex, rule, "phrases") &&
	    rule->dimension != DIM_BALANCE && words_of(lex, rule) == 1;
}

static bool
pairs(const struct lexicon *lex, const struct lexicon_rule *rule)
{
	return !is_from(lex, rule, "phrases") &&
	    rule->dimension != DIM_BALANCE && words_of(lex, rule) == 2;
}

static bool
longer(const struct lexicon *lex, const struct lexicon_rule *rule)
{
	return !is_from(lex, rule, "phrases") &&
	    rule->dimension != DIM_BALANCE && words_of(lex, rule) > 2;
}

static bool
by_hand(const struct lexicon *lex, const struct lexicon_rule *rule)
{
	return is_from(lex, rule, "phrases");
}

static bool
balance(const struct lexicon *lex, const struct lexicon_rule *rule)
{
	(void)lex;
	return rule->dimension == DIM_BALANCE;
}

static bool
not_single(const struct lexicon *lex, const struct lexicon_rule *rule)
{
	return !single(lex, rule);
}

static bool
not_pairs(const struct lexicon *lex, const struct lexicon_rule *rule)
{
	return !pairs(lex, rule);
}

static bool
not_longer(const struct lexicon *lex, const struct lexicon_rule *rule)
{
	return !longer(lex, rule);
}

static bool
not_by_hand(const struct lexicon *lex, const struct lexicon_rule *rule)
{
	return !by_hand(lex, rule);
}

static bool
not_balance(const struct lexicon *lex, const struct lexicon_rule *rule)
{
	return !balance(lex, rule);
}

static const struct {
	const char *name;
	rule_filter *only;
} groups[] = {{"all rules", NULL}, {"single words alone", single},
    {"two words alone", pairs}, {"longer alone", longer},
    {"phrases by hand alone", by_hand}, {"without single words", not_single},
    {"without two words", not_pairs}, {"without longer", not_longer},
    {"without phrases by hand", not_by_hand}, {"without balance", not_balance}};

static void
put_group(const char *name, const struct trial *t, const struct corpus *c)
{
	struct confusion tables[SETS_MAX] = {0};
	int s;

	trial_folds(t, c, tables);
	printf("%-17s %-24s", t->target->name, name);
	for (s = 0; s < SETS_MAX && t->target->sets[s].file != NULL; s++)
		printf(" %.3f",
		    t->target->many && s >= 2
			? confusion_told(&tables[s], WAYS)
			: confusion_macro_f1(&tables[s], classes(t->target)));
	printf("\n");
	fflush(stdout);
}

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
report_groups(const struct trial *t, const struct corpus *c)
{
	struct corpus longest = longest_only(c, t->lex);
	struct trial some = *t;
	size_t i;
	int s;

	printf("%-17s %-24s", t->target->name, "");
	for (s = 0; s < SETS_MAX && t->target->sets[s].file != NULL; s++)
		printf(" %.8s%s", t->target->sets[s].file,
		    t->target->many && s >= 2 ? ":told" : "");
	printf("\n");
	for (i = 0; i < sizeof(groups) / sizeof(*groups); i++) {
		if (groups[i].only == not_balance && !t->target->many)
			continue;
		some.only = groups[i].only;
		put_group(groups[i].name, &some, c);
	}
	put_group("longest cue alone", t, &longest);
	corpus_free(&longest);
}

/* The sets in which nothing but "none of these" stands: part of every fit. */
static unsigned
plain_sets(const struct corpus *c)
{
	unsigned plain = 0, others = 0;
	size_t i;

	for (i = 0; i < c->count; i++)
		if (c->items[i].label == 0)
			plain |= 1u << c->items[i].set;
		else
			others |= 1u << c->items[i].set;
	return plain & ~others;
}

static void
put_from(
    const struct trial *t, const struct corpus *c, int from, unsigned plain)
{
	struct confusion tables[SETS_MAX] = {0};
	unsigned sets = 1u << from | plain;
	struct model m;
	int s, fold;

	for (fold = 0; fold < FOLDS; fold++) {
		m = trial_fit(t, c, fold, sets);
		trial_try(&m, c, fold, 1u << from, tables);
		model_release(&m);
	}
	m = trial_fit(t, c, -1, sets);
	trial_try(&m, c, -1, ~(1u << from | plain), tables);
	model_release(&m);
	printf("%-17s %-26s", t->target->name, t->target->sets[from].file);
	for (s = 0; s < SETS_MAX && t->target->sets[s].file != NULL; s++)
		if ((plain >> s & 1) == 0)
			printf("  %.3f",
			    confusion_macro_f1(&tables[s], classes(t->target)));
	printf("\n");
	fflush(stdout);
}

void
report_cross(const struct trial *t, const struct corpus *c)
{
	unsigned plain = plain_sets(c);
	int s, n = 0;

	for (s = 0; s < SETS_MAX && t->target->sets[s].file != NULL; s++)
		n += (plain >> s & 1) == 0;
	if (n < 2)
		return;
	printf("%-17s %-26s", t->target->name, "fitted to, tried on:");
	for (s = 0; s < SETS_MAX && t->target->sets[s].file != NULL; s++)
		if ((plain >> s & 1) == 0)
			printf("  %.5s", t->target->sets[s].file);
	printf("\n");
	for (s = 0; s < SETS_MAX && t->target->sets[s].file != NULL; s++)
		if ((plain >> s & 1) == 0)
			put_from(t, c, s, plain);
}
