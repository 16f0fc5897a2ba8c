#include "quiz/scoring.h"

#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

size_t
keyed_next(const struct scale *scale, size_t first)
{
	int product = scale->terms[first].product;
	size_t next = first + 1;

	if (product != 0)
		while (next < scale->nterms &&
		    scale->terms[next].product == product)
			next++;
	return next;
}

/* Exact at the angles that circumplexes are made of. */
static double
cosine(double degrees)
{
	double turn = fabs(fmod(degrees, 360));

	if (turn > 180)
		turn = 360 - turn;
	if (turn == 90)
		return 0;
	if (turn == 45)
		return M_SQRT1_2;
	if (turn == 135)
		return -M_SQRT1_2;
	return cos(turn * (M_PI / 180));
}

double
part_factor(const struct scale *scale, const struct part *part)
{
	if (scale->kind == SCORE_COSINE)
		return cosine(part->angle);
	if (scale->kind == SCORE_SINE)
		return cosine(part->angle - 90);
	return 1;
}

double
part_divisor(const struct scale *scale)
{
	if (scale->kind == SCORE_COSINE || scale->kind == SCORE_SINE)
		return scale->weight_den * (double)scale->nparts / 2;
	return 1;
}

static void
set_quotient(struct score *score, long num, long den)
{
	score->scored = true;
	score->num = num;
	score->den = den;
	score->value = den == 1 ? (double)num : (double)num / (double)den;
}

static void
set_value(struct score *score, double value)
{
	score->scored = !isnan(value);
	score->num = score->den = 0;
	score->value = value;
}

/* num / den of the sum, or mean, of what weighs `weights` of weight_sum. */
static void
finish(const struct scale *scale, long num, long weights, struct score *score)
{
	if (scale->kind == SCORE_MEAN)
		set_quotient(score, num, weights);
	else if (weights == scale->weight_sum)
		set_quotient(score, num, scale->weight_den);
	else
		set_quotient(score, num * scale->weight_sum,
		    weights * scale->weight_den);
}

static void
score_terms(const struct instrument *in, const struct scale *scale,
    const int *answers, struct score *score)
{
	long num = 0, weights = 0;

	for (size_t i = 0, next; i < scale->nterms; i = next) {
		long weight = scale->terms[i].weight, value = 1;
		size_t there = 0, first = i;

		next = keyed_next(scale, first);
		for (; i < next; i++) {
			const struct keyed *t = &scale->terms[i];
			int x = answers[t->item];

			if (x == ANSWER_MISSING)
				continue;
			value *= keyed_value(in, t, x);
			there++;
		}
		score->answered += there;
		if (there < next - first)
			continue;
		num += weight * value;
		weights += weight;
		score->units++;
	}
	score->missing = scale->nterms - score->answered;
	if (score->units >= scale->need)
		finish(scale, num, weights, score);
}

/* The same for a scale whose terms are all plain. */
static void
score_plain(const struct scale *scale, const int *answers, struct score *score)
{
	long num = 0;

	for (size_t i = 0; i < scale->nterms; i++) {
		const struct keyed *t = &scale->terms[i];
		int x = answers[t->item];

		if (x == ANSWER_MISSING)
			continue;
		num += t->offset + t->sign * x;
		score->units++;
	}
	score->answered = score->units;
	score->missing = scale->nterms - score->units;
	if (score->units >= scale->need)
		finish(scale, num, (long)score->units, score);
}

/* The same for a scale of either kind whose answers are all there. */
static bool
score_complete(
    const struct scale *scale, const int *answers, struct score *score)
{
	long num;

	if (scale->linear.count == 0 ||
	    !linear_sum(&scale->linear, answers, &num))
		return false;
	*score =
	    (struct score){.answered = scale->nterms, .units = scale->nterms};
	finish(scale, num, scale->weight_sum, score);
	return true;
}

/* Adds weight * x, reversed or not, to num / den.  False where the numbers grow
 * too large. */
static bool
add_part(const struct part *part, const struct scale *of, const struct score *x,
    long *num, long *den)
{
	long a = x->num, b = x->den, c;

	if (b == 0 || (part->reversed && of->extent_den == 0))
		return false;
	if (part->reversed) { /* (min + max) - a / b */
		if (__builtin_mul_overflow(of->min_num + of->max_num, b, &c) ||
		    __builtin_mul_overflow(a, of->extent_den, &a) ||
		    __builtin_sub_overflow(c, a, &a) ||
		    __builtin_mul_overflow(b, of->extent_den, &b))
			return false;
	}
	if (__builtin_mul_overflow(a, (long)part->weight, &a) ||
	    __builtin_mul_overflow(a, *den, &a) ||
	    __builtin_mul_overflow(*num, b, num) ||
	    __builtin_add_overflow(*num, a, num))
		return false;
	return !__builtin_mul_overflow(*den, b, den);
}

static void
score_parts_exactly(const struct instrument *in, const struct scale *scale,
    const struct score *all, struct score *score)
{
	long num = 0, den = 1, weights = 0;

	for (size_t i = 0; i < scale->nparts; i++) {
		const struct part *p = &scale->parts[i];
		const struct score *x = &all[p->scale];

		if (!x->scored)
			continue;
		weights += p->weight;
		if (!add_part(p, &in->scales[p->scale], x, &num, &den))
			return;
	}
	if (__builtin_mul_overflow(den,
		scale->kind == SCORE_MEAN ? weights : scale->weight_den, &den))
		return;
	if (scale->kind == SCORE_SUM && weights != scale->weight_sum &&
	    (__builtin_mul_overflow(num, scale->weight_sum, &num) ||
		__builtin_mul_overflow(den, weights, &den)))
		return;
	set_quotient(score, num, den);
}

