#include "attrib/platt.h"

#include <math.h>

enum { STEPS_MAX = 100 };
static const double step_min = 1e-10; /* of the search along a line */
static const double ridge = 1e-12;    /* keeps the Hessian invertible */
static const double gradient_end = 1e-5;
static const double decrease = 1e-4; /* that a step must bring, as a part */

struct sample {
	const double *decisions;
	const bool *right;
	size_t n;
	double high, low; /* targets */
};

static double
target(const struct sample *s, size_t i)
{
	return s->right[i] ? s->high : s->low;
}

/* The negative log-likelihood. */
static double
loss(const struct sample *s, const struct platt *p)
{
	double sum = 0;

	for (size_t i = 0; i < s->n; i++) {
		double x = s->decisions[i] * p->slope + p->offset;
		double t = target(s, i);

		sum += x >= 0 ? t * x + log1p(exp(-x))
			      : (t - 1) * x + log1p(exp(x));
	}
	return sum;
}

double
platt_probability(const struct platt *p, double decision)
{
	double x = decision * p->slope + p->offset;

	return x >= 0 ? exp(-x) / (1 + exp(-x)) : 1 / (1 + exp(x));
}

struct derivatives {
	double h11, h22, h21; /* of the second order */
	double g1, g2;
};

static struct derivatives
derive(const struct sample *s, const struct platt *p)
{
	struct derivatives d = {.h11 = ridge, .h22 = ridge};

	for (size_t i = 0; i < s->n; i++) {
		double f = s->decisions[i];
		double q = platt_probability(p, f);
		double d1 = target(s, i) - q, d2 = q * (1 - q);

		d.h11 += f * f * d2;
		d.h22 += d2;
		d.h21 += f * d2;
		d.g1 += f * d1;
		d.g2 += d1;
	}
	return d;
}

/* Goes down as far as pays; false where nothing does. */
static bool
step(const struct sample *s, struct platt *p, double *now,
    const struct derivatives *d)
{
	double det = d->h11 * d->h22 - d->h21 * d->h21;
	double da = -(d->h22 * d->g1 - d->h21 * d->g2) / det;
	double db = -(-d->h21 * d->g1 + d->h11 * d->g2) / det;
	double along = d->g1 * da + d->g2 * db;
	double size = 1;

	while (size >= step_min) {
		struct platt next = {
		    p->slope + size * da, p->offset + size * db};
		double then = loss(s, &next);

		if (then < *now + decrease * size * along) {
			*p = next;
			*now = then;
			return true;
		}
		size /= 2;
	}
	return false;
}

struct platt
platt_fit(const double *decisions, const bool *right, size_t n)
{
	struct sample s = {decisions, right, n, 0, 0};
	struct platt p = {0, 0};
	double good = 0, now;

	for (size_t i = 0; i < n; i++)
		good += right[i];
	s.high = (good + 1) / (good + 2);
	s.low = 1 / ((double)n - good + 2);
	p.offset = log(((double)n - good + 1) / (good + 1));
	now = loss(&s, &p);
	for (int i = 0; i < STEPS_MAX; i++) {
		struct derivatives d = derive(&s, &p);

		if (fabs(d.g1) < gradient_end && fabs(d.g2) < gradient_end)
			break;
		if (!step(&s, &p, &now, &d))
			break;
	}
	return p;
}
