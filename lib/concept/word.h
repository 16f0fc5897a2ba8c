/*
 * word - the forms in which names, and the words of a text, are compared.
 */
#ifndef CONCEPT_WORD_H
#define CONCEPT_WORD_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Appends the key of a name: case and accents folded (utf8_fold()),
 * apostrophes dropped, and every run of other signs one blank, none at the
 * ends.  "Beck's Self-Concept" and "becks self concept" have the same key; its
 * words stand between blanks.
 */
void word_key(struct str *out, const char *text, size_t len);

/* The same as dictd(8) compares: all marks dropped, so that "black-faced" is
 * "blackfaced" and stands beside it. */
void word_key_dropping(struct str *out, const char *text, size_t len);

/* The key of a name all of whose marks count: folded unless it is cased, blanks
 * made one, none at the ends. */
void word_key_all(struct str *out, const char *text, size_t len, bool cased);

/* Appends the id that a name would have: its key with hyphens for blanks. */
void word_id(struct str *out, const char *text, size_t len);

/* Whether a word of a key is so common that it tells nothing ("the", "why",
 * "do"). */
bool word_is_common(const char *word, size_t len);

/*
 * Appends the stem of a word of a key: English endings taken off, so that
 * "reject", "rejects", "rejected" and "rejection" meet, and British and
 * American spelling made one.  It is a search key, not a word.
 */
void word_stem(struct str *out, const char *word, size_t len);

/*
 * Iterates over the stems of the words of a key that are not common: *rest
 * starts as the key.  Each time pair becomes "FORMER LATTER", the stems of the
 * last two such words, or "LATTER" for the first; the latter begins at
 * pairs->second.  Start with zeroed pairs and an empty pair.
 */
struct word_pairs {
	size_t second;
};
bool word_next_stem(
    const char **rest, struct word_pairs *pairs, struct str *pair);

/*
 * Iterates over the pairs of words that stand side by side in a key, at least
 * one of them common: what word_next_stem() passes over, and what tells "I can
 * do nothing" from "nothing is done".  *rest starts as the key and pair as the
 * empty string; each time pair becomes "FORMER LATTER", stemmed.
 */
bool word_next_common_pair(const char **rest, struct str *pair);

#endif
