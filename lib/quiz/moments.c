#include "quiz/moments.h"

#include "base/mem.h"
#include "quiz/block.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { GAP_NARROW = 181 }; /* its square fits into a narrow block, too */

/* Of rows with gaps, by the number of values they have: 0..k. */
struct by_count {
	wide *n, *t, *tt; /* k + 1: rows, sums of totals and of their squares */
	/* k x (k + 1), of rows that have column i: total, square of it, value
	 * times total */
	wide *item_t, *item_tt, *item_xt;
};

struct moments {
	size_t k;
	bool pairwise;
	wide *sums; /* all of the following, one behind the other */
	size_t nsums;
	wide *rows, *empty, *whole; /* 1 each: rows, of them without a value,
	                             * without a gap; of the latter: */
	wide *sum, *cross;          /* k, k x k (column <= row) */
	/* k x k, of rows with gaps that have both: count, sums of the first,
	 * of its square, of the product */
	wide *gap_n, *gap_x, *gap_xx, *gap_xy;
	struct by_count by;
	struct block whole_block; /* k columns */
	struct block gap_block;   /* k of values, k of 1 or 0, k of squares */
};

/* Hands out the next n sums; only counts them as long as there are none. */
static wide *
take(struct moments *m, size_t n)
{
	size_t at = m->nsums;

	m->nsums += n;
	return m->sums == NULL ? NULL : m->sums + at;
}

static void
lay_out(struct moments *m)
{
	size_t k = m->k, square = k * k, counts = k + 1;

	m->nsums = 0;
	m->rows = take(m, 1);
	m->empty = take(m, 1);
	m->whole = take(m, 1);
	m->sum = take(m, k);
	m->cross = take(m, square);
	if (!m->pairwise)
		return;
	m->gap_n = take(m, square);
	m->gap_x = take(m, square);
	m->gap_xx = take(m, square);
	m->gap_xy = take(m, square);
	m->by.n = take(m, counts);
	m->by.t = take(m, counts);
	m->by.tt = take(m, counts);
	m->by.item_t = take(m, k * counts);
	m->by.item_tt = take(m, k * counts);
	m->by.item_xt = take(m, k * counts);
}

struct moments *
moments_new(size_t k, int bound, bool pairwise)
{
	struct moments *m = mem_zalloc(1, sizeof(*m));

	m->k = k;
	m->pairwise = pairwise;
	lay_out(m);
	m->sums = mem_zalloc(m->nsums, sizeof(*m->sums));
	lay_out(m);
	block_init(&m->whole_block, k, bound);
	if (pairwise)
		block_init(&m->gap_block, 3 * k,
		    bound <= GAP_NARROW ? bound : (int64_t)bound * bound);
	return m;
}

void
moments_free(struct moments *m)
{
	if (m == NULL)
		return;
	block_release(&m->whole_block);
	block_release(&m->gap_block);
	free(m->sums);
	free(m);
}

static void
flush_whole(struct moments *m)
{
	struct block *b = &m->whole_block;

	if (b->rows == 0)
		return;
	block_close(b);
	*m->whole += (wide)b->rows;
	block_sum(b, 0, m->k, m->sum);
	for (size_t i = 0; i < m->k; i++)
		block_multiply(b, i, 0, i + 1, m->cross + i * m->k);
	block_clear(b);
}

static void
flush_gaps(struct moments *m)
{
	struct block *b = &m->gap_block;
	size_t k = m->k, there = k, squares = 2 * k;

	if (!m->pairwise || b->rows == 0)
		return;
	block_close(b);
	for (size_t i = 0; i < k; i++) {
		block_multiply(b, i, 0, k, m->gap_xy + i * k);
		block_multiply(b, i, there, k, m->gap_x + i * k);
		block_multiply(b, there + i, there, k, m->gap_n + i * k);
		block_multiply(b, squares + i, there, k, m->gap_xx + i * k);
	}
	block_clear(b);
}

static void
add_by_count(struct moments *m, const int *row, size_t count)
{
	size_t counts = m->k + 1;
	wide total = 0;

	for (size_t i = 0; i < m->k; i++)
		if (row[i] != MOMENTS_GAP)
			total += row[i];
	m->by.n[count]++;
	m->by.t[count] += total;
	m->by.tt[count] += total * total;
	for (size_t i = 0; i < m->k; i++) {
		if (row[i] == MOMENTS_GAP)
			continue;
		m->by.item_t[i * counts + count] += total;
		m->by.item_tt[i * counts + count] += total * total;
		m->by.item_xt[i * counts + count] += row[i] * total;
	}
}

static void
add_with_gaps(struct moments *m, const int *row, size_t count)
{
	struct block *b = &m->gap_block;
	size_t k = m->k;

	for (size_t i = 0; i < k; i++) {
		bool there = row[i] != MOMENTS_GAP;
		int64_t x = there ? row[i] : 0;

		block_set(b, i, x);
		block_set(b, k + i, there);
		block_set(b, 2 * k + i, x * x);
	}
	block_next(b);
	if (block_full(b))
		flush_gaps(m);
	add_by_count(m, row, count);
}

void
moments_add(struct moments *m, const int *row, size_t gaps)
{
	++*m->rows;
	if (gaps == 0) {
		block_add(&m->whole_block, row);
		if (block_full(&m->whole_block))
			flush_whole(m);
	} else if (gaps == m->k) {
		++*m->empty;
	} else if (m->pairwise) {
		add_with_gaps(m, row, m->k - gaps);
	}
}

/* Before any sum is looked at. */
static void
flush(struct moments *m)
{
	flush_whole(m);
	flush_gaps(m);
}

wide *
moments_sums(struct moments *m, size_t *n)
{
	flush(m);
	*n = m->nsums;
	return m->sums;
}

size_t
moments_columns(const struct moments *m)
{
	return m->k;
}

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
	flush(m);
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
	    ? wide_cross(s->n, s->xy, s->x, s->y) / (sqrt(xx) * sqrt(yy))
	    : (double)NAN;
}

void
moments_matrices(struct moments *m, bool pairwise, double *c, double *r)
{
	size_t k = m->k;
	struct sums s;

	flush(m);
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

	flush(m);
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

	flush(m);
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

	flush(m);
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

	flush(m);
	p = people_with(m, item);
	x = sums_of(m, item, item, m->pairwise);
	n = (double)x.n;
	pp = p.pp - p.p * p.p / n;
	xx = wide_cross(x.n, x.xx, x.x, x.x) / n;
	return pp > 0 && xx > 0
	    ? (p.xp - p.p * (double)x.x / n) / (sqrt(pp) * sqrt(xx))
	    : (double)NAN;
}
