#include "attrib/phraseindex.h"

#include "attrib/names.h"
#include "attrib/probe.h"
#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
	PAIRS_OF_PHRASE_MAX = 4096, /* more: it is tried at its anchor alone */
	PAIRS_MAX = 1 << 20,        /* of all phrases together */
};

/* The sets that have symbol s: sets[first[s]..first[s + 1] - 1]. */
struct holders {
	uint32_t *first;
	uint32_t *sets;
};

/* A pair of sets and the phrases that are looked for there, as a chain. */
struct pairing {
	uint32_t key, head, tail;
};

struct link {
	uint32_t phrase, next;
};

#define LINK_NONE UINT32_MAX

struct making {
	struct phrases *out;
	struct phrase *items; /* of out */
	const struct lexicon_rule *rules;
	const double *frac;
	size_t nsymbols;
	struct holders holders;
	uint64_t *ranks;
	size_t nranks, ranks_cap;
	struct phrase_try *tries;
	size_t ntries, tries_cap;
	uint8_t *bits; /* of phrases.masks, for each symbol that is asked for */
	uint32_t *lone_rules;
	size_t nlone_rules, lone_rules_cap;
	struct names slots; /* the key of pairings[i], as bytes */
	struct pairing *pairings;
	size_t pairings_cap;
	struct phrase_mark *marks; /* of out */
	struct lone_list *pair_lones;
	size_t pair_lones_cap;
	/* Phrases of two words looked for at one: of those whose first word is
	 * symbol s the first is unpaired[s], and next[PHRASE] the next. */
	uint32_t *unpaired, *next;
	struct link *links;
	size_t nlinks, links_cap;
};

static int
group_of(const struct phrase *phrase)
{
	return phrase->dimension < DIM_SCALES ? PHRASES_SCALES : PHRASES_FIRST;
}

static void
find_holders(struct making *m)
{
	const struct vocab *v = &m->out->vocab;
	uint32_t *first = mem_zalloc(m->nsymbols + 2, sizeof(*first));
	uint32_t *sets = mem_alloc(v->nsymbols, sizeof(*sets));
	size_t i, s;

	for (i = 0; i < v->nsymbols; i++)
		first[v->symbols[i] + 2]++;
	for (i = 2; i < m->nsymbols + 2; i++)
		first[i] += first[i - 1];
	for (s = 0; s < v->nsets; s++)
		for (i = 0; i < v->sets[s].count; i++)
			sets[first[v->symbols[v->sets[s].first + i] + 1]++] =
			    (uint32_t)s;
	m->holders = (struct holders){first, sets};
}

static size_t
held_by(const struct making *m, uint32_t symbol)
{
	return m->holders.first[symbol + 1] - m->holders.first[symbol];
}

/* Whether the phrase can be looked for at places k and k + 1.  A gapped one
 * can match in several ways; that from its anchor counts, which must be one of
 * the two. */
static bool
can_pair(const struct making *m, const struct phrase *phrase, unsigned k)
{
	const struct place *at = m->out->places + phrase->first + k;

	if (at[1].gap > 0)
		return false;
	if (phrase->gapped && k != phrase->anchor && k + 1u != phrase->anchor)
		return false;
	return held_by(m, at[0].symbol) * held_by(m, at[1].symbol) <=
	    PAIRS_OF_PHRASE_MAX;
}

static void
choose_pair(const struct making *m, struct phrase *phrase)
{
	const struct place *places = m->out->places + phrase->first;
	double rarest = 2, frac;
	unsigned k;

	phrase->pair = PHRASE_NO_PAIR;
	for (k = 0; k + 1u < phrase->count; k++) {
		if (!can_pair(m, phrase, k))
			continue;
		frac =
		    m->frac[places[k].symbol] * m->frac[places[k + 1].symbol];
		if (frac < rarest) {
			rarest = frac;
			phrase->pair = (uint8_t)k;
		}
	}
}

