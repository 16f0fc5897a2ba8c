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

		for (k = 0; k < count; k++)
			tally_add_part(a->tally, rules[k],
			    strength(a, rules[k], a->apart[i].flags));
	}
}

void
evidence_add(struct attrib *a)
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

/* Puts down the evidence of a rule at words first to last. */
static void
put_cue(struct attrib *a, uint32_t number, size_t first, size_t last)
{
	const struct lexicon_rule *rule = &a->rules[number];
	double part = strength(a, number, flags_of(a, first, last));
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
	uint32_t number = number_of(a, word);
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
