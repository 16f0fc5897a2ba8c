/*
 * probe - what rules a trial of a phrase out before it is made: of the words
 * that stand where its rarest other place would, none answers to it.
 */
#ifndef ATTRIB_PROBE_H
#define ATTRIB_PROBE_H

#include "attrib/phrases.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Chooses the place, but those at which the phrase is tried, that is least
 * likely to be there by chance; frac is the share of running text of each
 * symbol.  The symbol of the place is put into *symbol; rank and bit of what is
 * returned are left at 0. */
struct phrase_try probe_of(const struct phrases *ps, const struct phrase *p,
    const double *frac, uint32_t *symbol);

/*
 * Shares bits from..63 of a number out among those of n things that are asked
 * for, so that things that are frequent in running text have few beside them.
 * Returns the bit of each that is asked for, to be released with free().
 */
uint8_t *probe_bits(
    const bool *asked, const double *frac, size_t n, unsigned from);

#endif
