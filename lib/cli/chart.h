/*
 * chart - bars, histograms and sparklines in text, in UTF-8 or ASCII.
 */
#ifndef CLI_CHART_H
#define CLI_CHART_H

#include "cli/term.h"

#include <stddef.h>

/*
 * A bar of the given width in columns for value_frac in 0..1.  low_frac and
 * high_frac (NaN: error unknown) are shaded around its end, so that the error
 * is seen.  Prints no line end.
 */
void chart_bar(const struct term *t, double value_frac, double low_frac,
    double high_frac, int width);

/* One row per bin: label, bar, count.  labels may be NULL. */
void chart_histogram(const struct term *t, const char *const *labels,
    const unsigned long *counts, size_t n);

/* One character per value, from the lowest to the highest in values (NaN is a
 * gap).  Prints no line end. */
void chart_spark(const struct term *t, const double *values, size_t n);

/* The same from the column indent, where it begins again as often as the width
 * of the terminal asks for.  Returns the column at which it ended. */
int chart_spark_lines(
    const struct term *t, const double *values, size_t n, int indent);

#endif
