/*
 * match - where the phrases of a lexicon stand in the words of a text.
 */
#ifndef ATTRIB_MATCH_H
#define ATTRIB_MATCH_H

#include "attrib/memo.h"
#include "attrib/phrases.h"
#include "attrib/token.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	/* Matches of one group in a statement; later ones are left out. */
	MATCH_MAX = 65535,
};

struct match {
	uint32_t rule;
	uint32_t first, last; /* words, both included */
	uint32_t thing;       /* phrase.thing */
	uint16_t dimension;   /* of the rule */
	uint16_t places;      /* words the rule names, without gaps */
};

/* Matches as they are found: phrases.h, RANK_.... */
struct ranks {
	uint64_t *items;
	size_t count, cap;
};

struct match_list {
	struct match *items;
	size_t count, cap;
};

/* What one text gives; grows as needed and is used again.  Zero it first. */
struct matches {
	struct tokens tokens;
	struct words words;
	/* Matches of which the longest alone counts, by place: those of themes,
	 * crises, and words that change how others are read. */
	const struct match *items;
	size_t count;
	/* Matches that add up, by first word, the longest first, but for those
	 * of words that phrases.lones tells all of, and, unless all are listed,
	 * of pairs that phrases.pair_lones does. */
	const struct match *adding;
	size_t nadding;
	/* The words of which phrases.lones tells something, rising; of the
	 * group PHRASES_SCALES only where scaled. */
	uint32_t *lones;
	size_t nlones;
	bool scaled;
	/* The pairs of which phrases.pair_lones tells something, unless all
	 * matches are listed. */
	struct lone_pair {
		uint32_t at;   /* its first word */
		uint32_t list; /* of phrases.by_pair */
	} * lone_pairs;
	size_t nlone_pairs;
	bool listed;
	/* What follows is for matching alone. */
	struct ranks ranks;
	struct ranks hits; /* to be tried: a word, and in the lower 32 bits a
	                    * number in phrases.tries */
	/* Words at which phrases are looked for, and pairs that may be some;
	 * places_cap is that of lones and their pairs too. */
	uint32_t *places, *pairs;
	size_t nplaces, npairs, places_cap;
	struct spot {
		const struct phrase_list *list;
		size_t at;
	} * spots; /* where something is looked for */
	size_t nspots;
	struct match_list settled, found[PHRASES_GROUPS], merged;
};

/*
 * Replaces what m holds by the words of (text, len) and the matches of the
 * phrases of group PHRASES_FIRST, where listed those of pairs of words that
 * need not be matched as well.  No phrase reaches across punctuation, but for
 * a comma before a word of the class "joint".
 *
 * Of matches that overlap and speak for the same thing (one dimension; in theme
 * also one first concept) the longest is kept, of equally long ones that whose
 * rule names more words, then the first.  In the scales, valence, pattern and
 * balance this holds for matches of the very same words only; there, phrases
 * within longer ones add to them.
 */
void match_text(struct matches *m, const struct phrases *phrases,
    struct memo *memo, const char *text, size_t len, bool listed);

/* Adds the matches of group PHRASES_SCALES whose first word has the flag, where
 * flags (one for each word) is not NULL. */
void match_scales(struct matches *m, const struct phrases *phrases,
    const uint8_t *flags, uint8_t flag);
void matches_release(struct matches *m);

#endif
