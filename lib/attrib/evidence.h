/*
 * evidence - what the words of a statement speak for, each as strongly as what
 * stands around it lets it.  Serves attribution.c alone.
 */
#ifndef ATTRIB_EVIDENCE_H
#define ATTRIB_EVIDENCE_H

#include "attrib/attribution.h"
#include "attrib/clause.h"
#include "attrib/context.h"
#include "attrib/hearing.h"
#include "attrib/match.h"
#include "attrib/tally.h"

struct attrib {
	const struct lexicon *lex;
	const struct lexicon_rule *rules;
	struct contexts contexts;
	const struct phrases *phrases;
	struct memo *memo;
	struct matches matches;
	size_t next; /* text that is asked for */
	struct hearing hearing;
	struct clauses clauses;
	struct tally *tally;
	struct tally_item *items; /* what speaks in the texts at hand */
	size_t nitems, cap;
	struct cue *cues;
	size_t ncues, cues_cap;
};

/* The text that is being read. */
static inline const struct token_text *
attrib_text(const struct attrib *a)
{
	return &a->matches.tokens.texts[a->matches.text];
}

/* Adds all evidence of the texts that were found together to the tally. */
void evidence_add(struct attrib *a);

/* Puts it down, so many cues, into a->cues, by place: at one word the settled
 * first, then the longest, then what it says by itself. */
void evidence_list(struct attrib *a, size_t count);

#endif
