/*
 * finding - makes matches of what was found of a group in the texts that are
 * read together, all in one go, and tells where those of each begin.  Serves
 * match.c alone.
 */
#ifndef ATTRIB_FINDING_H
#define ATTRIB_FINDING_H

#include "attrib/match.h"

#include <stdint.h>

/* Leaves out what was found whose first word lacks the flag. */
void finding_keep(struct finding *f, const uint8_t *flags, uint8_t flag);

/* Sorts what look() put into f->sought and makes matches of it: those that add
 * up go to f->found, the settled ones behind those of m->settled; f->shares
 * becomes what there is of each of the texts m->first..m->end-1. */
void finding_take(
    struct matches *m, const struct phrases *phrases, struct finding *f);

#endif
