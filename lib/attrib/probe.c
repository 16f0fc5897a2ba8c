#include "attrib/probe.h"

#include "base/mem.h"

#include <math.h>
#include <stdlib.h>

/* Where place k may stand, counted from where the phrase is tried. */
static void
reach_of(const struct place *places, const struct phrase *p, unsigned k,
    int *from, int *to)
{
	int base = p->pair == PHRASE_NO_PAIR ? p->anchor : p->pair;
	unsigned i;

	*from = *to = (int)k - base;
	for (i = p->anchor + 1u; i <= k; i++)
		*to += (int)places[i].gap;
	for (i = p->anchor; i > k; i--)
		*from -= (int)places[i].gap;
}

struct phrase_try
probe_of(const struct phrases *ps, const struct phrase *p, const double *frac,
    uint32_t *symbol)
{
	const struct place *places = ps->places + p->first;
	bool paired = p->pair != PHRASE_NO_PAIR;
	unsigned base = paired ? p->pair : p->anchor, k;
	double rarest = HUGE_VAL, chance;
	struct phrase_try try = {.from = 0};
	int from, to;

	*symbol = places[base].symbol;
	for (k = 0; k < p->count; k++) {
		if (k == base || (paired && k == base + 1))
			continue;
		reach_of(places, p, k, &from, &to);
		chance = frac[places[k].symbol] * (to - from + 1);
		if (chance >= rarest)
			continue;
		rarest = chance;
		*symbol = places[k].symbol;
		try.from = (int8_t)from;
		try.to = (int8_t)to;
	}
	return try;
}

enum { BITS = 64 };

/* The bit that fewest words of running text have so far. */
static uint8_t
idlest(const double *loads)
{
	unsigned bit, best = 0;

	for (bit = 1; bit < BITS; bit++)
		if (loads[bit] < loads[best])
			best = bit;
	return (uint8_t)best;
}

struct asked {
	double frac;
	uint32_t symbol;
};

/* The most frequent first. */
static int
compare_asked(const void *a, const void *b)
{
	const struct asked *x = a, *y = b;

	if (x->frac != y->frac)
		return x->frac > y->frac ? -1 : 1;
	return (x->symbol > y->symbol) - (x->symbol < y->symbol);
}

static struct asked *
list_asked(const bool *asked, const double *frac, size_t nsymbols, size_t *n)
{
	struct asked *list = mem_alloc(nsymbols + 1, sizeof(*list));
	size_t i;

	*n = 0;
	for (i = 0; i < nsymbols; i++)
		if (asked[i])
			list[(*n)++] = (struct asked){frac[i], (uint32_t)i};
	qsort(list, *n, sizeof(*list), compare_asked);
	return list;
}

uint8_t *
probe_bits(const bool *asked, const double *frac, size_t nsymbols,
    const uint32_t *first, const uint32_t *sets, uint64_t *masks)
{
	size_t n, i;
	struct asked *list = list_asked(asked, frac, nsymbols, &n);
	uint8_t *bits = mem_zalloc(nsymbols + 1, sizeof(*bits));
	double loads[BITS] = {0};
	uint32_t k;

	for (i = 0; i < n; i++) {
		uint32_t symbol = list[i].symbol;
		uint8_t bit = idlest(loads);

		bits[symbol] = bit;
		loads[bit] += list[i].frac;
		for (k = first[symbol]; k < first[symbol + 1]; k++)
			masks[sets[k]] |= 1ULL << bit;
	}
	free(list);
	return bits;
}
