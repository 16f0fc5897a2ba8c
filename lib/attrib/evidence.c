#include "attrib/evidence.h"

#include "base/mem.h"

#include <math.h>

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

static bool
is_evidence(const struct match *match)
{
	return match->dimension <= DIM_CRISIS;
}

/* Puts down what speaks, if it counts: there is room. */
static inline void
put_item(
    struct attrib *a, uint32_t number, unsigned flags, size_t word, bool counts)
{
	a->items[a->nitems] =
	    (struct tally_item){tally_key(number, context_of(flags)),
		a->matches.text_of[word] - (uint32_t)a->matches.first};
	a->nitems += counts;
}

static void
put_matches(struct attrib *a, const struct match *items, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		put_item(a, items[i].rule,
		    flags_of(a, items[i].first, items[i].last), items[i].first,
		    is_evidence(&items[i]));
}

/* The number of what a word says by itself, of scales only in a cause. */
static inline uint32_t
number_of(const struct attrib *a, size_t word, bool scaled)
{
	unsigned cause = a->clauses.flags[word] / CLAUSE_CAUSE;

	return tally_word(a->lex, a->phrases,
	    mark_set(a->matches.words.marks[word]), scaled & cause);
}

/* What words say by themselves, in texts that are scaled or not. */
static void
put_lones(struct attrib *a, const struct found *found, bool scaled)
{
	const struct matches *m = &a->matches;
	size_t i;

	for (i = 0; i < found->nlones; i++) {
		uint32_t word = found->lones[i];

		put_item(a, number_of(a, word, scaled), a->clauses.flags[word],
		    word, m->scales[m->text_of[word]] == scaled);
	}
}

static void
put_pairs(struct attrib *a, const struct found *found)
{
	size_t i;

	for (i = 0; i < found->nlone_pairs; i++) {
		uint32_t at = found->lone_pairs[i].at;

		put_item(a, tally_pair(a->lex, found->lone_pairs[i].list),
		    flags_of(a, at, at + 1u), at, true);
	}
}

void
evidence_add(struct attrib *a)
{
	const struct matches *m = &a->matches;
	struct found first = matches_found(m, PHRASES_FIRST);
	struct found scales = matches_found(m, PHRASES_SCALES);
	size_t most = first.nsettled + first.nadding + first.nlones +
	    first.nlone_pairs + scales.nadding + scales.nlones + 1;

	a->items = mem_grow(a->items, &a->cap, most, sizeof(*a->items));
	a->nitems = 0;
	put_matches(a, first.settled, first.nsettled);
	put_matches(a, first.adding, first.nadding);
	put_matches(a, scales.adding, scales.nadding);
	put_pairs(a, &first);
	put_lones(a, &first, false);
	put_lones(a, &scales, true);
	tally_begin(a->tally, m->end - m->first);
	tally_add(a->tally, a->items, a->nitems);
}

/* Puts down the evidence of a rule at words first to last. */
static void
put_cue(struct attrib *a, uint32_t number, size_t first, size_t last)
{
	const struct lexicon_rule *rule = &a->rules[number];
	double part = context_part(
	    &a->contexts, number, context_of(flags_of(a, first, last)));
	uint32_t start = attrib_text(a)->start;
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
	uint32_t number = number_of(a, word, a->matches.scaled);
	size_t i, count;
	const uint32_t *rules = tally_rules(a->tally, &number, &count);

	for (i = 0; i < count; i++)
		put_cue(a, rules[i], word, word);
}

void
evidence_list(struct attrib *a, size_t count)
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
