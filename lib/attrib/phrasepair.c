#include "attrib/phrasepair.h"

#include "base/mem.h"

#include <stdbool.h>
#include <stdlib.h>

enum {
	PAIRS_OF_PHRASE_MAX = 4096, /* more: it is tried at its anchor alone */
	PAIRS_MAX = 1 << 20,        /* of all phrases together */
};

static void
find_holders(struct pairings *ps)
{
	const struct vocab *v = &ps->phrases->vocab;
	uint32_t *first = mem_zalloc(ps->nsymbols + 2, sizeof(*first));
	uint32_t *sets = mem_alloc(v->nsymbols, sizeof(*sets));
	size_t i, s;

	for (i = 0; i < v->nsymbols; i++)
		first[v->symbols[i] + 2]++;
	for (i = 2; i < ps->nsymbols + 2; i++)
		first[i] += first[i - 1];
	for (s = 0; s < v->nsets; s++)
		for (i = 0; i < v->sets[s].count; i++)
			sets[first[v->symbols[v->sets[s].first + i] + 1]++] =
			    (uint32_t)s;
	ps->first = first;
	ps->sets = sets;
}

static size_t
held_by(const struct pairings *ps, uint32_t symbol)
{
	return ps->first[symbol + 1] - ps->first[symbol];
}

/* Whether the phrase can be looked for at places k and k + 1.  A gapped one
 * can match in several ways; that from its anchor counts, which must be one of
 * the two. */
static bool
can_pair(const struct pairings *ps, const struct phrase *phrase, unsigned k)
{
	const struct place *at = ps->phrases->places + phrase->first + k;

	if (at[1].gap > 0)
		return false;
	if (phrase->gapped && k != phrase->anchor && k + 1u != phrase->anchor)
		return false;
	return held_by(ps, at[0].symbol) * held_by(ps, at[1].symbol) <=
	    PAIRS_OF_PHRASE_MAX;
}

static void
choose_pair(const struct pairings *ps, struct phrase *phrase)
{
	const struct place *places = ps->phrases->places + phrase->first;
	double rarest = 2, frac;
	unsigned k;

	phrase->pair = PHRASE_NO_PAIR;
	for (k = 0; k + 1u < phrase->count; k++) {
		if (!can_pair(ps, phrase, k))
			continue;
		frac =
		    ps->frac[places[k].symbol] * ps->frac[places[k + 1].symbol];
		if (frac < rarest) {
			rarest = frac;
			phrase->pair = (uint8_t)k;
		}
	}
}

/* Adds the phrase to what is looked for at the pair. */
static void
add_pair(struct pairings *ps, uint32_t key, uint32_t phrase)
{
	size_t before = ps->keys.count;
	uint32_t number =
	    names_take(&ps->keys, (const char *)&key, sizeof(key));
	struct pairing *p;

	ps->links = mem_grow(
	    ps->links, &ps->links_cap, ps->nlinks + 1, sizeof(*ps->links));
	ps->links[ps->nlinks] = (struct pairing_link){phrase, PAIRING_END};
	if (number == before) {
		ps->items = mem_grow(
		    ps->items, &ps->cap, before + 1, sizeof(*ps->items));
		ps->items[number].key = key;
		ps->items[number].head = (uint32_t)ps->nlinks;
	} else {
		p = &ps->items[number];
		ps->links[p->tail].next = (uint32_t)ps->nlinks;
	}
	ps->items[number].tail = (uint32_t)ps->nlinks++;
}

/* Adds every pair of sets that its two places allow. */
static void
add_pairs(struct pairings *ps, uint32_t number, struct phrase *phrase)
{
	const struct place *at;
	const uint32_t *first = ps->first, *sets = ps->sets;
	uint32_t a, b;

	choose_pair(ps, phrase);
	if (phrase->pair == PHRASE_NO_PAIR)
		return;
	at = ps->phrases->places + phrase->first + phrase->pair;
	if (ps->nlinks + held_by(ps, at[0].symbol) * held_by(ps, at[1].symbol) >
	    PAIRS_MAX) {
		phrase->pair = PHRASE_NO_PAIR;
		return;
	}
	for (a = first[at[0].symbol]; a < first[at[0].symbol + 1]; a++)
		for (b = first[at[1].symbol]; b < first[at[1].symbol + 1]; b++)
			add_pair(ps, phrase_key(sets[a], sets[b]), number);
}

void
pairings_make(struct pairings *ps, const struct phrases *p,
    struct phrase *items, const double *frac, size_t nsymbols)
{
	*ps =
	    (struct pairings){.phrases = p, .frac = frac, .nsymbols = nsymbols};
	find_holders(ps);
	for (uint32_t i = 0; i < p->count; i++)
		add_pairs(ps, i, &items[i]);
}

void
pairings_release(struct pairings *ps)
{
	names_release(&ps->keys);
	free(ps->items);
	free(ps->links);
	free(ps->first);
	free(ps->sets);
}
