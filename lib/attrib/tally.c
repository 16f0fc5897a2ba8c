#include "attrib/tally.h"

#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Numbers are whole millionths of log-odds, so that it does not matter in which
 * order they are added, and four at once can be. */
enum { UNIT = 1000000 };

/* Sums from this on are of a severity of one half or more, which is told: below
 * nought by so little is on the limit but for what was rounded. */
static const double limit = -8.0 / UNIT;

static const int32_t loud_from = (int32_t)(TALLY_LOUD * UNIT + 0.5);

/* The logarithm of what part one must have of the odds of all rivals to be told
 * beside the likeliest, a tenth: what speaks for one mostly speaks for any. */
static const double rival_part = -2.302585092994045684;

/* Four sums at once, and what comes of two, on any processor. */
typedef int32_t four __attribute__((vector_size(16)));
typedef int32_t two __attribute__((vector_size(8)));
typedef double pair __attribute__((vector_size(16)));

/* The places of a row: by dimension the scales and valence, then these. */
enum {
	AT_BALANCE = DIM_VALENCE + 1,
	AT_CRISIS,
	AT_RIVALS = 8, /* and from here on each rival */
	PLACES_MAX = AT_RIVALS + LEXICON_RIVALS_MAX,
};

/* What a rule, or all rules of a word or a pair of words, add. */
struct row {
	uint64_t loud; /* a bit for each rival that it speaks for by itself */
	int32_t peak;  /* the most for a rival */
	uint16_t most; /* no part is greater, in log-odds */
	uint8_t said;  /* a bit for each scale and valence, or MORE */
	uint8_t cues;  /* how many rules it is of */
	four parts[];  /* tally.nfours of them */
};

enum {
	MORE = 128,       /* raises what has no place in a row */
	MOST = 1000,      /* log-odds of a part of a row */
	SUMS_MOST = 2000, /* log-odds: less than overflows */
};

/* Concepts have a place each, rivals first. */
struct tally {
	const struct lexicon *lex;
	const struct phrases *phrases;
	uint32_t *place;   /* of each concept */
	uint32_t *concept; /* at each place */
	size_t nrivals;
	size_t nfours; /* of a row */
	four *sums;
	unsigned heft;            /* no sum is greater, in log-odds */
	pair far[PLACES_MAX / 2]; /* what is to be added to the sums */
	pair priors[PLACES_MAX / 2];
	unsigned said;
	uint64_t loud;
	double *others; /* sums at the places behind the rivals */
	bool *touched;  /* the same places */
	uint32_t *list; /* of those touched */
	size_t nlist;
	four *rows;             /* what struct row says, one behind the other */
	size_t nrows, rows_cap; /* in fours */
	/* Where the row of each rule begins in rows, plus 1, 0 while it has
	 * none; those of each set, without scales and with them; and those of
	 * each list of pairs. */
	uint32_t *of_rule, *of_word, *of_pair;
	double logs[LEXICON_RIVALS_MAX + 1];
	struct severity *told;
	size_t ntold;
};

/* Gives the rivals the first places. */
static void
give_places(struct tally *t)
{
	size_t n, i, at = 0;
	const struct lexicon_concept *concepts = lexicon_concepts(t->lex, &n);
	int rival;

	for (rival = 1; rival >= 0; rival--) {
		for (i = 0; i < n; i++) {
			if (concepts[i].rival != rival)
				continue;
			t->place[i] = (uint32_t)at;
			t->concept[at] = (uint32_t)i;
			t->nrivals += (size_t)rival;
			at++;
		}
	}
}

/* In whole millionths. */
static double
units_of(double log_odds)
{
	return rint(log_odds * UNIT);
}

static double
prior_at(const struct tally *t, size_t place)
{
	return units_of(t->lex->concepts[t->concept[place]].prior);
}

static void
set_priors(struct tally *t)
{
	size_t i;

	t->nfours = (AT_RIVALS + t->nrivals + 3) / 4;
	t->sums = mem_zalloc(t->nfours, sizeof(*t->sums));
	for (i = 0; i < t->nrivals; i++)
		((double *)t->priors)[AT_RIVALS + i] = prior_at(t, i);
	memcpy(t->far, t->priors, sizeof(t->far));
	for (i = t->nrivals; i < t->lex->nconcepts; i++)
		t->others[i] = prior_at(t, i);
}

