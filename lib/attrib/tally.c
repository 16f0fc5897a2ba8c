#include "attrib/tally.h"

#include "attrib/tallyrow.h"
#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Sums beyond this are of a severity of one half or more, which is told: below
 * nought by so little is on the limit but for what was rounded. */
static const double limit = -8.5 / TALLY_UNIT;

/* What part one must have of the odds of all rivals to be told beside the
 * likeliest: what speaks for one mostly speaks for any. */
static const double rival_part = 0.1;

/* What comes of sums of four bytes. */
typedef double pair __attribute__((vector_size(16)));
typedef double quad __attribute__((vector_size(32)));
typedef uint64_t bits __attribute__((vector_size(16)));
typedef float floats __attribute__((vector_size(16)));

enum { FAR_PAIRS = TALLY_PLACES / 2 + 2 * TALLY_BLOCK };

struct tally {
	const struct lexicon *lex;
	const struct phrases *phrases;
	struct tally_rows rows; /* made as they are asked for: most texts
	                         * ask for few */
	uint32_t *row_of;       /* each number, 0 while it has none */
	tally_four *sums;       /* of rows, heads and all */
	size_t nadded;          /* rows, to the sums */
	pair far[FAR_PAIRS];    /* what is to be added to the sums */
	pair priors[FAR_PAIRS];
	unsigned said;
	uint64_t loud;
	size_t ncues;   /* but for those of the rows in the sums */
	double *others; /* sums at the places behind the rivals */
	bool *touched;  /* the same places */
	uint32_t *list; /* of those touched */
	size_t nlist;
	double even; /* the odds at the limit */
	struct severity *told;
	size_t ntold;
};

static double
prior_at(const struct tally *t, size_t place)
{
	return tally_units(t->lex->concepts[t->rows.concept[place]].prior);
}

