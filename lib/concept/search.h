/*
 * search - find what a person means, in stages: by name, by the beginning of a
 * name, by a name that is spelled nearly so, by the words of the entries.  The
 * first stage that finds anything ends the search.  Where no name is but a slip
 * away, words before a name that tell nothing are left out, and words that are
 * slips (concept/spelling.h) mended.
 */
#ifndef CONCEPT_SEARCH_H
#define CONCEPT_SEARCH_H

#include "concept/glossary.h"

#include <stdbool.h>
#include <stddef.h>

enum search_stage {
	SEARCH_ID,
	SEARCH_TITLE,
	SEARCH_ALIAS,
	SEARCH_PREFIX,
	SEARCH_TYPO,
	SEARCH_TEXT,
	SEARCH_NONE, /* nothing was found */
};
/* "id", "title", "alias", "prefix", "typo", "text", "none" */
extern const char *const search_stage_words[];

struct search_hit {
	size_t entry;
	/* Higher is better: 0 for a name, minus the distance for a typo, the
	 * rank of search_text() for words. */
	double rank;
};

/* Plain value: what may be found. */
struct search_scope {
	enum search_stage last; /* stages up to this one are tried */
	unsigned kinds;         /* bit 1 << enum concept_kind; 0: all */
};

/* Plain storage; release it. */
struct search {
	enum search_stage stage;
	struct search_hit *hits; /* best first; each entry once */
	size_t count, cap;
	bool weak;         /* the best hit is a suggestion, not an answer */
	struct str mended; /* what was looked for instead; else empty */
};

void search_run(struct search *s, const struct glossary *g,
    const struct search_scope *scope, const char *query);
void search_release(struct search *s);

/*
 * The stages.  Each adds its hits, best first; an entry may come more than
 * once. query is a key (word_key()) of len bytes.
 *
 * The best hit is weak if the query is less than half of the name that it
 * begins, more than a slip away from it, or comes to less than four fifths of
 * what its words alone can come to in a text.
 *
 * search_text ranks with BM25 (Robertson & Zaragoza, "The probabilistic
 * relevance framework: BM25 and beyond", Foundations and Trends in Information
 * Retrieval 3(4), 2009, equation 3.15), k1 = 4, b = 0.75, on term frequencies
 * weighted by field before they are saturated (the same, section 3.6): a word
 * of a cue counts 5, so k1 is larger than the usual 1.2 to 2.  A word that no
 * entry uses counts as the one spelled nearest to it, for half; two words side
 * by side, as they stand in a name, a cue or a definition, count for half a
 * word more; other words for the same (synonyms.csv) count for a quarter.  Hits
 * of less than a quarter of the best rank are left out.
 */
void search_name(struct search *s, const struct glossary *g, unsigned kinds,
    const char *query, size_t len);
void search_prefix(struct search *s, const struct glossary *g, unsigned kinds,
    const char *query, size_t len);
void search_typo(struct search *s, const struct glossary *g, unsigned kinds,
    const char *query, size_t len, size_t limit);
void search_text(struct search *s, const struct glossary *g, unsigned kinds,
    const char *query, size_t len);

/* Adds a hit unless its entry is of another kind. */
void search_add(struct search *s, const struct glossary *g, unsigned kinds,
    struct search_hit hit);

#endif
