#include "attrib/attribution.h"

#include "attrib/evidence.h"
#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const valence_words[] = {"", "negative", "neutral", "positive"};

static const double valence_from = 0.25; /* log-odds either way, beyond it */
static const double rounding = 1e-5;     /* of sums: they are of millionths */
static const double negated_part = 0.8;  /* what is left of a turned weight */

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
	hearing_release(&a->hearing);
	clauses_release(&a->clauses);
	matches_release(&a->matches);
	memo_free(a->memo);
	phrases_free(a->phrases);
	free(a);
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

/* Puts down which words of the loudest ring. */
static void
put_alarms(struct attrib *a, const struct heard *heard, struct attribution *out)
{
	const struct token *spans = a->matches.tokens.items + heard->first;
	struct alarm_part parts[ALARM_PARTS_MAX];
	uint32_t start = attrib_text(a)->start;
	size_t i;

	out->nalarms = alarm_parts(a->matches.words.alarms + heard->first,
	    heard->to - heard->first, parts);
	for (i = 0; i < out->nalarms; i++)
		out->alarms[i] =
		    (struct alarm_cue){spans[parts[i].first].start - start,
			spans[parts[i].last].end - start, parts[i].value};
}

/* What rules say and what the words do add up; no word speaks against rules. */
static bool
is_crisis(
    struct attrib *a, const struct totals *totals, struct attribution *out)
{
	const struct loudest *loudest = &a->hearing.loudest[a->matches.text];

	if (totals->crisis + loudest->value < 1 - rounding)
		return false;
	if (a->matches.listed && loudest->value > 0)
		put_alarms(a, &a->hearing.heard[loudest->heard], out);
	return true;
}

static void
fill(struct attrib *a, struct attribution *out)
{
	const struct token_text *text = attrib_text(a);
	bool judged = a->matches.to - a->matches.from >= ATTRIB_WORDS_MIN;
	struct totals totals;

	tally_settle(a->tally, &totals);
	if (a->matches.listed)
		evidence_list(a, totals.ncues);
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

/* Finds what stands in the next texts; of scales only where there is a cause.
 */
static void
find_texts(struct attrib *a, bool cause)
{
	struct matches *m = &a->matches;
	size_t i;

	matches_find(m, a->phrases);
	for (i = m->first; i < m->end; i++) {
		matches_of(m, i);
		clauses_read(&a->clauses, m, a->rules, cause);
		m->scales[i] = a->clauses.cause;
	}
	matches_scale(m, a->phrases, a->clauses.flags, CLAUSE_CAUSE);
}

bool
attrib_next(struct attrib *a, unsigned how, struct attribution *out)
{
	struct matches *m = &a->matches;

	if (a->next == m->tokens.ntexts)
		return false;
	if (a->next == 0) {
		matches_read(m, a->memo, (how & ATTRIB_CUES) != 0);
		clauses_begin(&a->clauses, m);
		hearing_read(&a->hearing, &m->tokens, m->words.alarms);
	}
	if (a->next == m->end)
		find_texts(a, (how & ATTRIB_ASSUME_CAUSE) != 0);
	matches_of(m, a->next++);
	evidence_add(a);
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
