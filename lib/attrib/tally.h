/*
 * tally - what the cues of statements add up to: for each scale, for a crisis,
 * for each concept.
 *
 * What a rule adds is a row of numbers, one for each scale and each rival, so
 * that a cue is a few additions.  What words say by themselves is a row too,
 * that of all their rules, and what either says in a context.  Those of all
 * statements that are read together are added in one go.
 */
#ifndef ATTRIB_TALLY_H
#define ATTRIB_TALLY_H

#include "attrib/context.h"
#include "attrib/lexicon.h"
#include "attrib/phrases.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The least weight by which one cue speaks for a rival by itself. */
#define TALLY_LOUD 0.8

struct severity {
	uint32_t concept; /* number in lexicon_concepts() */
	double severity;  /* 0.5..1 */
};

struct totals {
	double scale[DIM_VALENCE + 1]; /* log-odds of the scales and valence */
	unsigned said; /* a bit for each of them that some cue spoke for */
	double crisis; /* log-odds */
	size_t ncues;  /* that were added, of rules each */
	const struct severity *told; /* the severest first; until the next */
	size_t ntold;
};

struct tally; /* opaque: it owns memory */

/* All are borrowed: lex, its phrases and its contexts. */
struct tally *tally_new(const struct lexicon *lex,
    const struct phrases *phrases, const struct contexts *contexts);
void tally_free(struct tally *t); /* NULL is allowed */

/* The numbers of what is added: rules have their own, behind them the rules of
 * each list of pairs that phrases_at_pair() gives, and of each set what its
 * words say by themselves (phrases.lones), of the group PHRASES_SCALES only
 * where scaled. */
static inline uint32_t
tally_pair(const struct lexicon *lex, uint32_t list)
{
	return (uint32_t)lex->nrules + list;
}

static inline uint32_t
tally_word(const struct lexicon *lex, const struct phrases *phrases,
    uint32_t set, bool scaled)
{
	return (uint32_t)(lex->nrules + phrases->nlists) + 2 * set + scaled;
}

/* The rules that a number stands for; valid as long as *number is. */
const uint32_t *tally_rules(
    const struct tally *t, const uint32_t *number, size_t *count);

/* What speaks in a text: the number, and the context it stands in. */
struct tally_item {
	uint32_t key; /* tally_key() */
	uint32_t text;
};

/* Numbers are less than 2^25: PHRASES_RULES_MAX. */
static inline uint32_t
tally_key(uint32_t number, unsigned context)
{
	return number * CONTEXTS + context;
}

/* Begins again, with so many texts that nothing speaks in. */
void tally_begin(struct tally *t, size_t ntexts);

/* Adds what n items stand for.  Of a rule the context leaves a part; where that
 * is below nought it is turned round: it speaks for the other end of its scale,
 * and for no concept.  At nought it says nothing, and is no cue. */
void tally_add(struct tally *t, const struct tally_item *items, size_t n);

/*
 * What all comes to in a text.  What speaks for a measured view is taken from
 * every way of thinking.  Of rivals only those are told for which some cue
 * spoke with TALLY_LOUD or more, and the likeliest of these is given the odds
 * of all of them.  Beside it those are told that have a tenth of these odds.
 */
void tally_settle(struct tally *t, size_t text, struct totals *out);

#endif
