/*
 * decimal - the shortest decimal that reads back as a double.
 */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include <stdint.h>

/* From here to there it is found in whole numbers of 128 bits, else by printf()
 * and strtod(), thirty times slower; numbers are written without an exponent.
 */
#define DECIMAL_FAST_MIN 1e-5
#define DECIMAL_FAST_END 1e15

/*
 * Finds the decimal n * 10^exp10 of the fewest digits which, rounded to the
 * nearest double (ties to even), is x; of several the one nearest to x (Steele
 * and White 1990, "How to print floating-point numbers accurately").  x is
 * finite and above 0.  n may end in zeros.
 */
void decimal_shortest(double x, uint64_t *n, int *exp10);

/* The same by printf() and strtod() alone: what the other is tried against. */
void decimal_shortest_slow(double x, uint64_t *n, int *exp10);

#endif
