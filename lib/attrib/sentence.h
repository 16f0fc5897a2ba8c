/*
 * sentence - where the sentences of a text begin and end.
 */
#ifndef ATTRIB_SENTENCE_H
#define ATTRIB_SENTENCE_H

#include "attrib/token.h"

#include <stdbool.h>
#include <stddef.h>

/* Plain storage: tokens and text are borrowed. */
struct sentences {
	const struct tokens *tokens; /* of the text, by tokens_split() */
	const char *text;
	size_t len;
	size_t token, at; /* where the next begins; 0 at first */
};

/* The next sentence that has a word, without blanks at its ends: bytes
 * *start..*end - 1 of the text.  What is no word stands with the sentence that
 * follows, at the end with the last; a text without a word is one sentence, an
 * empty one too.  False at the end. */
bool sentence_next(struct sentences *s, size_t *start, size_t *end);

#endif
