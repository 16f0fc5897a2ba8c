#include "rewrite.h"

#include "base/file.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/str.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What is left out of a fitted lexicon. */
static const double part_min = 0.005, weight_min = 0.05, support_min = 5;

void
fitted_init(struct fitted *f, const struct lexicon *lex)
{
	*f = (struct fitted){0};
	lexicon_rules(lex, &f->nrules);
	f->known = mem_zalloc(f->nrules, sizeof(*f->known));
	f->support = mem_zalloc(f->nrules, sizeof(*f->support));
	f->weights = mem_zalloc(f->nrules * CLASSES_MAX, sizeof(*f->weights));
}

void
fitted_release(struct fitted *f)
{
	free(f->known);
	free(f->support);
	free(f->weights);
}

void
fitted_add(struct fitted *f, const struct trial *t, const struct corpus *c)
{
	struct model m = trial_fit(t, c, -1, ALL_SETS);
	size_t r, k, i;

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
	if (t->target->many)
		memcpy(f->priors, m.priors, sizeof(f->priors));
	model_release(&m);
}

/* The scope as a lexicon writes it. */
static void
put_scope(struct str *s, unsigned scope)
{
	static const struct {
		unsigned bit;
		const char *word;
	} words[] = {{SCOPE_NEG, "neg"}, {SCOPE_HEDGE, "hedge"},
	    {SCOPE_QUESTION, "question"}, {SCOPE_IF, "if"},
	    {SCOPE_SAID, "said"}, {SCOPE_DROP, "drop"}};
	const char *gap = ",";
	size_t i;

	if (scope == 0)
		str_addc(s, ',');
	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if ((scope & words[i].bit) != 0) {
			str_addf(s, "%s%s", gap, words[i].word);
			gap = " ";
		}
	str_addc(s, '\n');
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
		if (parts.len > 0 && f->support[r] >= support_min) {
			str_addf(s, "%s,pattern,,1,%s", pattern, parts.text);
			put_scope(s, rule->scope);
		}
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
	str_addf(s, ",%.2f,", weight);
	put_scope(s, rule->scope);
}

void
fitted_write(
    const struct fitted *f, const struct lexicon *lex, const char *path)
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
