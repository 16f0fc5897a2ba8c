/*
 * bibliography - the works the glossary refers to, by key.
 */
#ifndef CONCEPT_BIBLIOGRAPHY_H
#define CONCEPT_BIBLIOGRAPHY_H

#include "base/diag.h"
#include "stream/csvin.h"

#include <stdbool.h>
#include <stddef.h>

struct reference {
	const char *key;
	const char *citation; /* in the style of the APA, without the DOI */
	const char *doi;      /* "" if it has none or none is known */
	bool verified;        /* found in a source; else written from memory */
};

/* Sorted by key. */
struct bibliography {
	struct reference *items;
	size_t count;
};

/* The works of lib/data/references.csv (compile.c writes the table when the
 * program is built). */
extern const struct bibliography bibliography_built_in;

/*
 * Reads the columns key, citation, doi and status (V verified, K not) of a CSV;
 * in is owned from then on.  Returns 0, or -1 with *err set (malformed, an
 * empty or second key, an unknown status).  Either way release b.
 */
int bibliography_read(
    struct bibliography *b, struct csvin *in, struct diag *err);
void bibliography_release(struct bibliography *b);

/* The work of that key, or NULL. */
const struct reference *bibliography_find(
    const struct bibliography *b, const char *key);

#endif
