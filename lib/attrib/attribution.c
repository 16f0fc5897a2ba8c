#include "attrib/attribution.h"

#include "attrib/evidence.h"
#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const valence_words[] = {"", "negative", "neutral", "positive"};

static const double valence_from = 0.25; /* log-odds either way, beyond it */
static const double rounding = 1e-5;     /* of sums: tallyrow.h */

struct attrib *
attrib_new(const struct lexicon *lex, struct diag *err, const char **file)
{
	const struct phrases *phrases = phrases_new(lex, err, file);
	struct attrib *a;

	if (phrases == NULL)
		return NULL;
	a = mem_zalloc(1, sizeof(*a));
	a->lex = lex;
	a->rules = lex->rules;
	contexts_init(&a->contexts, lex);
	a->phrases = phrases;
	a->memo = memo_new(phrases);
	a->tally = tally_new(lex, phrases, &a->contexts);
	return a;
}

void
attrib_free(struct attrib *a)
{
	if (a == NULL)
		return;
	tally_free(a->tally);
	contexts_release(&a->contexts);
	free(a->items);
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

	tally_settle(a->tally, a->matches.text - a->matches.first, &totals);
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
	evidence_add(a);
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
	if (m->listed)
		matches_of(m, a->next++);
	else
		matches_at(m, a->next++);
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
