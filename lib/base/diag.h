/*
 * diag - what is wrong with an input, and where: how the layers that never
 * print hand a fault to the layer that does.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdarg.h>

enum { DIAG_TEXT_MAX = 512 };

/* A plain value.  line counts from 1; 0 where no line is to blame.  A column
 * (a byte of the line, from 1) is named in the text where it helps. */
struct diag {
	unsigned long line;
	char text[DIAG_TEXT_MAX];
};

/* Fills d (NULL is allowed) and returns -1, so that a caller can write
 * "return diag_set(...)".  Text that does not fit ends in "...". */
int diag_set(struct diag *d, unsigned long line, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* The same; d is not NULL. */
void diag_vset(struct diag *d, unsigned long line, const char *fmt,
    va_list args) __attribute__((format(printf, 3, 0)));

#ifdef __clang_analyzer__ /* does not see into diag.c that it is always -1 */
#define diag_set(...) (diag_set(__VA_ARGS__), -1)
#endif

#endif
