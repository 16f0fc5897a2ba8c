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

/* Appends the id that a name would have: its key with hyphens for blanks. */
void word_id(struct str *out, const char *text, size_t len);

#endif
