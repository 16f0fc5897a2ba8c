#include "attrib/trial.h"

#include "attrib/pattern.h"

/* Inline, with the walk below: most of what trying a phrase costs. */
static inline __attribute__((always_inline)) bool
has(const struct trial *t, size_t word, uint32_t symbol)
{
	return vocab_has(&t->phrases->vocab, mark_set(t->marks[word]), symbol);
}

static inline bool
bars(const struct trial *t, size_t word)
{
	return (t->marks[word] & MARK_BARRIER) != 0;
}

/* Whether the text ends at the word, or a mark parts it from the next. */
static inline bool
ends(const struct trial *t, size_t at, bool back)
{
	if (back)
		return at == 0 || parted(t, at);
	return at + 1 >= t->nwords || parted(t, at + 1);
}

/* The place so many steps from another one, behind or before it. */
static inline const struct place *
place_at(const struct place *from, unsigned steps, bool back)
{
	return back ? from - steps : from + steps;
}

/* The gap between that place and the next. */
static inline uint32_t
gap_of(const struct place *from, unsigned steps, bool back)
{
	return place_at(from, back ? steps : steps + 1, back)->gap;
}

/*
 * Whether all places behind k (before it, where back) can stand, place k being
 * at word at; the farthest word at which the last can is put into *end.  Goes
 * word by word for all places at once, so that it takes no longer where there
 * are many ways: left[i] is among how many more words the place i + 1 steps
 * from k may be looked for.
 */
static inline __attribute__((always_inline)) bool
reach(const struct trial *t, unsigned k, size_t at, bool back, size_t *end)
{
	const struct place *place = t->places + k;
	unsigned n = back ? k : t->count - 1 - k, low = 0, high = 0, i;
	uint8_t left[PATTERN_MAX];
	bool found = n == 0, hit;

	*end = at;
	if (n == 0)
		return true;
	left[0] = (uint8_t)(gap_of(place, 0, back) + 1);
	while (low <= high && !ends(t, at, back)) {
		at = back ? at - 1 : at + 1;
		i = high;
		do {
			hit = has(t, at, place_at(place, i + 1, back)->symbol);
			if (left[i] == 0)
				continue;
			left[i] = left[i] > 1 && !bars(t, at) ? left[i] - 1 : 0;
			if (!hit)
				continue;
			if (i + 1 == n) {
				*end = at;
				found = true;
				continue;
			}
			left[i + 1] = (uint8_t)(gap_of(place, i + 1, back) + 1);
			high = i == high ? i + 1 : high;
		} while (i-- > low);
		while (low <= high && left[low] == 0)
			low++;
	}
	return found;
}

/* Whether all places but from..to, which are known to stand there, stand one
 * behind the other, place from at word at. */
static bool
stands(const struct trial *t, unsigned from, unsigned to, size_t at)
{
	unsigned k;

	if (at < from || at - from + t->count > t->nwords)
		return false;
	at -= from;
	for (k = to + 1; k < t->count; k++)
		if (parted(t, at + k) || !has(t, at + k, t->places[k].symbol))
			return false;
	for (k = from; k-- > 0;)
		if (parted(t, at + k + 1) ||
		    !has(t, at + k, t->places[k].symbol))
			return false;
	return true;
}

static bool
ends_sentence(const struct trial *t, size_t last)
{
	return last + 1 == t->nwords ||
	    (t->words->flags[last + 1] & TOKEN_SENTENCE) != 0;
}

static inline void
put_rank(struct ranks *r, uint64_t rank)
{
	r->items[r->count++] = rank;
}

/* Tries a phrase at word at, where its pair begins or its anchor stands. */
static void
try_phrase(struct ranks *r, struct trial *t, uint64_t rank, size_t at)
{
	const struct phrases *ps = t->phrases;
	const struct phrase *p =
	    &ps->items[rank & ((1u << RANK_PHRASE_BITS) - 1)];
	bool paired = p->pair != PHRASE_NO_PAIR;
	unsigned from = paired ? p->pair : p->anchor;
	size_t anchor = at + p->anchor - from, first, last;

	t->places = ps->places + p->first;
	t->count = p->count;
	if (p->gapped) {
		/* The longest match also is the one that can begin or end its
		 * sentence, as none reaches across. */
		if (!reach(t, p->anchor, anchor, true, &first) ||
		    !reach(t, p->anchor, anchor, false, &last))
			return;
	} else {
		if (!stands(t, from, from + paired, at))
			return;
		first = at - from;
		last = first + p->count - 1;
	}
	if (p->at_start && (t->words->flags[first] & TOKEN_SENTENCE) == 0)
		return;
	if (p->at_end && !ends_sentence(t, last))
		return;
	/* The rank speaks of a phrase without gaps. */
	rank -= (uint64_t)(last - first + 1 - p->count) << RANK_SHORT_AT;
	rank += (uint64_t)(anchor - first - p->anchor) << RANK_ANCHOR_AT;
	put_rank(r, rank + ((uint64_t)first << RANK_FIRST_AT));
}

static inline uint64_t
masks_of(const uint64_t *masks, uint32_t mark)
{
	return masks[(size_t)PHRASE_MASKS * mark_set(mark)];
}

/*
 * Leaves out the trials of which the probe of that number finds none of its
 * words: most, and which, no processor foretells.  Before the first word and
 * behind the last stand enough that answer to none.
 */
static inline size_t
sift(uint64_t *hits, size_t count, const struct trial *t, int number)
{
	const struct phrase_try *tries = t->phrases->tries;
	const uint64_t *all = t->phrases->masks;
	const uint64_t *end = hits + count;
	uint64_t *hit, *out = hits;

	for (hit = hits; hit < end; hit++) {
		const struct phrase_probe *p =
		    &tries[(uint32_t)*hit].probes[number];
		const uint32_t *marks = t->marks + (*hit >> 32);
		const uint64_t *masks = all + p->mask;
		uint64_t seen = masks_of(masks, marks[p->at[0]]) |
		    masks_of(masks, marks[p->at[1]]) |
		    masks_of(masks, marks[p->at[2]]) |
		    masks_of(masks, marks[p->at[3]]);
		int k;

		for (k = 1; k <= p->rest; k++)
			seen |= masks_of(masks, marks[p->at[3] + k]);
		*out = *hit;
		out += seen >> p->bit & 1;
	}
	return (size_t)(out - hits);
}

void
try_hits(struct sought *s, struct trial *t, size_t count)
{
	const struct phrase_try *tries = t->phrases->tries;
	const uint64_t *hits = s->hits.items;
	size_t i;

	count = sift(s->hits.items, count, t, 0);
	count = sift(s->hits.items, count, t, 1);
	ranks_reserve(&s->ranks, s->ranks.count, count);
	for (i = 0; i < count; i++)
		try_phrase(
		    &s->ranks, t, tries[(uint32_t)hits[i]].rank, hits[i] >> 32);
}
