/*
 * clause - what the words around a word make of it: is it denied, doubted,
 * asked, supposed, said by somebody else, and does it belong to a cause.
 */
#ifndef ATTRIB_CLAUSE_H
#define ATTRIB_CLAUSE_H

#include "attrib/breaks.h"
#include "attrib/context.h"
#include "attrib/lexicon.h"
#include "attrib/match.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Grows as needed and is used again.  Zero it first. */
struct clauses {
	uint8_t *flags; /* of enum clause_flag, one for each word of all
	                 * texts; those of the ones read are set */
	size_t cap;
	bool cause;           /* some word of the text read last tells why */
	struct breaks breaks; /* of all texts */
};

/* Looks at the texts that were read together (matches_read()), before the first
 * of them is. */
void clauses_begin(struct clauses *c, const struct matches *m);

/*
 * Reads the settled matches (matches_settle()); where cause, every word tells
 * why.  The reach of each:
 *   negation     itself from its second word on, and as many words behind it
 *                as its value says; 0: nothing
 *   boost        the same with three words
 *   hedge        the clause it stands in, between two marks of punctuation
 *   condition    from its second word to the next mark or consequence; where
 *                the sentence begins with it, over a cause too
 *   consequence  ends the reach of a condition before it
 *   presupposed  takes the question off its sentence
 *   report       in a sentence that has quotes, what stands in them,
 *                in the sentences around it too; else, where its value is 1,
 *                from its second word to the end of the sentence; where it is
 *                -1, from the beginning of the sentence to the mark before
 *                it; and in any case what is quoted right before the sentence
 *   contrast     all before it in the sentence; where its value is 1 and the
 *                sentence begins with it, what follows to the next mark;
 *                where it is -1, nothing, as though it were none
 *   cause 1      itself and what follows in the sentence; where the sentence
 *                begins with it, to the next mark; right behind a negation it
 *                is no cause but negated, right behind a hedge hedged
 *   cause -1     what precedes in the sentence; where the sentence begins with
 *                it, the sentence before
 *   cause 0      the clause it stands in, between two marks
 * Negation and report so leave alone a phrase that begins with their own first
 * word.  Else none but contrast reaches over a contrast or a cause, and
 * negation and boost not over a mark.
 */
void clauses_read(struct clauses *c, const struct matches *m,
    const struct lexicon_rule *rules, bool cause);
void clauses_release(struct clauses *c);

#endif
