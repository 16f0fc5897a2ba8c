#include "attrib/phraselist.h"

#include "attrib/probe.h"
#include "base/mem.h"

#include <stdlib.h>

/* The part of a match's place among others that its phrase decides. */
static uint64_t
rank_of(const struct phrase *p, uint32_t number)
{
	return (uint64_t)(RANK_WORDS_MAX - (p->count - 1)) << RANK_SHORT_AT |
	    (uint64_t)phrase_group(p) << RANK_GROUP_AT |
	    (uint64_t)p->anchor << RANK_ANCHOR_AT | number;
}

static int
compare_ranks(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

static void
put_try(struct phraselists *l, uint32_t number)
{
	const struct phrase *p = &l->items[number];
	struct phrase_try try = {.rank = rank_of(p, number)};
	uint32_t symbols[PROBES];
	unsigned reach = probes_of(
	    l->phrases->places + p->first, p, l->frac, try.probes, symbols);
	int i;

	for (i = 0; i < PROBES; i++) {
		unsigned bit = l->bits[i][symbols[i]];

		try.probes[i].bit = (uint8_t)(bit % 64);
		try.probes[i].mask =
		    (uint8_t)(PROBE_MASKS * (unsigned)i + bit / 64);
	}
	l->reach = reach > l->reach ? reach : l->reach;
	l->tries =
	    mem_grow(l->tries, &l->tries_cap, l->ntries + 1, sizeof(*l->tries));
	l->tries[l->ntries++] = try;
}

/* Two words of the first group, of which nothing is left to be tried, and whose
 * weights add up. */
static bool
is_lone_pair(const struct phrase *p)
{
	return p->count == 2 && phrase_is_sure(p) &&
	    phrase_group(p) == PHRASES_FIRST && phrase_adds_up(p->dimension);
}

/* Puts down the ranks of the phrases of these numbers that are there for sure,
 * or of those that the flags ask for; returns how many. */
static uint32_t
put_sure(struct phraselists *l, const uint32_t *numbers, size_t n, int group,
    bool others, bool lone_pairs)
{
	size_t from = l->nranks, i;

	l->ranks =
	    mem_grow(l->ranks, &l->ranks_cap, from + n, sizeof(*l->ranks));
	for (i = 0; i < n; i++) {
		const struct phrase *p = &l->items[numbers[i]];

		if (phrase_group(p) == group && phrase_is_sure(p) &&
		    (is_lone_pair(p) ? lone_pairs : others))
			l->ranks[l->nranks++] = rank_of(p, numbers[i]);
	}
	if (l->nranks - from > 1)
		qsort(l->ranks + from, l->nranks - from, sizeof(*l->ranks),
		    compare_ranks);
	return (uint32_t)(l->nranks - from);
}

struct phrase_list
phraselist_put(struct phraselists *l, const uint32_t *numbers, size_t n,
    int group, bool apart)
{
	struct phrase_list list = {
	    .sure = (uint32_t)l->nranks, .try = (uint32_t)l->ntries};
	size_t i;

	list.nall = list.nsure = put_sure(l, numbers, n, group, true, !apart);
	if (apart)
		list.nall += put_sure(l, numbers, n, group, false, true);
	for (i = 0; i < n; i++)
		if (phrase_group(&l->items[numbers[i]]) == group &&
		    !phrase_is_sure(&l->items[numbers[i]]))
			put_try(l, numbers[i]);
	list.ntries = (uint32_t)l->ntries - list.try;
	return list;
}

/* Takes out of numbers the phrases that are one word, whose weights add up and
 * of which nothing is left to be tried.  Where something is, all stay, as they
 * may be rivals. */
static size_t
split_off_lones(const struct phraselists *l, uint32_t *numbers, size_t n,
    uint64_t *ranks, size_t *nranks)
{
	size_t i, kept = 0;

	*nranks = 0;
	for (i = 0; i < n; i++) {
		const struct phrase *p = &l->items[numbers[i]];

		if (p->count == 1 && phrase_adds_up(p->dimension) &&
		    !phrase_is_sure(p))
			return n;
	}
	for (i = 0; i < n; i++) {
		const struct phrase *p = &l->items[numbers[i]];

		if (p->count == 1 && phrase_adds_up(p->dimension))
			ranks[(*nranks)++] = rank_of(p, numbers[i]);
		else
			numbers[kept++] = numbers[i];
	}
	return kept;
}

/* Adds the rule of a phrase, unless one of its dimension is there: then the
 * first in the lexicon stays. */
static void
join_lone(struct phraselists *l, struct lone_list *list, const struct phrase *p)
{
	uint32_t *at = l->lone_rules + list->first;
	uint32_t *end = l->lone_rules + l->nlone_rules;

	for (; at < end; at++) {
		if (l->rules[*at].dimension == p->dimension) {
			*at = p->rule < *at ? p->rule : *at;
			return;
		}
	}
	*end = p->rule;
	l->nlone_rules++;
	list->count[phrase_group(p)]++;
}

size_t
phraselist_take_lones(
    struct phraselists *l, uint32_t *numbers, size_t n, struct lone_list *list)
{
	uint64_t *ranks = mem_alloc(n + 1, sizeof(*ranks));
	size_t i, count, kept = split_off_lones(l, numbers, n, ranks, &count);

	qsort(ranks, count, sizeof(*ranks), compare_ranks);
	*list = (struct lone_list){.first = (uint32_t)l->nlone_rules};
	l->lone_rules = mem_grow(l->lone_rules, &l->lone_rules_cap,
	    l->nlone_rules + LONE_MAX, sizeof(*l->lone_rules));
	for (i = 0; i < count; i++)
		join_lone(l, list,
		    &l->items[ranks[i] & ((1u << RANK_PHRASE_BITS) - 1)]);
	free(ranks);
	return kept;
}

struct lone_list
phraselist_pair_lones(struct phraselists *l, const struct phrase_list *list)
{
	struct lone_list lones = {.first = (uint32_t)l->nlone_rules};
	uint32_t i;

	l->lone_rules = mem_grow(l->lone_rules, &l->lone_rules_cap,
	    l->nlone_rules + LONE_MAX, sizeof(*l->lone_rules));
	for (i = list->nsure; i < list->nall; i++)
		join_lone(l, &lones,
		    &l->items[l->ranks[list->sure + i] &
			((1u << RANK_PHRASE_BITS) - 1)]);
	return lones;
}
