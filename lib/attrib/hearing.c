#include "attrib/hearing.h"

#include "attrib/block.h"
#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void
hearing_release(struct hearing *h)
{
	free(h->heard);
	free(h->loudest);
	free(h->starts);
	free(h->words);
	free(h->pairs);
	free(h->near);
	free(h->left);
	*h = (struct hearing){0};
}

/* Makes room for so many tokens and texts. */
static void
reserve(struct hearing *h, size_t tokens, size_t texts)
{
	size_t cap = h->cap, texts_cap = h->texts_cap;

	h->starts = mem_grow(h->starts, &cap, tokens + 1, sizeof(*h->starts));
	if (cap != h->cap) {
		h->words = mem_realloc(h->words, cap, sizeof(*h->words));
		h->pairs = mem_realloc(h->pairs, cap, sizeof(*h->pairs));
	}
	h->cap = cap;
	h->near = mem_grow(h->near, &texts_cap, texts + 1, sizeof(*h->near));
	if (texts_cap != h->texts_cap)
		h->loudest =
		    mem_realloc(h->loudest, texts_cap, sizeof(*h->loudest));
	h->texts_cap = texts_cap;
}

static void
find_starts(struct hearing *h, const struct tokens *t)
{
	size_t at;

	h->nstarts = 0;
	for (at = 0; at < t->count; at += BLOCK) {
		uint64_t bits = block_flags(t->flags + at, TOKEN_SENTENCE);

		for (; bits != 0; bits &= bits - 1)
			h->starts[h->nstarts++] =
			    (uint32_t)(at + (size_t)__builtin_ctzll(bits));
	}
	h->starts[h->nstarts] = (uint32_t)t->count;
}

/* Lists the texts that are heard as a whole and have several sentences. */
static void
list_texts(struct hearing *h, const struct tokens *t)
{
	uint32_t i;

	for (i = 0; i < t->ntexts; i++) {
		uint32_t first = t->texts[i].first, to = t->texts[i + 1].first;

		h->heard[h->nheard] = (struct heard){first, to, i};
		h->nheard += (t->texts[i].second < to) &
		    (to - first <= HEARING_WHOLE_MAX);
	}
}

/* Each text begins a sentence; some are empty. */
static void
list_sentences(struct hearing *h, const struct tokens *t)
{
	const struct token_text *next = t->texts + 1;
	size_t i;

	for (i = 0; i < h->nstarts; i++) {
		uint32_t first = h->starts[i];

		next += first >= next->first;
		while (first >= next->first)
			next++;
		h->heard[h->nheard++] = (struct heard){
		    first, h->starts[i + 1], (uint32_t)(next - t->texts - 1)};
	}
}

void
hearing_list(struct hearing *h, const struct tokens *t)
{
	size_t cap = h->heard_cap;

	reserve(h, t->count, t->ntexts);
	find_starts(h, t);
	h->heard = mem_grow(
	    h->heard, &cap, t->ntexts + h->nstarts + 1, sizeof(*h->heard));
	if (cap != h->heard_cap)
		h->left = mem_realloc(h->left, cap, sizeof(*h->left));
	h->heard_cap = cap;
	h->nheard = 0;
	list_texts(h, t);
	list_sentences(h, t);
}

/* What a sum comes to as a value, times this. */
static inline double
whole_of(const struct heard *heard)
{
	return sqrt((double)(heard->to - heard->first) + 1) * alarm_limit;
}

static void
hear_words(struct hearing *h, const alarm_word *words, size_t n)
{
	uint32_t sum = 0, i;
	size_t k;

	for (k = 0; k < n; k++) {
		h->words[k] = sum;
		sum += (uint32_t)alarm_weight(words[k]);
	}
	h->words[n] = sum;
	h->nleft = 0;
	for (i = 0; i < h->nheard; i++) {
		const struct heard *heard = &h->heard[i];
		int32_t all =
		    (int32_t)(h->words[heard->to] - h->words[heard->first]);
		bool more = all >= HEARING_FROM_WORDS * whole_of(heard);

		h->left[h->nleft] = (struct heard_part){i, all};
		h->nleft += more;
		h->near[heard->text] |= more;
	}
}

