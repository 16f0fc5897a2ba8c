#include "attrib/look.h"

#include "attrib/sieve.h"
#include "base/mem.h"

#include <stdlib.h>

enum {
	TRIES_MAX = 4096,  /* trials put off */
	TRIES_PADDING = 6, /* put off without asking */
};

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

	ranks_reserve(&s->hits, 0, TRIES_MAX + TRIES_PADDING);
	ranks_reserve(&s->ranks, 0, RANKS_PADDING * left);
	for (; spot < end && nranks < MATCH_MAX; spot++, left--) {
		const struct phrase_list *list = spot->list;
		const uint64_t *from = t->phrases->ranks + list->sure;
		uint64_t place = (uint64_t)spot->at << RANK_FIRST_AT;
		uint64_t try = (uint64_t)spot->at << 32 | list->try, *out;
		uint32_t count = t->listed ? list->nall : list->nsure;

		if (count > RANKS_PADDING) {
			ranks_reserve(
			    &s->ranks, nranks, count + RANKS_PADDING * left);
			put_ranks(&s->ranks, nranks, from, count, place);
		}
		out = s->ranks.items + nranks;
		out[0] = from[0] + place;
		out[1] = from[1] + place;
		nranks += count;
		if (list->ntries > TRIES_PADDING) {
			ranks_reserve(
			    &s->hits, ntries, list->ntries + TRIES_PADDING);
			put_tries(&s->hits, ntries, list->ntries, try);
		}
		out = s->hits.items + ntries;
		out[0] = try;
		out[1] = try + 1;
		out[2] = try + 2;
		out[3] = try + 3;
		out[4] = try + 4;
		out[5] = try + 5;
		ntries += list->ntries;
		if (ntries < TRIES_MAX)
			continue;
		s->ranks.count = nranks;
		try_hits(s, t, ntries);
		nranks = s->ranks.count;
		ranks_reserve(&s->ranks, nranks, RANKS_PADDING * left);
		ntries = 0;
	}
	s->ranks.count = nranks;
	try_hits(s, t, ntries);
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
find_spots(struct sought *s, const struct trial *t,
    const struct word_span *spans, size_t n, int group)
{
	sieve(s, t, spans, n, group);
	find_pairs(s, t, group);
	find_words(s, t, group);
}

void
look(struct sought *s, const struct phrases *p, const struct words *words,
    const struct word_span *spans, size_t n, int group, bool listed)
{
	struct trial t = {.phrases = p,
	    .words = words,
	    .marks = words->marks,
	    .nwords = words->count,
	    .listed = listed};
	size_t count = SIEVE_PADDING, i;

	for (i = 0; i < n; i++)
		count += spans[i].to - spans[i].from;
	reserve_places(s, count);
	if (group == PHRASES_FIRST)
		find_spots(s, &t, spans, n, PHRASES_FIRST);
	else
		find_spots(s, &t, spans, n, PHRASES_SCALES);
	take_spots(s, &t);
}
