#include "attrib/tallysums.h"

#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void
set_priors(struct tally *t)
{
	size_t i;

	t->sums = mem_zalloc(t->rows.size, sizeof(*t->sums));
	for (i = 0; i < t->rows.nrivals; i++)
		((double *)t->priors)[TALLY_AT_RIVALS + i] =
		    tally_prior_at(t, i);
	memcpy(t->far, t->priors, sizeof(t->far));
	for (i = t->rows.nrivals; i < t->lex->nconcepts; i++)
		t->others[i] = tally_prior_at(t, i);
}

struct tally *
tally_new(const struct lexicon *lex, const struct phrases *phrases)
{
	struct tally *t = mem_zalloc(1, sizeof(*t));
	size_t n = lex->nconcepts;

	t->lex = lex;
	t->phrases = phrases;
	tally_rows_init(&t->rows, lex);
	t->others = mem_zalloc(n, sizeof(*t->others));
	t->touched = mem_zalloc(n, sizeof(*t->touched));
	t->list = mem_zalloc(n, sizeof(*t->list));
	t->told = mem_zalloc(n + 1, sizeof(*t->told));
	t->row_of = mem_zalloc(
	    tally_word(lex, phrases, (uint32_t)phrases->vocab.nsets, false),
	    sizeof(*t->row_of));
	set_priors(t);
	t->even = exp(tally_limit);
	return t;
}

void
tally_free(struct tally *t)
{
	if (t == NULL)
		return;
	tally_rows_release(&t->rows);
	free(t->sums);
	free(t->others);
	free(t->touched);
	free(t->list);
	free(t->told);
	free(t->row_of);
	free(t);
}

/* Adds four parts of a row, times a number; a bit for each that comes to what a
 * rule speaks for a rival with by itself. */
static inline bits
add_four(pair far[2], tally_four parts, pair times)
{
	const double loud = tally_loud_units - 0.5;
	const pair least = {loud, loud};
	const bits first = {1, 2}, second = {4, 8};
	quad all = __builtin_convertvector(parts, quad);
	pair a = (pair){all[0], all[1]} * times;
	pair b = (pair){all[2], all[3]} * times;

	far[0] += a;
	far[1] += b;
	return ((bits)(a > least) & first) | ((bits)(b > least) & second);
}

enum { RIVALS = TALLY_AT_RIVALS / 4 };

/* Adds the parts of a row for scales and the like, so many times. */
static inline void
add_heads(struct tally *t, const tally_four *parts, double times)
{
	const pair both = {times, times};
	size_t i;

#pragma GCC unroll 2
	for (i = 0; i < RIVALS; i++)
		add_four(t->far + 2 * i, parts[i], both);
}

/* The same of those for rivals; a bit for each that they speak for by
 * themselves. */
static inline uint64_t
add_rivals(struct tally *t, const tally_four *parts, double times)
{
	const pair both = {times, times};
	bits loud = {0, 0};
	size_t i;

	for (i = RIVALS; i < RIVALS + (t->rows.nrivals + 3) / 4; i++)
		loud |= add_four(t->far + 2 * i, parts[i], both)
		    << 4 * (i - RIVALS);
	return loud[0] | loud[1];
}

/* Makes room for more in the sums. */
static __attribute__((noinline)) void
empty_sums(struct tally *t)
{
	add_heads(t, t->sums + 1, 1);
	add_rivals(t, t->sums + 1, 1);
	t->ncues += tally_cues_of_sums(t);
	memset(t->sums, 0, t->rows.size * sizeof(*t->sums));
	t->nadded = 0;
}

/* What a rule raises that has no place in a row, one by one. */
static void
add_each(struct tally *t, const struct lexicon_rule *rule, double weight)
{
	const struct lexicon_raise *raises = lexicon_raises(t->lex, rule);
	size_t i;

	if (rule->dimension == DIM_PATTERN || weight == 0)
		return;
	for (i = 0; i < rule->nraises; i++) {
		uint32_t place = t->rows.place[raises[i].concept];
		double part = weight * (double)raises[i].part;

		if (place < t->rows.nrivals) {
			((double *)t->far)[TALLY_AT_RIVALS + place] +=
			    tally_units(part);
			if (tally_units(part) >= tally_loud_units)
				t->loud |= 1ULL << place;
			continue;
		}
		t->others[place] += tally_units(part);
		if (!t->touched[place])
			t->list[t->nlist++] = place;
		t->touched[place] = true;
	}
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

static __attribute__((noinline)) void
make_row(struct tally *t, const uint32_t *number)
{
	size_t count;
	const uint32_t *rules = tally_rules(t, number, &count);

	t->row_of[*number] = tally_rows_make(&t->rows, rules, count);
}

/* Adds rows for which there is room in the sums; those of a block stay in the
 * processor meanwhile.  Whether some raises what has no place in them. */
static bool
add_rows(struct tally *t, const uint32_t *numbers, size_t n)
{
	tally_four heads = {0};
	size_t from, i, k;
	struct tally_row head;

	for (from = 0; from < t->rows.size; from += TALLY_BLOCK) {
		tally_four sums[TALLY_BLOCK] = {{0}};

		for (i = 0; i < n; i++) {
			const tally_four *row =
			    t->rows.items + t->row_of[numbers[i]];

			heads |= row[0];
#pragma GCC unroll 6
			for (k = 0; k < TALLY_BLOCK; k++)
				sums[k] += row[from + k];
		}
#pragma GCC unroll 6
		for (k = 0; k < TALLY_BLOCK; k++)
			t->sums[from + k] += sums[k];
	}
	memcpy(&head, &heads, sizeof(head));
	t->said |= head.said;
	t->loud |= head.loud;
	return (head.said & TALLY_MORE) != 0;
}

/* Adds what rules raise that has no place in a row. */
static __attribute__((noinline)) void
add_more(struct tally *t, const uint32_t *numbers, size_t n)
{
	size_t i, k, count;

	for (i = 0; i < n; i++) {
		const uint32_t *rules = tally_rules(t, &numbers[i], &count);

		if ((tally_row_at(&t->rows, t->row_of[numbers[i]])->said &
			TALLY_MORE) == 0)
			continue;
		for (k = 0; k < count; k++)
			add_each(t, &t->lex->rules[rules[k]],
			    t->lex->rules[rules[k]].weight);
	}
}

void
tally_add(struct tally *t, const uint32_t *numbers, size_t n)
{
	size_t i, now;

	for (i = 0; i < n; i++)
		if (t->row_of[numbers[i]] == 0)
			make_row(t, &numbers[i]);
	for (; n > 0; n -= now, numbers += now) {
		now = n < t->rows.room ? n : t->rows.room;
		if (t->nadded + now > t->rows.room)
			empty_sums(t);
		t->nadded += now;
		if (add_rows(t, numbers, now))
			add_more(t, numbers, now);
	}
}

void
tally_add_part(struct tally *t, uint32_t rule, double part)
{
	const struct lexicon_rule *r = &t->lex->rules[rule];
	const struct tally_row *row;

	if (t->row_of[rule] == 0)
		make_row(t, &rule);
	row = tally_row_at(&t->rows, t->row_of[rule]);
	/* Of rules only those of ways of thinking have parts for rivals, and
	 * these have no others. */
	if (r->dimension == DIM_PATTERN)
		t->loud |= add_rivals(t, row->parts, part);
	else
		add_heads(t, row->parts, part);
	t->said |= row->said * (part != 0);
	t->ncues += part != 0;
	if ((row->said & TALLY_MORE) != 0 && part > 0)
		add_each(t, r, part * r->weight);
}
