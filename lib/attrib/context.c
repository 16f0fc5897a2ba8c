#include "attrib/context.h"

#include "base/mem.h"

#include <stdlib.h>

static const double negated_part = 0.8; /* what is left of a turned weight */

static unsigned
heeds_of(const struct lexicon_rule *rule)
{
	static const uint8_t spared[] = {CLAUSE_NEGATED, CLAUSE_QUESTION,
	    CLAUSE_CONDITION, CLAUSE_REPORTED, CLAUSE_HEDGED};
	unsigned heeds = CONTEXTS - 1;
	size_t i;

	for (i = 0; i < sizeof(spared) / sizeof(*spared); i++)
		if ((rule->scope >> i & 1) != 0)
			heeds &= ~(unsigned)spared[i];
	if (rule->dimension == DIM_CRISIS)
		heeds &= ~(unsigned)CLAUSE_BEFORE_CONTRAST;
	if (rule->dimension > DIM_VALENCE || (rule->scope & SCOPE_DROP) != 0)
		heeds |= CLAUSE_CAUSE;
	return heeds;
}

static double
part_in(const struct lexicon_context *context, unsigned heeded, bool drops)
{
	double left = 1;

	if ((heeded & CLAUSE_REPORTED) != 0)
		return 0;
	if ((heeded & CLAUSE_HEDGED) != 0)
		left *= context->hedge;
	if ((heeded & CLAUSE_QUESTION) != 0)
		left *= context->question;
	if ((heeded & CLAUSE_CONDITION) != 0)
		left *= context->condition;
	if ((heeded & CLAUSE_BEFORE_CONTRAST) != 0)
		left *= context->before_contrast;
	if ((heeded & CLAUSE_BOOSTED) != 0)
		left *= context->boost;
	if ((heeded & CLAUSE_NEGATED) == 0)
		return left;
	return drops ? 0 : -left * negated_part;
}

void
contexts_init(struct contexts *c, const struct lexicon *lex)
{
	size_t i;

	for (i = 0; i < CONTEXTS; i++) {
		c->parts[0][i] =
		    part_in(lexicon_context(lex), (unsigned)i, false);
		c->parts[1][i] =
		    part_in(lexicon_context(lex), (unsigned)i, true);
	}
	c->heeds = mem_zalloc(lex->nrules, sizeof(*c->heeds));
	for (i = 0; i < lex->nrules; i++)
		c->heeds[i] = (uint8_t)heeds_of(&lex->rules[i]);
}

void
contexts_release(struct contexts *c)
{
	free(c->heeds);
	c->heeds = NULL;
}