static void
set_priors(struct tally *t)
{
	size_t i;

	t->sums = mem_zalloc(t->rows.size, sizeof(*t->sums));
	for (i = 0; i < t->rows.nrivals; i++)
		((double *)t->priors)[TALLY_AT_RIVALS + i] = prior_at(t, i);
	memcpy(t->far, t->priors, sizeof(t->far));
	for (i = t->rows.nrivals; i < t->lex->nconcepts; i++)
		t->others[i] = prior_at(t, i);
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
	t->even = exp(limit);
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

static inline size_t
cues_of_sums(const struct tally *t)
{
	return ((const struct tally_row *)t->sums)->cues;
}

/* Makes room for more in the sums. */
static __attribute__((noinline)) void
empty_sums(struct tally *t)
{
	add_heads(t, t->sums + 1, 1);
	add_rivals(t, t->sums + 1, 1);
	t->ncues += cues_of_sums(t);
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
	t->said |= row->said;
	t->ncues++;
	if ((row->said & TALLY_MORE) != 0 && part > 0)
		add_each(t, r, part * r->weight);
}

static int
compare_severity(const void *a, const void *b)
{
	const struct severity *x = a, *y = b;

	if (x->severity != y->severity)
		return x->severity > y->severity ? -1 : 1;
	return (x->concept > y->concept) - (x->concept < y->concept);
}

/* The log-odds at a place of the sums. */
static inline double
sum_at(const struct tally *t, size_t place)
{
	return (((const double *)t->far)[place] +
		   ((const int32_t *)(t->sums + 1))[place]) /
	    TALLY_UNIT;
}

/* Of a severity that is told. */
static inline struct severity
severity_at(const struct tally *t, size_t place, double odds)
{
	return (struct severity){
	    t->rows.concept[place], 1 / (1 + 1 / (odds > 1 ? odds : 1))};
}

/*
 * Whether the rivals that are spoken for are too unlikely even all together, as
 * they mostly are.  The bits of a float, as a whole number, rise with its
 * logarithm, but between two powers of two run straight: made of a logarithm,
 * it is too large by a sixteenth at most, and too small by no more than what is
 * rounded, of which a thousandth is left.
 */
static inline bool
are_unlikely(const struct tally *t, double balance)
{
	const tally_four lanes = {1, 2, 4, 8};
	const float octave = 1 << 23, one = 127 * octave;
	const float unit = (float)M_LOG2E / TALLY_UNIT * octave;
	floats odds = {0};
	size_t i;

	for (i = 0; i < (t->rows.nrivals + 3) / 4; i++) {
		size_t at = TALLY_AT_RIVALS / 4 + i;
		pair a = t->far[2 * at] - balance * TALLY_UNIT;
		pair b = t->far[2 * at + 1] - balance * TALLY_UNIT;
		quad far = {a[0], a[1], b[0], b[1]};
		floats sums = __builtin_convertvector(far, floats) +
		    __builtin_convertvector(t->sums[1 + at], floats);
		floats x = sums * unit + one;
		tally_four loud = ((int32_t)(t->loud >> 4 * i) & lanes) != 0;
		tally_four made = __builtin_convertvector(x, tally_four);

		/* What is beyond all floats is no number, nor is the sum. */
		made = (made & (made > 0)) | (x > 255 * octave);
		odds += (floats)(made & loud);
	}
	return odds[0] + odds[1] + odds[2] + odds[3] < 0.999 * t->even;
}

/*
 * The likeliest of the rivals that are spoken for is given the odds of all of
 * these: words that leave open which of two ways of thinking it is still speak
 * for one.  Turns of phrase that many texts share add up as well: of a way of
 * thinking they say nothing where no cue speaks for it by itself.
 */
static void
tell_rivals(struct tally *t, double balance)
{
	double odds[LEXICON_RIVALS_MAX], top = -HUGE_VAL, all = 0, least;
	size_t places[LEXICON_RIVALS_MAX], count = 0, best = 0, i;
	uint64_t left;

	if (are_unlikely(t, balance))
		return;
	for (left = t->loud; left != 0; left &= left - 1) {
		places[count] = (size_t)__builtin_ctzll(left);
		odds[count] =
		    sum_at(t, TALLY_AT_RIVALS + places[count]) - balance;
		best = odds[count] > top ? count : best;
		top = odds[count] > top ? odds[count] : top;
		count++;
	}
	for (i = 0; i < count; i++)
		all += odds[i] = exp(odds[i]);
	if (all < t->even)
		return;
	odds[best] = all;
	least = fmax(t->even, all * rival_part);
	for (left = 1ULL << best, i = 0; i < count; i++)
		left |= (uint64_t)(odds[i] > least) << i;
	for (; left != 0; left &= left - 1) {
		i = (size_t)__builtin_ctzll(left);
		t->told[t->ntold++] = severity_at(t, places[i], odds[i]);
	}
}

static void
tell_others(struct tally *t, double balance)
{
	size_t i;

	for (i = 0; i < t->nlist; i++) {
		uint32_t place = t->list[i];
		bool bias = t->lex->concepts[t->rows.concept[place]].bias;
		double sum =
		    t->others[place] / TALLY_UNIT - (bias ? balance : 0);

		if (sum > limit)
			t->told[t->ntold++] = severity_at(t, place, exp(sum));
		t->others[place] = prior_at(t, place);
		t->touched[place] = false;
	}
	t->nlist = 0;
}

/* Makes the sums as they were before anything was added. */
static inline void
clear_sums(struct tally *t)
{
	const tally_four none = {0};
	size_t i, k;

	for (i = 0; i < t->rows.size; i += TALLY_BLOCK) {
#pragma GCC unroll 6
		for (k = 0; k < TALLY_BLOCK; k++)
			t->sums[i + k] = none;
#pragma GCC unroll 12
		for (k = 0; k < (size_t)2 * TALLY_BLOCK; k++)
			t->far[2 * i + k] = t->priors[2 * i + k];
	}
}

void
tally_settle(struct tally *t, struct totals *out)
{
	int d;

	t->ntold = 0;
	if (t->loud != 0)
		tell_rivals(t, sum_at(t, TALLY_AT_BALANCE));
	if (t->nlist > 0)
		tell_others(t, sum_at(t, TALLY_AT_BALANCE));
	if (t->ntold > 1)
		qsort(t->told, t->ntold, sizeof(*t->told), compare_severity);
	out->said = t->said & ~(unsigned)TALLY_MORE;
	out->crisis = sum_at(t, TALLY_AT_CRISIS);
	out->ncues = t->ncues + cues_of_sums(t);
	out->told = t->told;
	out->ntold = t->ntold;
	for (d = 0; d <= DIM_VALENCE; d++)
		out->scale[d] = sum_at(t, (size_t)d);
	clear_sums(t);
	t->nadded = t->ncues = 0;
	t->said = 0;
	t->loud = 0;
}
