#include "attrib/attribution.h"

#include "attrib/clause.h"
#include "attrib/match.h"
#include "attrib/tally.h"
#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const valence_words[] = {"", "negative", "neutral", "positive"};

static const double valence_from = 0.25; /* log-odds either way */
static const double negated_part = 0.8;  /* what is left of a turned weight */

struct attrib {
	const struct lexicon_rule *rules;
	size_t nrules;
	struct lexicon_context context;
	const struct phrases *phrases;
	struct memo *memo;
	struct matches matches;
	struct clauses clauses;
	struct tally *tally;
	struct cue *cues;
	size_t ncues, cues_cap;
};

/* What the cues of one statement add up to. */
struct sums {
	double scale[DIM_VALENCE + 1]; /* the four, and valence */
	bool said[DIM_VALENCE + 1];
	double crisis, balance;
	bool assume_cause;
};

struct attrib *
attrib_new(const struct lexicon *lex, struct diag *err, const char **file)
{
	const struct phrases *phrases = phrases_new(lex, err, file);
	struct attrib *a;

	if (phrases == NULL)
		return NULL;
	a = mem_zalloc(1, sizeof(*a));
	a->rules = lexicon_rules(lex, &a->nrules);
	a->context = *lexicon_context(lex);
	a->phrases = phrases;
	a->memo = memo_new(&phrases->vocab);
	a->tally = tally_new(lex);
	return a;
}

void
attrib_free(struct attrib *a)
{
	if (a == NULL)
		return;
	tally_free(a->tally);
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

	if ((flags & ~(unsigned)CLAUSE_CAUSE) == 0)
		return left;
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

/* Of words as a whole: what the first stands in, but a boost within them
 * counts too, and what reaches across a contrast is not before it. */
static unsigned
flags_of(const struct attrib *a, size_t first, size_t last)
{
	unsigned at_first = a->clauses.flags[first];
	unsigned at_last = a->clauses.flags[last];

	if ((at_last & CLAUSE_BEFORE_CONTRAST) == 0)
		at_first &= ~(unsigned)CLAUSE_BEFORE_CONTRAST;
	return at_first | (at_last & CLAUSE_BOOSTED);
}

static void
add_cue(struct attrib *a, const struct cue *cue, struct sums *sums)
{
	const struct lexicon_rule *rule = &a->rules[cue->rule];

	if (rule->dimension <= DIM_VALENCE) {
		sums->scale[rule->dimension] +=
		    cue->weight * (cue->value - 4) / 3;
		sums->said[rule->dimension] = true;
	} else if (rule->dimension == DIM_BALANCE) {
		sums->balance += cue->weight;
	} else if (rule->dimension == DIM_CRISIS) {
		sums->crisis += cue->weight;
	}
	if (!cue->negated && rule->nraises > 0)
		tally_add(a->tally, cue->rule, cue->weight);
}

/* Takes a rule that the words from first to last match. */
static void
take_rule(struct attrib *a, uint32_t number, size_t first, size_t last,
    struct sums *sums)
{
	const struct lexicon_rule *rule = &a->rules[number];
	unsigned flags = flags_of(a, first, last);
	struct cue cue = {.start = a->matches.words.spans[first].start,
	    .end = a->matches.words.spans[last].end,
	    .rule = number,
	    .value = rule->dimension <= DIM_VALENCE ? rule->value : NAN};

	if (rule->dimension < DIM_SCALES && !sums->assume_cause &&
	    (flags & CLAUSE_CAUSE) == 0)
		return;
	cue.weight = rule->weight * weight_left(a, rule, flags);
	if (cue.weight == 0 || !negate(&cue, rule, flags))
		return;
	a->cues[a->ncues++] = cue;
	add_cue(a, &cue, sums);
}

static void
take_match(struct attrib *a, const struct match *match, struct sums *sums)
{
	if (is_evidence(match->dimension))
		take_rule(a, match->rule, match->first, match->last, sums);
}

/* Takes what a word says by itself. */
static void
take_lone(struct attrib *a, size_t word, struct sums *sums)
{
	const struct phrases *p = a->phrases;
	const struct lone_list *list = &p->lones[a->matches.words.sets[word]];
	const uint32_t *rules = p->lone_rules + list->first;
	uint32_t count = list->count[PHRASES_FIRST];
	uint32_t i;

	if (a->matches.scaled)
		count += list->count[PHRASES_SCALES];
	for (i = 0; i < count; i++)
		take_rule(a, rules[i], word, word, sums);
}

/* Takes all matches by place, of those at one word the settled first, then the
 * longest. */
static void
take_matches(struct attrib *a, struct sums *sums)
{
	const struct matches *m = &a->matches;
	size_t i = 0, k = 0, n;

	a->ncues = 0;
	a->cues = mem_grow(a->cues, &a->cues_cap,
	    m->count + m->nadding + LONE_MAX * m->nlones, sizeof(*a->cues));
	for (n = 0; n <= m->nlones; n++) {
		size_t word = n < m->nlones ? m->lones[n] : SIZE_MAX;

		for (; k < m->nadding && m->adding[k].first <= word; k++) {
			for (; i < m->count &&
			     m->items[i].first <= m->adding[k].first;
			     i++)
				take_match(a, &m->items[i], sums);
			take_match(a, &m->adding[k], sums);
		}
		for (; i < m->count && m->items[i].first <= word; i++)
			take_match(a, &m->items[i], sums);
		if (n < m->nlones)
			take_lone(a, word, sums);
	}
}

static double
logistic(double x)
{
	return 1 / (1 + exp(-x));
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
	    .words = a->matches.tokens.count};
	for (d = 0; d < DIM_SCALES; d++)
		out->scale[d] = judged && sums->said[d]
		    ? 1 + 6 * logistic(sums->scale[d])
		    : NAN;
	out->nconcepts = tally_settle(a->tally, sums->balance, &out->concepts);
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
	struct sums sums = {.assume_cause = assume_cause};

	match_text(&a->matches, a->phrases, a->memo, text, len);
	clauses_read(&a->clauses, &a->matches, a->rules);
	if (assume_cause || a->clauses.cause)
		match_scales(&a->matches, a->phrases,
		    assume_cause ? NULL : a->clauses.flags, CLAUSE_CAUSE);
	take_matches(a, &sums);
	fill(a, &sums, out);
}
