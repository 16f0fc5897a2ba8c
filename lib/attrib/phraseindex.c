#include "attrib/phraseindex.h"

#include "attrib/names.h"
#include "attrib/phraselist.h"
#include "attrib/phrasepair.h"
#include "attrib/probe.h"
#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct making {
	struct phrases *out;
	struct phrase *items; /* of out */
	const double *frac;
	size_t nsymbols;
	struct pairings pairings;
	struct phraselists lists;
	struct phrase_mark *marks;    /* of out */
	struct lone_list *pair_lones; /* of out */
	size_t pair_lones_cap;
	/* Phrases of two words looked for at one: of those whose first word is
	 * symbol s the first is unpaired[s], and next[PHRASE] the next. */
	uint32_t *unpaired, *next;
};

/* Gives bits to what probes of a number ask for; those of the symbols, to be
 * freed. */
static uint8_t *
share_bits(struct making *m, unsigned probe, uint64_t *masks)
{
	bool *asked = mem_zalloc(m->nsymbols + 1, sizeof(*asked));
	size_t i;
	struct phrase_probe probes[PROBES];
	uint32_t symbols[PROBES], k;
	uint8_t *bits;

	for (i = 0; i < m->out->count; i++) {
		if (phrase_is_sure(&m->items[i]))
			continue;
		probes_of(m->out->places + m->items[i].first, &m->items[i],
		    m->frac, probes, symbols);
		asked[symbols[probe]] = true;
	}
	bits = probe_bits(asked, m->frac, m->nsymbols, PROBE_BITS, probe);
	for (i = 0; i < m->nsymbols; i++)
		for (k = m->pairings.first[i];
		     asked[i] && k < m->pairings.first[i + 1]; k++)
			masks[PHRASE_MASKS * m->pairings.sets[k] +
			    PROBE_MASKS * probe + bits[i] / 64] |= 1ULL
			    << bits[i] % 64;
	free(asked);
	return bits;
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
	if (vocab_has(&p->vocab, (uint32_t)set, p->barrier))
		mark |= MARK_BARRIER;
	if (vocab_has(&p->vocab, (uint32_t)set, p->joint))
		mark |= MARK_JOINT;
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
		n = phraselist_take_lones(&m->lists, numbers, n, &lones[s]);
		for (g = 0; g < PHRASES_GROUPS; g++)
			lists[g][s] =
			    phraselist_put(&m->lists, numbers, n, g, false);
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

	for (i = m->unpaired[symbol]; i != PAIRING_END; i = m->next[i])
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
		    !phrase_is_sure(&m->items[numbers[i]]))
			return true;
	for (i = 0; i < v->sets[key >> 16].count; i++)
		if (has_unpaired(m, v->symbols[v->sets[key >> 16].first + i],
			key & 0xFFFF))
			return true;
	return false;
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

	for (at = pairing->head; at != PAIRING_END;
	     at = m->pairings.links[at].next)
		numbers[n++] = m->pairings.links[at].phrase;
	apart = !has_rival(m, pairing->key, numbers, n);
	numbers[n] = apart;
	number = names_take(
	    contents, (const char *)numbers, (n + 1) * sizeof(*numbers));
	if (number != before)
		return number;
	for (g = 0; g < PHRASES_GROUPS; g++) {
		lists[g] =
		    mem_grow(lists[g], &cap[g], before + 1, sizeof(*lists[g]));
		lists[g][number] =
		    phraselist_put(&m->lists, numbers, n, g, apart);
	}
	m->pair_lones = mem_grow(m->pair_lones, &m->pair_lones_cap, before + 1,
	    sizeof(*m->pair_lones));
	m->pair_lones[number] =
	    phraselist_pair_lones(&m->lists, &lists[PHRASES_FIRST][number]);
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
	if (m->pair_lones[list].count[PHRASES_FIRST] > 0)
		buckets[slot].lists[at] |= 1u << MARK_LONE_AT;
	for (g = 0; g < PHRASES_GROUPS; g++) {
		const struct phrase_list *at_pair = &out->by_pair[g][list];

		if (at_pair->nsure + at_pair->ntries > 0)
			buckets[slot].lists[at] |= 1u << (MARK_LIST_AT + g);
		if (!phrase_list_empty(at_pair))
			m->marks[key >> 16].left[g] |= 1ULL
			    << right % MARK_RIGHTS;
	}
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

	for (i = 0; i < m->pairings.keys.count; i++)
		asked[m->pairings.items[i].key & 0xFFFF] = true;
	for (i = 0; i < nsets; i++)
		frac[i] = frac_of_set(m, i);
	rights = probe_bits(asked, frac, nsets, MARK_RIGHTS - 1, 0);
	for (i = 0; i < nsets; i++)
		m->marks[i].mark |= (uint32_t)(asked[i] ? rights[i] + 1 : 0)
		    << MARK_RIGHT_AT;
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
		m->unpaired[i] = PAIRING_END;
	for (i = 0; i < m->out->count; i++) {
		if (m->items[i].count != 2 ||
		    m->items[i].pair != PHRASE_NO_PAIR ||
		    phrase_group(&m->items[i]) != PHRASES_FIRST ||
		    !phrase_adds_up(m->items[i].dimension))
			continue;
		at = &m->unpaired[m->out->places[m->items[i].first].symbol];
		m->next[i] = *at;
		*at = i;
	}
}

