#include "quiz/reliability.h"

#include "base/mem.h"
#include "quiz/matrix.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

static bool
is_odd(size_t i, size_t k)
{
	(void)k;
	return i % 2 == 0; /* counted from 1, item 0 is odd */
}

static bool
is_first(size_t i, size_t k)
{
	return i < k / 2;
}

static struct reliability_split
split(const double *c, size_t k, bool (*in_a)(size_t, size_t))
{
	double a = 0, b = 0, ab = 0;
	struct reliability_split s;

	for (size_t i = 0; i < k; i++)
		for (size_t j = 0; j < k; j++) {
			if (in_a(i, k) != in_a(j, k))
				ab += c[i * k + j] / 2;
			else if (in_a(i, k))
				a += c[i * k + j];
			else
				b += c[i * k + j];
		}
	s.r = ab / sqrt(a * b);
	s.spearman_brown = 2 * s.r / (1 + s.r);
	s.guttman = 4 * ab / matrix_sum(c, k);
	return s;
}

struct reliability_split
reliability_odd_even(const double *c, size_t k)
{
	return split(c, k, is_odd);
}

struct reliability_split
reliability_first_second(const double *c, size_t k)
{
	return split(c, k, is_first);
}

/*
 * A half is a subset of the lower items joined with one of the upper items.
 * Its covariance with the rest is what its items share with all, less what
 * they share among themselves; both are put together from tables over the
 * subsets of each part.
 */
struct side {
	size_t first, n;
	double *within; /* of each subset: the sum of its own covariances */
	double *shared; /* of each subset: with all items */
};

static void
side_init(struct side *p, const double *c, size_t k, size_t first, size_t n)
{
	size_t subsets = (size_t)1 << n, low, i;

	*p = (struct side){.first = first, .n = n};
	p->within = mem_alloc(2 * subsets, sizeof(*p->within));
	p->shared = p->within + subsets;
	p->within[0] = p->shared[0] = 0;
	for (size_t set = 1; set < subsets; set++) {
		low = (size_t)__builtin_ctzl(set);
		i = first + low;
		p->within[set] = p->within[set & (set - 1)] + c[i * k + i];
		for (size_t j = low + 1; j < n; j++)
			if ((set >> j & 1) != 0)
				p->within[set] += 2 * c[i * k + first + j];
		p->shared[set] =
		    p->shared[set & (set - 1)] + matrix_row_sum(c, k, i);
	}
}

/* Puts twice the covariance of the upper subset with each lower subset into
 * cross. */
static void
cross_sums(const double *c, size_t k, const struct side *lower,
    const struct side *upper, size_t set, double *cross)
{
	double row[RELIABILITY_SPLITS_MAX];

	for (size_t i = 0; i < lower->n; i++) {
		row[i] = 0;
		for (size_t j = 0; j < upper->n; j++)
			if ((set >> j & 1) != 0)
				row[i] += 2 * c[i * k + upper->first + j];
	}
	cross[0] = 0;
	for (size_t a = 1; a < (size_t)1 << lower->n; a++)
		cross[a] = cross[a & (a - 1)] + row[__builtin_ctzl(a)];
}

static void
count_split(struct reliability_splits *s, double guttman)
{
	if (s->count == 0 || guttman < s->min)
		s->min = guttman;
	if (s->count == 0 || guttman > s->max)
		s->max = guttman;
	s->mean += guttman;
	s->count++;
}

/* All splits with this upper subset.  Of an even number of items each split
 * would come twice, once by either half: the one without the last counts. */
static void
count_splits(struct reliability_splits *s, const struct side *lower,
    const struct side *upper, size_t set, size_t k, const double *cross,
    double total)
{
	int need = (int)(k / 2) - __builtin_popcountl(set);
	double within, shared;

	if (need < 0 || (k % 2 == 0 && (set >> (upper->n - 1) & 1) != 0))
		return;
	for (size_t a = 0; a < (size_t)1 << lower->n; a++) {
		if (__builtin_popcountl(a) != need)
			continue;
		within = lower->within[a] + upper->within[set] + cross[a];
		shared = lower->shared[a] + upper->shared[set];
		count_split(s, 4 * (shared - within) / total);
	}
}

struct reliability_splits
reliability_all_splits(const double *c, size_t k)
{
	struct reliability_splits s = {0, NAN, NAN, NAN};
	struct side lower, upper;
	double *cross, total = matrix_sum(c, k);

	if (k < 2 || k > RELIABILITY_SPLITS_MAX)
		return s;
	s.mean = 0;
	side_init(&lower, c, k, 0, k / 2);
	side_init(&upper, c, k, k / 2, k - k / 2);
	cross = mem_alloc((size_t)1 << lower.n, sizeof(*cross));
	for (size_t set = 0; set < (size_t)1 << upper.n; set++) {
		cross_sums(c, k, &lower, &upper, set, cross);
		count_splits(&s, &lower, &upper, set, k, cross, total);
	}
	s.mean /= (double)s.count;
	free(cross);
	free(lower.within);
	free(upper.within);
	return s;
}
