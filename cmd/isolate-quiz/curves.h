/*
 * curves - what the items of a bank tell at each theta, sampled to be drawn.
 */
#ifndef ISOLATE_QUIZ_CURVES_H
#define ISOLATE_QUIZ_CURVES_H

#include "irt.h"

enum { CURVES_LOW = -4, CURVES_HIGH = 4 }; /* of theta */

/* Theta of sample i of n. */
double curves_theta(size_t i, size_t n);

/* Each puts n samples into out.  Information of the test; that of an item; the
 * probabilities of its categories, one curve after the other. */
void curves_test(const struct bank_scale *s, double *out, size_t n);
void curves_item(const struct grm_item *item, double *out, size_t n);
void curves_categories(const struct grm_item *item, double *out, size_t n);

/* The sample with the largest value. */
size_t curves_peak(const double *values, size_t n);

/* Whether --scale and --item ask for it. */
bool curves_asked(
    const struct settings *set, const struct bank_scale *s, size_t item);

/* Draws all that is asked for into the file at path, which is replaced.  A
 * failure ends the process with RC_SYSTEM. */
void curves_svg(
    const struct settings *set, const char *path, const struct bank *bank);

#endif
