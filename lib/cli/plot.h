/*
 * plot - curves over an axis, in text, in UTF-8 or ASCII.
 *
 * A curve has n values, equally spaced, one a column; the axis begins in column
 * PLOT_LEFT of the terminal.
 */
#ifndef CLI_PLOT_H
#define CLI_PLOT_H

#include "cli/term.h"

#include <stddef.h>

enum { PLOT_LEFT = 7 }; /* columns of the upright axis and its labels */

/* How many columns there are room for, at most most. */
size_t plot_columns(const struct term *t, size_t most);

/* The area below a curve, from 0 to the top of the upright axis (> 0). */
void plot_area(
    const struct term *t, const double *values, size_t n, double top, int rows);

/* Curves from 0 to 1, n values each one after the other, at most 10: each drawn
 * in the digit of its number, the later ones over the earlier. */
void plot_curves(const struct term *t, const double *values, size_t curves,
    size_t n, int rows);

/* The axis below either, with ticks whole numbers from low to high. */
void plot_axis(const struct term *t, size_t n, int low, int high);

#endif
