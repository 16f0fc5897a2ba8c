#include "attrib/settle.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

enum { FEW = 64 }; /* matches that are settled by trying each with each */

/* The longest first; then by words named, place and rule. */
static int
compare_length(const void *a, const void *b)
{
	const struct match *x = a, *y = b;
	uint32_t xlen = x->last - x->first, ylen = y->last - y->first;

	if (xlen != ylen)
		return xlen > ylen ? -1 : 1;
	if (x->places != y->places)
		return x->places > y->places ? -1 : 1;
	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	return (x->rule > y->rule) - (x->rule < y->rule);
}

static int
compare_thing(const void *a, const void *b)
{
	const struct match *x = a, *y = b;

	if (x->thing != y->thing)
		return x->thing < y->thing ? -1 : 1;
	return compare_length(x, y);
}

static int
compare_place(const void *a, const void *b)
{
	const struct match *x = a, *y = b;

	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	if (x->last != y->last)
		return x->last > y->last ? -1 : 1;
	return (x->rule > y->rule) - (x->rule < y->rule);
}

static void
sort(struct match *items, size_t count,
    int (*compare)(const void *, const void *))
{
	size_t i, k;

	if (count > FEW) {
		qsort(items, count, sizeof(*items), compare);
		return;
	}
	for (i = 1; i < count; i++) {
		struct match match = items[i];

		for (k = i; k > 0 && compare(&items[k - 1], &match) > 0; k--)
			items[k] = items[k - 1];
		items[k] = match;
	}
}

/* Whether a match gives way to a longer one, or to an earlier one of the same
 * length. */
static bool
gives_way(const struct match *a, const struct match *b)
{
	return a->thing == b->thing && a->first <= b->last &&
	    b->first <= a->last;
}

static bool
is_free(const bool *taken, size_t first, size_t last)
{
	while (first <= last && !taken[first])
		first++;
	return first > last;
}

/* Settles many matches that hang together, the first and last of whose words
 * are given, by putting down which words those kept take. */
static size_t
settle_many(struct match *items, size_t count, uint32_t first, uint32_t last)
{
	size_t span = last - first + 1u, i, kept = 0;
	bool *taken = mem_alloc(span, sizeof(*taken));
	uint32_t thing = 0;

	sort(items, count, compare_thing);
	for (i = 0; i < count; i++) {
		struct match match = items[i];

		if (i == 0 || match.thing != thing)
			memset(taken, 0, span * sizeof(*taken));
		thing = match.thing;
		if (!is_free(taken, match.first - first, match.last - first))
			continue;
		memset(taken + (match.first - first), true,
		    match.last - match.first + 1u);
		items[kept++] = match;
	}
	free(taken);
	sort(items, kept, compare_place);
	return kept;
}

/* Settles a few; returns how many are kept. */
static size_t
settle_few(struct match *items, size_t count)
{
	size_t i, k, kept = 0;

	sort(items, count, compare_length);
	for (i = 0; i < count; i++) {
		for (k = 0; k < kept; k++)
			if (gives_way(&items[i], &items[k]))
				break;
		if (k == kept)
			items[kept++] = items[i];
	}
	sort(items, kept, compare_place);
	return kept;
}

/* The end of the matches from number i on each of which shares a word with one
 * before it; *last becomes their last word. */
static size_t
end_of_group(const struct match *items, size_t i, size_t count, uint32_t *last)
{
	*last = items[i].last;
	for (i++; i < count && items[i].first <= *last; i++)
		if (items[i].last > *last)
			*last = items[i].last;
	return i;
}

/* Settles matches that hang together, the first of which is the first in the
 * text too; returns how many are kept. */
static size_t
settle_group(struct match *items, size_t count, uint32_t last)
{
	if (count == 1)
		return 1;
	if (count <= FEW)
		return settle_few(items, count);
	return settle_many(items, count, items[0].first, last);
}

size_t
settle(struct match *items, size_t count)
{
	size_t i, end, n, kept = 0;
	uint32_t last;

	for (i = 0; i < count; i = end) {
		end = end_of_group(items, i, count, &last);
		n = settle_group(items + i, end - i, last);
		if (kept < i)
			memmove(items + kept, items + i, n * sizeof(*items));
		kept += n;
	}
	return kept;
}
