#include "attrib/look.h"

#include "attrib/pattern.h"

#include "base/mem.h"

enum { HITS_MAX = 4096 }; /* trials put off */

/* Where phrases are being looked for. */
struct trial {
	const struct phrases *phrases;
	const struct words *words;
	const uint32_t *marks; /* of words */
	size_t nwords;
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
static bool
parted(const struct trial *t, size_t word)
{
	unsigned flags = t->words->flags[word];

	return (flags & TOKEN_CLAUSE) != 0 &&
	    ((flags & TOKEN_STOP) != 0 || !has(t, word, t->phrases->joint));
}

static bool
bars(const struct trial *t, size_t word)
{
	return has(t, word, t->phrases->barrier);
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

/* Makes room for more ranks; put_rank() then has it. */
static inline void
reserve(struct ranks *r, size_t more)
{
	if (r->cap - r->count < more)
		r->items = mem_grow(
		    r->items, &r->cap, r->count + more, sizeof(*r->items));
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

/* Mostly there are none, one or two, which no processor foretells: so
 * RANKS_PADDING of them are always copied, and counted as they are. */
static inline void
put_ranks(
    struct ranks *r, const uint64_t *ranks, uint32_t count, uint64_t place)
{
	uint64_t *out = r->items + r->count;
	uint32_t k;

	for (k = 0; k < RANKS_PADDING; k++)
		out[k] = ranks[k] + place;
	for (; k < count; k++)
		out[k] = ranks[k] + place;
	r->count += count;
}

/* The bits of phrases.masks that some of the words from..to has; before the
 * first and behind the last stand enough that have none. */
static inline uint64_t
bits_of_words(const struct trial *t, ptrdiff_t from, ptrdiff_t to)
{
	const uint64_t *masks = t->phrases->masks;
	uint64_t seen = 0;

	do
		seen |= masks[mark_set(t->marks[from])];
	while (++from <= to);
	return seen;
}

/* Puts down which of the phrases may stand at word at: mostly none. */
static inline void
list_hits(struct hits *h, const struct trial *t, const struct phrase_list *list,
    size_t at)
{
	const struct phrase_try *try = t->phrases->tries + list->try;
	const struct phrase_try *end = try + list->ntries;
	struct hit *out;

	if (h->cap - h->count < list->ntries)
		h->items = mem_grow(h->items, &h->cap, h->count + list->ntries,
		    sizeof(*h->items));
	out = h->items + h->count;
	for (; try < end; try++) {
		*out = (struct hit){
		    (uint32_t)at, (uint32_t)(try - t->phrases->tries)};
		out += bits_of_words(t, (ptrdiff_t)at + try->from,
			   (ptrdiff_t)at + try->to) >>
			try->bit &
		    1;
	}
	h->count = (size_t)(out - h->items);
}

/* Tries the phrases that may stand somewhere. */
static void
try_hits(struct matches *m, struct trial *t)
{
	const struct phrase_try *tries = t->phrases->tries;
	size_t i;

	reserve(&m->ranks, m->hits.count);
	for (i = 0; i < m->hits.count; i++)
		try_phrase(&m->ranks, t, tries[m->hits.items[i].try].rank,
		    m->hits.items[i].at);
	m->hits.count = 0;
}

static inline void
take_list(struct matches *m, struct trial *t, const struct phrase_list *list,
    size_t at)
{
	uint32_t nsure = m->listed ? list->nall : list->nsure;

	if (nsure > 0) {
		reserve(&m->ranks, nsure + RANKS_PADDING);
		put_ranks(&m->ranks, t->phrases->ranks + list->sure, nsure,
		    (uint64_t)at << RANK_FIRST_AT);
	}
	if (list->ntries == 0)
		return;
	if (m->hits.count >= HITS_MAX)
		try_hits(m, t);
	list_hits(&m->hits, t, list, at);
}

static struct trial
trial_of(const struct matches *m, const struct phrases *phrases)
{
	return (struct trial){.phrases = phrases,
	    .words = &m->words,
	    .marks = m->words.marks,
	    .nwords = m->words.count};
}

/*
 * Lists the words that phrases of a group may be found at, those at which a
 * pair of it may begin, and those that say something by themselves.  Few do,
 * and which, no processor foretells: so each is put down, and counted if it is
 * one.
 */
static inline void
list_places(struct matches *m, const struct phrases *p, int group)
{
	const uint32_t *marks = m->words.marks;
	const uint64_t *lefts = m->words.lefts;
	uint32_t *place = m->places, *lone = m->lones, *pair = m->pairs;
	size_t n = m->words.count, i;
	uint32_t mark = marks[0], next;

	for (i = 0; i < n; i++, mark = next) {
		uint64_t left = group == PHRASES_FIRST
		    ? lefts[i]
		    : p->marks[mark_set(mark)].left[group];

		next = marks[i + 1];
		*place = *pair = *lone = (uint32_t)i;
		place += mark >> (MARK_LIST_AT + group) & 1;
		lone += mark >> (MARK_LONE_AT + group) & 1;
		pair += left >> (next >> MARK_RIGHT_AT) % MARK_RIGHTS & 1;
	}
	m->nplaces = (size_t)(place - m->places);
	m->nlones = (size_t)(lone - m->lones);
	m->npairs = (size_t)(pair - m->pairs);
}

/* What is looked for at two words that stand together. */
static void
look_at_pairs(struct matches *m, struct trial *t, int group)
{
	const struct phrase_list *lists = t->phrases->by_pair[group];
	size_t i;

	for (i = 0; i < m->npairs && m->ranks.count < MATCH_MAX; i++) {
		size_t at = m->pairs[i];
		uint32_t key = phrase_key(
		    mark_set(t->marks[at]), mark_set(t->marks[at + 1]));
		uint32_t list = phrases_at_pair(t->phrases, key);

		if (list == 0 || parted(t, at + 1))
			continue;
		m->lone_pairs[m->nlone_pairs] =
		    (struct lone_pair){(uint32_t)at, list};
		m->nlone_pairs +=
		    !m->listed && lists[list].nall > lists[list].nsure;
		take_list(m, t, &lists[list], at);
	}
}

static void
look_at_words(struct matches *m, struct trial *t, int group)
{
	const struct phrase_list *lists = t->phrases->by_set[group];
	size_t i;

	for (i = 0; i < m->nplaces && m->ranks.count < MATCH_MAX; i++)
		take_list(m, t, &lists[mark_set(t->marks[m->places[i]])],
		    m->places[i]);
}

static void
reserve_places(struct matches *m, size_t count)
{
	size_t cap = m->places_cap;

	if (count <= cap)
		return;
	m->places = mem_grow(m->places, &cap, count, sizeof(*m->places));
	m->pairs = mem_realloc(m->pairs, cap, sizeof(*m->pairs));
	m->lones = mem_realloc(m->lones, cap, sizeof(*m->lones));
	m->lone_pairs = mem_realloc(m->lone_pairs, cap, sizeof(*m->lone_pairs));
	m->places_cap = cap;
}

void
look(struct matches *m, const struct phrases *p, int group)
{
	struct trial t = trial_of(m, p);

	reserve_places(m, m->words.count + 1);
	if (group == PHRASES_FIRST)
		list_places(m, p, PHRASES_FIRST);
	else
		list_places(m, p, PHRASES_SCALES);
	m->ranks.count = m->hits.count = 0;
	look_at_pairs(m, &t, group);
	look_at_words(m, &t, group);
	try_hits(m, &t);
}