/* Adds the phrase to what is looked for at the pair. */
static void
add_pair(struct making *m, uint32_t key, uint32_t phrase)
{
	size_t before = m->slots.count;
	uint32_t number =
	    names_take(&m->slots, (const char *)&key, sizeof(key));
	struct pairing *p;

	m->links =
	    mem_grow(m->links, &m->links_cap, m->nlinks + 1, sizeof(*m->links));
	m->links[m->nlinks] = (struct link){phrase, LINK_NONE};
	if (number == before) {
		m->pairings = mem_grow(m->pairings, &m->pairings_cap,
		    before + 1, sizeof(*m->pairings));
		m->pairings[number].key = key;
		m->pairings[number].head = (uint32_t)m->nlinks;
	} else {
		p = &m->pairings[number];
		m->links[p->tail].next = (uint32_t)m->nlinks;
	}
	m->pairings[number].tail = (uint32_t)m->nlinks++;
}

/* Adds every pair of sets that its two places allow. */
static void
add_pairs(struct making *m, uint32_t number)
{
	struct phrase *phrase = &m->items[number];
	const struct place *at;
	const uint32_t *first = m->holders.first, *sets = m->holders.sets;
	uint32_t a, b;

	choose_pair(m, phrase);
	if (phrase->pair == PHRASE_NO_PAIR)
		return;
	at = m->out->places + phrase->first + phrase->pair;
	if (m->nlinks + held_by(m, at[0].symbol) * held_by(m, at[1].symbol) >
	    PAIRS_MAX) {
		phrase->pair = PHRASE_NO_PAIR;
		return;
	}
	for (a = first[at[0].symbol]; a < first[at[0].symbol + 1]; a++)
		for (b = first[at[1].symbol]; b < first[at[1].symbol + 1]; b++)
			add_pair(m, phrase_key(sets[a], sets[b]), number);
}

/* The part of a match's place among others that its phrase decides. */
static uint64_t
rank_of(const struct phrase *p, uint32_t number)
{
	return (uint64_t)(RANK_WORDS_MAX - (p->count - 1)) << RANK_SHORT_AT |
	    (uint64_t)group_of(p) << RANK_GROUP_AT |
	    (uint64_t)p->anchor << RANK_ANCHOR_AT | number;
}

/* Whether nothing is left to be tried where its word or its pair stands. */
static bool
is_sure(const struct phrase *p)
{
	return (p->count == 1 ||
		   (p->count == 2 && p->pair != PHRASE_NO_PAIR)) &&
	    !p->gapped && !p->at_start && !p->at_end;
}

