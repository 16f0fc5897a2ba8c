#include "attrib/tally.h"

#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Sums from this on are of a severity of one half or more, which is told: below
 * nought by so little is on the limit but for the order of adding. */
static const double told_from = -1e-9;

/* Of the odds of all rivals, what one must have to be told beside the
 * likeliest, which is given them all: what speaks for one mostly speaks for
 * any. */
static const double rival_part = 0.1;

/* Two sums at once, on any processor. */
typedef double pair __attribute__((vector_size(16)));

/* The places of a row: by dimension the scales and valence, then these. */
enum {
	AT_BALANCE = DIM_VALENCE + 1,
	AT_CRISIS,
	AT_RIVALS = 8, /* and from here on each rival */
	PAIRS_ALWAYS = AT_RIVALS / 2,
};

/* What a rule, or all rules of a word, add. */
struct row {
	uint64_t loud; /* a bit for each rival that it speaks for by itself */
	float peak;    /* the most for a rival, or a little more */
	uint8_t said;  /* a bit for each scale and valence */
	uint8_t cues;  /* how many rules it is of */
	bool more;     /* they raise what has no place in a row */
	bool rivals;   /* they raise some */
	pair parts[];  /* tally.npairs of them */
};

/* A row that was added, how many times. */
struct added {
	uint32_t row; /* where it begins, plus 1 */
	double part;
};

/*
 * Concepts have a place each, rivals first.  Sums of rivals are put off: they
 * matter where some cue is loud, which in most texts none is.
 */
struct tally {
	const struct lexicon *lex;
	const struct phrases *phrases;
	uint32_t *place;   /* of each concept */
	uint32_t *concept; /* at each place */
	size_t nrivals;
	size_t npairs; /* of a row */
	pair *sums;
	pair *empty; /* sums before anything is added */
	unsigned said;
	uint64_t loud;
	struct added *added; /* rows that add to rivals */
	size_t nadded, added_cap;
	double *others; /* sums at the places behind the rivals */
	bool *touched;  /* the same places */
	uint32_t *list; /* of those touched */
	size_t nlist;
	pair *rows;             /* what struct row says, one behind the other */
	size_t nrows, rows_cap; /* in pairs */
	/* Where the row of each rule begins in rows, plus 1, 0 while it has
	 * none; and those of each set, without scales and with them. */
	uint32_t *of_rule, *of_word;
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

static double
prior_at(const struct tally *t, size_t place)
{
	return t->lex->concepts[t->concept[place]].prior;
}

static void
set_priors(struct tally *t)
{
	size_t i;

	t->npairs = (AT_RIVALS + t->nrivals + 1) / 2;
	t->sums = mem_zalloc(t->npairs, sizeof(*t->sums));
	t->empty = mem_zalloc(t->npairs, sizeof(*t->empty));
	for (i = 0; i < t->nrivals; i++)
		((double *)t->empty)[AT_RIVALS + i] = prior_at(t, i);
	memcpy(t->sums, t->empty, t->npairs * sizeof(*t->sums));
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
	free(t->empty);
	free(t->others);
	free(t->touched);
	free(t->list);
	free(t->told);
	free(t->added);
	free(t->rows);
	free(t->of_rule);
	free(t->of_word);
	free(t);
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
		double *at = &((double *)row->parts)[AT_RIVALS + place];

		*at += rule->weight * (double)raises[i].part;
		if (*at > (double)row->peak)
			row->peak = nextafterf((float)*at, HUGE_VALF);
		if (*at >= TALLY_LOUD)
			row->loud |= 1ULL << place;
	}
}