static double
parts_value(const struct instrument *in, const struct scale *scale,
    const struct score *all)
{
	double sum = 0, weights = 0;

	for (size_t i = 0; i < scale->nparts; i++) {
		const struct part *p = &scale->parts[i];
		const struct scale *of = &in->scales[p->scale];
		double x = all[p->scale].value;

		if (!all[p->scale].scored)
			continue;
		if (p->reversed)
			x = of->min + of->max - x;
		sum += x * p->weight * part_factor(scale, p);
		weights += p->weight;
	}
	if (scale->kind == SCORE_MEAN)
		return sum / weights;
	if (scale->kind == SCORE_SUM)
		return sum * (double)scale->weight_sum / weights /
		    scale->weight_den;
	return sum / part_divisor(scale);
}

static void
score_parts(const struct instrument *in, const struct scale *scale,
    const struct score *all, struct score *score)
{
	for (size_t i = 0; i < scale->nparts; i++) {
		const struct score *x = &all[scale->parts[i].scale];

		score->answered += x->answered;
		score->missing += x->missing;
		score->units += x->scored;
	}
	if (score->units < scale->need)
		return;
	if (scale->kind == SCORE_SUM || scale->kind == SCORE_MEAN)
		score_parts_exactly(in, scale, all, score);
	if (!score->scored)
		set_value(score, parts_value(in, scale, all));
}

static void
score_incomplete(const struct instrument *in, const struct scale *scale,
    const int *answers, const struct score *all, struct score *score)
{
	*score = (struct score){.value = NAN};
	if (scale->nterms > 0 && scale->plain)
		score_plain(scale, answers, score);
	else if (scale->nterms > 0)
		score_terms(in, scale, answers, score);
	else
		score_parts(in, scale, all, score);
}

void
scoring_all(
    const struct instrument *in, const int *answers, struct score *scores)
{
	for (size_t i = 0; i < in->nscales; i++) {
		const struct scale *scale = &in->scales[i];
		struct score *score = &scores[i];
		double x;

		if (!score_complete(scale, answers, score))
			score_incomplete(in, scale, answers, scores, score);
		if (!score->scored || scale->recodes.count == 0)
			continue;
		x = recodes_value(&scale->recodes, score->value);
		set_value(score, x);
		if (score->scored)
			set_quotient(score, (long)x, 1);
	}
}

static bool
exact_severity(
    const struct scale *scale, const struct score *score, struct severity *out)
{
	long above, floor, num, den;

	if (score->den == 0 || scale->extent_den == 0 ||
	    __builtin_mul_overflow(score->num, scale->extent_den, &above) ||
	    __builtin_mul_overflow(scale->min_num, score->den, &floor) ||
	    __builtin_sub_overflow(above, floor, &num) ||
	    __builtin_mul_overflow(
		scale->max_num - scale->min_num, score->den, &den))
		return false;
	out->num = scale->direction == DIRECTION_UP ? num : den - num;
	out->den = den;
	out->value = (double)out->num / (double)den;
	return true;
}

struct severity
scoring_severity(const struct scale *scale, const struct score *score)
{
	struct severity s = {0, 0, NAN};

	if (!score->scored || scale->direction == DIRECTION_NONE)
		return s;
	if (exact_severity(scale, score, &s))
		return s;
	s.value = (score->value - scale->min) / (scale->max - scale->min);
	if (scale->direction == DIRECTION_DOWN)
		s.value = 1 - s.value;
	return s;
}

static bool
asks(const struct scale *scale, const struct score *score)
{
	return score->scored &&
	    compare_holds(scale->alert_op, score->value, scale->alert_number);
}

/* Whether the scale asks for help with every missing answer at the end of its
 * choices that speaks the least for it; answers are filled in for it.  Where
 * that is not plain (answers recoded or multiplied, an alert on one number) it
 * does not. */
static bool
asks_at_least(const struct instrument *in, size_t scale, int *answers)
{
	const struct scale *s = &in->scales[scale];
	struct score *scores = mem_alloc(in->nscales, sizeof(*scores));
	bool up = s->alert_op == CMP_GE || s->alert_op == CMP_GT;
	bool certain = up || s->alert_op == CMP_LE || s->alert_op == CMP_LT;

	for (size_t k = 0; k < s->nterms; k++) {
		const struct keyed *term = &s->terms[k];
		const struct item *item = &in->items[term->item];

		if (answers[term->item] != ANSWER_MISSING)
			continue;
		certain &= item->recodes.count == 0 && term->product == 0;
		answers[term->item] = up != term->reversed ? item->choices->min
							   : item->choices->max;
	}
	scoring_all(in, answers, scores);
	certain &= asks(s, &scores[scale]);
	free(scores);
	return certain;
}

bool
scoring_alert(const struct instrument *in, size_t scale, const int *answers,
    const struct score *score)
{
	const struct scale *s = &in->scales[scale];
	int *filled;
	bool certain;

	if (!s->alert || score->scored || s->nterms == 0)
		return s->alert && asks(s, score);
	filled = mem_alloc(in->nitems, sizeof(*filled));
	memcpy(filled, answers, in->nitems * sizeof(*filled));
	certain = asks_at_least(in, scale, filled);
	free(filled);
	return certain;
}

bool
scoring_crisis(const struct instrument *in, const int *answers)
{
	for (size_t i = 0; in->crises && i < in->nitems; i++) {
		const struct conditions *c = &in->items[i].crisis;

		if (c->count > 0 && conditions_hold(c, answers))
			return true;
	}
	return false;
}
