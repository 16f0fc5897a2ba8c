#include "attrib/tallysums.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What part one must have of the odds of all rivals to be told beside the
 * likeliest: what speaks for one mostly speaks for any. */
static const double rival_part = 0.1;

static int
compare_severity(const void *a, const void *b)
{
	const struct severity *x = a, *y = b;

	if (x->severity != y->severity)
		return x->severity > y->severity ? -1 : 1;
	return (x->concept > y->concept) - (x->concept < y->concept);
}

/* What the sums of a text come to at a place, in units. */
static inline double
sum_at(const struct tally *t, size_t text, size_t place)
{
	size_t at = 4 * (text * t->rows.size + 1) + place;
	double sum = ((const int32_t *)t->sums)[at];

	return t->emptied ? sum + t->far[at] : sum;
}

/* How many rules speak in a text. */
static inline size_t
cues_of(const struct tally *t, size_t text)
{
	size_t at = 4 * text * t->rows.size + 3;
	uint32_t cues = ((const uint32_t *)t->sums)[at];

	return t->emptied ? cues + (size_t)t->far[at] : cues;
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
are_unlikely(const struct tally *t, size_t text, uint64_t loud, double balance)
{
	const tally_four lanes = {1, 2, 4, 8};
	const float octave = 1 << 23, one = 127 * octave;
	const float unit = (float)M_LOG2E / TALLY_UNIT * octave;
	const tally_four *sums =
	    t->sums + text * t->rows.size + 1 + TALLY_AT_RIVALS / 4;
	tally_floats odds = {0};
	size_t i;

	if (t->emptied)
		return false;
	for (i = 0; i < (t->rows.nrivals + 3) / 4; i++) {
		tally_floats x =
		    __builtin_convertvector(sums[i], tally_floats) +
		    (t->rivals[i] - (float)balance);
		tally_four heard = ((int32_t)(loud >> 4 * i) & lanes) != 0;
		tally_four made;

		x = x * unit + one;
		made = __builtin_convertvector(x, tally_four);
		/* What is beyond all floats is no number, nor is the sum. */
		made = (made & (made > 0)) | (x > 255 * octave);
		odds += (tally_floats)(made & heard);
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
tell_rivals(struct tally *t, size_t text, uint64_t loud, double balance)
{
	double odds[LEXICON_RIVALS_MAX], top = -HUGE_VAL, all = 0, least;
	size_t places[LEXICON_RIVALS_MAX], count = 0, best = 0, i;
	uint64_t left;

	if (are_unlikely(t, text, loud, balance))
		return;
	for (left = loud; left != 0; left &= left - 1) {
		places[count] = (size_t)__builtin_ctzll(left);
		odds[count] =
		    (sum_at(t, text, TALLY_AT_RIVALS + places[count]) +
			t->priors[places[count]] - balance) /
		    TALLY_UNIT;
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

/* Adds what a rule raises that has no place in a row. */
static void
raise_by(struct tally *t, uint32_t number, double part)
{
	const struct lexicon_rule *rule = &t->lex->rules[number];
	const struct lexicon_raise *raises = lexicon_raises(t->lex, rule);
	size_t i;

	for (i = 0; i < rule->nraises && part > 0; i++) {
		uint32_t place = t->rows.place[raises[i].concept];

		if (place < t->rows.nrivals)
			continue;
		t->others[place] +=
		    tally_units(rule->weight * part * (double)raises[i].part);
		if (!t->touched[place])
			t->list[t->nlist++] = place;
		t->touched[place] = true;
	}
}

static void
raise_more(struct tally *t, size_t text)
{
	uint32_t next = t->first_more[text];
	size_t i, count;

	for (; next != 0; next = t->more[next - 1].next) {
		uint32_t key = t->more[next - 1].key, number = key / CONTEXTS;
		const uint32_t *rules = tally_rules(t, &number, &count);

		for (i = 0; i < count; i++)
			raise_by(t, rules[i],
			    context_part(
				t->contexts, rules[i], key % CONTEXTS));
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
		    (t->others[place] - (bias ? balance : 0)) / TALLY_UNIT;

		if (sum > tally_limit)
			t->told[t->ntold++] = severity_at(t, place, exp(sum));
		t->others[place] = t->priors[place];
		t->touched[place] = false;
	}
	t->nlist = 0;
}

void
tally_settle(struct tally *t, size_t text, struct totals *out)
{
	struct tally_row head;
	double balance = sum_at(t, text, TALLY_AT_BALANCE);
	int d;

	memcpy(&head, &t->heads[text], sizeof(head));
	t->ntold = 0;
	if (head.loud != 0)
		tell_rivals(t, text, head.loud, balance);
	if (t->first_more[text] != 0) {
		raise_more(t, text);
		tell_others(t, balance);
	}
	if (t->ntold > 1)
		qsort(t->told, t->ntold, sizeof(*t->told), compare_severity);
	out->said = head.said & ~(unsigned)TALLY_MORE;
	out->crisis = sum_at(t, text, TALLY_AT_CRISIS) / TALLY_UNIT;
	out->ncues = cues_of(t, text);
	out->told = t->told;
	out->ntold = t->ntold;
	for (d = 0; d <= DIM_VALENCE; d++)
		out->scale[d] = sum_at(t, text, (size_t)d) / TALLY_UNIT;
}
