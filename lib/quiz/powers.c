#include "quiz/powers.h"

#include <math.h>
#include <stdbool.h>

void
powers_add_times(struct powers *p, long x, wide times)
{
	wide square = (wide)x * x;

	p->sums[0] += times;
	p->sums[1] += times * x;
	p->sums[2] += times * square;
	p->sums[3] += times * square * x;
	p->sums[4] += times * square * square;
}

void
powers_add(struct powers *p, long x)
{
	powers_add_times(p, x, 1);
}

double
powers_n(const struct powers *p)
{
	return (double)p->sums[0];
}

double
powers_mean(const struct powers *p)
{
	return p->sums[0] > 0 ? (double)p->sums[1] / (double)p->sums[0]
			      : (double)NAN;
}

double
powers_sd(const struct powers *p)
{
	double n = powers_n(p);

	if (n < 2)
		return NAN;
	return sqrt(wide_cross(p->sums[0], p->sums[2], p->sums[1], p->sums[1]) /
	    (n * (n - 1)));
}

/* Sums may come from anywhere: they must not overflow below. */
static bool
is_sound(const struct powers *p)
{
	wide most = p->sums[0];

	if (most < 0 || most > (wide)1 << 31)
		return false;
	for (int power = 1; power < POWERS_SUMS; power++) {
		most *= POWERS_LIMIT;
		if (p->sums[power] > most || p->sums[power] < -most)
			return false;
	}
	return true;
}

/*
 * The central moment (times n): the powers are moved next to the mean in whole
 * numbers first, and only the rest of less than one in floating point.
 */
static double
central(const struct powers *p, int power)
{
	const wide *s = p->sums;
	wide c = s[1] / s[0];
	double d = (double)(s[1] - c * s[0]) / (double)s[0];
	double m2 = (double)(s[2] - 2 * c * s[1] + c * c * s[0]);
	double m1 = (double)(s[1] - c * s[0]), n = (double)s[0];
	double m3 =
	    (double)(s[3] - 3 * c * s[2] + 3 * c * c * s[1] - c * c * c * s[0]);
	double m4 = (double)(s[4] - 4 * c * s[3] + 6 * c * c * s[2] -
	    4 * c * c * c * s[1] + c * c * c * c * s[0]);

	if (power == 3)
		return m3 - 3 * d * m2 + 3 * d * d * m1 - d * d * d * n;
	return m4 - 4 * d * m3 + 6 * d * d * m2 - 4 * d * d * d * m1 +
	    d * d * d * d * n;
}

double
powers_skew(const struct powers *p)
{
	double sd = powers_sd(p);

	return sd > 0 && is_sound(p)
	    ? central(p, 3) / powers_n(p) / (sd * sd * sd)
	    : (double)NAN;
}

double
powers_kurtosis(const struct powers *p)
{
	double sd = powers_sd(p), variance = sd * sd;

	return sd > 0 ? central(p, 4) / powers_n(p) / (variance * variance) - 3
		      : (double)NAN;
}
