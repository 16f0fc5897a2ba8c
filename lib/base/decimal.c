#include "base/decimal.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__extension__ typedef unsigned __int128 wide;

enum {
	FRACTION_BITS = DBL_MANT_DIG - 1,
	EXPONENT_ZERO = 1075, /* the biased exponent of a whole fraction */
	DIGITS = 17,          /* always suffice */
	LEAST_EXPONENT = -5,  /* of DECIMAL_FAST_MIN */
};

static const double tens[] = {1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1e0, 1e1, 1e2, 1e3,
    1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

static wide
power_of_ten(int k)
{
	static const uint64_t powers[] = {1, 10, 100, 1000, 10000, 100000,
	    1000000, 10000000, 100000000, 1000000000, 10000000000};

	return k <= 10 ? powers[k] : (wide)powers[10] * power_of_ten(k - 10);
}

/* For how many places the number has DIGITS digits.  That 1e-5 and others are
 * no doubles does no harm: one digit less holds 53 bits as well, barely. */
static int
places(double x)
{
	int exponent = 0;

	while (x >= tens[exponent + 1 - LEAST_EXPONENT])
		exponent++;
	while (x < tens[exponent - LEAST_EXPONENT])
		exponent--;
	return DIGITS - 1 - exponent;
}

/* value / 2^bits / 10^zeros to the nearest, ties to even. */
static uint64_t
nearest(wide value, int bits, int zeros)
{
	wide rest = value & (((wide)1 << bits) - 1),
	     half = (wide)1 << (bits - 1);
	uint64_t whole = (uint64_t)(value >> bits), n = whole, ten = 1, r;

	if (zeros == 0)
		return n + (rest > half || (rest == half && n % 2 == 1));
	while (zeros-- > 0)
		ten *= 10;
	n = whole / ten;
	r = whole % ten * 2;
	return n + (r > ten || (r == ten && (rest > 0 || n % 2 == 1)));
}

/*
 * With x = m / 2^shift, all that lies between low = (4m - 2 or, below a power
 * of two, 4m - 1) and high = 4m + 2 over 2^(shift + 2) reads back as x; the
 * ends do where m is even.  Times 10^places (at most 21) that is below 2^125.
 * Digits are taken off both ends for as long as a whole number stays between.
 */
static void
shortest_exactly(double x, uint64_t *n, int *exp10)
{
	int k = places(x), bits, zeros = 0;
	uint64_t raw, m, low, high, odd;
	wide scale = power_of_ten(k);

	memcpy(&raw, &x, sizeof(raw));
	m = raw & (((uint64_t)1 << FRACTION_BITS) - 1);
	bits = EXPONENT_ZERO - (int)(raw >> FRACTION_BITS) + 2;
	low = m == 0 ? 1 : 2;
	m |= (uint64_t)1 << FRACTION_BITS;
	odd = m % 2;
	low = (uint64_t)(((4 * m - low) * scale - 1 + odd) >> bits) + 1;
	high = (uint64_t)(((4 * m + 2) * scale - odd) >> bits);
	for (; (low + 9) / 10 <= high / 10; zeros++) {
		low = (low + 9) / 10;
		high /= 10;
	}
	*n = nearest(4 * m * scale, bits, zeros);
	*n = *n < low ? low : *n > high ? high : *n;
	*exp10 = zeros - k;
}

static bool
reads_back(double x, uint64_t n, int exp10)
{
	char text[40];

	snprintf(text, sizeof text, "%llue%d", (unsigned long long)n, exp10);
	return strtod(text, NULL) == x;
}

/* The decimal of that many digits nearest to x: n * 10^exp10. */
static void
nearest_decimal(double x, int digits, uint64_t *n, int *exp10)
{
	char text[40], *at = text;

	snprintf(text, sizeof text, "%.*e", digits - 1, x);
	*n = 0;
	for (; *at != 'e'; at++)
		if (*at >= '0' && *at <= '9') /* the point is the locale's */
			*n = *n * 10 + (uint64_t)(*at - '0');
	*exp10 = (int)strtol(at + 1, NULL, 10) - (digits - 1);
}

/* 15 digits are always unique but for subnormal numbers.  Below a power of two
 * numbers stand closer, so the nearest decimal may miss where the next one
 * above does not. */
void
decimal_shortest_slow(double x, uint64_t *n, int *exp10)
{
	int digits = x < DBL_MIN ? 1 : DBL_DIG;

	for (; digits < DIGITS; digits++) {
		nearest_decimal(x, digits, n, exp10);
		if (reads_back(x, *n, *exp10))
			return;
		if (reads_back(x, ++*n, *exp10))
			return;
	}
	nearest_decimal(x, DIGITS, n, exp10);
}

void
decimal_shortest(double x, uint64_t *n, int *exp10)
{
	if (x >= DECIMAL_FAST_MIN && x < DECIMAL_FAST_END)
		shortest_exactly(x, n, exp10);
	else
		decimal_shortest_slow(x, n, exp10);
}
