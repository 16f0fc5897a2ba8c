#include "attrib/probe.h"

#include "attrib/pattern.h"

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

static struct phrase_probe
probe_between(int from, int to)
{
	struct phrase_probe probe = {.rest = 0};
	int k;

	for (k = 0; k < PROBE_WORDS; k++)
		probe.at[k] = (int8_t)(from + k < to ? from + k : to);
	if (to - from >= PROBE_WORDS)
		probe.rest = (uint8_t)(to - from + 1 - PROBE_WORDS);
	return probe;
}

/* The share of words that answer to a probe since some symbol has its bit. */
static const double mistaken = 0.02;

/* The place, but those at which the phrase is tried and another one, that is
 * least likely to be there by chance; or PATTERN_MAX. */
static unsigned
rarest_place(const struct place *places, const struct phrase *p,
    const double *frac, unsigned but)
{
	bool paired = p->pair != PHRASE_NO_PAIR;
	unsigned base = paired ? p->pair : p->anchor, best = PATTERN_MAX, k;
	double rarest = HUGE_VAL, chance;
	int from, to;

	for (k = 0; k < p->count; k++) {
		if (k == base || (paired && k == base + 1) || k == but)
			continue;
		reach_of(places, p, k, &from, &to);
		chance = (frac[places[k].symbol] + mistaken) * (to - from + 1);
		if (chance >= rarest)
			continue;
		rarest = chance;
		best = k;
	}
	return best;
}

unsigned
probes_of(const struct place *places, const struct phrase *p,
    const double *frac, struct phrase_probe probes[PROBES],
    uint32_t symbols[PROBES])
{
	unsigned at = p->pair != PHRASE_NO_PAIR ? p->pair : p->anchor;
	unsigned but = PATTERN_MAX, reach = 0, i;
	int from, to;

	for (i = 0; i < PROBES; i++) {
		but = rarest_place(places, p, frac, but);
		at = but == PATTERN_MAX ? at : but;
		reach_of(places, p, at, &from, &to);
		symbols[i] = places[at].symbol;
		probes[i] = probe_between(from, to);
		reach = (unsigned)fmax(reach, fmax(-from, to));
	}
	return reach;
}

/* Of some bits by chance that which fewest words of running text have so far
 * ("the power of two choices": Mitzenmacher 2001). */
static uint8_t
idlest(const double *loads, unsigned count, uint64_t chance)
{
	enum { CHOICES = 8 };
	unsigned best = 0, bit;
	int i;

	for (i = 0; i < CHOICES; i++) {
		/* Knuth 1997, section 3.3.4, line 26 of table 1 */
		chance = chance * 6364136223846793005ULL + 1;
		bit = (unsigned)((chance >> 32) * count >> 32);
		if (i == 0 || loads[bit] < loads[best])
			best = bit;
	}
	return (uint8_t)best;
}

struct asked {
	double frac;
	uint32_t thing;
};

/* The most frequent first. */
static int
compare_asked(const void *a, const void *b)
{
	const struct asked *x = a, *y = b;

	if (x->frac != y->frac)
		return x->frac > y->frac ? -1 : 1;
	return (x->thing > y->thing) - (x->thing < y->thing);
}

uint8_t *
probe_bits(const bool *asked, const double *frac, size_t n, unsigned count,
    unsigned salt)
{
	struct asked *list = mem_alloc(n + 1, sizeof(*list));
	uint8_t *bits = mem_zalloc(n + 1, sizeof(*bits));
	double loads[PROBE_BITS] = {0};
	size_t nlist = 0, i;

	for (i = 0; i < n; i++)
		if (asked[i])
			list[nlist++] = (struct asked){frac[i], (uint32_t)i};
	qsort(list, nlist, sizeof(*list), compare_asked);
	for (i = 0; i < nlist; i++) {
		uint8_t bit = idlest(
		    loads, count, list[i].thing + ((uint64_t)salt << 32));

		bits[list[i].thing] = bit;
		loads[bit] += list[i].frac;
	}
	free(list);
	return bits;
}
