#include "attrib/attribution.h"

#include "attrib/clause.h"
#include "attrib/match.h"
#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const valence_words[] = {"", "negative", "neutral", "positive"};

static const double told_from = 0.5;     /* severity */
static const double valence_from = 0.25; /* log-odds either way */
static const double negated_part = 0.8;  /* what is left of a turned weight */

struct attrib {
	const struct lexicon *lex;
	const struct lexicon_rule *rules;
	size_t nrules;
	const struct lexicon_concept *concepts;
	size_t nconcepts;
	struct lexicon_context context;
	const struct phrases *phrases;
	struct memo *memo;
	struct matches matches;
	struct clauses clauses;
	struct cue *cues;
	size_t ncues, cues_cap;
	/* For each concept its evidence, and those that have any. */
	double *sums;
	uint32_t *touched;
	size_t ntouched;
	bool *is_touched;
	struct severity *severities;
};

/* What the cues of one statement add up to. */
struct sums {
	double scale[DIM_VALENCE + 1]; /* the four, and valence */
	bool said[DIM_VALENCE + 1];
	double crisis, balance;
};

struct attrib *
attrib_new(const struct lexicon *lex, struct diag *err, const char **file)
{
	const struct phrases *phrases = phrases_new(lex, err, file);
	struct attrib *a;

	if (phrases == NULL)
		return NULL;
	a = mem_zalloc(1, sizeof(*a));
	a->lex = lex;
	a->rules = lexicon_rules(lex, &a->nrules);
	a->concepts = lexicon_concepts(lex, &a->nconcepts);
	a->context = *lexicon_context(lex);
	a->phrases = phrases;
	a->memo = memo_new(&phrases->vocab);
	a->sums = mem_zalloc(a->nconcepts, sizeof(*a->sums));
	a->touched = mem_zalloc(a->nconcepts, sizeof(*a->touched));
	a->is_touched = mem_zalloc(a->nconcepts, sizeof(*a->is_touched));
	a->severities = mem_zalloc(a->nconcepts, sizeof(*a->severities));
	return a;
}

void
attrib_free(struct attrib *a)
{
	if (a == NULL)
		return;
	free(a->severities);
	free(a->is_touched);
	free(a->touched);
	free(a->sums);
	free(a->cues);
	clauses_release(&a->clauses);
	matches_release(&a->matches);
	memo_free(a->memo);
	phrases_free(a->phrases);
	free(a);
}

static bool
is_evidence(enum dimension d)
{
	return d <= DIM_CRISIS;
}

/* What is left of a weight in its context, 0 for nothing. */
static double
weight_left(
    const struct attrib *a, const struct lexicon_rule *rule, unsigned flags)
{
	double left = 1;

	if ((flags & CLAUSE_REPORTED) != 0 && (rule->scope & SCOPE_SAID) == 0)
		return 0;
	if ((flags & CLAUSE_HEDGED) != 0 && (rule->scope & SCOPE_HEDGE) == 0)
		left *= a->context.hedge;
	if ((flags & CLAUSE_QUESTION) != 0 &&
	    (rule->scope & SCOPE_QUESTION) == 0)
		left *= a->context.question;
	if ((flags & CLAUSE_CONDITION) != 0 && (rule->scope & SCOPE_IF) == 0)
		left *= a->context.condition;
	if ((flags & CLAUSE_BEFORE_CONTRAST) != 0 &&
	    rule->dimension != DIM_CRISIS)
		left *= a->context.before_contrast;
	if ((flags & CLAUSE_BOOSTED) != 0)
		left *= a->context.boost;
	return left;
}

/* Applies negation to the cue; false if nothing is left of it. */
static bool
negate(struct cue *cue, const struct lexicon_rule *rule, unsigned flags)
{
	if ((flags & CLAUSE_NEGATED) == 0 || (rule->scope & SCOPE_NEG) != 0)
		return true;
	if (rule->dimension > DIM_VALENCE || (rule->scope & SCOPE_DROP) != 0)
		return false;
	cue->negated = true;
	cue->value = 8 - cue->value;
	cue->weight *= negated_part;
	return true;
}

static void
take_match(struct attrib *a, const struct match *match, bool assume_cause)
{
	const struct lexicon_rule *rule = &a->rules[match->rule];
	unsigned flags = a->clauses.flags[match->first];
	struct cue cue = {.start = a->matches.words[match->first].start,
	    .end = a->matches.words[match->last].end,
	    .rule = match->rule,
	    .value = rule->dimension <= DIM_VALENCE ? rule->value : NAN};

	if (rule->dimension < DIM_SCALES && !assume_cause &&
	    (flags & CLAUSE_CAUSE) == 0)
		return;
	cue.weight = rule->weight * weight_left(a, rule, flags);
	if (cue.weight == 0 || !negate(&cue, rule, flags))
		return;
	a->cues =
	    mem_grow(a->cues, &a->cues_cap, a->ncues + 1, sizeof(*a->cues));
	a->cues[a->ncues++] = cue;
}

