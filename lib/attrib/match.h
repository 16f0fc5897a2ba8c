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

/* Two words that say something by themselves. */
struct lone_pair {
	uint32_t at;   /* the first */
	uint32_t list; /* of phrases.by_pair */
};

/* What is found of one group (look.h); grows as needed and is used again. */
struct sought {
	struct ranks ranks;
	uint32_t *lones;
	size_t nlones;
	struct lone_pair *lone_pairs;
	size_t nlone_pairs;
	/* What follows is for looking alone: words at which phrases are looked
	 * for, and pairs that may be some; cap is that of lones and their pairs
	 * too. */
	uint32_t *places, *pairs;
	size_t nplaces, npairs, cap;
	struct spot {
		const struct phrase_list *list;
		size_t at;
	} * spots; /* where something is looked for */
	size_t nspots;
	struct ranks hits; /* to be tried: a word, and in the lower 32 bits a
	                    * number in phrases.tries */
};

/* Words from..to-1. */
struct word_span {
	size_t from, to;
};

/* Where what was found of a text begins, and that of the one before ends. */
struct share {
	size_t ranks, lones, lone_pairs; /* of sought */
	size_t found, settled;
};

/* What is found of one group in some texts that are read together. */
struct finding {
	struct sought sought;
	struct ranks sorted; /* those of sought, by text */
	struct match_list found;
	struct share *shares; /* of each of the texts, and what is behind */
	size_t shares_cap;
};

/* What texts that are read together give, and of one of them what is there;
 * grows as needed and is used again.  Zero it first. */
struct matches {
	struct tokens tokens;
	struct words words;
	uint32_t *text_of; /* each word */
	size_t first, end; /* the texts that can be told of: first..end-1 */
	size_t text;       /* the number of the one at hand */
	size_t from, to;   /* its words: from..to-1 */
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
	const uint32_t *lones;
	size_t nlones;
	bool scaled;
	/* The pairs of which phrases.pair_lones tells something, unless all
	 * matches are listed. */
	const struct lone_pair *lone_pairs;
	size_t nlone_pairs;
	bool listed;
	/* The texts in which scales are to be looked for: none, until it is set
	 * between matches_find() and matches_scale(). */
	bool *scales;
	size_t scales_cap;
	bool has_scales; /* they are looked for in some */
	/* What follows is for matching alone. */
	struct finding findings[PHRASES_GROUPS];
	bool apart; /* there are too many in all: one text at a time */
	size_t text_of_cap;
	struct word_span *spans; /* that are looked at */
	size_t nspans, spans_cap;
	struct match_list settled, merged;
};

/* Reads the words of the texts that were added to m->tokens; where listed,
 * pairs of words that need not be matched are to be as well. */
void matches_read(struct matches *m, struct memo *memo, bool listed);

/*
 * Finds the phrases of group PHRASES_FIRST in the texts from m->end on, mostly
 * in all, of which matches_of() then tells what stands in each.  No phrase
 * reaches across punctuation, but for a comma before a word of the class
 * "joint".
 *
 * Of matches that overlap and speak for the same thing (one dimension; in theme
 * also one first concept) the longest is kept, of equally long ones that whose
 * rule names more words, then the first.  In the scales, valence, pattern and
 * balance this holds for matches of the very same words only; there, phrases
 * within longer ones add to them.
 */
void matches_find(struct matches *m, const struct phrases *phrases);
void matches_of(struct matches *m, size_t text);

/* The words of a text alone. */
static inline void
matches_at(struct matches *m, size_t text)
{
	m->text = text;
	m->from = m->words.starts[text];
	m->to = m->words.starts[text + 1];
}

/* What was found of a group in all texts that can be told of, as in struct
 * matches; the lones of texts that are scaled are those of the group
 * PHRASES_SCALES. */
struct found {
	const struct match *settled, *adding;
	const uint32_t *lones;
	const struct lone_pair *lone_pairs;
	size_t nsettled, nadding, nlones, nlone_pairs;
};
struct found matches_found(const struct matches *m, int group);

/* Reads one text alone, and tells what is there. */
void match_text(struct matches *m, const struct phrases *phrases,
    struct memo *memo, const char *text, size_t len, bool listed);

/* Finds, in those of the texts m->first..m->end-1 that m->scales says, the
 * phrases of group PHRASES_SCALES whose first word has the flag, where flags
 * (one for each of all words) is not NULL.  There may be fewer texts then, but
 * one. */
void matches_scale(struct matches *m, const struct phrases *phrases,
    const uint8_t *flags, uint8_t flag);
void matches_release(struct matches *m);

#endif