static const uint64_t *
make_hints(const struct making *m)
{
	uint64_t *hints = mem_zalloc(m->out->nbuckets / 8, sizeof(*hints));
	size_t i, bit;

	for (i = 0; i < m->pairings.keys.count; i++) {
		bit = phrase_slot(
		    m->pairings.items[i].key, m->out->pair_shift - 3);
		hints[bit / 64] |= 1ULL << bit % 64;
	}
	return hints;
}

/* The buckets of pairs, at most half full. */
static void
list_by_pair(struct making *m)
{
	struct names contents = {0};
	uint32_t *numbers = mem_alloc(m->out->count + 1, sizeof(*numbers));
	struct phrase_list *lists[PHRASES_GROUPS] = {NULL};
	size_t cap[PHRASES_GROUPS] = {0}, i;
	const struct pairing none = {.head = PAIRING_END};
	struct phrase_bucket *buckets;
	uint32_t list;
	int g;

	m->out->nbuckets = 8;
	m->out->pair_shift = 61;
	while (m->out->nbuckets * 4 < 2 * m->pairings.keys.count) {
		m->out->nbuckets *= 2;
		m->out->pair_shift--;
	}
	buckets = mem_zalloc(m->out->nbuckets, sizeof(*buckets));
	share_rights(m);
	find_unpaired(m);
	list_of_pair(m, &none, &contents, numbers, lists, cap);
	for (g = 0; g < PHRASES_GROUPS; g++)
		m->out->by_pair[g] = lists[g];
	for (i = 0; i < m->pairings.keys.count; i++) {
		list = list_of_pair(
		    m, &m->pairings.items[i], &contents, numbers, lists, cap);
		for (g = 0; g < PHRASES_GROUPS; g++)
			m->out->by_pair[g] = lists[g];
		put_pair(m, buckets, m->pairings.items[i].key, list);
	}
	m->out->buckets = buckets;
	m->out->hints = make_hints(m);
	m->out->nlists = contents.count;
	names_release(&contents);
	free(numbers);
}

void
phraseindex_make(struct phrases *p, const struct lexicon_rule *rules,
    const double *frac, size_t nsymbols)
{
	struct phrase *items = (struct phrase *)p->items;
	struct making m = {
	    .out = p, .items = items, .frac = frac, .nsymbols = nsymbols};
	struct phraselists *l = &m.lists;
	uint64_t *masks =
	    mem_zalloc(PHRASE_MASKS * p->vocab.nsets, sizeof(*masks));
	unsigned i;

	pairings_make(&m.pairings, p, items, frac, nsymbols);
	*l = (struct phraselists){
	    .phrases = p, .items = items, .rules = rules, .frac = frac};
	for (i = 0; i < PROBES; i++)
		l->bits[i] = share_bits(&m, i, masks);
	p->masks = masks;
	list_by_set(&m);
	list_by_pair(&m);
	l->ranks = mem_grow(l->ranks, &l->ranks_cap, l->nranks + RANKS_PADDING,
	    sizeof(*l->ranks));
	memset(l->ranks + l->nranks, 0, RANKS_PADDING * sizeof(*l->ranks));
	p->pair_lones = m.pair_lones;
	p->lone_rules = l->lone_rules;
	p->nlone_rules = l->nlone_rules;
	p->tries = l->tries;
	p->ntries = l->ntries;
	p->reach = l->reach;
	p->ranks = l->ranks;
	p->nranks = l->nranks + RANKS_PADDING;
	for (i = 0; i < PROBES; i++)
		free(l->bits[i]);
	free(m.unpaired);
	free(m.next);
	pairings_release(&m.pairings);
}
