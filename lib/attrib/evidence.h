/*
 * evidence - what the words of a statement speak for, each as strongly as what
 * stands around it lets it.  Serves attribution.c alone.
 */
#ifndef ATTRIB_EVIDENCE_H
#define ATTRIB_EVIDENCE_H

#include "attrib/attribution.h"
#include "attrib/clause.h"
#include "attrib/hearing.h"
#include "attrib/match.h"
#include "attrib/tally.h"

/* Beside flags of a clause but for the cause, which comes to nothing here: no
 * word that is negated speaks for the rule. */
enum { DROPS = CLAUSE_CAUSE, CONTEXTS = 256 };

struct attrib {
	const struct lexicon *lex;
	const struct lexicon_rule *rules;
	double parts[CONTEXTS]; /* part_in() */
	uint8_t *heeds;         /* heeds_of() each rule */
	const struct phrases *phrases;
	struct memo *memo;
	struct matches matches;
	size_t next;            /* text that is asked for */
	struct hearing hearing;
	struct clauses clauses;
	struct tally *tally;
	/* What speaks, by its number in the tally: as strongly as it can, and
	 * in a context. */
	uint32_t *plain;
	struct apart {
		uint32_t number, flags;
	} * apart;
	size_t nplain, napart, cap;
	struct cue *cues;
	size_t ncues, cues_cap;
};

/* The text that is being read. */
static inline const struct token_text *
attrib_text(const struct attrib *a)
{
	return &a->matches.tokens.texts[a->matches.text];
}

/* Adds all evidence of the text to the tally. */
void evidence_add(struct attrib *a);

/* Puts it down, so many cues, into a->cues, by place: at one word the settled
 * first, then the longest, then what it says by itself. */
void evidence_list(struct attrib *a, size_t count);

#endif
