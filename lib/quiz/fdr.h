/*
 * fdr - many tests at once: p values adjusted for the false discovery rate.
 */
#ifndef QUIZ_FDR_H
#define QUIZ_FDR_H

#include <stddef.h>

/* Puts the adjusted values of p (n of them, NaN: no test) into out: the least
 * rate at which each is rejected (Benjamini and Hochberg 1995). */
void fdr_adjust(const double *p, size_t n, double *out);

#endif
