/*
 * wide - whole numbers of 128 bits: sums that stay exact over any number of
 * people, whichever machine adds them up in whichever order.
 */
#ifndef QUIZ_WIDE_H
#define QUIZ_WIDE_H

#include "base/str.h"

#include <stddef.h>

__extension__ typedef __int128 wide;

void wide_format(struct str *s, wide x); /* appends decimal digits */

/* Reads the whole of (text, len): an optional '-' and digits.  Returns 0, or -1
 * and leaves *out. */
int wide_parse(const char *text, size_t len, wide *out);

/* n * sxy - sx * sy, which is n^2 times a covariance with n: exact where it
 * fits into 128 bits (and then rounded once), else nearly. */
double wide_cross(wide n, wide sxy, wide sx, wide sy);

#endif