static void
put_rule(
    const struct tally *t, struct row *row, const struct lexicon_rule *rule)
{
	double *parts = (double *)row->parts;

	row->cues++;
	if (rule->dimension <= DIM_VALENCE) {
		parts[rule->dimension] += rule->weight * (rule->value - 4) / 3;
		row->said |= (uint8_t)(1u << rule->dimension);
	} else if (rule->dimension == DIM_BALANCE) {
		parts[AT_BALANCE] += rule->weight;
	} else if (rule->dimension == DIM_CRISIS) {
		parts[AT_CRISIS] += rule->weight;
	}
	row->rivals |= rule->dimension == DIM_PATTERN;
	if (rule->dimension == DIM_PATTERN)
		put_rivals(t, row, rule);
	else
		row->more |= rule->nraises > 0;
}

/* Makes the row of some rules, by number; returns where it begins, plus 1.
 * Rows are made as they are asked for: most texts ask for few. */
static uint32_t
make_row(struct tally *t, const uint32_t *rules, size_t count)
{
	size_t size = sizeof(struct row) / sizeof(pair) + t->npairs;
	size_t at = t->nrows, i;

	t->nrows += size;
	t->rows = mem_grow(t->rows, &t->rows_cap, t->nrows, sizeof(*t->rows));
	memset(t->rows + at, 0, size * sizeof(*t->rows));
	for (i = 0; i < count; i++)
		put_rule(
		    t, (struct row *)(t->rows + at), &t->lex->rules[rules[i]]);
	return (uint32_t)at + 1;
}

static __attribute__((noinline)) void
make_row_of_word(struct tally *t, uint32_t set, bool scaled)
{
	size_t count;
	const uint32_t *rules =
	    phrases_lone_rules(t->phrases, set, scaled, &count);

	t->of_word[2 * set + scaled] = make_row(t, rules, count);
}

static inline const struct row *
row_at(const struct tally *t, uint32_t at)
{
	return (const struct row *)(t->rows + at - 1);
}

/* Notes down that a row was added, if it adds to rivals. */
static inline void
put_off(struct tally *t, const struct row *row, uint32_t at, double part)
{
	if (t->nadded == t->added_cap)
		t->added = mem_grow(
		    t->added, &t->added_cap, t->nadded + 1, sizeof(*t->added));
	t->added[t->nadded] = (struct added){at, part};
	t->nadded += row->rivals;
}

/* Adds to rivals what was put off. */
static void
add_rivals(struct tally *t)
{
	size_t i, k;

	for (i = 0; i < t->nadded; i++) {
		const struct added *a = &t->added[i];
		const pair both = {a->part, a->part};
		const struct row *row = row_at(t, a->row);

		for (k = PAIRS_ALWAYS; k < t->npairs; k++)
			t->sums[k] += both * row->parts[k];
	}
}

/* A cue that speaks for a rival by itself. */
static void
heed(struct tally *t, uint32_t place, double weight)
{
	if (weight >= TALLY_LOUD)
		t->loud |= 1ULL << place;
}

/* What a rule raises, one by one. */
static void
add_each(struct tally *t, const struct lexicon_rule *rule, double weight)
{
	const struct lexicon_raise *raises = lexicon_raises(t->lex, rule);
	size_t i;

	for (i = 0; i < rule->nraises; i++) {
		uint32_t place = t->place[raises[i].concept];
		double part = weight * (double)raises[i].part;

		if (place < t->nrivals) {
			((double *)t->sums)[AT_RIVALS + place] += part;
			heed(t, place, part);
			continue;
		}
		t->others[place] += part;
		if (!t->touched[place])
			t->list[t->nlist++] = place;
		t->touched[place] = true;
	}
}

void
tally_add(struct tally *t, uint32_t rule, double part)
{
	const pair both = {part, part};
	const struct row *row;
	const double *rivals;
	size_t i;

	if (t->of_rule[rule] == 0)
		t->of_rule[rule] = make_row(t, &rule, 1);
	row = row_at(t, t->of_rule[rule]);
	for (i = 0; i < PAIRS_ALWAYS; i++)
		t->sums[i] += both * row->parts[i];
	put_off(t, row, t->of_rule[rule], part);
	t->said |= row->said;
	rivals = (const double *)row->parts + AT_RIVALS;
	if ((double)row->peak * part >= TALLY_LOUD)
		for (i = 0; i < t->nrivals; i++)
			heed(t, (uint32_t)i, part * rivals[i]);
	if (row->more && part > 0)
		add_each(
		    t, &t->lex->rules[rule], part * t->lex->rules[rule].weight);
}

