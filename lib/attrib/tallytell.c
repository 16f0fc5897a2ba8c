#include "attrib/tallysums.h"

#include <math.h>
#include <stdlib.h>

/* What part one must have of the odds of all rivals to be told beside the
 * likeliest: what speaks for one mostly speaks for any. */
static const double rival_part = 0.1;

typedef float floats __attribute__((vector_size(16)));

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

		if (sum > tally_limit)
			t->told[t->ntold++] = severity_at(t, place, exp(sum));
		t->others[place] = tally_prior_at(t, place);
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
	out->ncues = t->ncues + tally_cues_of_sums(t);
	out->told = t->told;
	out->ntold = t->ntold;
	for (d = 0; d <= DIM_VALENCE; d++)
		out->scale[d] = sum_at(t, (size_t)d);
	clear_sums(t);
	t->nadded = t->ncues = 0;
	t->said = 0;
	t->loud = 0;
}
