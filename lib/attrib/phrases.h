/*
 * phrases - the patterns of a lexicon made ready for matching: numbers instead
 * of words, and for each word, or each two words that stand together, the
 * phrases that are to be looked for there.
 *
 * A phrase of one word is there where its word is.  One of more words is looked
 * for at two neighbours of it that no gap parts, the rarest such pair; where
 * there is none, or too many pairs of words would do, at its rarest word alone.
 * So a rule costs nothing until rare words of it turn up.
 *
 * Most words of most texts are known by themselves alone, or with the next, to
 * rules of weights that add up (phrase_adds_up()); these stand with the word or
 * the pair and need not be matched at all.
 */
#ifndef ATTRIB_PHRASES_H
#define ATTRIB_PHRASES_H

#include "attrib/lexicon.h"
#include "attrib/vocab.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PHRASE_NO_PAIR = UINT8_MAX };

struct phrase {
	uint32_t rule;  /* number in lexicon_rules() */
	uint32_t first; /* place in phrases.places */
	uint32_t thing; /* what it speaks for: the same for rivals */
	uint8_t count;
	uint8_t anchor; /* the rarest place: a gapped phrase is tried from it */
	uint8_t pair;   /* first of the pair it is looked for at, or none */
	uint8_t dimension; /* of the rule */
	bool at_start, at_end;
	bool gapped;
};

struct place {
	uint32_t symbol;
	uint32_t gap; /* words that may stand before it */
};

/*
 * What is looked for first, and what only where there is a cause: the phrases
 * of the scales, whose words are frequent.
 */
enum { PHRASES_FIRST, PHRASES_SCALES, PHRASES_GROUPS };

/* Rules of a lexicon and lists of pairs of words, together less than this. */
enum { PHRASES_RULES_MAX = 1 << 24 };

/*
 * Where a match of a phrase goes among others, from the high bits to the low:
 * the first word; the longest; the group; how far from the first word the
 * anchor stands; the number of the phrase.  What is the same for every match of
 * a phrase is reckoned beforehand (its "rank").
 */
enum {
	RANK_PHRASE_BITS = 29,
	RANK_ANCHOR_AT = RANK_PHRASE_BITS,
	RANK_GROUP_AT = RANK_ANCHOR_AT + 7,
	RANK_SHORT_AT = RANK_GROUP_AT + 1,
	RANK_FIRST_AT = RANK_SHORT_AT + 7,
	RANK_WORDS_MAX = 127, /* of a match: 12 places and 11 gaps of 8 */
};

/* Ranks that may be read behind the last of a list. */
enum { RANKS_PADDING = 2 };

/* What rules most trials of a phrase out: none of the words at.. and of so many
 * behind the last of these, counted from where it is tried, has this bit. */
enum { PROBE_WORDS = 4, PROBE_BITS = 256, PROBE_MASKS = PROBE_BITS / 64 };
struct phrase_probe {
	int8_t at[PROBE_WORDS]; /* where they are fewer, some twice */
	uint8_t rest;
	uint8_t mask; /* of those of a set */
	uint8_t bit;  /* 0..63 */
};

/* A phrase that is to be tried, and its probes: each has masks of its own, all
 * of a set beside each other. */
enum { PROBES = 2, PHRASE_MASKS = PROBES * PROBE_MASKS };
struct phrase_try {
	uint64_t rank;
	struct phrase_probe probes[PROBES];
};

/* nsure ranks of phrases that are there, behind them those of which
 * phrases.pair_lones tells all, and ntries of those to be tried. */
struct phrase_list {
	uint32_t sure, nsure, nall; /* ranks[sure..] */
	uint32_t try, ntries;       /* tries[try..] */
};

/*
 * The rules of dimensions that add up, one each, which say all of a word of a
 * set that phrases of one word have to say, or of a pair of words that phrases
 * of two have: in lone_rules[first..], those of the first group, then those of
 * the other, in the order of their ranks.
 */
struct lone_list {
	uint32_t first;
	uint16_t count[PHRASES_GROUPS];
};

enum { LONE_MAX = DIM_BALANCE + 1 }; /* rules of a word */

/*
 * What may begin at a word of a set.  A phrase of a group may be looked for at
 * it and the next where bit MARK_RIGHT of the latter is set in left[GROUP].
 * mark has, besides that number (0 where no pair ends in the word), a bit for
 * each group that has a list of the set, and one for each that has it among the
 * lones, or an earlier group has.
 */
struct phrase_mark {
	uint64_t left[PHRASES_GROUPS];
	uint32_t mark;
};

enum {
	MARK_RIGHT_AT = 16,
	MARK_RIGHTS = 64,
	MARK_LIST_AT = 24,
	MARK_LONE_AT = MARK_LIST_AT + PHRASES_GROUPS,
	MARK_BARRIER = 1 << 28, /* no gap passes over it */
	MARK_JOINT = 1 << 29,   /* a comma before it does not part */
};

/* Marks with the set they are of in their lower bits. */
static inline uint32_t
mark_set(uint32_t mark)
{
	return mark & 0xFFFF;
}

