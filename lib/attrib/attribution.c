#include "attrib/attribution.h"

#include "attrib/clause.h"
#include "attrib/match.h"
#include "attrib/tally.h"
#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const valence_words[] = {"", "negative", "neutral", "positive"};

static const double valence_from = 0.25; /* log-odds either way, beyond it */
static const double rounding = 1e-5;     /* of sums: they are of millionths */
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
	bool assume_cause;
	size_t ncues;
	struct cue *cues;
	size_t cues_cap;
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
	a->memo = memo_new(phrases);
	a->tally = tally_new(lex, phrases);
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

/* Whether there is more around than a cause. */
static bool
in_context(unsigned flags)
{
	return (flags & ~(unsigned)CLAUSE_CAUSE) != 0;
}

/* How strong a rule is in this context, as a part of its weight: below nought
 * where it is turned round, 0 where nothing is left of it. */
static double
strength(
    const struct attrib *a, const struct lexicon_rule *rule, unsigned flags)
{
	double left;

	if (rule->dimension < DIM_SCALES && !a->assume_cause &&
	    (flags & CLAUSE_CAUSE) == 0)
		return 0;
	if (!in_context(flags))
		return 1;
	left = weight_left(a, rule, flags);
	if ((flags & CLAUSE_NEGATED) == 0 || (rule->scope & SCOPE_NEG) != 0)
		return left;
	if (rule->dimension > DIM_VALENCE || (rule->scope & SCOPE_DROP) != 0)
		return 0;
	return -left * negated_part;
}

static bool
is_evidence(const struct match *match)
{
	return match->dimension <= DIM_CRISIS;
}

/* Adds a rule that stands in a context. */
static void
add_rule(struct attrib *a, uint32_t number, unsigned flags)
{
	double part = strength(a, &a->rules[number], flags);

	if (part == 0)
		return;
	a->ncues++;
	tally_add(a->tally, number, part);
}

static void
add_matches(struct attrib *a, const struct match *items, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (is_evidence(&items[i]))
			add_rule(a, items[i].rule,
			    flags_of(a, items[i].first, items[i].last));
}

/* The rules of what a word says by itself. */
static const uint32_t *
rules_of_word(const struct attrib *a, size_t word, size_t *count)
{
	return phrases_lone_rules(a->phrases,
	    mark_set(a->matches.words.marks[word]), a->matches.scaled, count);
}

/* Adds what pairs of words say by themselves. */
static void
add_pairs(struct attrib *a)
{
	const struct matches *m = &a->matches;
	size_t n, i, count;

	for (n = 0; n < m->nlone_pairs; n++) {
		struct lone_pair pair = m->lone_pairs[n];
		unsigned flags = flags_of(a, pair.at, pair.at + 1u);
		const uint32_t *rules;

		if (!in_context(flags)) {
			a->ncues += tally_add_pair(a->tally, pair.list);
			continue;
		}
		rules = phrases_pair_rules(a->phrases, pair.list, &count);
		for (i = 0; i < count; i++)
			add_rule(a, rules[i], flags);
	}
}

/* Adds what words say by themselves; most stand in no context at all. */
static void
add_lones(struct attrib *a)
{
	const struct matches *m = &a->matches;
	size_t n, i, count;

	for (n = 0; n < m->nlones; n++) {
		size_t word = m->lones[n];
		unsigned flags = flags_of(a, word, word);
		const uint32_t *rules;

		if (!in_context(flags)) {
			a->ncues += tally_add_word(a->tally,
			    mark_set(m->words.marks[word]),
			    m->scaled && (a->assume_cause || flags != 0));
			continue;
		}
		rules = rules_of_word(a, word, &count);
		for (i = 0; i < count; i++)
			add_rule(a, rules[i], flags);
	}
}

/* Puts down the evidence of a rule at words first to last. */
static void
put_cue(struct attrib *a, uint32_t number, size_t first, size_t last)
{
	const struct lexicon_rule *rule = &a->rules[number];
	double part = strength(a, rule, flags_of(a, first, last));
	struct cue cue = {.start = a->matches.words.spans[first].start,
	    .end = a->matches.words.spans[last].end,
	    .rule = number,
	    .value = rule->dimension <= DIM_VALENCE ? rule->value : NAN,
	    .weight = rule->weight * fabs(part),
	    .negated = part < 0};

	if (part == 0)
		return;
	if (cue.negated)
		cue.value = 8 - cue.value;
	a->cues[a->ncues++] = cue;
}

static void
put_match(struct attrib *a, const struct match *match)
{
	if (is_evidence(match))
		put_cue(a, match->rule, match->first, match->last);
}

static void
put_lone(struct attrib *a, size_t word)
{
	size_t i, count;
	const uint32_t *rules = rules_of_word(a, word, &count);

	for (i = 0; i < count; i++)
		put_cue(a, rules[i], word, word);
}

