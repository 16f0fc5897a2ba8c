/* What follows from the sums of moments.c. */
#include "quiz/gathered.h"
#include "quiz/matrix.h"
#include "quiz/moments.h"

#include <math.h>

double
moments_rows(const struct moments *m)
{
	return (double)*m->rows;
}

double
moments_any(const struct moments *m)
{
	return (double)(*m->rows - *m->empty);
}

double
moments_complete(struct moments *m)
{
	gathered_flush(m);
	return (double)*m->whole;
}

/* The sums over all rows, with and without gaps, that have both columns. */
struct sums {
	wide n, x, y, xx, yy, xy;
};

static struct sums
sums_of(const struct moments *m, size_t i, size_t j, bool pairwise)
{
	size_t k = m->k, ij = i * k + j, ji = j * k + i;
	struct sums s = {
	    .n = *m->whole,
	    .x = m->sum[i],
	    .y = m->sum[j],
	    .xx = m->cross[i * k + i],
	    .yy = m->cross[j * k + j],
	    .xy = i > j ? m->cross[ij] : m->cross[ji],
	};

	if (!pairwise)
		return s;
	s.n += m->gap_n[ij];
	s.x += m->gap_x[ij];
	s.y += m->gap_x[ji];
	s.xx += m->gap_xx[ij];
	s.yy += m->gap_xx[ji];
	s.xy += m->gap_xy[ij];
	return s;
}

static double
covariance(const struct sums *s)
{
	return s->n < 2 ? NAN
			: wide_cross(s->n, s->xy, s->x, s->y) /
		((double)s->n * (double)(s->n - 1));
}

static double
correlation(const struct sums *s)
{
	double xx = wide_cross(s->n, s->xx, s->x, s->x);
	double yy = wide_cross(s->n, s->yy, s->y, s->y);

	return xx > 0 && yy > 0
	    ? matrix_correlation(
		  wide_cross(s->n, s->xy, s->x, s->y) / (sqrt(xx) * sqrt(yy)))
	    : (double)NAN;
}

void
moments_matrices(struct moments *m, bool pairwise, double *c, double *r)
{
	size_t k = m->k;
	struct sums s;

	gathered_flush(m);
	for (size_t i = 0; i < k; i++)
		for (size_t j = 0; j <= i; j++) {
			s = sums_of(m, i, j, pairwise);
			c[i * k + j] = c[j * k + i] = covariance(&s);
			r[i * k + j] = r[j * k + i] =
			    i == j && c[i * k + i] > 0 ? 1 : correlation(&s);
		}
}

struct moments_column
moments_column(struct moments *m, size_t i, bool pairwise)
{
	struct sums s;

	gathered_flush(m);
	s = sums_of(m, i, i, pairwise);
	return (struct moments_column){
	    .n = (double)s.n,
	    .mean = s.n > 0 ? (double)s.x / (double)s.n : (double)NAN,
	    .sd = sqrt(covariance(&s)),
	};
}

struct moments_pair
moments_pair(struct moments *m, size_t i, size_t j, bool pairwise)
{
	struct sums s;

	gathered_flush(m);
	s = sums_of(m, i, j, pairwise);
	return (struct moments_pair){(double)s.n, correlation(&s)};
}

/* Sums over people of their mean p, of p^2, and of p times a column. */
struct person_sums {
	double n, p, pp, xp;
};

/* Of the rows without a gap, whose total is the sum of all columns. */
static struct person_sums
whole_people(const struct moments *m, size_t item)
{
	size_t k = m->k;
	wide total = 0, squares = 0, products = 0;

	for (size_t i = 0; i < k; i++) {
		total += m->sum[i];
		squares += m->cross[i * k + i];
		for (size_t j = 0; j < i; j++)
			squares += 2 * m->cross[i * k + j];
		products +=
		    i > item ? m->cross[i * k + item] : m->cross[item * k + i];
	}
	return (struct person_sums){
	    .n = (double)*m->whole,
	    .p = (double)total / (double)k,
	    .pp = (double)squares / ((double)k * (double)k),
	    .xp = (double)products / (double)k,
	};
}

static struct person_sums
all_people(const struct moments *m)
{
	struct person_sums s = whole_people(m, 0);

	for (size_t a = 1; m->pairwise && a < m->k; a++) {
		s.n += (double)m->by.n[a];
		s.p += (double)m->by.t[a] / (double)a;
		s.pp += (double)m->by.tt[a] / ((double)a * (double)a);
	}
	return s;
}

static struct person_sums
people_with(const struct moments *m, size_t item)
{
	struct person_sums s = whole_people(m, item);
	size_t counts = m->k + 1;

	for (size_t a = 1; m->pairwise && a < m->k; a++) {
		s.p += (double)m->by.item_t[item * counts + a] / (double)a;
		s.pp += (double)m->by.item_tt[item * counts + a] /
		    ((double)a * (double)a);
		s.xp += (double)m->by.item_xt[item * counts + a] / (double)a;
	}
	return s;
}

struct moments_column
moments_person(struct moments *m)
{
	struct person_sums s;

	gathered_flush(m);
	s = all_people(m);
	return (struct moments_column){
	    .n = s.n,
	    .mean = s.n > 0 ? s.p / s.n : (double)NAN,
	    .sd = s.n > 1 ? sqrt((s.pp - s.p * s.p / s.n) / (s.n - 1))
			  : (double)NAN,
	};
}

double
moments_person_r(struct moments *m, size_t item)
{
	struct person_sums p;
	struct sums x;
	double n, pp, xx;

	gathered_flush(m);
	p = people_with(m, item);
	x = sums_of(m, item, item, m->pairwise);
	n = (double)x.n;
	pp = p.pp - p.p * p.p / n;
	xx = wide_cross(x.n, x.xx, x.x, x.x) / n;
	return pp > 0 && xx > 0
	    ? matrix_correlation(
		  (p.xp - p.p * (double)x.x / n) / (sqrt(pp) * sqrt(xx)))
	    : (double)NAN;
}
