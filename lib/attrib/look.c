#include "attrib/look.h"

#include "attrib/pattern.h"

#include "base/mem.h"

#include <stdlib.h>

enum {
	TRIES_MAX = 4096,  /* trials put off */
	TRIES_PADDING = 3, /* put off without asking */
};

/* Where phrases are being looked for. */
struct trial {
	const struct phrases *phrases;
	const struct words *words;
	const uint32_t *marks; /* of words */
	size_t nwords;
	bool listed;
	const struct place *places; /* of the phrase */
	unsigned count;
};

/* Inline, with the walk below: most of what trying a phrase costs. */
static inline __attribute__((always_inline)) bool
has(const struct trial *t, size_t word, uint32_t symbol)
{
	return vocab_has(&t->phrases->vocab, mark_set(t->marks[word]), symbol);
}

/* Whether punctuation parts the word from the one before for patterns: a comma
 * before "but" does not. */
static inline bool
parted(const struct trial *t, size_t word)
{
	unsigned flags = t->words->flags[word];
	bool joint = (t->marks[word] & MARK_JOINT) != 0;

	return ((flags & TOKEN_CLAUSE) != 0) &
	    (((flags & TOKEN_STOP) != 0) | !joint);
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

/* Room for so many more behind the first ones. */
static inline void
reserve(struct ranks *r, size_t count, size_t more)
{
	if (r->cap - count < more)
		r->items = mem_grow(
		    r->items, &r->cap, count + more, sizeof(*r->items));
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

/*
 * Leaves out the trials of which the probe of that number finds none of its
 * words: most, and which, no processor foretells.  Before the first word and
 * behind the last stand enough that answer to none.
 */
static inline size_t
sift(uint64_t *hits, size_t count, const struct trial *t, int number)
{
	const struct phrase_try *tries = t->phrases->tries;
	const uint64_t *masks = t->phrases->masks[number], *end = hits + count;
	uint64_t *hit, *out = hits;

	for (hit = hits; hit < end; hit++) {
		const struct phrase_probe *p =
		    &tries[(uint32_t)*hit].probes[number];
		const uint32_t *marks = t->marks + (*hit >> 32);
		uint64_t seen = masks[mark_set(marks[p->at[0]])] |
		    masks[mark_set(marks[p->at[1]])] |
		    masks[mark_set(marks[p->at[2]])] |
		    masks[mark_set(marks[p->at[3]])];
		int k;

		for (k = 1; k <= p->rest; k++)
			seen |= masks[mark_set(marks[p->at[3] + k])];
		*out = *hit;
		out += seen >> p->bit & 1;
	}
	return (size_t)(out - hits);
}

/* Tries the phrases that may stand somewhere. */
static void
try_hits(struct sought *s, struct trial *t, size_t count)
{
	const struct phrase_try *tries = t->phrases->tries;
	const uint64_t *hits = s->hits.items;
	size_t i;

	count = sift(s->hits.items, count, t, 0);
	count = sift(s->hits.items, count, t, 1);
	reserve(&s->ranks, s->ranks.count, count);
	for (i = 0; i < count; i++)
		try_phrase(
		    &s->ranks, t, tries[(uint32_t)hits[i]].rank, hits[i] >> 32);
}

/* The rest of a list of ranks, of which the first are put down. */
static __attribute__((noinline)) void
put_ranks(struct ranks *r, size_t count, const uint64_t *from, size_t n,
    uint64_t place)
{
	size_t i;

	for (i = RANKS_PADDING; i < n; i++)
		r->items[count + i] = from[i] + place;
}

/* The same of tries. */
static __attribute__((noinline)) void
put_tries(struct ranks *hits, size_t count, size_t n, uint64_t try)
{
	size_t i;

	for (i = TRIES_PADDING; i < n; i++)
		hits->items[count + i] = try + i;
}

/*
 * Puts down what is there for sure at each spot, and what is to be tried.
 * Mostly there are none, one or two, which no processor foretells: so the first
 * of each are always copied, and counted as they are; there is room for these.
 */
static void
take_spots(struct sought *s, struct trial *t)
{
	const struct spot *spot = s->spots, *end = spot + s->nspots;
	size_t nranks = 0, ntries = 0, left = s->nspots;

	reserve(&s->hits, 0, TRIES_MAX + TRIES_PADDING);
	reserve(&s->ranks, 0, RANKS_PADDING * left);
	for (; spot < end && nranks < MATCH_MAX; spot++, left--) {
		const struct phrase_list *list = spot->list;
		const uint64_t *from = t->phrases->ranks + list->sure;
		uint64_t place = (uint64_t)spot->at << RANK_FIRST_AT;
		uint64_t try = (uint64_t)spot->at << 32 | list->try, *out;
		uint32_t count = t->listed ? list->nall : list->nsure;

		if (count > RANKS_PADDING) {
			reserve(
			    &s->ranks, nranks, count + RANKS_PADDING * left);
			put_ranks(&s->ranks, nranks, from, count, place);
		}
		out = s->ranks.items + nranks;
		out[0] = from[0] + place;
		out[1] = from[1] + place;
		nranks += count;
		if (list->ntries > TRIES_PADDING) {
			reserve(&s->hits, ntries, list->ntries + TRIES_PADDING);
			put_tries(&s->hits, ntries, list->ntries, try);
		}
		out = s->hits.items + ntries;
		out[0] = try;
		out[1] = try + 1;
		out[2] = try + 2;
		ntries += list->ntries;
		if (ntries < TRIES_MAX)
			continue;
		s->ranks.count = nranks;
		try_hits(s, t, ntries);
		nranks = s->ranks.count;
		reserve(&s->ranks, nranks, RANKS_PADDING * left);
		ntries = 0;
	}
	s->ranks.count = nranks;
	try_hits(s, t, ntries);
}

/*
 * Lists the words from..to-1 that phrases of a group may be found at, those at
 * which a pair of it may begin, and those that say something by themselves.
 * Few do, and which, no processor foretells: so each is put down, and counted
 * if it is one.
 */
static inline void
list_places(struct sought *s, const struct phrases *p,
    const struct words *words, size_t from, size_t to, int group)
{
	const uint32_t *marks = words->marks;
	const uint64_t *lefts = words->lefts;
	uint32_t *place = s->places, *lone = s->lones, *pair = s->pairs;
	uint32_t mark = marks[from], next;
	size_t i;

	for (i = from; i < to; i++, mark = next) {
		uint64_t left = group == PHRASES_FIRST
		    ? lefts[i]
		    : p->marks[mark_set(mark)].left[group];

		next = marks[i + 1];
		*place = *pair = *lone = (uint32_t)i;
		place += mark >> (MARK_LIST_AT + group) & 1;
		lone += mark >> (MARK_LONE_AT + group) & 1;
		pair += left >> (next >> MARK_RIGHT_AT) % MARK_RIGHTS & 1;
	}
	s->nplaces = (size_t)(place - s->places);
	s->nlones = (size_t)(lone - s->lones);
	s->npairs = (size_t)(pair - s->pairs);
}

static inline uint32_t
key_at(const struct trial *t, uint32_t at)
{
	return phrase_key(mark_set(t->marks[at]), mark_set(t->marks[at + 1]));
}

/* Leaves out the pairs at which nothing is looked for: most. */
static inline void
sift_pairs(struct sought *s, const struct trial *t)
{
	uint32_t *out = s->pairs;
	size_t i;

	for (i = 0; i < s->npairs; i++) {
		uint32_t at = s->pairs[i];

		*out = at;
		out += phrases_hint(t->phrases, key_at(t, at)) &
		    !parted(t, at + 1);
	}
	s->npairs = (size_t)(out - s->pairs);
}

/* The spots of two words at which something is looked for, and those that say
 * something by themselves. */
static inline void
find_pairs(struct sought *s, const struct trial *t, int group)
{
	const struct phrase_list *lists = t->phrases->by_pair[group];
	uint32_t wanted =
	    1u << (MARK_LIST_AT + group) | (t->listed ? 1u << MARK_LONE_AT : 0);
	uint32_t lone = !t->listed && group == PHRASES_FIRST;
	struct spot *spot = s->spots;
	struct lone_pair *pair = s->lone_pairs;
	size_t i;

	for (i = 0; i < s->npairs; i++) {
		uint32_t at = s->pairs[i];
		uint32_t found = phrases_at_pair(t->phrases, key_at(t, at));

		*pair = (struct lone_pair){at, mark_list(found)};
		pair += found >> MARK_LONE_AT & lone;
		*spot = (struct spot){lists + mark_list(found), at};
		spot += (found & wanted) != 0;
	}
	s->nlone_pairs = (size_t)(pair - s->lone_pairs);
	s->nspots = (size_t)(spot - s->spots);
}

/* Adds the words at which something is looked for. */
static inline void
find_words(struct sought *s, const struct trial *t, int group)
{
	const struct phrase_list *lists = t->phrases->by_set[group];
	struct spot *spot = s->spots + s->nspots;
	size_t i;

	for (i = 0; i < s->nplaces; i++) {
		uint32_t at = s->places[i];

		spot[i] = (struct spot){lists + mark_set(t->marks[at]), at};
	}
	s->nspots += s->nplaces;
}

static void
reserve_places(struct sought *s, size_t count)
{
	size_t cap = s->cap;

	if (count <= cap)
		return;
	s->places = mem_grow(s->places, &cap, count, sizeof(*s->places));
	s->pairs = mem_realloc(s->pairs, cap, sizeof(*s->pairs));
	s->spots = mem_realloc(s->spots, 2 * cap, sizeof(*s->spots));
	s->lones = mem_realloc(s->lones, cap, sizeof(*s->lones));
	s->lone_pairs = mem_realloc(s->lone_pairs, cap, sizeof(*s->lone_pairs));
	s->cap = cap;
}

void
sought_release(struct sought *s)
{
	free(s->ranks.items);
	free(s->hits.items);
	free(s->places);
	free(s->pairs);
	free(s->lones);
	free(s->lone_pairs);
	free(s->spots);
}

/* Inline: the group is the same throughout. */
static inline void
find_spots(struct sought *s, const struct trial *t, const struct words *words,
    size_t from, size_t to, int group)
{
	list_places(s, t->phrases, words, from, to, group);
	sift_pairs(s, t);
	find_pairs(s, t, group);
	find_words(s, t, group);
}

void
look(struct sought *s, const struct phrases *p, const struct words *words,
    size_t from, size_t to, int group, bool listed)
{
	struct trial t = {.phrases = p,
	    .words = words,
	    .marks = words->marks,
	    .nwords = words->count,
	    .listed = listed};

	reserve_places(s, to - from + 1);
	if (group == PHRASES_FIRST)
		find_spots(s, &t, words, from, to, PHRASES_FIRST);
	else
		find_spots(s, &t, words, from, to, PHRASES_SCALES);
	take_spots(s, &t);
}
