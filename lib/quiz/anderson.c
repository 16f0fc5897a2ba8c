#include "quiz/anderson.h"

#include "base/mem.h"
#include "quiz/matrix.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void
anderson_init(struct anderson *a, size_t n)
{
	*a = (struct anderson){.n = n};
	a->x = mem_zalloc(n, sizeof(*a->x));
	a->f = mem_zalloc(n, sizeof(*a->f));
	a->dx = mem_zalloc(n * ANDERSON_DEPTH, sizeof(*a->dx));
	a->df = mem_zalloc(n * ANDERSON_DEPTH, sizeof(*a->df));
	a->room = mem_alloc(n * (ANDERSON_DEPTH + 1), sizeof(*a->room));
}

void
anderson_release(struct anderson *a)
{
	free(a->room);
	free(a->df);
	free(a->dx);
	free(a->f);
	free(a->x);
	*a = (struct anderson){0};
}

void
anderson_forget(struct anderson *a)
{
	a->count = 0;
	a->begun = 0;
}

static void
add_times(double *to, const double *from, double times, size_t n)
{
	for (size_t i = 0; i < n; i++)
		to[i] += times * from[i];
}

static void
remember(struct anderson *a, const double *x, const double *gx)
{
	size_t at = (a->newest + 1) % ANDERSON_DEPTH;
	double f;

	for (size_t i = 0; i < a->n; i++) {
		f = gx[i] - x[i];
		a->dx[at * a->n + i] = x[i] - a->x[i];
		a->df[at * a->n + i] = f - a->f[i];
		a->x[i] = x[i];
		a->f[i] = f;
	}
	if (a->begun) {
		a->newest = at;
		a->count += a->count < ANDERSON_DEPTH;
	}
	a->begun = 1;
}

/* Least squares f = sum of gamma df, by Gram-Schmidt from the newest column on;
 * one that the newer ones nearly explain is left out.  q: the columns, r: the
 * triangle, both by order of use; returns how many. */
static size_t
factor(const struct anderson *a, double *q, size_t *column,
    double r[ANDERSON_DEPTH][ANDERSON_DEPTH])
{
	size_t used = 0;

	for (size_t k = 0; k < a->count; k++) {
		size_t at = (a->newest + ANDERSON_DEPTH - k) % ANDERSON_DEPTH;
		double *v = q + used * a->n, before, after;

		memcpy(v, a->df + at * a->n, a->n * sizeof(*v));
		before = sqrt(matrix_dot(v, v, a->n));
		for (size_t i = 0; i < used; i++) {
			r[i][used] = matrix_dot(q + i * a->n, v, a->n);
			add_times(v, q + i * a->n, -r[i][used], a->n);
		}
		after = sqrt(matrix_dot(v, v, a->n));
		if (!(after > 1e-8 * before))
			continue;
		for (size_t i = 0; i < a->n; i++)
			v[i] /= after;
		r[used][used] = after;
		column[used++] = at;
	}
	return used;
}

void
anderson_next(
    struct anderson *a, const double *x, const double *gx, double *next)
{
	double r[ANDERSON_DEPTH][ANDERSON_DEPTH], gamma[ANDERSON_DEPTH];
	double *rest = a->room + ANDERSON_DEPTH * a->n;
	size_t column[ANDERSON_DEPTH], used;

	remember(a, x, gx);
	used = factor(a, a->room, column, r);
	memcpy(rest, a->f, a->n * sizeof(*rest));
	for (size_t i = 0; i < used; i++) {
		gamma[i] = matrix_dot(a->room + i * a->n, rest, a->n);
		add_times(rest, a->room + i * a->n, -gamma[i], a->n);
	}
	memcpy(next, gx, a->n * sizeof(*next));
	for (size_t i = used; i-- > 0;) {
		for (size_t j = i + 1; j < used; j++)
			gamma[i] -= r[i][j] * gamma[j];
		gamma[i] /= r[i][i];
		add_times(next, a->dx + column[i] * a->n, -gamma[i], a->n);
		add_times(next, a->df + column[i] * a->n, -gamma[i], a->n);
	}
}
