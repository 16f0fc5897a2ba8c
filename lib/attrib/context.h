/*
 * context - what the words around a cue leave of it: nothing where somebody
 * else said it, a part where it is doubted, asked or supposed, more where it is
 * stressed, and the other end of a scale where it is denied.
 */
#ifndef ATTRIB_CONTEXT_H
#define ATTRIB_CONTEXT_H

#include "attrib/lexicon.h"

#include <stdbool.h>
#include <stdint.h>

/* What is around a word: clause.h finds it. */
enum clause_flag {
	CLAUSE_NEGATED = 1,
	CLAUSE_HEDGED = 2,
	CLAUSE_BOOSTED = 4,
	CLAUSE_QUESTION = 8,
	CLAUSE_CONDITION = 16,
	CLAUSE_REPORTED = 32,        /* somebody else's words */
	CLAUSE_BEFORE_CONTRAST = 64, /* "but" or "although" takes of it */
	CLAUSE_CAUSE = 128,          /* tells why */
};

enum { CONTEXTS = CLAUSE_CAUSE }; /* flags of a clause but for the cause */

/* Plain tables; release them. */
struct contexts {
	double parts[2][CONTEXTS];
	uint8_t *heeds; /* the flags that a rule heeds; with CLAUSE_CAUSE where
	                 * one that is denied says nothing */
};

/* Those of the lexicon, and of its rules. */
void contexts_init(struct contexts *c, const struct lexicon *lex);
void contexts_release(struct contexts *c);

static inline unsigned
context_of(unsigned clause_flags)
{
	return clause_flags & (CONTEXTS - 1);
}

/* What a context leaves of a rule, times its weight: below nought where the
 * rule is turned round. */
static inline double
context_part(const struct contexts *c, uint32_t rule, unsigned context)
{
	unsigned heeds = c->heeds[rule];

	return c->parts[heeds / CONTEXTS][context & heeds];
}

#endif