/* Of an edge and what stands at a distance from it. */
static inline int32_t
sum_at_edges(const alarm_word *words, size_t n, unsigned distance)
{
	if (n + 1 == distance)
		return alarm_pair_weight(ALARM_BEGIN, ALARM_END, distance);
	if (n + 1 < distance)
		return 0;
	return alarm_pair_weight(
		   ALARM_BEGIN, alarm_number(words[distance - 1]), distance) +
	    alarm_pair_weight(
		alarm_number(words[n - distance]), ALARM_END, distance);
}

/* Of pairs that stand at distances, edges among them. */
static int32_t
sum_of_pairs(const alarm_word *words, size_t n, unsigned from, unsigned to)
{
	int32_t sum = 0;
	size_t i;
	unsigned d;

	for (d = from; d <= to; d++) {
		for (i = 0; i + d < n; i++)
			sum += alarm_pair_weight(alarm_number(words[i]),
			    alarm_number(words[i + d]), d);
		sum += sum_at_edges(words, n, d);
	}
	return sum;
}

/* Adds up the pairs of a text that follow one another. */
static void
add_pairs(struct hearing *h, const alarm_word *words, size_t at, size_t to)
{
	uint32_t sum = 0, before = 0;

	for (; at < to; at++) {
		uint32_t number = alarm_number(words[at]);

		sum += (uint32_t)alarm_pair_weight(before, number, 1);
		h->pairs[at] = sum;
		before = number;
	}
}

static void
hear_pairs(struct hearing *h, const struct tokens *t, const alarm_word *words)
{
	size_t n = h->nleft, i;

	for (i = 0; i < t->ntexts; i++)
		if (h->near[i])
			add_pairs(
			    h, words, t->texts[i].first, t->texts[i + 1].first);
	for (h->nleft = i = 0; i < n; i++) {
		struct heard_part part = h->left[i];
		const struct heard *heard = &h->heard[part.heard];
		uint32_t first = heard->first, to = heard->to;

		part.sum += (int32_t)(h->pairs[to - 1] - h->pairs[first]) +
		    sum_at_edges(words + first, to - first, 1);
		h->left[h->nleft] = part;
		h->nleft += part.sum >= HEARING_FROM_PAIRS * whole_of(heard);
	}
}

/* What is left, looked at one by one. */
static double
value_of(const struct heard *heard, int32_t sum, const alarm_word *words)
{
	size_t n = heard->to - heard->first;
	double unit = 1 / whole_of(heard);

	words += heard->first;
	sum += sum_of_pairs(words, n, 2, ALARM_NEAR_MAX);
	if (sum * unit < HEARING_FROM_NEAR)
		return sum * unit;
	sum += sum_of_pairs(words, n, ALARM_NEAR_MAX + 1, ALARM_DISTANCE_MAX);
	return n < HEARING_WORDS_MIN ? fmin(sum * unit, HEARING_FEW)
				     : sum * unit;
}

void
hearing_read(struct hearing *h, const struct tokens *t, const alarm_word *words)
{
	size_t i;

	hearing_list(h, t);
	memset(h->near, 0, t->ntexts * sizeof(*h->near));
	for (i = 0; i < t->ntexts; i++)
		h->loudest[i] = (struct loudest){0, 0};
	hear_words(h, words, t->count);
	hear_pairs(h, t, words);
	for (i = 0; i < h->nleft; i++) {
		struct heard_part part = h->left[i];
		const struct heard *heard = &h->heard[part.heard];
		struct loudest *loudest = &h->loudest[heard->text];
		double value = value_of(heard, part.sum, words);

		if (value > loudest->value)
			*loudest = (struct loudest){value, part.heard};
	}
}
