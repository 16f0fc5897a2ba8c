#include "attrib/finding.h"

#include "attrib/settle.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

static inline uint32_t
first_word(uint64_t rank)
{
	return (uint32_t)(rank >> RANK_FIRST_AT);
}

void
finding_keep(struct finding *f, const uint8_t *flags, uint8_t flag)
{
	struct ranks *r = &f->sought.ranks;
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

void
finding_take(
    struct matches *m, const struct phrases *phrases, struct finding *f)
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
