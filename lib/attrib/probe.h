/*
 * probe - what rules a trial of a phrase out before it is made: of the words
 * that stand where another place of it would, none answers to it.
 */
#ifndef ATTRIB_PROBE_H
#define ATTRIB_PROBE_H

#include "attrib/phrases.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Chooses the places, but those at which the phrase is tried, that are least
 * likely to be there by chance, the same again where there is but one; frac is
 * the share of running text of each symbol, places those of p.  The bits are
 * left at 0: they are for the symbols.  Returns how far from where it is tried
 * they look. */
unsigned probes_of(const struct place *places, const struct phrase *p,
    const double *frac, struct phrase_probe probes[PROBES],
    uint32_t symbols[PROBES]);

/*
 * Shares count bits, at most PROBE_BITS, out among those of n things that are
 * asked for, so that things that are frequent in running text have few beside
 * them; with another salt others share a bit.  Returns the number of the bit of
 * each that is asked for, to be released with free().
 */
uint8_t *probe_bits(const bool *asked, const double *frac, size_t n,
    unsigned count, unsigned salt);

#endif