struct tally *
tally_new(const struct lexicon *lex, const struct phrases *phrases)
{
	struct tally *t = mem_zalloc(1, sizeof(*t));
	size_t n = lex->nconcepts, i;

	t->lex = lex;
	t->phrases = phrases;
	t->place = mem_zalloc(n, sizeof(*t->place));
	t->concept = mem_zalloc(n, sizeof(*t->concept));
	t->others = mem_zalloc(n, sizeof(*t->others));
	t->touched = mem_zalloc(n, sizeof(*t->touched));
	t->list = mem_zalloc(n, sizeof(*t->list));
	t->told = mem_zalloc(n, sizeof(*t->told));
	t->of_rule = mem_zalloc(lex->nrules, sizeof(*t->of_rule));
	t->of_word = mem_zalloc(2 * phrases->vocab.nsets, sizeof(*t->of_word));
	t->of_pair = mem_zalloc(phrases->nlists, sizeof(*t->of_pair));
	give_places(t);
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
	free(t->place);
	free(t->concept);
	free(t->sums);
	free(t->others);
	free(t->touched);
	free(t->list);
	free(t->told);
	free(t->rows);
	free(t->of_rule);
	free(t->of_word);
	free(t->of_pair);
	free(t);
}

/* Adds to a part of a row. */
static int32_t
put_part(struct row *row, size_t place, double log_odds)
{
	int32_t *part = (int32_t *)row->parts + place;
	double most = (double)MOST * UNIT;
	double sum = fmax(-most, fmin(most, *part + units_of(log_odds)));

	*part = (int32_t)sum;
	if (row->most < fabs(sum) / UNIT + 1)
		row->most = (uint16_t)(fabs(sum) / UNIT + 1);
	return *part;
}

/* Puts what a rule adds for ways of thinking into its row. */
static void
put_rivals(
    const struct tally *t, struct row *row, const struct lexicon_rule *rule)
{
	const struct lexicon_raise *raises = lexicon_raises(t->lex, rule);
	size_t i;

	for (i = 0; i < rule->nraises; i++) {
		uint32_t place = t->place[raises[i].concept];
		int32_t part = put_part(row, AT_RIVALS + place,
		    rule->weight * (double)raises[i].part);

		if (part > row->peak)
			row->peak = part;
		if (part >= loud_from)
			row->loud |= 1ULL << place;
	}
}

static void
put_rule(
    const struct tally *t, struct row *row, const struct lexicon_rule *rule)
{
	row->cues++;
	if (rule->dimension <= DIM_VALENCE) {
		put_part(
		    row, rule->dimension, rule->weight * (rule->value - 4) / 3);
		row->said |= (uint8_t)(1u << rule->dimension);
	} else if (rule->dimension == DIM_BALANCE) {
		put_part(row, AT_BALANCE, rule->weight);
	} else if (rule->dimension == DIM_CRISIS) {
		put_part(row, AT_CRISIS, rule->weight);
	}
	if (rule->dimension == DIM_PATTERN)
		put_rivals(t, row, rule);
	else if (rule->nraises > 0)
		row->said |= MORE;
}

/* Makes the row of some rules, by number; returns where it begins, plus 1.
 * Rows are made as they are asked for: most texts ask for few. */
static __attribute__((noinline)) uint32_t
make_row(struct tally *t, const uint32_t *rules, size_t count)
{
	size_t size = sizeof(struct row) / sizeof(four) + t->nfours;
	size_t at = t->nrows, i;

	t->nrows += size;
	t->rows = mem_grow(t->rows, &t->rows_cap, t->nrows, sizeof(*t->rows));
	memset(t->rows + at, 0, size * sizeof(*t->rows));
	for (i = 0; i < count; i++)
		put_rule(
		    t, (struct row *)(t->rows + at), &t->lex->rules[rules[i]]);
	return (uint32_t)at + 1;
}

static inline const struct row *
row_at(const struct tally *t, uint32_t at)
{
	return (const struct row *)(t->rows + at - 1);
}

/* Adds a row of sums, so many times. */
static inline void
add_far(struct tally *t, const four *parts, double times)
{
	const two *from = (const two *)parts;
	const pair both = {times, times};
	size_t i;

	for (i = 0; i < 2 * t->nfours; i++)
		t->far[i] += __builtin_convertvector(from[i], pair) * both;
}

/* Makes room for more in the sums. */
static __attribute__((noinline)) void
empty_sums(struct tally *t)
{
	add_far(t, t->sums, 1);
	memset(t->sums, 0, t->nfours * sizeof(*t->sums));
	t->heft = 0;
}

