/*
 * spelling - words that no entry uses, read as words of names that are spelled
 * nearly so.
 */
#ifndef CONCEPT_SPELLING_H
#define CONCEPT_SPELLING_H

#include "concept/glossary.h"

#include <stdbool.h>
#include <stddef.h>

/* Whether an edit so far off, in a word or a name of len bytes, is a slip and
 * nothing else was meant: four letters in five are spared. */
bool spelling_is_slip(size_t distance, size_t len);

enum spelling {
	SPELLING_KNOWN,  /* each word is common, used by an entry, or another
	                    word for one that is */
	SPELLING_MENDED, /* of others, one at least is a slip from such a word
	                  */
	SPELLING_UNKNOWN,
};

/*
 * Appends the query (word_key()), each word that is not known replaced by the
 * word of a name from which it is a slip: the nearest, and of several the one
 * that most entries use.
 */
enum spelling spelling_mend(
    struct str *out, const struct glossary *g, const char *query);

#endif