/* Takes all matches by place. */
static void
take_matches(struct attrib *a, bool assume_cause)
{
	const struct matches *m = &a->matches;
	size_t word, i = 0, k = 0;

	a->ncues = 0;
	for (word = 0; word < m->nwords; word++) {
		for (; i < m->count && m->items[i].first == word; i++)
			if (is_evidence(m->items[i].dimension))
				take_match(a, &m->items[i], assume_cause);
		for (; k < m->nadding && m->adding[k].first == word; k++)
			take_match(a, &m->adding[k], assume_cause);
	}
}

static void
raise_concept(struct attrib *a, uint32_t concept, double weight)
{
	if (!a->is_touched[concept]) {
		a->is_touched[concept] = true;
		a->touched[a->ntouched++] = concept;
		a->sums[concept] = a->concepts[concept].prior;
	}
	a->sums[concept] += weight;
}

static void
add_cue(struct attrib *a, const struct cue *cue, struct sums *sums)
{
	const struct lexicon_rule *rule = &a->rules[cue->rule];
	const struct lexicon_raise *raises = lexicon_raises(a->lex, rule);
	size_t i;

	if (rule->dimension <= DIM_VALENCE) {
		sums->scale[rule->dimension] +=
		    cue->weight * (cue->value - 4) / 3;
		sums->said[rule->dimension] = true;
	} else if (rule->dimension == DIM_BALANCE) {
		sums->balance += cue->weight;
	} else if (rule->dimension == DIM_CRISIS) {
		sums->crisis += cue->weight;
	}
	for (i = 0; !cue->negated && i < rule->nraises; i++)
		raise_concept(
		    a, raises[i].concept, cue->weight * (double)raises[i].part);
}

static double
logistic(double x)
{
	return 1 / (1 + exp(-x));
}

static int
compare_severity(const void *a, const void *b)
{
	const struct severity *x = a, *y = b;

	if (x->severity != y->severity)
		return x->severity > y->severity ? -1 : 1;
	return (x->concept > y->concept) - (x->concept < y->concept);
}

/*
 * Settles what the touched concepts add up to.  The likeliest of the rivals is
 * given the odds of all of them: words that leave open which of two ways of
 * thinking it is still speak for one.
 */
static void
settle_sums(struct attrib *a, double balance)
{
	uint32_t best = UINT32_MAX;
	double odds = 0;
	size_t i;

	for (i = 0; i < a->ntouched; i++) {
		uint32_t c = a->touched[i];

		if (a->concepts[c].bias)
			a->sums[c] -= balance;
		if (!a->concepts[c].rival)
			continue;
		odds += exp(a->sums[c]);
		if (best == UINT32_MAX || a->sums[c] > a->sums[best] ||
		    (a->sums[c] == a->sums[best] && c < best))
			best = c;
	}
	if (best != UINT32_MAX)
		a->sums[best] = log(odds);
}

static size_t
rank_concepts(struct attrib *a)
{
	size_t i, n = 0;

	for (i = 0; i < a->ntouched; i++) {
		uint32_t c = a->touched[i];
		double severity = logistic(a->sums[c]);

		if (severity >= told_from)
			a->severities[n++] = (struct severity){c, severity};
		a->is_touched[c] = false;
	}
	a->ntouched = 0;
	if (n > 1)
		qsort(
		    a->severities, n, sizeof(*a->severities), compare_severity);
	return n;
}

static enum valence
valence_of(const struct sums *sums)
{
	if (!sums->said[DIM_VALENCE])
		return VALENCE_UNKNOWN;
	if (sums->scale[DIM_VALENCE] > valence_from)
		return VALENCE_POSITIVE;
	if (sums->scale[DIM_VALENCE] < -valence_from)
		return VALENCE_NEGATIVE;
	return VALENCE_NEUTRAL;
}

static void
fill(struct attrib *a, const struct sums *sums, struct attribution *out)
{
	bool judged = a->matches.tokens.count >= ATTRIB_WORDS_MIN;
	int d;

	*out = (struct attribution){.cues = a->cues,
	    .ncues = a->ncues,
	    .words = a->matches.tokens.count,
	    .concepts = a->severities};
	for (d = 0; d < DIM_SCALES; d++)
		out->scale[d] = judged && sums->said[d]
		    ? 1 + 6 * logistic(sums->scale[d])
		    : NAN;
	settle_sums(a, sums->balance);
	out->nconcepts = rank_concepts(a);
	if (!judged)
		out->nconcepts = 0;
	out->valence = judged ? valence_of(sums) : VALENCE_UNKNOWN;
	out->flags = (sums->crisis >= 1 ? ATTRIB_CRISIS : 0u) |
	    (judged ? 0u : ATTRIB_TOO_SHORT) |
	    (a->matches.tokens.bad_utf8 ? ATTRIB_BAD_UTF8 : 0u);
}

void
attrib_read(struct attrib *a, const char *text, size_t len, bool assume_cause,
    struct attribution *out)
{
	struct sums sums = {0};
	size_t i;

	match_text(&a->matches, a->phrases, a->memo, text, len);
	clauses_read(&a->clauses, &a->matches, a->rules);
	if (assume_cause || a->clauses.cause)
		match_scales(&a->matches, a->phrases,
		    assume_cause ? NULL : a->clauses.flags, CLAUSE_CAUSE);
	take_matches(a, assume_cause);
	for (i = 0; i < a->ncues; i++)
		add_cue(a, &a->cues[i], &sums);
	fill(a, &sums, out);
}
