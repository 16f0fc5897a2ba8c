#include "attrib/tally.h"

#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double told_from = 0.5; /* severity */

/* Sums below this are of a severity below told_from, however it is rounded. */
static const double surely_below = -1e-9;

/* Two sums at once, on any processor. */
typedef double pair __attribute__((vector_size(16)));

enum { BOARD = 64 }; /* rivals that have a bit each */

/* What a rule raises of the board. */
struct tally_row {
	uint64_t mask;  /* the places */
	double peak;    /* the greatest part */
	uint32_t parts; /* they begin at tally.parts[parts - 1]; 0: none yet */
};

/*
 * Concepts have a place each, rivals first.  Rules of dimension pattern raise
 * most rivals at once: those of the first BOARD places are added as rows of all
 * of them, with nought for those that the rule does not raise.
 */
struct tally {
	const struct lexicon *lex;
	uint32_t *place;   /* of each concept */
	uint32_t *concept; /* at each place */
	double *sums;      /* at each place */
	double *priors;    /* at each place */
	size_t board;      /* rivals on the board */
	size_t row;        /* the same as pairs */
	uint64_t on_board; /* touched: a bit for each place of the board */
	uint64_t loud;     /* of them, those some cue speaks for by itself */
	bool *touched;     /* beyond the board */
	bool *loud_beyond;
	uint32_t *others; /* places touched beyond it; room for all */
	size_t nothers;
	struct tally_row *rows; /* of each rule */
	pair *parts;
	size_t nparts, parts_cap;
	double logs[BOARD + 1];
	struct severity *told;
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
			t->sums[at] = t->priors[at] = concepts[i].prior;
			t->board += rival && at < BOARD;
			at++;
		}
	}
}

struct tally *
tally_new(const struct lexicon *lex)
{
	struct tally *t = mem_zalloc(1, sizeof(*t));
	size_t n, i;

	lexicon_concepts(lex, &n);
	t->lex = lex;
	t->place = mem_zalloc(n, sizeof(*t->place));
	t->concept = mem_zalloc(n, sizeof(*t->concept));
	/* A row may reach one place beyond the last. */
	t->sums = mem_zalloc(n + 1, sizeof(*t->sums));
	t->priors = mem_zalloc(n + 1, sizeof(*t->priors));
	t->touched = mem_zalloc(n, sizeof(*t->touched));
	t->loud_beyond = mem_zalloc(n, sizeof(*t->loud_beyond));
	t->others = mem_zalloc(n + BOARD, sizeof(*t->others));
	t->told = mem_zalloc(n, sizeof(*t->told));
	t->rows = mem_zalloc(lex->nrules, sizeof(*t->rows));
	give_places(t);
	t->row = (t->board + 1) / 2;
	for (i = 1; i <= BOARD; i++)
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
	free(t->priors);
	free(t->touched);
	free(t->others);
	free(t->told);
	free(t->rows);
	free(t->loud_beyond);
	free(t->parts);
	free(t);
}

static void
touch(struct tally *t, uint32_t place)
{
	if (place < t->board) {
		t->on_board |= 1ULL << place;
	} else if (!t->touched[place]) {
		t->touched[place] = true;
		t->others[t->nothers++] = place;
	}
}

/* A cue that speaks for a way of thinking by itself. */
static void
heed(struct tally *t, uint32_t place, double weight)
{
	if (weight < TALLY_LOUD)
		return;
	if (place < t->board)
		t->loud |= 1ULL << place;
	else
		t->loud_beyond[place] = true;
}

/* What a rule raises, one by one. */
static void
add_each(struct tally *t, const struct lexicon_rule *rule, double weight)
{
	const struct lexicon_raise *raises = lexicon_raises(t->lex, rule);
	size_t i;

	for (i = 0; i < rule->nraises; i++) {
		uint32_t place = t->place[raises[i].concept];

		touch(t, place);
		t->sums[place] += weight * (double)raises[i].part;
		heed(t, place, weight * (double)raises[i].part);
	}
}

/* Makes the row of a rule, all of whose concepts are on the board. */
static void
make_row(
    struct tally *t, struct tally_row *row, const struct lexicon_rule *rule)
{
	const struct lexicon_raise *raises = lexicon_raises(t->lex, rule);
	double *parts;
	size_t i;

	t->parts = mem_grow(
	    t->parts, &t->parts_cap, t->nparts + t->row, sizeof(*t->parts));
	parts = (double *)(t->parts + t->nparts);
	memset(parts, 0, t->row * sizeof(*t->parts));
	for (i = 0; i < rule->nraises; i++) {
		uint32_t place = t->place[raises[i].concept];

		parts[place] += (double)raises[i].part;
		if (parts[place] > row->peak)
			row->peak = parts[place];
		row->mask |= 1ULL << place;
	}
	row->parts = (uint32_t)t->nparts + 1;
	t->nparts += t->row;
}

/* A concept that stands twice, or beyond the board, is added by itself. */
static bool
fits_row(const struct tally *t, const struct lexicon_rule *rule)
{
	const struct lexicon_raise *raises = lexicon_raises(t->lex, rule);
	uint64_t seen = 0;
	size_t i;

	for (i = 0; i < rule->nraises; i++) {
		uint32_t place = t->place[raises[i].concept];

		if (place >= t->board || (seen >> place & 1) != 0)
			return false;
		seen |= 1ULL << place;
	}
	return rule->dimension == DIM_PATTERN;
}

