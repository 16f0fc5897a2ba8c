#include "quiz/grm.h"

#include <math.h>
#include <stdbool.h>

double
grm_node(int i)
{
	const int middle = GRM_NODES / 2;

	return (i - middle) / 5.0;
}

double
grm_weight(int i)
{
	double sum = 0;

	for (int j = 0; j < GRM_NODES; j++)
		sum += exp(-grm_node(j) * grm_node(j) / 2);
	return exp(-grm_node(i) * grm_node(i) / 2) / sum;
}

double
grm_at_least(const struct grm_item *item, double theta, int m)
{
	if (m == 0)
		return 1;
	if (m == item->categories)
		return 0;
	return 1 / (1 + exp(-item->a * (theta - item->b[m - 1])));
}

/* A difference of two logistics, as a product that loses no digits: with x > y,
 * s(x) - s(y) = s(x) s(-y) (1 - exp(y - x)). */
void
grm_probabilities(const struct grm_item *item, double theta, double *p)
{
	int last = item->categories - 1;

	for (int m = 0; m <= last; m++) {
		p[m] = m == 0 ? 1 : grm_at_least(item, theta, m);
		if (m < last)
			p[m] /= 1 + exp(item->a * (theta - item->b[m]));
		if (m > 0 && m < last)
			p[m] *= -expm1(item->a * (item->b[m - 1] - item->b[m]));
	}
}

int8_t
grm_draw(const struct grm_item *item, double theta, double even)
{
	double p[GRM_CATEGORIES_MAX];
	int8_t m = 0;

	grm_probabilities(item, theta, p);
	while (even > p[m] && m < item->categories - 1)
		even -= p[m++];
	return m;
}

double
grm_expected(const struct grm_item *item, double theta)
{
	double sum = 0;

	for (int m = 1; m < item->categories; m++)
		sum += grm_at_least(item, theta, m);
	return sum;
}

/* P'_m = a P_m (1 - P*_m - P*_m+1), with P* = P(X >= m): no division. */
double
grm_information(const struct grm_item *item, double theta)
{
	double p[GRM_CATEGORIES_MAX], sum = 0, low = 1, high, slope;

	grm_probabilities(item, theta, p);
	for (int m = 0; m < item->categories; m++) {
		high = grm_at_least(item, theta, m + 1);
		slope = item->a * (1 - low - high);
		sum += p[m] * slope * slope;
		low = high;
	}
	return sum;
}

double
grm_test_information(const struct grm_item *items, size_t n, double theta)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += grm_information(&items[i], theta);
	return sum;
}

double
grm_marginal_reliability(const struct grm_item *items, size_t n)
{
	double sum = 0, information;

	for (int i = 0; i < GRM_NODES; i++) {
		information = grm_test_information(items, n, grm_node(i));
		sum += grm_weight(i) * information / (information + 1);
	}
	return sum;
}

/* The first and second derivative of the logarithm of likelihood (times
 * prior), which is concave. */
struct slopes {
	double first, second;
};

static struct slopes
slopes_at(const struct grm_item *items, size_t n, const int8_t *x, int prior,
    double theta)
{
	struct slopes s = {0, 0};
	double low, high, a;

	for (size_t i = 0; i < n; i++) {
		if (x[i] == GRM_MISSING)
			continue;
		a = items[i].a;
		low = grm_at_least(&items[i], theta, x[i]);
		high = grm_at_least(&items[i], theta, x[i] + 1);
		s.first += a * (1 - low - high);
		s.second -= a * a * (low * (1 - low) + high * (1 - high));
	}
	if (prior) {
		s.first -= theta;
		s.second -= 1;
	}
	return s;
}

/* Whether the likelihood alone has a maximum. */
static bool
has_maximum(const struct grm_item *items, size_t n, const int8_t *x)
{
	bool above = false, below = false;

	for (size_t i = 0; i < n; i++) {
		if (x[i] == GRM_MISSING)
			continue;
		above = above || x[i] > 0;
		below = below || x[i] < items[i].categories - 1;
	}
	return above && below;
}

static double
information_of(const struct grm_item *items, size_t n, const int8_t *x,
    int prior, double theta)
{
	double sum = prior ? 1 : 0;

	for (size_t i = 0; i < n; i++)
		if (x[i] != GRM_MISSING)
			sum += grm_information(&items[i], theta);
	return sum;
}

/* Newton's method within an interval that always holds the maximum. */
struct grm_estimate
grm_maximum(const struct grm_item *items, size_t n, const int8_t *x, int prior)
{
	double low = -GRM_THETA_MAX, high = GRM_THETA_MAX, theta = 0, next;
	struct slopes s;

	if (!prior && !has_maximum(items, n, x))
		return (struct grm_estimate){NAN, NAN};
	for (int step = 0; step < 200; step++) {
		s = slopes_at(items, n, x, prior, theta);
		if (s.first > 0)
			low = theta;
		else
			high = theta;
		next = theta - s.first / s.second;
		if (!(next > low && next < high))
			next = (low + high) / 2;
		if (fabs(next - theta) <= 1e-14 * fmax(1, fabs(theta)))
			break;
		theta = next;
	}
	return (struct grm_estimate){
	    theta, 1 / sqrt(information_of(items, n, x, prior, theta))};
}
