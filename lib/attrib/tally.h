/*
 * tally - what the cues of one statement add up to for each concept.
 */
#ifndef ATTRIB_TALLY_H
#define ATTRIB_TALLY_H

#include "attrib/lexicon.h"

#include <stddef.h>
#include <stdint.h>

/* The least weight by which one cue speaks for a rival by itself. */
#define TALLY_LOUD 0.8

struct severity {
	uint32_t concept; /* number in lexicon_concepts() */
	double severity;  /* 0.5..1 */
};

struct tally; /* opaque: it owns memory */

struct tally *tally_new(const struct lexicon *lex); /* lex is borrowed */
void tally_free(struct tally *t);                   /* NULL is allowed */

/* Adds the weight of a cue, by number of its rule, to what the rule raises. */
void tally_add(struct tally *t, uint32_t rule, double weight);

/*
 * The concepts that are told, the severest first, in (*out)[0..] until the next
 * tally_settle(); returns how many.  balance is what speaks for a measured
 * view.  Of rivals only those are told for which some cue spoke with TALLY_LOUD
 * or more, and the likeliest of these is given the odds of all of them.  The
 * tally is empty again.
 */
size_t tally_settle(
    struct tally *t, double balance, const struct severity **out);

#endif
