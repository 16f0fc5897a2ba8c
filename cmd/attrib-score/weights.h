/*
 * weights - how much an error on a row counts, by its label.
 */
#ifndef ATTRIB_SCORE_WEIGHTS_H
#define ATTRIB_SCORE_WEIGHTS_H

#include "attrib/labelled.h"

/* How many rows have each label; the caller frees it. */
unsigned long *weights_counts(const struct labelled *l);

/* The weight that list (balanced, none, or LABEL=W;...) gives the label. */
double weights_of(const char *list, const struct labelled *l, uint32_t label,
    const unsigned long *counts);

/* Ends the process where a part of the list names no label or no number. */
void weights_check(const char *list, const struct labelled *l);

#endif