static int
compare_ranks(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

/* Gives bits to what trials ask for beforehand. */
static void
share_bits(struct making *m)
{
	bool *asked = mem_zalloc(m->nsymbols + 1, sizeof(*asked));
	uint64_t *masks = mem_zalloc(m->out->vocab.nsets, sizeof(*masks));
	uint32_t symbol, k;
	size_t i;

	for (i = 0; i < m->out->count; i++) {
		if (is_sure(&m->items[i]))
			continue;
		probe_of(m->out, &m->items[i], m->frac, &symbol);
		asked[symbol] = true;
	}
	m->bits = probe_bits(asked, m->frac, m->nsymbols, 0);
	for (i = 0; i < m->nsymbols; i++)
		for (k = m->holders.first[i];
		     asked[i] && k < m->holders.first[i + 1]; k++)
			masks[m->holders.sets[k]] |= 1ULL << m->bits[i];
	m->out->masks = masks;
	free(asked);
}

static void
put_try(struct making *m, uint32_t number)
{
	uint32_t symbol;
	struct phrase_try try =
	    probe_of(m->out, &m->items[number], m->frac, &symbol);

	try.bit = m->bits[symbol];
	try.rank = rank_of(&m->items[number], number);
	if (m->out->reach < (unsigned)abs(try.from))
		m->out->reach = (unsigned)abs(try.from);
	if (m->out->reach < (unsigned)abs(try.to))
		m->out->reach = (unsigned)abs(try.to);
	m->tries =
	    mem_grow(m->tries, &m->tries_cap, m->ntries + 1, sizeof(*m->tries));
	m->tries[m->ntries++] = try;
}

/* Two words of the first group, of which nothing is left to be tried, and whose
 * weights add up. */
static bool
is_lone_pair(const struct phrase *p)
{
	return p->count == 2 && is_sure(p) && group_of(p) == PHRASES_FIRST &&
	    phrase_adds_up(p->dimension);
}

/* Puts down the ranks of the phrases of these numbers that are there for sure,
 * or of those that the flags ask for; returns how many. */
static uint32_t
put_sure(struct making *m, const uint32_t *numbers, size_t n, int group,
    bool others, bool lone_pairs)
{
	size_t from = m->nranks, i;

	m->ranks =
	    mem_grow(m->ranks, &m->ranks_cap, from + n, sizeof(*m->ranks));
	for (i = 0; i < n; i++) {
		const struct phrase *p = &m->items[numbers[i]];

		if (group_of(p) == group && is_sure(p) &&
		    (is_lone_pair(p) ? lone_pairs : others))
			m->ranks[m->nranks++] = rank_of(p, numbers[i]);
	}
	if (m->nranks - from > 1)
		qsort(m->ranks + from, m->nranks - from, sizeof(*m->ranks),
		    compare_ranks);
	return (uint32_t)(m->nranks - from);
}

/* Puts the phrases of these numbers that are of the group into a list, lone
 * pairs apart from the others or not. */
static struct phrase_list
put_list(
    struct making *m, const uint32_t *numbers, size_t n, int group, bool apart)
{
	struct phrase_list list = {
	    .sure = (uint32_t)m->nranks, .try = (uint32_t)m->ntries};
	size_t i;

	list.nall = list.nsure = put_sure(m, numbers, n, group, true, !apart);
	if (apart)
		list.nall += put_sure(m, numbers, n, group, false, true);
	for (i = 0; i < n; i++)
		if (group_of(&m->items[numbers[i]]) == group &&
		    !is_sure(&m->items[numbers[i]]))
			put_try(m, numbers[i]);
	list.ntries = (uint32_t)m->ntries - list.try;
	return list;
}

/* Takes out of numbers the phrases that are one word, whose weights add up and
 * of which nothing is left to be tried.  Where something is, all stay, as they
 * may be rivals. */
static size_t
split_off_lones(const struct making *m, uint32_t *numbers, size_t n,
    uint64_t *ranks, size_t *nranks)
{
	size_t i, kept = 0;

	*nranks = 0;
	for (i = 0; i < n; i++) {
		const struct phrase *p = &m->items[numbers[i]];

		if (p->count == 1 && phrase_adds_up(p->dimension) &&
		    !is_sure(p))
			return n;
	}
	for (i = 0; i < n; i++) {
		const struct phrase *p = &m->items[numbers[i]];

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
join_lone(struct making *m, struct lone_list *list, const struct phrase *p)
{
	uint32_t *at = m->lone_rules + list->first;
	uint32_t *end = m->lone_rules + m->nlone_rules;

	for (; at < end; at++) {
		if (m->rules[*at].dimension == p->dimension) {
			*at = p->rule < *at ? p->rule : *at;
			return;
		}
	}
	*end = p->rule;
	m->nlone_rules++;
	list->count[group_of(p)]++;
}

/* Puts them down; returns how many phrases are left in numbers. */
static size_t
put_lones(struct making *m, uint32_t *numbers, size_t n, struct lone_list *list)
{
	uint64_t *ranks = mem_alloc(n + 1, sizeof(*ranks));
	size_t i, count, kept = split_off_lones(m, numbers, n, ranks, &count);

	qsort(ranks, count, sizeof(*ranks), compare_ranks);
	*list = (struct lone_list){.first = (uint32_t)m->nlone_rules};
	m->lone_rules = mem_grow(m->lone_rules, &m->lone_rules_cap,
	    m->nlone_rules + LONE_MAX, sizeof(*m->lone_rules));
	for (i = 0; i < count; i++)
		join_lone(m, list,
		    &m->items[ranks[i] & ((1u << RANK_PHRASE_BITS) - 1)]);
	free(ranks);
	return kept;
}

static uint32_t
mark_of(const struct phrases *p, size_t set)
{
	uint32_t mark = (uint32_t)set;
	bool lone = false;
	int g;

	for (g = 0; g < PHRASES_GROUPS; g++) {
		lone |= p->lones[set].count[g] > 0;
		if (!phrase_list_empty(&p->by_set[g][set]))
			mark |= 1u << (MARK_LIST_AT + g);
		if (lone)
			mark |= 1u << (MARK_LONE_AT + g);
	}
	return mark;
}

/* The lists of phrases that are tried at a word alone: those without a pair,
 * at their anchor.  Phrases are numbered by the symbol of it. */
static void
list_by_set(struct making *m)
{
	const struct vocab *v = &m->out->vocab;
	uint32_t *from = mem_zalloc(m->nsymbols + 1, sizeof(*from));
	uint32_t *numbers = mem_alloc(m->out->count, sizeof(*numbers));
	struct phrase_list *lists[PHRASES_GROUPS];
	struct lone_list *lones = mem_alloc(v->nsets, sizeof(*lones));
	struct phrase_mark *marks = mem_zalloc(v->nsets, sizeof(*marks));
	size_t s, i, n;
	uint32_t k, symbol;
	int g;

	m->out->lones = lones;
	for (i = 0; i < m->out->count; i++)
		from[phrase_anchor(&m->items[i], m->out->places) + 1]++;
	for (i = 1; i < m->nsymbols + 1; i++)
		from[i] += from[i - 1];
	for (g = 0; g < PHRASES_GROUPS; g++)
		m->out->by_set[g] = lists[g] =
		    mem_alloc(v->nsets, sizeof(*lists[g]));
	for (s = 0; s < v->nsets; s++) {
		n = 0;
		for (i = 0; i < v->sets[s].count; i++) {
			symbol = v->symbols[v->sets[s].first + i];
			for (k = from[symbol]; k < from[symbol + 1]; k++)
				if (m->items[k].pair == PHRASE_NO_PAIR)
					numbers[n++] = k;
		}
		n = put_lones(m, numbers, n, &lones[s]);
		for (g = 0; g < PHRASES_GROUPS; g++)
			lists[g][s] = put_list(m, numbers, n, g, false);
		marks[s].mark = mark_of(m->out, s);
	}
	m->out->marks = m->marks = marks;
	free(numbers);
	free(from);
}

/* Whether some phrase of two words looked for at one may be of a word that has
 * the symbol and one of the set. */
static bool
has_unpaired(const struct making *m, uint32_t symbol, uint32_t set)
{
	uint32_t i;

	for (i = m->unpaired[symbol]; i != LINK_NONE; i = m->next[i])
		if (vocab_has(&m->out->vocab, set,
			m->out->places[m->items[i].first + 1].symbol))
			return true;
	return false;
}

/* Whether what some phrase tells of the two words has a rival for the very same
 * words that is not sure to be there: one of two words that is tried. */
static bool
has_rival(
    const struct making *m, uint32_t key, const uint32_t *numbers, size_t n)
{
	const struct vocab *v = &m->out->vocab;
	size_t i;

	for (i = 0; i < n; i++)
		if (m->items[numbers[i]].count == 2 &&
		    !is_sure(&m->items[numbers[i]]))
			return true;
	for (i = 0; i < v->sets[key >> 16].count; i++)
		if (has_unpaired(m, v->symbols[v->sets[key >> 16].first + i],
			key & 0xFFFF))
			return true;
	return false;
}

/* Puts down the rules of the lone pairs of a list. */
static void
put_pair_lones(struct making *m, const struct phrase_list *list, size_t number)
{
	struct lone_list *lones;
	uint32_t i;

	m->pair_lones = mem_grow(m->pair_lones, &m->pair_lones_cap, number + 1,
	    sizeof(*m->pair_lones));
	lones = &m->pair_lones[number];
	*lones = (struct lone_list){.first = (uint32_t)m->nlone_rules};
	m->lone_rules = mem_grow(m->lone_rules, &m->lone_rules_cap,
	    m->nlone_rules + LONE_MAX, sizeof(*m->lone_rules));
	for (i = list->nsure; i < list->nall; i++)
		join_lone(m, lones,
		    &m->items[m->ranks[list->sure + i] &
			((1u << RANK_PHRASE_BITS) - 1)]);
}

/* Pairs of which the same phrases are looked for share a list: its number. */
static uint32_t
list_of_pair(struct making *m, const struct pairing *pairing,
    struct names *contents, uint32_t *numbers,
    struct phrase_list *lists[PHRASES_GROUPS], size_t cap[PHRASES_GROUPS])
{
	size_t n = 0, before = contents->count;
	uint32_t at, number;
	bool apart;
	int g;

	for (at = pairing->head; at != LINK_NONE; at = m->links[at].next)
		numbers[n++] = m->links[at].phrase;
	apart = !has_rival(m, pairing->key, numbers, n);
	numbers[n] = apart;
	number = names_take(
	    contents, (const char *)numbers, (n + 1) * sizeof(*numbers));
	if (number != before)
		return number;
	for (g = 0; g < PHRASES_GROUPS; g++) {
		lists[g] =
		    mem_grow(lists[g], &cap[g], before + 1, sizeof(*lists[g]));
		lists[g][number] = put_list(m, numbers, n, g, apart);
	}
	put_pair_lones(m, &lists[PHRASES_FIRST][number], number);
	return number;
}

static void
put_pair(struct making *m, struct phrase_bucket *buckets, uint32_t key,
    uint32_t list)
{
	const struct phrases *out = m->out;
	size_t slot = phrase_slot(key, out->pair_shift);
	uint32_t right = m->marks[key & 0xFFFF].mark >> MARK_RIGHT_AT;
	int g, at = 0;

	while (buckets[slot].keys[3] != 0)
		slot = (slot + 1) & (out->nbuckets - 1);
	while (buckets[slot].keys[at] != 0)
		at++;
	buckets[slot].keys[at] = key;
	buckets[slot].lists[at] = list;
	for (g = 0; g < PHRASES_GROUPS; g++)
		if (!phrase_list_empty(&out->by_pair[g][list]))
			m->marks[key >> 16].left[g] |= 1ULL
			    << right % MARK_RIGHTS;
}

/* The share of running text of the words of a set, or a little more. */
static double
frac_of_set(const struct making *m, size_t set)
{
	const struct vocab *v = &m->out->vocab;
	const uint32_t *symbols = v->symbols + v->sets[set].first;
	double frac = 1;
	uint32_t i;

	for (i = 0; i < v->sets[set].count; i++)
		frac = fmin(frac, m->frac[symbols[i]]);
	return frac;
}

/* Gives numbers to words that pairs end in. */
static void
share_rights(struct making *m)
{
	size_t nsets = m->out->vocab.nsets, i;
	bool *asked = mem_zalloc(nsets, sizeof(*asked));
	double *frac = mem_alloc(nsets, sizeof(*frac));
	uint8_t *rights;

	for (i = 0; i < m->slots.count; i++)
		asked[m->pairings[i].key & 0xFFFF] = true;
	for (i = 0; i < nsets; i++)
		frac[i] = frac_of_set(m, i);
	rights = probe_bits(asked, frac, nsets, 1);
	for (i = 0; i < nsets; i++)
		m->marks[i].mark |= (uint32_t)rights[i] << MARK_RIGHT_AT;
	free(rights);
	free(frac);
	free(asked);
}

static void
find_unpaired(struct making *m)
{
	uint32_t i, *at;

	m->unpaired = mem_alloc(m->nsymbols + 1, sizeof(*m->unpaired));
	m->next = mem_alloc(m->out->count + 1, sizeof(*m->next));
	for (i = 0; i < m->nsymbols; i++)
		m->unpaired[i] = LINK_NONE;
	for (i = 0; i < m->out->count; i++) {
		if (m->items[i].count != 2 ||
		    m->items[i].pair != PHRASE_NO_PAIR ||
		    group_of(&m->items[i]) != PHRASES_FIRST ||
		    !phrase_adds_up(m->items[i].dimension))
			continue;
		at = &m->unpaired[m->out->places[m->items[i].first].symbol];
		m->next[i] = *at;
		*at = i;
	}
}

/* The buckets of pairs, at most half full. */
static void
list_by_pair(struct making *m)
{
	struct names contents = {0};
	uint32_t *numbers = mem_alloc(m->out->count + 1, sizeof(*numbers));
	struct phrase_list *lists[PHRASES_GROUPS] = {NULL};
	size_t cap[PHRASES_GROUPS] = {0}, i;
	const struct pairing none = {.head = LINK_NONE};
	struct phrase_bucket *buckets;
	uint32_t list;
	int g;

	m->out->nbuckets = 2;
	m->out->pair_shift = 63;
	while (m->out->nbuckets * 4 < 2 * m->slots.count) {
		m->out->nbuckets *= 2;
		m->out->pair_shift--;
	}
	buckets = mem_zalloc(m->out->nbuckets, sizeof(*buckets));
	share_rights(m);
	find_unpaired(m);
	list_of_pair(m, &none, &contents, numbers, lists, cap);
	for (g = 0; g < PHRASES_GROUPS; g++)
		m->out->by_pair[g] = lists[g];
	for (i = 0; i < m->slots.count; i++) {
		list = list_of_pair(
		    m, &m->pairings[i], &contents, numbers, lists, cap);
		for (g = 0; g < PHRASES_GROUPS; g++)
			m->out->by_pair[g] = lists[g];
		put_pair(m, buckets, m->pairings[i].key, list);
	}
	m->out->buckets = buckets;
	m->out->nlists = contents.count;
	names_release(&contents);
	free(numbers);
}

void
phraseindex_make(struct phrases *p, const struct lexicon_rule *rules,
    const double *frac, size_t nsymbols)
{
	struct making m = {.out = p,
	    .items = (struct phrase *)p->items,
	    .rules = rules,
	    .frac = frac,
	    .nsymbols = nsymbols};
	uint32_t i;

	find_holders(&m);
	for (i = 0; i < p->count; i++)
		add_pairs(&m, i);
	share_bits(&m);
	list_by_set(&m);
	list_by_pair(&m);
	m.ranks = mem_grow(
	    m.ranks, &m.ranks_cap, m.nranks + RANKS_PADDING, sizeof(*m.ranks));
	memset(m.ranks + m.nranks, 0, RANKS_PADDING * sizeof(*m.ranks));
	p->pair_lones = m.pair_lones;
	p->lone_rules = m.lone_rules;
	p->nlone_rules = m.nlone_rules;
	p->tries = m.tries;
	p->ntries = m.ntries;
	p->ranks = m.ranks;
	p->nranks = m.nranks + RANKS_PADDING;
	free(m.bits);
	free(m.unpaired);
	free(m.next);
	free(m.holders.first);
	free(m.holders.sets);
	names_release(&m.slots);
	free(m.pairings);
	free(m.links);
}
