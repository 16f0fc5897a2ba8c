/*
 * num - strict numbers in, shortest exact numbers out.  '.' is the decimal
 * point in every locale.
 */
#ifndef BASE_NUM_H
#define BASE_NUM_H

#include "base/str.h"

#include <stddef.h>

/*
 * Parses the whole of (text, len) as a decimal integer in min..max: an
 * optional sign and digits, nothing before or behind.  Returns NULL and sets
 * *out, or returns what is wrong ("not a whole number", "too small",
 * "too large"), to be followed by the text in quotes, and leaves *out.
 */
const char *num_long(
    const char *text, size_t len, long min, long max, long *out);

/*
 * The same for a decimal number: sign, digits with at most one '.' before,
 * among or behind them (SPSS writes ".5"), optional exponent.  No "inf", "nan",
 * hexadecimal or blanks; correctly rounded.  ("not a number", "too small", "too
 * large".)
 */
const char *num_double(
    const char *text, size_t len, double min, double max, double *out);

enum { NUM_MAX = 32 }; /* room for any number and its NUL */

/*
 * Writes x in the shortest decimal form that num_double() reads back exactly,
 * without an exponent between 1e-5 and 1e15, and returns the length.
 * x must be finite; minus zero is written as 0.
 */
size_t num_format(char buf[NUM_MAX], double x);

/* Writes an integer; returns the length. */
size_t num_format_long(char buf[NUM_MAX], long x);

/* Writes x for the eye: rounded to so many digits, but a whole number in full,
 * never with an exponent below 1e15. */
size_t num_format_round(char buf[NUM_MAX], double x, int digits);

/* Appends it to s. */
void num_add_round(struct str *s, double x, int digits);

/* Writes num/den (den > 0) exactly as num_format((double)num / den) would,
 * without floating-point formatting where den divides a power of ten. */
size_t num_format_ratio(char buf[NUM_MAX], long num, long den);

#endif
