/*
 * match - where the phrases of a lexicon stand in the words of a text.
 */
#ifndef ATTRIB_MATCH_H
#define ATTRIB_MATCH_H

#include "attrib/memo.h"
#include "attrib/phrases.h"
#include "attrib/token.h"

#include <stddef.h>
#include <stdint.h>

enum {
	MATCH_MAX =
	    65535, /* matches of one statement; later ones are left out */
};

/* A word as it is read: "don't" is two of them on the same bytes. */
struct word {
	uint32_t set;
	uint32_t flags; /* of enum token_flag; the token's, on its first word */
	uint32_t start, end; /* bytes of the text */
};

struct match {
	uint32_t rule;
	uint32_t first, last; /* words, both included */
	uint32_t places;      /* words the rule names, without gaps */
};

/* What one text gives; grows as needed and is used again.  Zero it first. */
struct matches {
	struct tokens tokens;
	struct word *words;
	size_t nwords, words_cap;
	struct match *items;
	size_t count, cap;
};

/* Replaces what m holds by the words of (text, len) and every match of every
 * phrase among them.  No phrase reaches across punctuation. */
void match_text(struct matches *m, const struct phrases *phrases,
    struct memo *memo, const char *text, size_t len);
void matches_release(struct matches *m);

/*
 * Sorts the matches by place and keeps, of those that overlap and speak for the
 * same thing (one dimension; in theme also one first concept),
 * the longest; of equally long ones that whose rule names more words, then the
 * first.
 */
void matches_settle(struct matches *m, const struct lexicon_rule *rules);

#endif
