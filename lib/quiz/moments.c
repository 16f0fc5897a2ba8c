#include "quiz/moments.h"

#include "base/mem.h"
#include "quiz/gathered.h"

#include <stdlib.h>

enum { GAP_NARROW = 181 }; /* its square fits into a narrow block, too */

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

void
gathered_flush(struct moments *m)
{
	flush_whole(m);
	flush_gaps(m);
}

wide *
moments_sums(struct moments *m, size_t *n)
{
	gathered_flush(m);
	*n = m->nsums;
	return m->sums;
}

size_t
moments_columns(const struct moments *m)
{
	return m->k;
}
