#include "quiz/ascent.h"

#include "base/mem.h"
#include "quiz/anderson.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct climb {
	const struct ascent_how *how;
	struct anderson anderson;
	size_t n;
	double *x; /* borrowed */
	double *gx, *next, *safe;
};

/* The largest difference; at is where it is. */
static double
distance(const double *a, const double *b, size_t n, size_t *at)
{
	double largest = 0;

	*at = 0;
	for (size_t i = 0; i < n; i++)
		if (!(fabs(a[i] - b[i]) <= largest)) {
			largest = fabs(a[i] - b[i]);
			*at = i;
		}
	return largest;
}

static void
copy(double *to, const double *from, size_t n)
{
	memcpy(to, from, n * sizeof(*to));
}

/*
 * An accelerated step that lowers the likelihood is taken back to the plain one
 * before it.  The end: neither kind of step moves an unknown by more than the
 * tolerance.
 */
static void
climb(struct climb *c, struct ascent *a)
{
	const struct ascent_how *how = c->how;
	double best = -INFINITY, far;
	size_t at;

	for (a->steps = 1; a->steps <= how->steps_max; a->steps++) {
		a->loglik = how->step(how->context, c->x, c->gx);
		a->moved = distance(c->gx, c->x, c->n, &a->moving);
		if (a->loglik < best - 1e-10 * fabs(best)) {
			anderson_forget(&c->anderson);
			copy(c->x, c->safe, c->n);
			best = -INFINITY;
			continue;
		}
		best = a->loglik;
		copy(c->safe, c->gx, c->n);
		anderson_next(&c->anderson, c->x, c->gx, c->next);
		far = distance(c->next, c->x, c->n, &at);
		if (how->progress != NULL)
			how->progress(how->context, a->steps, best, a->moved);
		a->converged =
		    a->moved <= how->tolerance && far <= how->tolerance;
		if (a->converged)
			return;
		if (!how->allowed(how->context, c->next)) {
			anderson_forget(&c->anderson);
			copy(c->next, c->gx, c->n);
		}
		copy(c->x, c->next, c->n);
	}
}

struct ascent
ascent_run(double *x, size_t n, const struct ascent_how *how)
{
	struct climb c = {.how = how, .n = n, .x = x};
	struct ascent a = {.converged = false};

	c.gx = mem_alloc(3 * n, sizeof(*c.gx));
	c.next = c.gx + n;
	c.safe = c.next + n;
	anderson_init(&c.anderson, n);
	climb(&c, &a);
	anderson_release(&c.anderson);
	free(c.gx);
	return a;
}
