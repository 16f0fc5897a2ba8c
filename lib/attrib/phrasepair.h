/*
 * phrasepair - at which two words that stand together each phrase is looked
 * for, and which phrases are looked for at each two.
 */
#ifndef ATTRIB_PHRASEPAIR_H
#define ATTRIB_PHRASEPAIR_H

#include "attrib/names.h"
#include "attrib/phrases.h"

#include <stddef.h>
#include <stdint.h>

#define PAIRING_END UINT32_MAX

/* Plain storage; release it. */
struct pairings {
	struct names keys; /* phrase_key() of two sets, as bytes */
	struct pairing {
		uint32_t key;
		uint32_t head, tail; /* of its phrases, in links */
	} * items;                   /* by number of the key */
	size_t cap;
	struct pairing_link {
		uint32_t phrase, next; /* or PAIRING_END */
	} * links;
	size_t nlinks, links_cap;
	/* The sets that have symbol s: sets[first[s]..first[s + 1] - 1]. */
	uint32_t *first, *sets;

	/* the rest is its own */
	const struct phrases *phrases;
	const double *frac;
	size_t nsymbols;
};

/* Chooses the pair of each phrase, items, of which p has all else but lists;
 * frac is the share of running text of each symbol. */
void pairings_make(struct pairings *ps, const struct phrases *p,
    struct phrase *items, const double *frac, size_t nsymbols);
void pairings_release(struct pairings *ps);

#endif
