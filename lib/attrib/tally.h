/*
 * tally - what the cues of one statement add up to: for each scale, for a
 * crisis, for each concept.
 *
 * What a rule adds is a row of numbers, one for each scale and each rival, so
 * that a cue is a few additions.  What words say by themselves is a row too,
 * that of all their rules.
 */
#ifndef ATTRIB_TALLY_H
#define ATTRIB_TALLY_H

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
	const struct severity *told; /* the severest first; until the next */
	size_t ntold;
};

struct tally; /* opaque: it owns memory */

/* lex and its phrases are borrowed. */
struct tally *tally_new(
    const struct lexicon *lex, const struct phrases *phrases);
void tally_free(struct tally *t); /* NULL is allowed */

/* Adds a cue of a rule, by number, part times as strong as the rule says.
 * Below nought it is turned round: it speaks for the other end of its scale,
 * and for no concept. */
void tally_add(struct tally *t, uint32_t rule, double part);

/* Adds what a word of the set says by itself (phrases.lones), of the group
 * PHRASES_SCALES only where scaled; returns how many cues that is. */
unsigned tally_add_word(struct tally *t, uint32_t set, bool scaled);

/* Adds what two words say that stand together, by the number of the list that
 * phrases_at_pair() gives; returns how many cues that is. */
unsigned tally_add_pair(struct tally *t, uint32_t list);

/*
 * What it all comes to.  What speaks for a measured view is taken from every
 * way of thinking.  Of rivals only those are told for which some cue spoke with
 * TALLY_LOUD or more, and the likeliest of these is given the odds of all of
 * them.  Beside it those are told that have a tenth of these odds.  The tally
 * is empty again.
 */
void tally_settle(struct tally *t, struct totals *out);

#endif