/* Adds a row for which there is room in the sums. */
static inline void
add_row(struct tally *t, const struct row *row)
{
	size_t i;

	t->heft += row->most;
	for (i = 0; i < t->nfours; i++)
		t->sums[i] += row->parts[i];
	t->said |= row->said;
	t->loud |= row->loud;
}

static inline bool
has_room(const struct tally *t, const struct row *row)
{
	return t->heft + row->most <= SUMS_MOST;
}

/* Adds a part of a row. */
static void
add_part(struct tally *t, const struct row *row, double part)
{
	const int32_t *parts = (const int32_t *)row->parts + AT_RIVALS;
	size_t i;

	add_far(t, row->parts, part);
	t->said |= row->said;
	for (i = 0; row->peak * part > loud_from - 0.5 && i < t->nrivals; i++)
		if (parts[i] * part > loud_from - 0.5)
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
		uint32_t place = t->place[raises[i].concept];
		double part = weight * (double)raises[i].part;

		if (place < t->nrivals) {
			((double *)t->far)[AT_RIVALS + place] += units_of(part);
			if (units_of(part) >= loud_from)
				t->loud |= 1ULL << place;
			continue;
		}
		t->others[place] += units_of(part);
		if (!t->touched[place])
			t->list[t->nlist++] = place;
		t->touched[place] = true;
	}
}

void
tally_add(struct tally *t, uint32_t rule, double part)
{
	const struct row *row;

	if (t->of_rule[rule] == 0)
		t->of_rule[rule] = make_row(t, &rule, 1);
	row = row_at(t, t->of_rule[rule]);
	if (part == 1 && has_room(t, row))
		add_row(t, row);
	else
		add_part(t, row, part);
	if ((row->said & MORE) != 0 && part > 0)
		add_each(
		    t, &t->lex->rules[rule], part * t->lex->rules[rule].weight);
}

/* Adds what some rules say whose row is at *at, or is to be made. */
static __attribute__((noinline)) unsigned
add_slowly(struct tally *t, uint32_t *at, const uint32_t *rules, size_t count)
{
	size_t i;

	if (*at == 0)
		*at = make_row(t, rules, count);
	if (!has_room(t, row_at(t, *at)))
		empty_sums(t);
	add_row(t, row_at(t, *at));
	for (i = 0; (row_at(t, *at)->said & MORE) != 0 && i < count; i++)
		add_each(t, &t->lex->rules[rules[i]],
		    t->lex->rules[rules[i]].weight);
	return row_at(t, *at)->cues;
}

/* Whether the row at a place is there, has room, and tells all. */
static inline bool
is_ready(const struct tally *t, uint32_t at)
{
	return at != 0 && has_room(t, row_at(t, at)) &&
	    (row_at(t, at)->said & MORE) == 0;
}

unsigned
tally_add_word(struct tally *t, uint32_t set, bool scaled)
{
	uint32_t *at = &t->of_word[2 * set + scaled];
	const uint32_t *rules;
	size_t count;

	if (is_ready(t, *at)) {
		add_row(t, row_at(t, *at));
		return row_at(t, *at)->cues;
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
		add_row(t, row_at(t, *at));
		return row_at(t, *at)->cues;
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
	    UNIT;
}

static void
tell(struct tally *t, size_t place, double log_odds)
{
	t->told[t->ntold++] =
	    (struct severity){t->concept[place], logistic(fmax(log_odds, 0))};
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
		sums[count] = sum_at(t, AT_RIVALS + places[count]) - balance;
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
		bool bias = t->lex->concepts[t->concept[place]].bias;
		double sum = t->others[place] / UNIT - (bias ? balance : 0);

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
		tell_rivals(t, sum_at(t, AT_BALANCE));
	if (t->nlist > 0)
		tell_others(t, sum_at(t, AT_BALANCE));
	if (t->ntold > 1)
		qsort(t->told, t->ntold, sizeof(*t->told), compare_severity);
	out->said = t->said & ~(unsigned)MORE;
	out->crisis = sum_at(t, AT_CRISIS);
	out->told = t->told;
	out->ntold = t->ntold;
	for (d = 0; d <= DIM_VALENCE; d++)
		out->scale[d] = sum_at(t, (size_t)d);
	memset(t->sums, 0, t->nfours * sizeof(*t->sums));
	memcpy(t->far, t->priors, (AT_RIVALS + t->nrivals) * sizeof(*t->far));
	t->heft = 0;
	t->said = 0;
	t->loud = 0;
}
