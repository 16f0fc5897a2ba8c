#include "quiz/distrib.h"

#include <float.h>
#include <math.h>

/* ln gamma(x + 1) - Stirling's formula: the error of the latter.  Series as in
 * Abramowitz and Stegun (1964), 6.1.41. */
static double
stirling_error(double x)
{
	double y = 1 / (x * x);

	if (x < 20)
		return lgamma(x + 1) - (x + 0.5) * log(x) + x -
		    0.5 * log(2 * M_PI);
	return (1. / 12 -
		   y *
		       (1. / 360 -
			   y *
			       (1. / 1260 -
				   y * (1. / 1680 - y * (1. / 1188))))) /
	    x;
}

/* x ln(x / m) + m - x without cancellation: Loader (2000), "Fast and accurate
 * computation of binomial probabilities". */
static double
deviance(double x, double m)
{
	double v = (x - m) / (x + m), term = 2 * x * v, sum, next;

	if (fabs(x - m) >= 0.1 * (x + m))
		return x * log(x / m) + m - x;
	sum = (x - m) * v;
	v *= v;
	for (int j = 3;; j += 2) {
		term *= v;
		next = sum + term / j;
		if (next == sum)
			return sum;
		sum = next;
	}
}

/* x^a (1 - x)^b / B(a, b), by Loader's saddle-point expansion. */
static double
beta_front(double x, double a, double b)
{
	double n = a + b;
	double error =
	    stirling_error(n) - stirling_error(a) - stirling_error(b);

	return sqrt(a * b / (2 * M_PI * n)) *
	    exp(error - deviance(a, n * x) - deviance(b, n * (1 - x)));
}

/* The continued fraction of Abramowitz and Stegun (1964), 26.5.8, evaluated by
 * the method of Lentz (1976). */
static double
beta_fraction(double x, double a, double b)
{
	const double tiny = 1e-300;
	double c = 1, d = 1 - (a + b) * x / (a + 1), h, step, t;

	d = 1 / (fabs(d) < tiny ? tiny : d);
	h = d;
	for (int m = 1; m < 1000000; m++) {
		t = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		d = 1 + t * d;
		d = 1 / (fabs(d) < tiny ? tiny : d);
		c = 1 + t / c;
		c = fabs(c) < tiny ? tiny : c;
		h *= d * c;
		t = -(a + m) * (a + b + m) * x /
		    ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 + t * d;
		d = 1 / (fabs(d) < tiny ? tiny : d);
		c = 1 + t / c;
		c = fabs(c) < tiny ? tiny : c;
		step = d * c;
		h *= step;
		if (fabs(step - 1) < DBL_EPSILON)
			break;
	}
	return h;
}

double
distrib_beta(double x, double a, double b)
{
	if (x <= 0 || x >= 1)
		return x <= 0 ? 0 : 1;
	if (x < (a + 1) / (a + b + 2))
		return beta_front(x, a, b) * beta_fraction(x, a, b) / a;
	return 1 - beta_front(1 - x, b, a) * beta_fraction(1 - x, b, a) / b;
}

/* Newton's method from the mean, kept between bounds by bisection. */
static double
beta_quantile(double p, double a, double b)
{
	double low = 0, high = 1, x = a / (a + b), error, next;

	for (int i = 0; i < 200; i++) {
		error = distrib_beta(x, a, b) - p;
		if (error > 0)
			high = x;
		else
			low = x;
		next = x - error * x * (1 - x) / beta_front(x, a, b);
		if (!(next > low && next < high))
			next = low + (high - low) / 2;
		if (fabs(next - x) <= 2 * DBL_EPSILON * x)
			return next;
		x = next;
	}
	return x;
}

double
distrib_f_quantile(double p, double d1, double d2)
{
	double x = beta_quantile(p, d1 / 2, d2 / 2);

	return d2 * x / (d1 * (1 - x));
}

/* x^a e^-x / gamma(a + 1), as Loader (2000) has the Poisson probability. */
static double
gamma_front(double a, double x)
{
	return exp(-stirling_error(a) - deviance(a, x)) / sqrt(2 * M_PI * a);
}

/* Abramowitz and Stegun (1964), 6.5.29: P(a, x) over the front. */
static double
gamma_series(double a, double x)
{
	double term = 1, sum = 1;

	for (double n = a + 1; term > sum * DBL_EPSILON / 4; n++)
		sum += term *= x / n;
	return sum;
}

/* Abramowitz and Stegun (1964), 6.5.31, as an even part: Q(a, x) over the front
 * and a, by the method of Lentz (1976). */
static double
gamma_fraction(double a, double x)
{
	double b = x + 1 - a, c = 1 / DBL_MIN, d = 1 / b, value = d, step, n;

	for (int i = 1; i < 100000; i++) {
		n = -i * (i - a);
		b += 2;
		d = 1 / (n * d + b);
		c = b + n / c;
		step = c * d;
		value *= step;
		if (fabs(step - 1) < DBL_EPSILON)
			break;
	}
	return value;
}

double
distrib_chi2_upper(double x, double df)
{
	double a = df / 2, y = x / 2;

	if (y <= 0)
		return 1;
	if (y < a + 1)
		return 1 - gamma_front(a, y) * gamma_series(a, y);
	return gamma_front(a, y) * a * gamma_fraction(a, y);
}