void
tally_add(struct tally *t, uint32_t number, double weight)
{
	struct tally_row *row = &t->rows[number];
	const pair both = {weight, weight};
	pair *sums = (pair *)t->sums, *end = sums + t->row;
	const pair *parts;
	uint64_t left;

	if (row->parts == 0) {
		const struct lexicon_rule *rule = &t->lex->rules[number];

		if (!fits_row(t, rule)) {
			add_each(t, rule, weight);
			return;
		}
		make_row(t, row, rule);
	}
	for (parts = t->parts + row->parts - 1; sums < end; sums++, parts++)
		*sums += both * *parts;
	t->on_board |= row->mask;
	if (weight * row->peak < TALLY_LOUD)
		return;
	parts -= t->row;
	for (left = row->mask; left != 0; left &= left - 1) {
		uint32_t place = (uint32_t)__builtin_ctzll(left);

		heed(t, place, weight * ((const double *)parts)[place]);
	}
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

/* Turns of phrase that many texts share add up as well: of a way of thinking
 * they say nothing where no cue speaks for it by itself. */
static bool
is_spoken_for(const struct tally *t, size_t place)
{
	if (!t->lex->concepts[t->concept[place]].rival)
		return true;
	return place < t->board ? (t->loud >> place & 1) != 0
				: t->loud_beyond[place];
}

/* Puts down the concept at a place, if it is told. */
static size_t
tell(struct tally *t, size_t place, size_t n)
{
	double severity;

	if (t->sums[place] < surely_below || !is_spoken_for(t, place))
		return n;
	severity = logistic(t->sums[place]);
	if (severity >= told_from)
		t->told[n++] = (struct severity){t->concept[place], severity};
	return n;
}

/* Lists the places that were touched, those of the board first. */
static size_t
list_touched(struct tally *t)
{
	size_t n = t->nothers;
	uint64_t left;

	for (left = t->on_board; left != 0; left &= left - 1)
		t->others[n++] = (uint32_t)__builtin_ctzll(left);
	return n;
}

/* Whether the first of two rivals comes before the other. */
static bool
likelier(const struct tally *t, uint32_t a, uint32_t b)
{
	if (t->sums[a] != t->sums[b])
		return t->sums[a] > t->sums[b];
	return t->concept[a] < t -> concept[b];
}

static bool
competes(const struct tally *t, uint32_t place)
{
	return t->lex->concepts[t->concept[place]].rival &&
	    is_spoken_for(t, place);
}

/*
 * The likeliest of the rivals that are spoken for is given the odds of all of
 * these: words that leave open which of two ways of thinking it is still speak
 * for one.  Nothing is reckoned where none can be told: their odds are at most
 * their number times those of the likeliest.
 */
static void
settle_rivals(struct tally *t, size_t n)
{
	uint32_t best = UINT32_MAX;
	size_t i, count = 0;
	double odds = 0;

	for (i = 0; i < n; i++) {
		if (!competes(t, t->others[i]))
			continue;
		if (count++ == 0 || likelier(t, t->others[i], best))
			best = t->others[i];
	}
	if (count == 0 ||
	    (count <= BOARD && t->sums[best] + t->logs[count] < surely_below))
		return;
	for (i = 0; i < n; i++)
		if (competes(t, t->others[i]))
			odds += exp(t->sums[t->others[i]]);
	t->sums[best] = log(odds);
}

static void
clear(struct tally *t)
{
	size_t i;

	for (i = 0; i < t->nothers; i++) {
		t->touched[t->others[i]] = false;
		t->loud_beyond[t->others[i]] = false;
		t->sums[t->others[i]] = t->priors[t->others[i]];
	}
	memcpy(t->sums, t->priors, t->board * sizeof(*t->sums));
	t->nothers = 0;
	t->on_board = t->loud = 0;
}

/* Whether rivals of the board alone were touched, none of which can be told,
 * being spoken for by no cue or too little; most statements are such. */
static bool
tells_nothing(const struct tally *t, double balance)
{
	double best = -HUGE_VAL;
	size_t count = 0;
	uint64_t left;

	if (t->nothers > 0)
		return false;
	for (left = t->loud; left != 0; left &= left - 1) {
		double sum = t->sums[__builtin_ctzll(left)];

		best = sum > best ? sum : best;
		count++;
	}
	return count == 0 || best - balance + t->logs[count] < surely_below;
}

size_t
tally_settle(struct tally *t, double balance, const struct severity **out)
{
	const struct lexicon_concept *concepts = t->lex->concepts;
	size_t touched, i, n = 0;

	*out = t->told;
	if (tells_nothing(t, balance)) {
		clear(t);
		return 0;
	}
	touched = list_touched(t);

	for (i = 0; i < touched; i++)
		if (concepts[t->concept[t->others[i]]].bias)
			t->sums[t->others[i]] -= balance;
	settle_rivals(t, touched);
	for (i = 0; i < touched; i++)
		n = tell(t, t->others[i], n);
	clear(t);
	if (n > 1)
		qsort(t->told, n, sizeof(*t->told), compare_severity);
	return n;
}
