#include "attrib/tallysums.h"

#include "base/avx512.h"
#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
	APART_BITS = 14,
	APART = 1 << APART_BITS, /* rows in a context that are kept */
	AT_ONCE = 128,           /* rows that are called for */
};

struct tally *
tally_new(const struct lexicon *lex, const struct phrases *phrases,
    const struct contexts *contexts)
{
	struct tally *t = mem_zalloc(1, sizeof(*t));
	size_t n = lex->nconcepts, i;

	t->lex = lex;
	t->phrases = phrases;
	t->contexts = contexts;
	tally_rows_init(&t->rows, lex);
	t->nnumbers =
	    tally_word(lex, phrases, (uint32_t)phrases->vocab.nsets, false);
	t->slots = mem_zalloc(t->nnumbers + APART, sizeof(*t->slots));
	t->priors = mem_zalloc(n + 1, sizeof(*t->priors));
	t->others = mem_zalloc(n, sizeof(*t->others));
	t->touched = mem_zalloc(n, sizeof(*t->touched));
	t->list = mem_zalloc(n, sizeof(*t->list));
	t->told = mem_zalloc(n + 1, sizeof(*t->told));
	for (i = 0; i < n; i++)
		t->others[i] = t->priors[i] =
		    tally_units(lex->concepts[t->rows.concept[i]].prior);
	for (i = 0; i < t->rows.nrivals; i++)
		t->rivals[i / 4][i % 4] = (float)t->priors[i];
	t->even = exp(tally_limit);
	return t;
}

void
tally_free(struct tally *t)
{
	if (t == NULL)
		return;
	tally_rows_release(&t->rows);
	free(t->slots);
	free(t->sums);
	free(t->heads);
	free(t->first_more);
	free(t->far);
	free(t->row_of);
	free(t->more);
	free(t->priors);
	free(t->others);
	free(t->touched);
	free(t->list);
	free(t->told);
	free(t);
}

const uint32_t *
tally_rules(const struct tally *t, const uint32_t *number, size_t *count)
{
	uint32_t pairs = tally_pair(t->lex, 0);
	uint32_t words = tally_word(t->lex, t->phrases, 0, false);

	if (*number >= words)
		return phrases_lone_rules(t->phrases, (*number - words) / 2,
		    (*number - words) % 2 != 0, count);
	if (*number >= pairs)
		return phrases_pair_rules(t->phrases, *number - pairs, count);
	*count = 1;
	return number;
}

void
tally_begin(struct tally *t, size_t ntexts)
{
	size_t cap = t->texts_cap;

	t->first_more =
	    mem_grow(t->first_more, &cap, ntexts, sizeof(*t->first_more));
	if (cap != t->texts_cap) {
		t->sums =
		    mem_realloc(t->sums, cap, t->rows.size * sizeof(*t->sums));
		t->heads = mem_realloc(t->heads, cap, sizeof(*t->heads));
	}
	t->texts_cap = cap;
	t->ntexts = ntexts;
	memset(t->first_more, 0, ntexts * sizeof(*t->first_more));
	memset(t->sums, 0, ntexts * t->rows.size * sizeof(*t->sums));
	memset(t->heads, 0, ntexts * sizeof(*t->heads));
	t->nmore = t->nadded = 0;
	t->emptied = false;
}

static __attribute__((noinline)) void
make_row(struct tally *t, struct tally_slot *slot, uint32_t key)
{
	uint32_t number = key / CONTEXTS;
	size_t count;
	const uint32_t *rules = tally_rules(t, &number, &count);

	if (slot->row == 0)
		slot->row = tally_rows_add(&t->rows);
	slot->key = key;
	tally_rows_make(
	    &t->rows, slot->row, t->contexts, rules, count, key % CONTEXTS);
}

/* Whether there is a context, no processor foretells. */
static inline struct tally_slot *
slot_of(const struct tally *t, uint32_t key)
{
	uint32_t plain = key / CONTEXTS;
	uint32_t apart = t->nnumbers + (key * 0x9E3779B1u >> (32 - APART_BITS));
	uint32_t differs = (uint32_t) - (int32_t)(key % CONTEXTS != 0);

	return &t->slots[plain ^ ((plain ^ apart) & differs)];
}

