/*
 * synonyms - words that people use for much the same thing, as a table of
 * groups: a header "words", then a group a row, its words parted by ';'.
 */
#ifndef CONCEPT_SYNONYMS_H
#define CONCEPT_SYNONYMS_H

#include "base/diag.h"
#include "concept/glossmake.h"
#include "stream/csvin.h"

/* Gives every group to the image.  Frees in.  Returns 0, or -1 with *err
 * set. */
int synonyms_read(struct glossmake *m, struct csvin *in, struct diag *err);

#endif
