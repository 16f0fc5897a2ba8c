/*
 * trial - whether a phrase stands where it may: most do not, which a probe
 * (attrib/probe.h) mostly tells beforehand.  Serves look.c alone.
 */
#ifndef ATTRIB_TRIAL_H
#define ATTRIB_TRIAL_H

#include "attrib/match.h"
#include "base/mem.h"

/* Where phrases are being looked for. */
struct trial {
	const struct phrases *phrases;
	const struct words *words;
	const uint32_t *marks; /* of words */
	size_t nwords;
	bool listed;
	const struct place *places; /* of the phrase at hand */
	unsigned count;
};

/* Whether punctuation parts the word from the one before for patterns: a comma
 * before "but" does not. */
static inline bool
parted(const struct trial *t, size_t word)
{
	unsigned flags = t->words->flags[word];
	bool joint = (t->marks[word] & MARK_JOINT) != 0;

	return ((flags & TOKEN_CLAUSE) != 0) &
	    (((flags & TOKEN_STOP) != 0) | !joint);
}

/* The key of the pair that begins at the word. */
static inline uint32_t
key_at(const struct trial *t, uint32_t at)
{
	return phrase_key(mark_set(t->marks[at]), mark_set(t->marks[at + 1]));
}

/* Room for so many ranks behind the first ones. */
static inline void
ranks_reserve(struct ranks *r, size_t count, size_t more)
{
	if (r->cap - count < more)
		r->items = mem_grow(
		    r->items, &r->cap, count + more, sizeof(*r->items));
}

/* Tries the first phrases of s->hits, so many, and adds those that stand there
 * to s->ranks. */
void try_hits(struct sought *s, struct trial *t, size_t count);

#endif