/* What a word says of which not all has a place in a row. */
static __attribute__((noinline)) void
add_more(struct tally *t, uint32_t set, bool scaled)
{
	size_t count, i;
	const uint32_t *rules =
	    phrases_lone_rules(t->phrases, set, scaled, &count);

	for (i = 0; i < count; i++)
		if (t->lex->rules[rules[i]].dimension != DIM_PATTERN)
			add_each(t, &t->lex->rules[rules[i]],
			    t->lex->rules[rules[i]].weight);
}

unsigned
tally_add_word(struct tally *t, uint32_t set, bool scaled)
{
	uint32_t *at = &t->of_word[2 * set + scaled];
	const struct row *row;
	size_t i;

	if (*at == 0)
		make_row_of_word(t, set, scaled);
	row = row_at(t, *at);
	for (i = 0; i < PAIRS_ALWAYS; i++)
		t->sums[i] += row->parts[i];
	put_off(t, row, *at, 1);
	t->said |= row->said;
	t->loud |= row->loud;
	if (row->more)
		add_more(t, set, scaled);
	return row->cues;
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

/* Puts down the concept at a place, if it is told. */
static void
tell(struct tally *t, size_t place, double sum)
{
	if (sum >= told_from)
		t->told[t->ntold++] = (struct severity){
		    t->concept[place], logistic(fmax(sum, 0))};
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
	const double *sums = (const double *)t->sums + AT_RIVALS;
	uint64_t left;
	size_t best = 0, count = 0;
	double odds = 0, all;

	add_rivals(t);
	for (left = t->loud; left != 0; left &= left - 1) {
		size_t place = (size_t)__builtin_ctzll(left);

		if (count++ == 0 || sums[place] > sums[best])
			best = place;
	}
	/* None is told where even all together would be too little: their odds
	 * are at most their number times those of the likeliest. */
	if (count == 0 || sums[best] - balance + t->logs[count] < told_from)
		return;
	for (left = t->loud; count > 1 && left != 0; left &= left - 1)
		odds += exp(sums[__builtin_ctzll(left)] - balance);
	all = count > 1 ? log(odds) : sums[best] - balance;
	tell(t, best, all);
	for (left = t->loud & ~(1ULL << best); left != 0; left &= left - 1) {
		size_t place = (size_t)__builtin_ctzll(left);

		if (sums[place] - balance >= all + log(rival_part))
			tell(t, place, sums[place] - balance);
	}
}

static void
tell_others(struct tally *t, double balance)
{
	size_t i;

	for (i = 0; i < t->nlist; i++) {
		uint32_t place = t->list[i];
		bool bias = t->lex->concepts[t->concept[place]].bias;

		tell(t, place, t->others[place] - (bias ? balance : 0));
		t->others[place] = prior_at(t, place);
		t->touched[place] = false;
	}
	t->nlist = 0;
}

void
tally_settle(struct tally *t, struct totals *out)
{
	const double *sums = (const double *)t->sums;
	double balance = sums[AT_BALANCE];

	t->ntold = 0;
	if (t->loud != 0)
		tell_rivals(t, balance);
	if (t->nlist > 0)
		tell_others(t, balance);
	if (t->ntold > 1)
		qsort(t->told, t->ntold, sizeof(*t->told), compare_severity);
	*out = (struct totals){.said = t->said,
	    .crisis = sums[AT_CRISIS],
	    .told = t->told,
	    .ntold = t->ntold};
	memcpy(out->scale, sums, sizeof(out->scale));
	memcpy(t->sums, t->empty, t->npairs * sizeof(*t->sums));
	t->said = 0;
	t->loud = 0;
	t->nadded = 0;
}
