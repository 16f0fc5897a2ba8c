#include "attrib/match.h"

#include "attrib/look.h"
#include "attrib/settle.h"
#include "base/mem.h"

#include <stdlib.h>

/* Leaves out those found whose first word lacks the flag. */
static void
keep_flagged(struct ranks *r, const uint8_t *flags, uint8_t flag)
{
	size_t i, kept = 0;

	for (i = 0; i < r->count; i++)
		if ((flags[r->items[i] >> RANK_FIRST_AT] & flag) != 0)
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
sort_ranks(struct ranks *r)
{
	size_t i, k;

	if (r->count > 1024) {
		qsort(r->items, r->count, sizeof(*r->items), compare_ranks);
		return;
	}
	for (i = 1; i < r->count; i++) {
		uint64_t rank = r->items[i];

		for (k = i; k > 0 && r->items[k - 1] > rank; k--)
			r->items[k] = r->items[k - 1];
		r->items[k] = rank;
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
take_ranks(
    struct matches *m, const struct phrases *phrases, struct match_list *adding)
{
	size_t i;

	sort_ranks(&m->ranks);
	adding->count = 0;
	list_reserve(adding, m->ranks.count);
	for (i = 0; i < m->ranks.count; i++) {
		uint64_t rank = m->ranks.items[i];
		const struct phrase *p =
		    &phrases->items[rank & ((1u << RANK_PHRASE_BITS) - 1)];
		uint32_t first = (uint32_t)(rank >> RANK_FIRST_AT);
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
	for (g = 0; g < PHRASES_GROUPS; g++)
		free(m->found[g].items);
	free(m->merged.items);
	free(m->ranks.items);
	free(m->hits.items);
	free(m->places);
	free(m->pairs);
	free(m->lones);
	free(m->lone_pairs);
	free(m->spots);
	*m = (struct matches){0};
}

void
match_text(struct matches *m, const struct phrases *phrases, struct memo *memo,
    const char *text, size_t len, bool listed)
{
	tokens_split(&m->tokens, text, len);
	memo_read(memo, &m->tokens, &m->words);
	m->settled.count = 0;
	m->scaled = false;
	m->listed = listed;
	m->nlone_pairs = 0;
	look(m, phrases, PHRASES_FIRST);
	list_reserve(&m->settled, m->ranks.count);
	take_ranks(m, phrases, &m->found[PHRASES_FIRST]);
	m->settled.count = settle(m->settled.items, m->settled.count);
	m->items = m->settled.items;
	m->count = m->settled.count;
	m->adding = m->found[PHRASES_FIRST].items;
	m->nadding = m->found[PHRASES_FIRST].count;
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
	look(m, phrases, PHRASES_SCALES);
	if (flags != NULL)
		keep_flagged(&m->ranks, flags, flag);
	m->scaled = true;
	take_ranks(m, phrases, &m->found[PHRASES_SCALES]);
	merge(&m->merged, &m->found[PHRASES_FIRST], &m->found[PHRASES_SCALES]);
	m->adding = m->merged.items;
	m->nadding = m->merged.count;
}
