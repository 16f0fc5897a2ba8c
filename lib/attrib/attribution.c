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

/* Beside flags of a clause but for the cause, which comes to nothing here: no
 * word that is negated speaks for the rule. */
enum { DROPS = CLAUSE_CAUSE, CONTEXTS = 256 };

struct attrib {
	const struct lexicon *lex;
	const struct lexicon_rule *rules;
	double parts[CONTEXTS]; /* part_in() */
	uint8_t *heeds;         /* heeds_of() each rule */
	const struct phrases *phrases;
	struct memo *memo;
	struct matches matches;
	size_t next; /* text that is asked for */
	struct clauses clauses;
	struct tally *tally;
	/* What speaks, by its number in the tally: as strongly as it can, and
	 * in a context. */
	uint32_t *plain;
	struct apart {
		uint32_t number, flags;
	} * apart;
	size_t nplain, napart, cap;
	struct cue *cues;
	size_t ncues, cues_cap;
};

/* What flags a rule heeds, and whether it DROPS. */
static unsigned
heeds_of(const struct lexicon_rule *rule)
{
	static const uint8_t spared[] = {CLAUSE_NEGATED, CLAUSE_QUESTION,
	    CLAUSE_CONDITION, CLAUSE_REPORTED, CLAUSE_HEDGED};
	unsigned heeds = CONTEXTS - 1;
	size_t i;

	for (i = 0; i < sizeof(spared) / sizeof(*spared); i++)
		if ((rule->scope >> i & 1) != 0)
			heeds &= ~(unsigned)spared[i];
	if (rule->dimension == DIM_CRISIS)
		heeds &= ~(unsigned)CLAUSE_BEFORE_CONTRAST;
	if (rule->dimension <= DIM_VALENCE && (rule->scope & SCOPE_DROP) == 0)
		heeds &= ~(unsigned)DROPS;
	return heeds;
}

/* What a context that a rule heeds leaves of its weight: below nought where the
 * rule is turned round, 0 for nothing. */
static double
part_in(const struct lexicon_context *context, unsigned heeded)
{
	double left = 1;

	if ((heeded & CLAUSE_REPORTED) != 0)
		return 0;
	if ((heeded & CLAUSE_HEDGED) != 0)
		left *= context->hedge;
	if ((heeded & CLAUSE_QUESTION) != 0)
		left *= context->question;
	if ((heeded & CLAUSE_CONDITION) != 0)
		left *= context->condition;
	if ((heeded & CLAUSE_BEFORE_CONTRAST) != 0)
		left *= context->before_contrast;
	if ((heeded & CLAUSE_BOOSTED) != 0)
		left *= context->boost;
	if ((heeded & CLAUSE_NEGATED) == 0)
		return left;
	return (heeded & DROPS) != 0 ? 0 : -left * negated_part;
}

