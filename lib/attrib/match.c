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

/* They are in the order of the texts, of each at most so many, and mostly
 * nearly in order in each. */
static void
sort_ranks(uint64_t *items, size_t count, size_t most)
{
	size_t i, k;

	if (most > 1024) {
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

/* Makes matches of the ranks. */
static void
take_ranks(struct matches *m, const struct phrases *phrases, struct finding *f)
{
	size_t count = f->sought.ranks.count, i;

	list_reserve(&f->found, count);
	list_reserve(&m->settled, m->settled.count + count);
	for (i = 0; i < count; i++) {
		uint64_t rank = f->sorted.items[i];
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
			list_join(&f->found, &match);
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
	for (g = 0; g < PHRASES_GROUPS; g++) {
		sought_release(&m->findings[g].sought);
		free(m->findings[g].sorted.items);
		free(m->findings[g].found.items);
		free(m->findings[g].shares);
	}
	free(m->settled.items);
	free(m->merged.items);
	free(m->text_of);
	free(m->scales);
	free(m->spans);
	*m = (struct matches){0};
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

void
matches_read(struct matches *m, struct memo *memo, bool listed)
{
	tokens_split_all(&m->tokens);
	memo_read(memo, &m->tokens, &m->words);
	number_words(m);
	m->scales = mem_grow(
	    m->scales, &m->scales_cap, m->tokens.ntexts, sizeof(*m->scales));
	m->listed = listed;
	m->apart = false;
	m->first = m->end = 0;
}

/* Counts what was found of each text but the last into the share of the next,
 * so that it can be told where that begins. */
static void
count_found(const struct matches *m, struct finding *f)
{
	struct share *next = f->shares + 1;
	const struct sought *s = &f->sought;
	size_t i;

	for (i = 0; i < s->ranks.count; i++)
		next[m->text_of[first_word(s->ranks.items[i])] - m->first]
		    .ranks++;
	for (i = 0; i < s->nlones; i++)
		next[m->text_of[s->lones[i]] - m->first].lones++;
	for (i = 0; i < s->nlone_pairs; i++)
		next[m->text_of[s->lone_pairs[i].at] - m->first].lone_pairs++;
}

/* Sorts the ranks.  Only those of one text are in no order, once they are
 * shared out. */
static void
order_ranks(const struct matches *m, struct finding *f)
{
	const struct ranks *ranks = &f->sought.ranks;
	size_t n = m->end - m->first, most = 0, i;

	for (i = 1; i <= n; i++) {
		most = f->shares[i].ranks > most ? f->shares[i].ranks : most;
		f->shares[i].ranks += f->shares[i - 1].ranks;
	}
	f->sorted.items = mem_grow(f->sorted.items, &f->sorted.cap,
	    ranks->count + 1, sizeof(*f->sorted.items));
	for (i = 0; i < ranks->count; i++) {
		size_t text =
		    m->text_of[first_word(ranks->items[i])] - m->first;

		f->sorted.items[f->shares[text].ranks++] = ranks->items[i];
	}
	sort_ranks(f->sorted.items, ranks->count, most);
}

/* The same for the matches that were made of it, of the settled ones those
 * behind the first so many. */
static void
count_matches(const struct matches *m, struct finding *f, size_t had)
{
	struct share *next = f->shares + 1;
	size_t i;

	for (i = 0; i < f->found.count; i++)
		next[m->text_of[f->found.items[i].first] - m->first].found++;
	for (i = had; i < m->settled.count; i++)
		next[m->text_of[m->settled.items[i].first] - m->first]
		    .settled++;
}

/* Makes matches of what was found, and shares it all out. */
static void
take_texts(struct matches *m, const struct phrases *phrases, struct finding *f)
{
	size_t n = m->end - m->first, had = m->settled.count, i;

	f->shares =
	    mem_grow(f->shares, &f->shares_cap, n + 1, sizeof(*f->shares));
	memset(f->shares, 0, (n + 1) * sizeof(*f->shares));
	count_found(m, f);
	order_ranks(m, f);
	f->found.count = 0;
	take_ranks(m, phrases, f);
	m->settled.count =
	    had + settle(m->settled.items + had, m->settled.count - had);
	count_matches(m, f, had);
	for (i = 1; i <= n; i++) {
		const struct share *before = &f->shares[i - 1];
		struct share *share = &f->shares[i];

		share->lones += before->lones;
		share->lone_pairs += before->lone_pairs;
		share->found += before->found;
		share->settled += before->settled;
	}
}

/* Whether there are too many, of several texts: then one is left. */
static bool
are_too_many(struct matches *m, const struct sought *s)
{
	if (s->ranks.count < MATCH_MAX || m->end - m->first == 1)
		return false;
	m->apart = true;
	m->end = m->first + 1;
	return true;
}

static void
add_span(struct matches *m, size_t from, size_t to)
{
	m->spans =
	    mem_grow(m->spans, &m->spans_cap, m->nspans + 1, sizeof(*m->spans));
	m->spans[m->nspans++] = (struct word_span){from, to};
}

void
matches_find(struct matches *m, const struct phrases *phrases)
{
	struct finding *f = &m->findings[PHRASES_FIRST];
	const uint32_t *starts = m->words.starts;

	m->first = m->end;
	m->end = m->apart ? m->first + 1 : m->tokens.ntexts;
	do {
		m->nspans = 0;
		add_span(m, starts[m->first], starts[m->end]);
		look(&f->sought, phrases, &m->words, m->spans, m->nspans,
		    PHRASES_FIRST, m->listed);
	} while (are_too_many(m, &f->sought));
	m->settled.count = 0;
	m->has_scales = false;
	take_texts(m, phrases, f);
	memset(
	    m->scales + m->first, 0, (m->end - m->first) * sizeof(*m->scales));
}

/* Whether a match goes before another one of a later group. */
static bool
goes_before(const struct match *a, const struct match *b)
{
	if (a->first != b->first)
		return a->first < b->first;
	return a->last >= b->last;
}

/* Puts two lists, each in order, into one. */
static void
merge(struct match_list *out, const struct match *a, size_t na,
    const struct match *b, size_t nb)
{
	size_t i = 0, k = 0;

	out->count = 0;
	list_reserve(out, na + nb);
	while (i < na || k < nb) {
		if (k == nb || (i < na && goes_before(&a[i], &b[k])))
			list_add(out, &a[i++]);
		else
			list_add(out, &b[k++]);
	}
}

/* What stands in a text of the group PHRASES_SCALES as well. */
static void
tell_scales(struct matches *m, size_t i)
{
	const struct finding *f = &m->findings[PHRASES_SCALES];
	const struct share *share = &f->shares[i];

	m->lones = f->sought.lones + share->lones;
	m->nlones = share[1].lones - share->lones;
	merge(&m->merged, m->adding, m->nadding, f->found.items + share->found,
	    share[1].found - share->found);
	m->adding = m->merged.items;
	m->nadding = m->merged.count;
}

void
matches_of(struct matches *m, size_t text)
{
	const struct finding *f = &m->findings[PHRASES_FIRST];
	const struct share *share = &f->shares[text - m->first];

	matches_at(m, text);
	m->items = m->settled.items + share->settled;
	m->count = share[1].settled - share->settled;
	m->adding = f->found.items + share->found;
	m->nadding = share[1].found - share->found;
	m->lones = f->sought.lones + share->lones;
	m->nlones = share[1].lones - share->lones;
	m->lone_pairs = f->sought.lone_pairs + share->lone_pairs;
	m->nlone_pairs = share[1].lone_pairs - share->lone_pairs;
	m->scaled = m->scales[text];
	if (m->scaled)
		tell_scales(m, text - m->first);
}

struct found
matches_found(const struct matches *m, int group)
{
	const struct finding *f = &m->findings[group];
	const struct share *end = &f->shares[m->end - m->first];

	if (group == PHRASES_SCALES && !m->has_scales)
		return (struct found){0};
	return (struct found){m->settled.items, f->found.items, f->sought.lones,
	    f->sought.lone_pairs, end->settled, end->found, end->lones,
	    end->lone_pairs};
}

void
match_text(struct matches *m, const struct phrases *phrases, struct memo *memo,
    const char *text, size_t len, bool listed)
{
	tokens_clear(&m->tokens);
	tokens_add(&m->tokens, text, len);
	matches_read(m, memo, listed);
	matches_find(m, phrases);
	matches_of(m, 0);
}

void
matches_scale(struct matches *m, const struct phrases *phrases,
    const uint8_t *flags, uint8_t flag)
{
	struct finding *f = &m->findings[PHRASES_SCALES];
	const uint32_t *starts = m->words.starts;
	size_t i;

	do {
		m->nspans = 0;
		for (i = m->first; i < m->end; i++)
			if (m->scales[i])
				add_span(m, starts[i], starts[i + 1]);
		m->has_scales = m->nspans > 0;
		if (!m->has_scales)
			return;
		look(&f->sought, phrases, &m->words, m->spans, m->nspans,
		    PHRASES_SCALES, m->listed);
	} while (are_too_many(m, &f->sought));
	if (flags != NULL)
		keep_flagged(&f->sought.ranks, flags, flag);
	take_texts(m, phrases, f);
}