/* Finds the row of each item.  A row that has to go for another one is made
 * again where it is asked for once more: returns how many are to be added
 * first. */
static size_t
find_rows(struct tally *t, const struct tally_item *items, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		struct tally_slot *slot = slot_of(t, items[i].key);

		if (slot->row == 0 || slot->key != items[i].key) {
			if (slot->row != 0 && i > 0)
				return i;
			make_row(t, slot, items[i].key);
		}
		t->row_of[i] = slot->row;
		__builtin_prefetch(t->rows.items + slot->row);
		__builtin_prefetch(t->rows.items + slot->row + 4);
	}
	return n;
}

/* Makes room for more in the sums. */
static __attribute__((noinline)) void
empty_sums(struct tally *t)
{
	size_t n = t->ntexts * t->rows.size, i, k;

	t->far = mem_grow(t->far, &t->far_cap, 4 * n, sizeof(*t->far));
	if (!t->emptied)
		memset(t->far, 0, 4 * n * sizeof(*t->far));
	t->emptied = true;
	t->nadded = 0;
	for (i = 0; i < n; i++)
		for (k = 0; k < 4; k++)
			t->far[4 * i + k] += t->sums[i][k];
	memset(t->sums, 0, n * sizeof(*t->sums));
}

/* Eight numbers at once, where the processor has such, or else twice four. */
typedef int32_t eight __attribute__((vector_size(32), aligned(16), may_alias));

/* Inline: each way to add is made of it. */
static inline __attribute__((always_inline)) void
add_all(struct tally *t, const struct tally_item *items, size_t n)
{
	const tally_four *rows = t->rows.items;
	tally_four *all = t->sums, *heads = t->heads;
	const uint32_t *row_of = t->row_of;
	struct tally_more *more = t->more + t->nmore;
	size_t size = t->rows.size, from, i, k;

	for (i = 0; i < n; i++) {
		const tally_four *row = rows + row_of[i];
		size_t text = items[i].text;
		tally_four *sums = all + text * size;
		unsigned said = ((const struct tally_row *)row)->said;

		heads[text] |= row[0];
		for (from = 0; from < size; from += TALLY_BLOCK)
#pragma GCC unroll 3
			for (k = from; k < from + TALLY_BLOCK; k += 2)
				*(eight *)(sums + k) +=
				    *(const eight *)(row + k);
		*more = (struct tally_more){items[i].key, (uint32_t)text};
		more += said / TALLY_MORE;
	}
	t->nmore = (size_t)(more - t->more);
}

#ifdef HAVE_AVX512
static AVX512 void
add_wide(struct tally *t, const struct tally_item *items, size_t n)
{
	add_all(t, items, n);
}
#else
#define add_wide add_all
#endif

/* Adds the rows of items, for which there is room in the sums. */
static void
add_rows(struct tally *t, const struct tally_item *items, size_t n)
{
	if (avx512_here())
		add_wide(t, items, n);
	else
		add_all(t, items, n);
}

/* Puts what raises concepts that have no place in a row, from number first on,
 * to those of its text. */
static void
link_more(struct tally *t, size_t first)
{
	for (; first < t->nmore; first++) {
		uint32_t *head = &t->first_more[t->more[first].next];

		t->more[first].next = *head;
		*head = (uint32_t)first + 1;
	}
}

void
tally_add(struct tally *t, const struct tally_item *items, size_t n)
{
	size_t now, had = t->nmore;

	t->row_of = mem_grow(t->row_of, &t->row_of_cap, n, sizeof(*t->row_of));
	t->more =
	    mem_grow(t->more, &t->more_cap, t->nmore + n + 1, sizeof(*t->more));
	for (; n > 0; n -= now, items += now) {
		now = find_rows(t, items, n < AT_ONCE ? n : AT_ONCE);
		now = now < t->rows.room ? now : t->rows.room;
		if (t->nadded + now > t->rows.room)
			empty_sums(t);
		t->nadded += now;
		add_rows(t, items, now);
	}
	link_more(t, had);
}
