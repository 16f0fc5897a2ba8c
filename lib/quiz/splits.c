#include "quiz/reliability.h"

#include "base/mem.h"
#include "quiz/matrix.h"

#include <math.h>
#include <stdbool.h>
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
	s.r = matrix_correlation(ab / sqrt(a * b));
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
 * subsets of each side.
 */
enum { SIDE_MAX = RELIABILITY_SPLITS_MAX / 2 };

struct side {
	size_t first, n; /* items */
	double *within;  /* of each subset: the sum of its own covariances */
	double *shared;  /* of each subset: with all items */
	unsigned char *size;        /* of each subset */
	unsigned short *order;      /* the subsets by size, then by number */
	size_t start[SIDE_MAX + 3]; /* in order, of each size */
};

static void
sort_by_size(struct side *side)
{
	size_t subsets = (size_t)1 << side->n, at = 0;

	for (size_t size = 0; size <= side->n; size++) {
		side->start[size] = at;
		for (size_t set = 0; set < subsets; set++)
			if (side->size[set] == size)
				side->order[at++] = (unsigned short)set;
	}
	side->start[side->n + 1] = at;
}

/* rows: the sum of each row of c. */
static void
side_init(struct side *side, const double *c, size_t k, const double *rows)
{
	size_t subsets = (size_t)1 << side->n, low, i, rest;

	side->within = mem_alloc(2 * subsets, sizeof(*side->within));
	side->shared = side->within + subsets;
	side->size = mem_alloc(subsets, sizeof(*side->size));
	side->order = mem_alloc(subsets, sizeof(*side->order));
	side->within[0] = side->shared[0] = side->size[0] = 0;
	for (size_t set = 1; set < subsets; set++) {
		rest = set & (set - 1);
		low = (size_t)__builtin_ctzl(set);
		i = side->first + low;
		side->size[set] = (unsigned char)(side->size[rest] + 1);
		side->shared[set] = side->shared[rest] + rows[i];
		side->within[set] = side->within[rest] + c[i * k + i];
		for (size_t j = low + 1; j < side->n; j++)
			if ((set >> j & 1) != 0)
				side->within[set] +=
				    2 * c[i * k + side->first + j];
	}
	sort_by_size(side);
}

static void
side_release(struct side *side)
{
	free(side->within);
	free(side->size);
	free(side->order);
}

/* Puts twice the covariance of the upper subset with each lower subset into
 * cross. */
static void
cross_sums(const double *c, size_t k, const struct side *lower,
    const struct side *upper, size_t set, double *cross)
{
	double row;

	cross[0] = 0;
	for (size_t i = 0; i < lower->n; i++) {
		row = 0;
		for (size_t j = 0; j < upper->n; j++)
			if ((set >> j & 1) != 0)
				row += 2 * c[i * k + upper->first + j];
		for (size_t a = 0; a < (size_t)1 << i; a++)
			cross[a + ((size_t)1 << i)] = cross[a] + row;
	}
}

/* The covariances of halves with the rest: what a coefficient is in
 * proportion to. */
struct shares {
	long count;
	double min, max, sum;
};

/* Of all splits with this upper subset, which takes size items of the lower. */
static void
add_shares(struct shares *s, const struct side *lower, const struct side *upper,
    size_t set, size_t size, const double *cross)
{
	for (size_t i = lower->start[size]; i < lower->start[size + 1]; i++) {
		size_t a = lower->order[i];
		double share = lower->shared[a] + upper->shared[set] -
		    (lower->within[a] + upper->within[set] + cross[a]);

		s->min = share < s->min ? share : s->min;
		s->max = share > s->max ? share : s->max;
		s->sum += share;
	}
	s->count += (long)(lower->start[size + 1] - lower->start[size]);
}

/* Of an even number of items each split would come twice, once by either half:
 * the one without the last item counts. */
static struct shares
all_shares(const double *c, size_t k, const struct side *lower,
    const struct side *upper)
{
	struct shares s = {0, INFINITY, -INFINITY, 0};
	size_t sets = (size_t)1 << (k % 2 == 0 ? upper->n - 1 : upper->n);
	double *cross = mem_alloc((size_t)1 << lower->n, sizeof(*cross));
	size_t need;

	for (size_t set = 0; set < sets; set++) {
		need = k / 2 - upper->size[set];
		if (upper->size[set] > k / 2 || need > lower->n)
			continue;
		cross_sums(c, k, lower, upper, set, cross);
		add_shares(&s, lower, upper, set, need, cross);
	}
	free(cross);
	return s;
}

struct reliability_splits
reliability_all_splits(const double *c, size_t k)
{
	struct side lower = {.first = 0, .n = k / 2};
	struct side upper = {.first = k / 2, .n = k - k / 2};
	double rows[RELIABILITY_SPLITS_MAX], scale;
	struct shares s;

	if (k < 2 || k > RELIABILITY_SPLITS_MAX)
		return (struct reliability_splits){0, NAN, NAN, NAN};
	for (size_t i = 0; i < k; i++)
		rows[i] = matrix_row_sum(c, k, i);
	side_init(&lower, c, k, rows);
	side_init(&upper, c, k, rows);
	s = all_shares(c, k, &lower, &upper);
	side_release(&lower);
	side_release(&upper);
	scale = 4 / matrix_sum(c, k);
	return (struct reliability_splits){s.count, scale * s.min,
	    scale * s.max, scale * s.sum / (double)s.count};
}
