#include "attrib/match.h"

#include "attrib/look.h"
#include "attrib/settle.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

static inline uint32_t
first_word(uint64_t rank)
{
	return (uint32_t)(rank >> RANK_FIRST_AT);
}

/* Leaves out those found whose first word lacks the flag. */
static void
keep_flagged(struct ranks *r, const uint8_t *flags, uint8_t flag)
{
	size_t i, kept = 0;

	for (i = 0; i < r->count; i++)
		if ((flags[first_word(r->items[i])] & flag) != 0)
			r->items[kept++] = r->items[i];
	r->count = kept;
}

static int
compare_ranks(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

/* They are nearly in order as they are found, and mostly few. */
static void
sort_ranks(uint64_t *items, size_t count)
{
	size_t i, k;

	if (count > 1024) {
		qsort(items, count, sizeof(*items), compare_ranks);
		return;
	}
	for (i = 1; i < count; i++) {
		uint64_t rank = items[i];

		for (k = i; k > 0 && items[k - 1] > rank; k--)
			items[k] = items[k - 1];
		items[k] = rank;
	}
}

static void
list_reserve(struct match_list *list, size_t count)
{
	list->items =
	    mem_grow(list->items, &list->cap, count, sizeof(*list->items));
}

/* There is room: list_reserve(). */
static inline void
list_add(struct match_list *list, const struct match *match)
{
	list->items[list->count++] = *match;
}

/* Adds a match, unless one of the same words and dimension is there and names
 * as many. */
static inline void
list_join(struct match_list *list, const struct match *match)
{
	size_t i = list->count;

	while (i-- > 0 && list->items[i].first == match->first &&
	    list->items[i].last == match->last) {
		struct match *other = &list->items[i];

		if (other->dimension != match->dimension)
			continue;
		if (match->places > other->places ||
		    (match->places == other->places &&
			match->rule < other->rule)) {
			other->rule = match->rule;
			other->places = match->places;
		}
		return;
	}
	list_add(list, match);
}

/* Makes matches of what was found. */
static void
take_ranks(struct matches *m, const struct phrases *phrases, uint64_t *ranks,
    size_t count, struct match_list *adding)
{
	size_t i;

	sort_ranks(ranks, count);
	adding->count = 0;
	list_reserve(adding, count);
	for (i = 0; i < count; i++) {
		uint64_t rank = ranks[i];
		const struct phrase *p =
		    &phrases->items[rank & ((1u << RANK_PHRASE_BITS) - 1)];
		uint32_t first = first_word(rank);
		struct match match = {.rule = p->rule,
		    .first = first,
		    .last = first + RANK_WORDS_MAX -
			(uint32_t)(rank >> RANK_SHORT_AT & RANK_WORDS_MAX),
		    .thing = p->thing,
		    .dimension = p->dimension,
		    .places = p->count};

		if (phrase_adds_up(p->dimension))
			list_join(adding, &match);
		else
			list_add(&m->settled, &match);
	}
}

void
matches_release(struct matches *m)
{
	int g;

	tokens_release(&m->tokens);
	words_release(&m->words);
	free(m->settled.items);
	for (g = 0; g < PHRASES_GROUPS; g++) {
		free(m->found[g].items);
		sought_release(&m->sought[g]);
	}
	free(m->merged.items);
	free(m->sorted.items);
	free(m->text_of);
	free(m->shares);
	*m = (struct matches){0};
}

/* Counts what was found of each text but the last into the share of the next,
 * so that it can be told where that begins. */
static void
count_shares(struct matches *m, const struct sought *s)
{
	struct share *next = m->shares + 1;
	size_t i;

	for (i = 0; i < s->ranks.count; i++)
		next[m->text_of[first_word(s->ranks.items[i])]].ranks++;
	for (i = 0; i < s->nlones; i++)
		next[m->text_of[s->lones[i]]].lones++;
	for (i = 0; i < s->nlone_pairs; i++)
		next[m->text_of[s->lone_pairs[i].at]].lone_pairs++;
}

/* Eight words at once, some of the next text, which comes behind, among them:
 * so the loop is about as long for most. */
static void
number_words(struct matches *m)
{
	enum { AT_ONCE = 8 };
	const uint32_t *starts = m->words.starts;
	size_t text, i;
	int k;

	m->text_of = mem_grow(m->text_of, &m->text_of_cap,
	    m->words.count + AT_ONCE, sizeof(*m->text_of));
	for (text = 0; text < m->tokens.ntexts; text++)
		for (i = starts[text]; i < starts[text + 1]; i += AT_ONCE)
#pragma GCC unroll 8
			for (k = 0; k < AT_ONCE; k++)
				m->text_of[i + (size_t)k] = (uint32_t)text;
}

/* Shares out what was found.  All but ranks is in the order of the texts. */
static void
share_out(struct matches *m, const struct sought *s)
{
	size_t n = m->tokens.ntexts, i;

	number_words(m);
	m->shares =
	    mem_grow(m->shares, &m->shares_cap, n + 1, sizeof(*m->shares));
	memset(m->shares, 0, (n + 1) * sizeof(*m->shares));
	count_shares(m, s);
	for (i = 1; i <= n; i++) {
		m->shares[i].ranks += m->shares[i - 1].ranks;
		m->shares[i].lones += m->shares[i - 1].lones;
		m->shares[i].lone_pairs += m->shares[i - 1].lone_pairs;
	}
	m->sorted.items = mem_grow(m->sorted.items, &m->sorted.cap,
	    s->ranks.count + 1, sizeof(*m->sorted.items));
	for (i = 0; i < s->ranks.count; i++) {
		uint64_t rank = s->ranks.items[i];

		m->sorted
		    .items[m->shares[m->text_of[first_word(rank)]].ranks++] =
		    rank;
	}
	/* Each begins where the one before it has ended now. */
	for (i = n; i > 0; i--)
		m->shares[i].ranks = m->shares[i - 1].ranks;
	m->shares[0].ranks = 0;
}

void
matches_read(struct matches *m, const struct phrases *phrases,
    struct memo *memo, bool listed)
{
	struct sought *s = &m->sought[PHRASES_FIRST];

	tokens_split_all(&m->tokens);
	memo_read(memo, &m->tokens, &m->words);
	m->listed = listed;
	look(s, phrases, &m->words, 0, m->words.count, PHRASES_FIRST, listed);
	share_out(m, s);
	m->apart = s->ranks.count >= MATCH_MAX;
}

/* Looks through the text at hand alone: what is found is all its own. */
static void
look_apart(struct matches *m, const struct phrases *phrases)
{
	struct sought *s = &m->sought[PHRASES_FIRST];

	look(s, phrases, &m->words, m->from, m->to, PHRASES_FIRST, m->listed);
	m->shares[m->text] = (struct share){0, 0, 0};
	m->shares[m->text + 1] =
	    (struct share){s->ranks.count, s->nlones, s->nlone_pairs};
	m->sorted.items = mem_grow(m->sorted.items, &m->sorted.cap,
	    s->ranks.count + 1, sizeof(*m->sorted.items));
	memcpy(m->sorted.items, s->ranks.items,
	    s->ranks.count * sizeof(*m->sorted.items));
}

void
matches_of(struct matches *m, const struct phrases *phrases, size_t text)
{
	const struct sought *s = &m->sought[PHRASES_FIRST];
	const struct share *share = &m->shares[text];
	size_t count;

	m->text = text;
	m->from = m->words.starts[text];
	m->to = m->words.starts[text + 1];
	if (m->apart)
		look_apart(m, phrases);
	count = share[1].ranks - share->ranks;
	m->lones = s->lones + share->lones;
	m->nlones = share[1].lones - share->lones;
	m->lone_pairs = s->lone_pairs + share->lone_pairs;
	m->nlone_pairs = share[1].lone_pairs - share->lone_pairs;
	m->scaled = false;
	m->settled.count = 0;
	list_reserve(&m->settled, count);
	take_ranks(m, phrases, m->sorted.items + share->ranks, count,
	    &m->found[PHRASES_FIRST]);
	m->settled.count = settle(m->settled.items, m->settled.count);
	m->items = m->settled.items;
	m->count = m->settled.count;
	m->adding = m->found[PHRASES_FIRST].items;
	m->nadding = m->found[PHRASES_FIRST].count;
}

void
match_text(struct matches *m, const struct phrases *phrases, struct memo *memo,
    const char *text, size_t len, bool listed)
{
	tokens_clear(&m->tokens);
	tokens_add(&m->tokens, text, len);
	matches_read(m, phrases, memo, listed);
	matches_of(m, phrases, 0);
}

/* Whether a match goes before another one of a later group. */
static bool
goes_before(const struct match *a, const struct match *b)
{
	if (a->first != b->first)
		return a->first < b->first;
	return a->last >= b->last;
}

/* Puts the two lists, each in order, into one. */
static void
merge(struct match_list *out, const struct match_list *a,
    const struct match_list *b)
{
	size_t i = 0, k = 0;

	out->count = 0;
	list_reserve(out, a->count + b->count);
	while (i < a->count || k < b->count) {
		if (k == b->count ||
		    (i < a->count && goes_before(&a->items[i], &b->items[k])))
			list_add(out, &a->items[i++]);
		else
			list_add(out, &b->items[k++]);
	}
}

void
match_scales(struct matches *m, const struct phrases *phrases,
    const uint8_t *flags, uint8_t flag)
{
	struct sought *s = &m->sought[PHRASES_SCALES];

	look(s, phrases, &m->words, m->from, m->to, PHRASES_SCALES, m->listed);
	if (flags != NULL)
		keep_flagged(&s->ranks, flags, flag);
	m->scaled = true;
	m->lones = s->lones;
	m->nlones = s->nlones;
	take_ranks(m, phrases, s->ranks.items, s->ranks.count,
	    &m->found[PHRASES_SCALES]);
	merge(&m->merged, &m->found[PHRASES_FIRST], &m->found[PHRASES_SCALES]);
	m->adding = m->merged.items;
	m->nadding = m->merged.count;
}
