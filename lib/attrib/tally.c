#include "attrib/tally.h"

#include "attrib/tallyrow.h"
#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Sums from this on are of a severity of one half or more, which is told: below
 * nought by so little is on the limit but for what was rounded. */
static const double limit = -8.0 / TALLY_UNIT;

/* The logarithm of what part one must have of the odds of all rivals to be told
 * beside the likeliest, a tenth: what speaks for one mostly speaks for any. */
static const double rival_part = -2.302585092994045684;

/* Two sums of four bytes, and what comes of them. */
typedef int32_t two __attribute__((vector_size(8)));
typedef double pair __attribute__((vector_size(16)));

enum { SUMS_MOST = 2000 }; /* log-odds: less than overflows */

struct tally {
	const struct lexicon *lex;
	const struct phrases *phrases;
	struct tally_rows rows; /* made as they are asked for: most texts
	                         * ask for few */
	tally_four *sums;
	unsigned heft;              /* no sum is greater, in log-odds */
	pair far[TALLY_PLACES / 2]; /* what is to be added to the sums */
	pair priors[TALLY_PLACES / 2];
	unsigned said;
	uint64_t loud;
	double *others; /* sums at the places behind the rivals */
	bool *touched;  /* the same places */
	uint32_t *list; /* of those touched */
	size_t nlist;
	/* Where the row of each rule begins in rows, plus 1, 0 while it has
	 * none; those of each set, without scales and with them; and those of
	 * each list of pairs. */
	uint32_t *of_rule, *of_word, *of_pair;
	double logs[LEXICON_RIVALS_MAX + 1];
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

	t->sums = mem_zalloc(t->rows.nfours, sizeof(*t->sums));
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
	size_t n = lex->nconcepts, i;

	t->lex = lex;
	t->phrases = phrases;
	tally_rows_init(&t->rows, lex);
	t->others = mem_zalloc(n, sizeof(*t->others));
	t->touched = mem_zalloc(n, sizeof(*t->touched));
	t->list = mem_zalloc(n, sizeof(*t->list));
	t->told = mem_zalloc(n, sizeof(*t->told));
	t->of_rule = mem_zalloc(lex->nrules, sizeof(*t->of_rule));
	t->of_word = mem_zalloc(2 * phrases->vocab.nsets, sizeof(*t->of_word));
	t->of_pair = mem_zalloc(phrases->nlists, sizeof(*t->of_pair));
	set_priors(t);
	for (i = 1; i <= LEXICON_RIVALS_MAX; i++)
		t->logs[i] = log((double)i);
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
	free(t->of_rule);
	free(t->of_word);
	free(t->of_pair);
	free(t);
}

/* Adds a row of sums, so many times. */
static inline void
add_far(struct tally *t, const tally_four *parts, double times)
{
	const two *from = (const two *)parts;
	const pair both = {times, times};
	size_t i;

	for (i = 0; i < 2 * t->rows.nfours; i++)
		t->far[i] += __builtin_convertvector(from[i], pair) * both;
}

/* Makes room for more in the sums. */
static __attribute__((noinline)) void
empty_sums(struct tally *t)
{
	add_far(t, t->sums, 1);
	memset(t->sums, 0, t->rows.nfours * sizeof(*t->sums));
	t->heft = 0;
}

/* Adds a row for which there is room in the sums. */
static inline void
add_row(struct tally *t, const struct tally_row *row)
{
	size_t i;

	t->heft += row->most;
	for (i = 0; i < t->rows.nfours; i++)
		t->sums[i] += row->parts[i];
	t->said |= row->said;
	t->loud |= row->loud;
}

static inline bool
has_room(const struct tally *t, const struct tally_row *row)
{
	return t->heft + row->most <= SUMS_MOST;
}

