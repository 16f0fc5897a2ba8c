/*
 * page - a concept as a manual page of section 7, in mdoc(7).
 */
#ifndef CONCEPT_PAGE_H
#define CONCEPT_PAGE_H

#include "base/str.h"
#include "concept/bibliography.h"
#include "concept/concept.h"

/*
 * Appends the page of c.  date is what the page bears ("November 22, 2026").
 * References are looked up in b.  No text of c can be taken for a request or
 * an escape sequence of roff.
 */
void page_write(struct str *out, const struct concept *c,
    const struct bibliography *b, const char *date);

/* Appends text as roff that prints it: backslashes and a leading control
 * character made plain, on lines of their own where macros stand. */
void page_text(struct str *out, const char *text, size_t len);

#endif
