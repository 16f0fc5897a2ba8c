#include "base/near.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

enum { BEGUN = 3 /* bytes that stand for what begins so */ };

struct rows {
	size_t *two_ago, *before, *now; /* blen + 1 each */
};

/* Fills row i (of a's i-th byte, from 1) and returns its least cell. */
static size_t
fill_row(struct rows *r, const char *a, size_t i, const char *b, size_t blen)
{
	size_t cell, lowest = i;

	r->now[0] = i;
	for (size_t j = 1; j <= blen; j++) {
		cell = r->before[j - 1] + (a[i - 1] != b[j - 1]);
		cell = least(cell, r->before[j] + 1);
		cell = least(cell, r->now[j - 1] + 1);
		if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
		    a[i - 2] == b[j - 1])
			cell = least(cell, r->two_ago[j - 2] + 1);
		r->now[j] = cell;
		lowest = least(lowest, cell);
	}
	return lowest;
}

size_t
near_distance(
    const char *a, size_t alen, const char *b, size_t blen, size_t limit)
{
	size_t gap = alen > blen ? alen - blen : blen - alen;
	size_t lowest, last = 0, *cells, *spare, result = limit + 1;
	struct rows r;

	if (gap > limit)
		return limit + 1;
	cells = mem_alloc(3 * (blen + 1), sizeof *cells);
	r = (struct rows){cells, cells + blen + 1, cells + 2 * (blen + 1)};
	for (size_t j = 0; j <= blen; j++)
		r.now[j] = j;
	for (size_t i = 1; i <= alen; i++) {
		spare = r.two_ago;
		r.two_ago = r.before;
		r.before = r.now;
		r.now = spare;
		lowest = fill_row(&r, a, i, b, blen);
		if (lowest > limit && last > limit)
			goto out; /* a swap looks back over two rows */
		last = lowest;
	}
	result = least(r.now[blen], limit + 1);
out:
	free(cells);
	return result;
}

const char *
near_best(const char *word, const char *const *candidates, size_t n)
{
	size_t len = strlen(word), clen, allowed, distance;
	size_t nearest = (size_t)-1;
	const char *best = NULL;

	for (size_t i = 0; i < n; i++) {
		clen = strlen(candidates[i]);
		allowed = (len > clen ? len : clen) / 3;
		if (allowed == 0)
			allowed = 1;
		distance =
		    near_distance(word, len, candidates[i], clen, allowed);
		if (distance <= allowed && distance < nearest) {
			nearest = distance;
			best = candidates[i];
		}
	}
	for (size_t i = 0; i < n && best == NULL && len >= BEGUN; i++)
		if (strncmp(word, candidates[i], len) == 0)
			best = candidates[i];
	return best;
}
