/*
 * ownmake - the image of a glossary of one's own, and the texts of its entries.
 */
#ifndef CONCEPT_LOOKUP_OWNMAKE_H
#define CONCEPT_LOOKUP_OWNMAKE_H

#include "concept/glossmake.h"
#include "own.h"

/* Reads the whole source and writes its image to out. */
void own_make(struct own *s, const struct glossary_stamp *stamp,
    sorter_scratch *scratch, FILE *out);

/* Reads the index and the texts of a database. */
void own_make_dict(struct own *s, struct glossmake *m);

/* Appends len bytes of a database from at.  0, or -1 with *err set. */
int own_text(const struct own *s, uint64_t at, size_t len, struct str *out,
    struct diag *err);

/* The entry of a concept file or a table, whose fields the image holds. */
int own_unpack(const struct glossary *g, const struct glossary_entry *e,
    struct concept *c, struct diag *err);

#endif
