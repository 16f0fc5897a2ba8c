/*
 * chance - random numbers that a seed repeats: SplitMix64 (Steele, Lea and
 * Flood 2014, "Fast splittable pseudorandom number generators").
 */
#ifndef BASE_CHANCE_H
#define BASE_CHANCE_H

#include <stddef.h>
#include <stdint.h>

/* The next 64 bits of the sequence that *state, any number at first, seeds. */
uint64_t chance_next(uint64_t *state);

/* 0..n - 1, n > 0. */
size_t chance_below(uint64_t *state, size_t n);

/* Evenly in 0..1, neither of them included. */
double chance_even(uint64_t *state);

/* Standard normal (Box and Muller 1958). */
double chance_normal(uint64_t *state);

#endif