/* Puts down all evidence by place, at one word the settled first, then the
 * longest, then what it says by itself. */
static void
put_cues(struct attrib *a)
{
	const struct matches *m = &a->matches;
	size_t i = 0, k = 0, n;

	a->cues =
	    mem_grow(a->cues, &a->cues_cap, a->ncues + 1, sizeof(*a->cues));
	a->ncues = 0;
	for (n = 0; n <= m->nlones; n++) {
		size_t word = n < m->nlones ? m->lones[n] : SIZE_MAX;

		for (; k < m->nadding && m->adding[k].first <= word; k++) {
			for (; i < m->count &&
			     m->items[i].first <= m->adding[k].first;
			     i++)
				put_match(a, &m->items[i]);
			put_match(a, &m->adding[k]);
		}
		for (; i < m->count && m->items[i].first <= word; i++)
			put_match(a, &m->items[i]);
		if (n < m->nlones)
			put_lone(a, word);
	}
}

static double
logistic(double x)
{
	return 1 / (1 + exp(-x));
}

static bool
is_said(const struct totals *totals, int dimension)
{
	return (totals->said >> dimension & 1) != 0;
}

static enum valence
valence_of(const struct totals *totals)
{
	if (!is_said(totals, DIM_VALENCE))
		return VALENCE_UNKNOWN;
	if (totals->scale[DIM_VALENCE] > valence_from + rounding)
		return VALENCE_POSITIVE;
	if (totals->scale[DIM_VALENCE] < -valence_from - rounding)
		return VALENCE_NEGATIVE;
	return VALENCE_NEUTRAL;
}

/* Puts down what rang in the tokens first..to-1. */
static void
put_alarms(struct attrib *a, size_t first, size_t to, struct attribution *out)
{
	const struct token *spans = a->matches.tokens.items + first;
	struct alarm_part parts[ALARM_PARTS_MAX];
	size_t i;

	out->nalarms =
	    alarm_parts(a->matches.words.alarms + first, to - first, parts);
	for (i = 0; i < out->nalarms; i++)
		out->alarms[i] = (struct alarm_cue){spans[parts[i].first].start,
		    spans[parts[i].last].end, parts[i].value};
}

/* The most that the words of the statement speak of a crisis; what rings is
 * put down where evidence is. */
static double
hear(struct attrib *a, struct attribution *out)
{
	const struct tokens *tokens = &a->matches.tokens;
	double most = -HUGE_VAL, value;
	size_t first, to;

	for (first = 0; first < tokens->count; first = to) {
		to = alarm_end(tokens, first);
		value =
		    alarm_value(a->matches.words.alarms + first, to - first);
		if (a->matches.listed && value >= 1 && value > most)
			put_alarms(a, first, to, out);
		most = value > most ? value : most;
	}
	return most;
}

/* What rules say and what the words do add up; no word speaks against rules. */
static bool
is_crisis(
    struct attrib *a, const struct totals *totals, struct attribution *out)
{
	return totals->crisis + fmax(hear(a, out), 0) >= 1 - rounding;
}

static void
fill(struct attrib *a, struct attribution *out)
{
	bool judged = a->matches.words.count >= ATTRIB_WORDS_MIN;
	struct totals totals;
	int d;

	tally_settle(a->tally, &totals);
	*out = (struct attribution){.cues = a->cues,
	    .ncues = a->ncues,
	    .words = a->matches.tokens.count,
	    .concepts = totals.told,
	    .nconcepts = judged ? totals.ntold : 0};
	for (d = 0; d < DIM_SCALES; d++)
		out->scale[d] = judged && is_said(&totals, d)
		    ? 1 + 6 * logistic(totals.scale[d])
		    : NAN;
	out->valence = judged ? valence_of(&totals) : VALENCE_UNKNOWN;
	out->flags = (judged ? 0u : ATTRIB_TOO_SHORT) |
	    (a->matches.tokens.bad_utf8 ? ATTRIB_BAD_UTF8 : 0u);
	if (is_crisis(a, &totals, out))
		out->flags |= ATTRIB_CRISIS;
}

void
attrib_read(struct attrib *a, const char *text, size_t len, unsigned how,
    struct attribution *out)
{
	struct matches *m = &a->matches;

	a->assume_cause = (how & ATTRIB_ASSUME_CAUSE) != 0;
	match_text(m, a->phrases, a->memo, text, len, (how & ATTRIB_CUES) != 0);
	clauses_read(&a->clauses, m, a->rules);
	if (a->assume_cause || a->clauses.cause)
		match_scales(m, a->phrases,
		    a->assume_cause ? NULL : a->clauses.flags, CLAUSE_CAUSE);
	a->ncues = 0;
	add_matches(a, m->items, m->count);
	add_matches(a, m->adding, m->nadding);
	add_pairs(a);
	add_lones(a);
	if ((how & ATTRIB_CUES) != 0)
		put_cues(a);
	fill(a, out);
}