/* A list of by_pair with the same bits for it and its group. */
static inline uint32_t
mark_list(uint32_t mark)
{
	return mark & ((1u << MARK_LIST_AT) - 1);
}

/* Four numbers at once, on any processor. */
typedef uint32_t phrase_four __attribute__((vector_size(16)));

/* Pairs of sets, filled from the front; what does not fit goes into the next.
 * An empty place has key 0: set 0 is of words that no phrase names. */
struct phrase_bucket {
	phrase_four keys;  /* phrase_key() of two sets */
	phrase_four lists; /* in by_pair[GROUP], with marks: mark_list() */
};

static inline bool
phrase_list_empty(const struct phrase_list *list)
{
	return list->nall + list->ntries == 0;
}

/* Plain tables, read-only once made. */
struct phrases {
	struct vocab vocab;
	const struct phrase *items;
	size_t count;
	const struct place *places;
	size_t nplaces;
	uint32_t barrier; /* symbol of the words that no gap passes over */
	uint32_t joint;   /* of those that a comma before does not part */
	const uint64_t *ranks;
	size_t nranks;
	const struct phrase_try *tries;
	size_t ntries;
	unsigned reach; /* of a try: its probes look no farther */
	const struct phrase_mark *marks; /* of each set */
	const struct lone_list *lones;   /* of each set */
	/* Of each list of by_pair, all of the group PHRASES_FIRST. */
	const struct lone_list *pair_lones;
	const uint32_t *lone_rules;
	size_t nlone_rules;
	const uint64_t *masks; /* of each set, so many: a bit for each probe
	                        * that it answers to */
	const struct phrase_list *by_set[PHRASES_GROUPS]; /* of each set */
	const struct phrase_list *by_pair[PHRASES_GROUPS];
	size_t nlists;                       /* of by_pair */
	const struct phrase_bucket *buckets; /* open addressing */
	size_t nbuckets;                     /* a power of two, at least 8 */
	unsigned pair_shift; /* 64 less the bits of the number of a bucket */
	/* A bit for each eighth of a bucket, of which some key is; most pairs
	 * of words have none. */
	const uint64_t *hints;
	bool built_in; /* not to be released */
};

/* Whether the weights of this dimension are fitted together, so that phrases
 * within longer ones count besides. */
static inline bool
phrase_adds_up(enum dimension d)
{
	return d <= DIM_VALENCE || d == DIM_PATTERN || d == DIM_BALANCE;
}

static inline uint32_t
phrase_key(uint32_t set, uint32_t next)
{
	return set << 16 | next;
}

/* Where the search for a key begins. */
#define PHRASE_FACTOR 0x9E3779B97F4A7C15ULL
static inline size_t
phrase_slot(uint32_t key, unsigned shift)
{
	return (size_t)(key * PHRASE_FACTOR >> shift);
}

/* Whether some phrase may be looked for at the two. */
static inline bool
phrases_hint(const struct phrases *p, uint32_t key)
{
	size_t bit = phrase_slot(key, p->pair_shift - 3);

	return (p->hints[bit / 64] >> bit % 64 & 1) != 0;
}

/* The number of a list of by_pair with its marks; 0, an empty one, where no
 * phrase is looked for at the two. */
static inline uint32_t
phrases_at_pair(const struct phrases *p, uint32_t key)
{
	const phrase_four keys = {key, key, key, key};
	size_t slot = phrase_slot(key, p->pair_shift);
	const struct phrase_bucket *b = &p->buckets[slot];
	phrase_four list = (phrase_four)(b->keys == keys) & b->lists;
	uint32_t number = list[0] | list[1] | list[2] | list[3];

	while (b->keys[3] != 0 && number == 0) {
		slot = (slot + 1) & (p->nbuckets - 1);
		b = &p->buckets[slot];
		list = (phrase_four)(b->keys == keys) & b->lists;
		number = list[0] | list[1] | list[2] | list[3];
	}
	return number;
}

/* The rules of what a word of the set says by itself, of the group
 * PHRASES_SCALES only where scaled. */
static inline const uint32_t *
phrases_lone_rules(
    const struct phrases *p, uint32_t set, bool scaled, size_t *count)
{
	const struct lone_list *list = &p->lones[set];

	*count = list->count[PHRASES_FIRST];
	if (scaled)
		*count += list->count[PHRASES_SCALES];
	return p->lone_rules + list->first;
}

/* The same for the pairs of a list. */
static inline const uint32_t *
phrases_pair_rules(const struct phrases *p, uint32_t list, size_t *count)
{
	*count = p->pair_lones[list].count[PHRASES_FIRST];
	return p->lone_rules + p->pair_lones[list].first;
}

/*
 * Compiles the rules of the lexicon that have a weight; the built-in one's are
 * there already.  NULL, with *err and
 * *file set, where a class is missing or contains itself, a rule can never
 * match, or there is too much of something.
 */
const struct phrases *phrases_new(
    const struct lexicon *lex, struct diag *err, const char **file);
void phrases_free(const struct phrases *p); /* NULL is allowed */

#endif
