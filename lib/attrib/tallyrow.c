#include "attrib/tallyrow.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

enum {
	MOST = 1000,       /* log-odds of a part of a row */
	SUMS_MOST = 20000, /* of a sum: less than overflows */
};

/* Gives the rivals the first places. */
static void
give_places(struct tally_rows *r)
{
	size_t n, i, at = 0;
	const struct lexicon_concept *concepts = lexicon_concepts(r->lex, &n);
	int rival;

	for (rival = 1; rival >= 0; rival--) {
		for (i = 0; i < n; i++) {
			if (concepts[i].rival != rival)
				continue;
			r->place[i] = (uint32_t)at;
			r->concept[at] = (uint32_t)i;
			r->nrivals += (size_t)rival;
			at++;
		}
	}
}

void
tally_rows_init(struct tally_rows *r, const struct lexicon *lex)
{
	*r = (struct tally_rows){.lex = lex};
	r->place = mem_zalloc(lex->nconcepts, sizeof(*r->place));
	r->concept = mem_zalloc(lex->nconcepts, sizeof(*r->concept));
	give_places(r);
	r->size = 1 + (TALLY_AT_RIVALS + r->nrivals + 3) / 4;
	r->size = (r->size + TALLY_BLOCK - 1) / TALLY_BLOCK * TALLY_BLOCK;
	r->used = 1;
	r->room = SUMS_MOST;
}

void
tally_rows_release(struct tally_rows *r)
{
	free(r->place);
	free(r->concept);
	free(r->items);
}

/* Adds to a part of a row. */
static int32_t
put_part(
    struct tally_rows *r, struct tally_row *row, size_t place, double log_odds)
{
	int32_t *part = (int32_t *)row->parts + place;
	double most = (double)MOST * TALLY_UNIT;
	double sum = fmax(-most, fmin(most, *part + tally_units(log_odds)));

	*part = (int32_t)sum;
	r->room = (size_t)fmin(
	    (double)r->room, SUMS_MOST / (fabs(sum) / TALLY_UNIT + 1));
	return *part;
}

/* Puts in what a rule raises that has a place. */
static void
put_raises(struct tally_rows *r, struct tally_row *row,
    const struct lexicon_rule *rule, double weight)
{
	const struct lexicon_raise *raises = lexicon_raises(r->lex, rule);
	size_t i;

	for (i = 0; i < rule->nraises; i++) {
		uint32_t place = r->place[raises[i].concept];
		int32_t part;

		if (place >= r->nrivals) {
			row->said |= TALLY_MORE;
			continue;
		}
		part = put_part(r, row, TALLY_AT_RIVALS + place,
		    weight * (double)raises[i].part);
		if (part >= tally_loud_units)
			row->loud |= 1ULL << place;
	}
}

/* Puts in what a rule adds of which a part is left. */
static void
put_rule(struct tally_rows *r, struct tally_row *row,
    const struct lexicon_rule *rule, double part)
{
	double weight = rule->weight * part;

	row->cues++;
	if (rule->dimension <= DIM_VALENCE) {
		put_part(
		    r, row, rule->dimension, weight * (rule->value - 4) / 3);
		row->said |= 1u << rule->dimension;
	} else if (rule->dimension == DIM_BALANCE) {
		put_part(r, row, TALLY_AT_BALANCE, weight);
	} else if (rule->dimension == DIM_CRISIS) {
		put_part(r, row, TALLY_AT_CRISIS, weight);
	}
	if (part > 0)
		put_raises(r, row, rule, weight);
}

uint32_t
tally_rows_add(struct tally_rows *r)
{
	size_t at = r->used;

	r->used += r->size;
	r->items = mem_grow(r->items, &r->cap, r->used, sizeof(*r->items));
	memset(r->items + at, 0, r->size * sizeof(*r->items));
	return (uint32_t)at;
}

void
tally_rows_make(struct tally_rows *r, uint32_t at,
    const struct contexts *contexts, const uint32_t *rules, size_t count,
    unsigned context)
{
	struct tally_row *row = (struct tally_row *)(r->items + at);
	size_t i;

	memset(row, 0, r->size * sizeof(*r->items));
	for (i = 0; i < count; i++) {
		double part = context_part(contexts, rules[i], context);

		if (part != 0)
			put_rule(r, row, &r->lex->rules[rules[i]], part);
	}
}
