/*
 * glossmake - make the image of a glossary (concept/glossary.h), entry by
 * entry.
 */
#ifndef CONCEPT_GLOSSMAKE_H
#define CONCEPT_GLOSSMAKE_H

#include "concept/concept.h"

#include <stdint.h>
#include <stdio.h>

struct glossmake; /* opaque: it owns memory */

struct glossmake *glossmake_new(void);
void glossmake_free(struct glossmake *m); /* NULL is allowed */

/* Adds one entry, whose text is len bytes at the given place of its source;
 * nothing of c is kept. */
void glossmake_add(
    struct glossmake *m, const struct concept *c, uint64_t at, uint32_t len);

/* Writes the image, once.  A failed write shows in ferror(out). */
void glossmake_write(struct glossmake *m, FILE *out);

#endif
