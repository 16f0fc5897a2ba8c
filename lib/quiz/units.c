#include "quiz/units.h"

#include "base/mem.h"
#include "quiz/scoring.h"

#include <stdlib.h>

/* A share of the whole score, in lowest terms. */
struct share {
	bool reversed;
	long num, den;
};

static long
common_divisor(long a, long b)
{
	long rest;

	while (b != 0) {
		rest = a % b;
		a = b;
		b = rest;
	}
	return a;
}

/* share * num / den; -1 where that grows too large. */
static int
share_times(struct share *s, long num, long den)
{
	long divisor;

	if (__builtin_mul_overflow(s->num, num, &s->num) ||
	    __builtin_mul_overflow(s->den, den, &s->den))
		return -1;
	divisor = common_divisor(s->num, s->den);
	s->num /= divisor;
	s->den /= divisor;
	return 0;
}

static int
magnitude(int low, int high)
{
	return -low > high ? -low : high;
}

/* What the product can be, from what its factors can be. */
static int
set_extent(const struct instrument *in, struct unit *unit)
{
	int corners[4], low = 1, high = 1;

	for (size_t i = 0; i < unit->count; i++) {
		const struct item *item = &in->items[unit->factors[i].item];

		if (__builtin_mul_overflow(low, item->min, &corners[0]) ||
		    __builtin_mul_overflow(low, item->max, &corners[1]) ||
		    __builtin_mul_overflow(high, item->min, &corners[2]) ||
		    __builtin_mul_overflow(high, item->max, &corners[3]))
			return -1;
		low = high = corners[0];
		for (size_t j = 1; j < 4; j++) {
			low = corners[j] < low ? corners[j] : low;
			high = corners[j] > high ? corners[j] : high;
		}
	}
	unit->low = low;
	unit->high = high;
	return 0;
}

static int
add_terms(struct units *u, const struct scale *scale, struct share whole)
{
	struct unit *unit;
	struct share own;

	if (share_times(&whole, 1,
		scale->kind == SCORE_MEAN ? scale->weight_sum
					  : scale->weight_den) == -1)
		return -1;
	for (size_t i = 0, next; i < scale->nterms; i = next) {
		next = keyed_next(scale, i);
		own = whole;
		if (share_times(&own, scale->terms[i].weight, 1) == -1)
			return -1;
		u->list =
		    mem_grow(u->list, &u->cap, u->count + 1, sizeof(*u->list));
		unit = &u->list[u->count++];
		*unit = (struct unit){
		    .factors = &scale->terms[i],
		    .count = next - i,
		    .reversed = own.reversed,
		    .num = own.num,
		    .den = own.den,
		};
		if (set_extent(u->in, unit) == -1)
			return -1;
	}
	return 0;
}

static int
add_scale(struct units *u, const struct scale *scale, struct share whole)
{
	if (scale->recodes.count > 0 ||
	    (scale->kind != SCORE_SUM && scale->kind != SCORE_MEAN))
		return -1;
	if (scale->nparts == 0)
		return add_terms(u, scale, whole);
	if (share_times(&whole, 1,
		scale->kind == SCORE_MEAN ? scale->weight_sum
					  : scale->weight_den) == -1)
		return -1;
	for (size_t i = 0; i < scale->nparts; i++) {
		const struct part *part = &scale->parts[i];
		struct share own = whole;

		own.reversed = whole.reversed != part->reversed;
		if (share_times(&own, part->weight, 1) == -1 ||
		    add_scale(u, &u->in->scales[part->scale], own) == -1)
			return -1;
	}
	return 0;
}

/* Brings the shares to one denominator. */
static int
set_weights(struct units *u)
{
	long weight;
	int most;

	u->den = 1;
	for (size_t i = 0; i < u->count; i++) {
		long den = u->list[i].den;

		if (__builtin_mul_overflow(
			u->den, den / common_divisor(u->den, den), &u->den))
			return -1;
	}
	for (size_t i = 0; i < u->count; i++) {
		struct unit *unit = &u->list[i];

		if (__builtin_mul_overflow(
			unit->num, u->den / unit->den, &weight) ||
		    __builtin_mul_overflow(
			weight, (long)magnitude(unit->low, unit->high), &most))
			return -1;
		unit->weight = (int)weight;
		u->bound = most > u->bound ? most : u->bound;
	}
	return 0;
}

/* Where no item is recoded and none stands in a product. */
static void
set_lines(struct units *u)
{
	for (size_t i = 0; i < u->count; i++)
		if (u->list[i].count > 1 ||
		    u->in->items[u->list[i].factors->item].recodes.count > 0)
			return;
	u->lines = mem_alloc(u->count, sizeof(*u->lines));
	for (size_t i = 0; i < u->count; i++) {
		const struct unit *unit = &u->list[i];
		const struct item *item = &u->in->items[unit->factors->item];
		bool down = unit->factors->reversed != unit->reversed;

		u->lines[i] = (struct unit_line){
		    .item = (unsigned)unit->factors->item,
		    .times = down ? -unit->weight : unit->weight,
		    .plus = down ? unit->weight * (item->min + item->max) : 0,
		};
	}
}

int
units_init(
    struct units *u, const struct instrument *in, const struct scale *scale)
{
	*u = (struct units){.in = in};
	if (add_scale(u, scale, (struct share){false, 1, 1}) == -1 ||
	    set_weights(u) == -1)
		return -1;
	set_lines(u);
	return 0;
}

void
units_release(struct units *u)
{
	free(u->list);
	free(u->lines);
	*u = (struct units){0};
}

static int
unit_value(
    const struct instrument *in, const struct unit *unit, const int *answers)
{
	int value = 1, x;

	for (size_t i = 0; i < unit->count; i++) {
		x = answers[unit->factors[i].item];
		if (x == ANSWER_MISSING)
			return UNIT_GAP;
		value *= keyed_value(in, &unit->factors[i], x);
	}
	if (unit->reversed)
		value = unit->low + unit->high - value;
	return value * unit->weight;
}

static size_t
lines_row(const struct units *u, const int *answers, int *row, int *sum)
{
	size_t gaps = 0;
	int total = 0;

	for (size_t i = 0; i < u->count; i++) {
		const struct unit_line *line = &u->lines[i];
		int x = answers[line->item];

		if (x == ANSWER_MISSING) {
			row[i] = UNIT_GAP;
			gaps++;
			continue;
		}
		row[i] = x = line->times * x + line->plus;
		total += x;
	}
	*sum = total;
	return gaps;
}

size_t
units_row(const struct units *u, const int *answers, int *row, int *sum)
{
	size_t gaps = 0;

	if (u->lines != NULL)
		return lines_row(u, answers, row, sum);
	*sum = 0;
	for (size_t i = 0; i < u->count; i++) {
		row[i] = unit_value(u->in, &u->list[i], answers);
		if (row[i] == UNIT_GAP)
			gaps++;
		else
			*sum += row[i];
	}
	return gaps;
}

void
units_name(const struct units *u, size_t i, struct str *out)
{
	const struct unit *unit = &u->list[i];

	for (size_t j = 0; j < unit->count; j++) {
		if (j > 0)
			str_addc(out, '*');
		str_adds(out, u->in->items[unit->factors[j].item].id);
	}
}