/* Adds a part of a row. */
static void
add_part(struct tally *t, const struct tally_row *row, double part)
{
	const int32_t *parts = (const int32_t *)row->parts + TALLY_AT_RIVALS;
	size_t i;

	add_far(t, row->parts, part);
	t->said |= row->said;
	for (i = 0;
	     row->peak * part > tally_loud_units - 0.5 && i < t->rows.nrivals;
	     i++)
		if (parts[i] * part > tally_loud_units - 0.5)
			t->loud |= 1ULL << i;
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

void
tally_add(struct tally *t, uint32_t rule, double part)
{
	const struct tally_row *row;

	if (t->of_rule[rule] == 0)
		t->of_rule[rule] = tally_rows_make(&t->rows, &rule, 1);
	row = tally_row_at(&t->rows, t->of_rule[rule]);
	if (part == 1 && has_room(t, row))
		add_row(t, row);
	else
		add_part(t, row, part);
	if ((row->said & TALLY_MORE) != 0 && part > 0)
		add_each(
		    t, &t->lex->rules[rule], part * t->lex->rules[rule].weight);
}

/* Adds what some rules say whose row is at *at, or is to be made. */
static __attribute__((noinline)) unsigned
add_slowly(struct tally *t, uint32_t *at, const uint32_t *rules, size_t count)
{
	size_t i;

	if (*at == 0)
		*at = tally_rows_make(&t->rows, rules, count);
	if (!has_room(t, tally_row_at(&t->rows, *at)))
		empty_sums(t);
	add_row(t, tally_row_at(&t->rows, *at));
	for (i = 0;
	     (tally_row_at(&t->rows, *at)->said & TALLY_MORE) != 0 && i < count;
	     i++)
		add_each(t, &t->lex->rules[rules[i]],
		    t->lex->rules[rules[i]].weight);
	return tally_row_at(&t->rows, *at)->cues;
}

/* Whether the row at a place is there, has room, and tells all. */
static inline bool
is_ready(const struct tally *t, uint32_t at)
{
	return at != 0 && has_room(t, tally_row_at(&t->rows, at)) &&
	    (tally_row_at(&t->rows, at)->said & TALLY_MORE) == 0;
}

unsigned
tally_add_word(struct tally *t, uint32_t set, bool scaled)
{
	uint32_t *at = &t->of_word[2 * set + scaled];
	const uint32_t *rules;
	size_t count;

	if (is_ready(t, *at)) {
		add_row(t, tally_row_at(&t->rows, *at));
		return tally_row_at(&t->rows, *at)->cues;
	}
	rules = phrases_lone_rules(t->phrases, set, scaled, &count);
	return add_slowly(t, at, rules, count);
}

unsigned
tally_add_pair(struct tally *t, uint32_t list)
{
	uint32_t *at = &t->of_pair[list];
	const uint32_t *rules;
	size_t count;

	if (is_ready(t, *at)) {
		add_row(t, tally_row_at(&t->rows, *at));
		return tally_row_at(&t->rows, *at)->cues;
	}
	rules = phrases_pair_rules(t->phrases, list, &count);
	return add_slowly(t, at, rules, count);
}

static double
logistic(double x)
{
	return 1 / (1 + exp(-x));
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
		   ((const int32_t *)t->sums)[place]) /
	    TALLY_UNIT;
}

static void
tell(struct tally *t, size_t place, double log_odds)
{
	t->told[t->ntold++] = (struct severity){
	    t->rows.concept[place], logistic(fmax(log_odds, 0))};
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
	double sums[LEXICON_RIVALS_MAX], odds = 0, all;
	size_t places[LEXICON_RIVALS_MAX], count = 0, best = 0, i;
	uint64_t left;

	sums[0] = -HUGE_VAL;
	places[0] = 0;
	for (left = t->loud; left != 0; left &= left - 1) {
		places[count] = (size_t)__builtin_ctzll(left);
		sums[count] =
		    sum_at(t, TALLY_AT_RIVALS + places[count]) - balance;
		if (sums[count] > sums[best])
			best = count;
		count++;
	}
	/* None is told where even all together would be too little: their odds
	 * are at most their number times those of the likeliest. */
	if (sums[best] + t->logs[count] < limit)
		return;
	for (i = 0; count > 1 && i < count; i++)
		odds += exp(sums[i]);
	all = count > 1 ? log(odds) : sums[best];
	if (all < limit)
		return;
	tell(t, places[best], all);
	for (i = 0; i < count; i++)
		if (i != best && sums[i] >= limit &&
		    sums[i] >= all + rival_part)
			tell(t, places[i], sums[i]);
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

		if (sum >= limit)
			tell(t, place, sum);
		t->others[place] = prior_at(t, place);
		t->touched[place] = false;
	}
	t->nlist = 0;
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
	out->told = t->told;
	out->ntold = t->ntold;
	for (d = 0; d <= DIM_VALENCE; d++)
		out->scale[d] = sum_at(t, (size_t)d);
	memset(t->sums, 0, t->rows.nfours * sizeof(*t->sums));
	memcpy(t->far, t->priors,
	    (TALLY_AT_RIVALS + t->rows.nrivals) * sizeof(*t->far));
	t->heft = 0;
	t->said = 0;
	t->loud = 0;
}
