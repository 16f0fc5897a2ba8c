#include "quiz/block.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

/* Columns a power of two apart would all fall into the same few cache sets. */
enum { STRIDE = BLOCK_ROWS + 32 };

void
block_init(struct block *b, size_t columns, int64_t bound)
{
	*b = (struct block){.columns = columns};
	if (bound <= BLOCK_NARROW)
		b->narrow = mem_zalloc(columns * STRIDE, sizeof(*b->narrow));
	else
		b->broad = mem_zalloc(columns * STRIDE, sizeof(*b->broad));
}

void
block_release(struct block *b)
{
	free(b->narrow);
	free(b->broad);
	*b = (struct block){0};
}

void
block_add(struct block *b, const int *row)
{
	if (b->narrow != NULL) {
		int16_t *to = b->narrow + b->rows;

		for (size_t i = 0; i < b->columns; i++)
			to[i * STRIDE] = (int16_t)row[i];
	} else {
		for (size_t i = 0; i < b->columns; i++)
			b->broad[i * STRIDE + b->rows] = row[i];
	}
	b->rows++;
}

void
block_set(struct block *b, size_t column, int64_t value)
{
	if (b->narrow != NULL)
		b->narrow[column * STRIDE + b->rows] = (int16_t)value;
	else
		b->broad[column * STRIDE + b->rows] = value;
}

void
block_next(struct block *b)
{
	b->rows++;
}

bool
block_full(const struct block *b)
{
	return b->rows == BLOCK_ROWS;
}

/* What an earlier, fuller block left behind the rows must not count. */
void
block_close(struct block *b)
{
	for (size_t i = 0; b->narrow != NULL && i < b->columns; i++)
		memset(b->narrow + i * STRIDE + b->rows, 0,
		    (BLOCK_ROWS - b->rows) * sizeof(*b->narrow));
}

void
block_clear(struct block *b)
{
	b->rows = 0;
}

/* Loops of a fixed length become a few vector instructions. */
static int32_t
sum_narrow(const int16_t *column)
{
	int32_t sum = 0;

	for (size_t row = 0; row < BLOCK_ROWS; row++)
		sum += column[row];
	return sum;
}

static wide
sum_broad(const int64_t *column, size_t rows)
{
	wide sum = 0;

	for (size_t row = 0; row < rows; row++)
		sum += column[row];
	return sum;
}

void
block_sum(const struct block *b, size_t first, size_t n, wide *sums)
{
	for (size_t i = 0; i < n; i++) {
		const size_t at = (first + i) * STRIDE;

		sums[i] += b->narrow != NULL
		    ? sum_narrow(b->narrow + at)
		    : sum_broad(b->broad + at, b->rows);
	}
}

/* Four columns at a time load the first one once. */
static void
multiply_four(const int16_t *a, const int16_t *b, wide *sums)
{
	int32_t s0 = 0, s1 = 0, s2 = 0, s3 = 0;

	for (size_t row = 0; row < BLOCK_ROWS; row++) {
		s0 += a[row] * b[row];
		s1 += a[row] * b[STRIDE + row];
		s2 += a[row] * b[2 * STRIDE + row];
		s3 += a[row] * b[3 * STRIDE + row];
	}
	sums[0] += s0;
	sums[1] += s1;
	sums[2] += s2;
	sums[3] += s3;
}

static int32_t
multiply_one(const int16_t *a, const int16_t *b)
{
	int32_t sum = 0;

	for (size_t row = 0; row < BLOCK_ROWS; row++)
		sum += a[row] * b[row];
	return sum;
}

static wide
multiply_broad(const int64_t *a, const int64_t *b, size_t rows)
{
	wide sum = 0;

	for (size_t row = 0; row < rows; row++)
		sum += (wide)a[row] * b[row];
	return sum;
}

void
block_multiply(
    const struct block *b, size_t a, size_t first, size_t n, wide *sums)
{
	size_t i = 0;

	if (b->narrow == NULL) {
		for (; i < n; i++)
			sums[i] += multiply_broad(b->broad + a * STRIDE,
			    b->broad + (first + i) * STRIDE, b->rows);
		return;
	}
	for (; i + 4 <= n; i += 4)
		multiply_four(b->narrow + a * STRIDE,
		    b->narrow + (first + i) * STRIDE, sums + i);
	for (; i < n; i++)
		sums[i] += multiply_one(
		    b->narrow + a * STRIDE, b->narrow + (first + i) * STRIDE);
}
