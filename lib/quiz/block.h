/*
 * block - some hundred rows of whole numbers, held column by column so that
 * the product of two columns is one run through memory.
 */
#ifndef QUIZ_BLOCK_H
#define QUIZ_BLOCK_H

#include "quiz/wide.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	BLOCK_ROWS = 512,
	BLOCK_NARROW = 2047, /* BLOCK_ROWS of their squares fit into 32 bits */
};

/* Plain storage; init and release it. */
struct block {
	size_t columns;
	size_t rows;     /* so far; at most BLOCK_ROWS */
	int16_t *narrow; /* one of the two is there */
	int64_t *broad;
};

/* For values in -bound..bound. */
void block_init(struct block *b, size_t columns, int64_t bound);
void block_release(struct block *b);

/* Appends a row; the block must not be full. */
void block_add(struct block *b, const int *row);

/* The same cell by cell: all of a row, then block_next(). */
void block_set(struct block *b, size_t column, int64_t value);
void block_next(struct block *b);

bool block_full(const struct block *b);

/* After the last row, before any of the sums below; then start anew. */
void block_close(struct block *b);
void block_clear(struct block *b);

/* Adds the sum of each of n columns from first on to sums. */
void block_sum(const struct block *b, size_t first, size_t n, wide *sums);

/* Adds the sums of products of column a with each of n columns from first on
 * to sums. */
void block_multiply(
    const struct block *b, size_t a, size_t first, size_t n, wide *sums);

#endif