struct attrib *
attrib_new(const struct lexicon *lex, struct diag *err, const char **file)
{
	const struct phrases *phrases = phrases_new(lex, err, file);
	struct attrib *a;
	size_t i;

	if (phrases == NULL)
		return NULL;
	a = mem_zalloc(1, sizeof(*a));
	a->lex = lex;
	a->rules = lex->rules;
	a->heeds = mem_zalloc(lex->nrules, sizeof(*a->heeds));
	for (i = 0; i < lex->nrules; i++)
		a->heeds[i] = (uint8_t)heeds_of(&lex->rules[i]);
	for (i = 0; i < CONTEXTS; i++)
		a->parts[i] = part_in(lexicon_context(lex), (unsigned)i);
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
	free(a->heeds);
	free(a->plain);
	free(a->apart);
	free(a->cues);
	clauses_release(&a->clauses);
	matches_release(&a->matches);
	memo_free(a->memo);
	phrases_free(a->phrases);
	free(a);
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

/* How strong a rule is in this context, as part_in(). */
static inline double
strength(const struct attrib *a, uint32_t rule, unsigned flags)
{
	return a->parts[(flags | DROPS) & a->heeds[rule]];
}

static bool
is_evidence(const struct match *match)
{
	return match->dimension <= DIM_CRISIS;
}

/* Sorts what speaks by whether there is a context, which no processor
 * foretells: so it goes to either list, and is counted in one. */
static inline void
sort_out(struct attrib *a, uint32_t number, unsigned flags, bool counts)
{
	bool apart = in_context(flags);

	a->plain[a->nplain] = number;
	a->apart[a->napart] = (struct apart){number, flags};
	a->nplain += !apart & counts;
	a->napart += apart & counts;
}

static void
sort_matches(struct attrib *a, const struct match *items, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		sort_out(a, items[i].rule,
		    flags_of(a, items[i].first, items[i].last),
		    is_evidence(&items[i]));
}

/* The number of what a word says by itself, of scales only in a cause. */
static inline uint32_t
number_of(const struct attrib *a, size_t word)
{
	unsigned cause = a->clauses.flags[word] / CLAUSE_CAUSE;

	return tally_word(a->lex, a->phrases,
	    mark_set(a->matches.words.marks[word]), a->matches.scaled & cause);
}

/* Sorts what words, and pairs of them, say by themselves. */
static void
sort_lones(struct attrib *a)
{
	const struct matches *m = &a->matches;
	size_t i;

	for (i = 0; i < m->nlone_pairs; i++)
		sort_out(a, tally_pair(a->lex, m->lone_pairs[i].list),
		    flags_of(a, m->lone_pairs[i].at, m->lone_pairs[i].at + 1u),
		    true);
	for (i = 0; i < m->nlones; i++)
		sort_out(a, number_of(a, m->lones[i]),
		    a->clauses.flags[m->lones[i]], true);
}

/* Adds what stands in a context. */
static void
add_apart(struct attrib *a)
{
	size_t i, k, count;

	for (i = 0; i < a->napart; i++) {
		const uint32_t *rules =
		    tally_rules(a->tally, &a->apart[i].number, &count);

		for (k = 0; k < count; k++) {
			double part = strength(a, rules[k], a->apart[i].flags);

			if (part != 0)
				tally_add_part(a->tally, rules[k], part);
		}
	}
}

/* Adds all evidence. */
static void
add_up(struct attrib *a)
{
	const struct matches *m = &a->matches;
	size_t most = m->count + m->nadding + m->nlone_pairs + m->nlones + 1;

	if (a->cap < most) {
		a->plain = mem_grow(a->plain, &a->cap, most, sizeof(*a->plain));
		a->apart = mem_realloc(a->apart, a->cap, sizeof(*a->apart));
	}
	a->nplain = a->napart = 0;
	sort_matches(a, m->items, m->count);
	sort_matches(a, m->adding, m->nadding);
	sort_lones(a);
	tally_add(a->tally, a->plain, a->nplain);
	add_apart(a);
}

/* The text that is being read. */
static inline const struct token_text *
text_of(const struct attrib *a)
{
	return &a->matches.tokens.texts[a->matches.text];
}

/* Puts down the evidence of a rule at words first to last. */
static void
put_cue(struct attrib *a, uint32_t number, size_t first, size_t last)
{
	const struct lexicon_rule *rule = &a->rules[number];
	double part = strength(a, number, flags_of(a, first, last));
	uint32_t start = text_of(a)->start;
	struct cue cue = {.start = a->matches.words.spans[first].start - start,
	    .end = a->matches.words.spans[last].end - start,
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
	uint32_t number = number_of(a, word);
	size_t i, count;
	const uint32_t *rules = tally_rules(a->tally, &number, &count);

	for (i = 0; i < count; i++)
		put_cue(a, rules[i], word, word);
}

/* Puts down all evidence, so many cues, by place: at one word the settled
 * first, then the longest, then what it says by itself. */
static void
put_cues(struct attrib *a, size_t count)
{
	const struct matches *m = &a->matches;
	size_t i = 0, k = 0, n;

	a->cues = mem_grow(a->cues, &a->cues_cap, count + 1, sizeof(*a->cues));
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
is_said(unsigned said, int dimension)
{
	return (said >> dimension & 1) != 0;
}

static void
fill_scales(
    const struct totals *totals, unsigned said, double scale[DIM_SCALES])
{
	int d;

	for (d = 0; d < DIM_SCALES; d++)
		scale[d] = NAN;
	if (said % (1u << DIM_SCALES) == 0) /* as mostly */
		return;
	for (d = 0; d < DIM_SCALES; d++)
		if (is_said(said, d))
			scale[d] = 1 + 6 * logistic(totals->scale[d]);
}

/* Without a branch: which it is no processor foretells. */
static enum valence
valence_of(const struct totals *totals)
{
	double sum = totals->scale[DIM_VALENCE], from = valence_from + rounding;
	int valence = VALENCE_NEUTRAL + (sum > from) - (sum < -from);

	return is_said(totals->said, DIM_VALENCE) * valence;
}

/* Puts down what rang in the tokens first..to-1. */
static void
put_alarms(struct attrib *a, size_t first, size_t to, struct attribution *out)
{
	const struct token *spans = a->matches.tokens.items + first;
	struct alarm_part parts[ALARM_PARTS_MAX];
	uint32_t start = text_of(a)->start;
	size_t i;

	out->nalarms =
	    alarm_parts(a->matches.words.alarms + first, to - first, parts);
	for (i = 0; i < out->nalarms; i++)
		out->alarms[i] =
		    (struct alarm_cue){spans[parts[i].first].start - start,
			spans[parts[i].last].end - start, parts[i].value};
}

/* The most that the words of the statement speak of a crisis; what rings, or
 * may add to what rules say, is put down where evidence is. */
static double
hear(struct attrib *a, struct attribution *out)
{
	struct alarm_heard h = {0};
	double most = -HUGE_VAL, value;

	while (alarm_next(&a->matches.tokens, a->matches.text, &h)) {
		value = alarm_value(
		    a->matches.words.alarms + h.first, h.to - h.first);
		if (a->matches.listed && value > fmax(most, 0))
			put_alarms(a, h.first, h.to, out);
		most = value > most ? value : most;
	}
	return most;
}

/* What rules say and what the words do add up; no word speaks against rules. */
static bool
is_crisis(
    struct attrib *a, const struct totals *totals, struct attribution *out)
{
	bool crisis = totals->crisis + fmax(hear(a, out), 0) >= 1 - rounding;

	if (!crisis)
		out->nalarms = 0;
	return crisis;
}

static void
fill(struct attrib *a, struct attribution *out)
{
	const struct token_text *text = text_of(a);
	bool judged = a->matches.to - a->matches.from >= ATTRIB_WORDS_MIN;
	struct totals totals;

	tally_settle(a->tally, &totals);
	if (a->matches.listed)
		put_cues(a, totals.ncues);
	out->text = a->matches.tokens.text + text->start;
	out->len = text->len;
	out->cues = a->cues;
	out->ncues = totals.ncues;
	out->nalarms = 0;
	out->words = text[1].first - text->first;
	out->concepts = totals.told;
	out->nconcepts = judged ? totals.ntold : 0;
	fill_scales(&totals, judged ? totals.said : 0, out->scale);
	out->valence = judged ? valence_of(&totals) : VALENCE_UNKNOWN;
	out->flags = (judged ? 0u : ATTRIB_TOO_SHORT) |
	    (text->bad_utf8 ? ATTRIB_BAD_UTF8 : 0u);
	if (is_crisis(a, &totals, out))
		out->flags |= ATTRIB_CRISIS;
}

void
attrib_give(struct attrib *a, const char *text, size_t len)
{
	if (a->next > 0)
		tokens_clear(&a->matches.tokens);
	a->next = 0;
	tokens_add(&a->matches.tokens, text, len);
}

bool
attrib_next(struct attrib *a, unsigned how, struct attribution *out)
{
	struct matches *m = &a->matches;

	if (a->next == m->tokens.ntexts)
		return false;
	if (a->next == 0)
		matches_read(m, a->phrases, a->memo, (how & ATTRIB_CUES) != 0);
	matches_of(m, a->phrases, a->next++);
	clauses_read(
	    &a->clauses, m, a->rules, (how & ATTRIB_ASSUME_CAUSE) != 0);
	if (a->clauses.cause)
		match_scales(m, a->phrases, a->clauses.flags, CLAUSE_CAUSE);
	add_up(a);
	fill(a, out);
	return true;
}

void
attrib_read(struct attrib *a, const char *text, size_t len, unsigned how,
    struct attribution *out)
{
	tokens_clear(&a->matches.tokens);
	attrib_give(a, text, len);
	attrib_next(a, how, out);
}
