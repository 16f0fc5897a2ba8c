#include "base/chance.h"

#include <math.h>

uint64_t
chance_next(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
	return z ^ (z >> 31);
}

size_t
chance_below(uint64_t *state, size_t n)
{
	return (size_t)(chance_next(state) % n);
}

double
chance_even(uint64_t *state)
{
	return ((double)(chance_next(state) >> 12) + 0.5) / 4503599627370496.0;
}

double
chance_normal(uint64_t *state)
{
	double radius = sqrt(-2 * log(chance_even(state)));

	return radius * cos(2 * M_PI * chance_even(state));
}
