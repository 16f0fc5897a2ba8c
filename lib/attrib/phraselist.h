/*
 * phraselist - lists of the phrases that are looked for at one place: those
 * that are there for sure, those to be tried, and the rules of those that say
 * all of a word or a pair by themselves.
 */
#ifndef ATTRIB_PHRASELIST_H
#define ATTRIB_PHRASELIST_H

#include "attrib/phrases.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

static inline int
phrase_group(const struct phrase *phrase)
{
	return phrase->dimension < DIM_SCALES ? PHRASES_SCALES : PHRASES_FIRST;
}

/* Whether nothing is left to be tried where its word or its pair stands. */
static inline bool
phrase_is_sure(const struct phrase *p)
{
	return (p->count == 1 ||
		   (p->count == 2 && p->pair != PHRASE_NO_PAIR)) &&
	    !p->gapped && !p->at_start && !p->at_end;
}

/* What lists are made of, and what has been put down so far, as struct phrases
 * has it. */
struct phraselists {
	const struct phrases *phrases;
	const struct phrase *items;
	const struct lexicon_rule *rules;
	const double *frac;    /* the share of running text of each symbol */
	uint8_t *bits[PROBES]; /* of phrases.masks, of each symbol asked for */
	uint64_t *ranks;
	size_t nranks, ranks_cap;
	struct phrase_try *tries;
	size_t ntries, tries_cap;
	unsigned reach;
	uint32_t *lone_rules;
	size_t nlone_rules, lone_rules_cap;
};

/* Puts the phrases of these numbers that are of the group into a list, pairs
 * that say all by themselves apart from the others or not. */
struct phrase_list phraselist_put(struct phraselists *l,
    const uint32_t *numbers, size_t n, int group, bool apart);

/* Takes the phrases out of numbers that are one word and say all of it, and
 * puts down their rules; returns how many are left. */
size_t phraselist_take_lones(
    struct phraselists *l, uint32_t *numbers, size_t n, struct lone_list *list);

/* The rules of the pairs that were put apart. */
struct lone_list phraselist_pair_lones(
    struct phraselists *l, const struct phrase_list *list);

#endif
