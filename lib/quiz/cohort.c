#include "quiz/cohort.h"

#include "base/hash.h"
#include "base/mem.h"

#include <math.h>
#include <stdlib.h>

static void
init_items(struct cohort *g)
{
	const struct instrument *in = g->in;

	g->items = mem_alloc(in->nitems, sizeof(*g->items));
	for (size_t i = 0; i < in->nitems; i++) {
		const struct choices *choices = in->items[i].choices;

		g->items[i].min = choices->min;
		g->items[i].max = choices->max;
		g->items[i].missing = g->ncounts;
		g->ncounts += (size_t)(choices->max - choices->min) + 2;
	}
	g->counts = mem_zalloc(g->ncounts, sizeof(*g->counts));
	g->fresh = mem_zalloc(g->ncounts, sizeof(*g->fresh));
}

static double
largest_score(const struct scale *scale)
{
	return fmax(fabs(scale->min), fabs(scale->max));
}

static void
init_scale(struct cohort *g, const struct scale *scale, struct scale_sums *s)
{
	double largest = largest_score(scale);

	*s = (struct scale_sums){0};
	s->linear = units_init(&s->units, g->in, scale) == 0 &&
	    largest * (double)s->units.den < INSTRUMENT_SCORE_END;
	if (s->linear) {
		s->score_den = s->units.den;
		s->moments =
		    moments_new(s->units.count, s->units.bound, g->pairwise);
	} else {
		g->nonlinear = true;
		s->score_den = scale->recodes.count > 0 ? 1 : COHORT_STEPS;
		while (s->score_den > 1 &&
		    largest * (double)s->score_den >= INSTRUMENT_SCORE_END)
			s->score_den /= 10;
	}
	s->has_powers = largest * (double)s->score_den <= POWERS_LIMIT;
}

void
cohort_init(struct cohort *g, const struct instrument *in, bool pairwise)
{
	double most = 0, largest;
	size_t longest = 1;

	*g = (struct cohort){.in = in, .pairwise = pairwise};
	init_items(g);
	g->scales = mem_alloc(in->nscales, sizeof(*g->scales));
	for (size_t i = 0; i < in->nscales; i++) {
		init_scale(g, &in->scales[i], &g->scales[i]);
		largest = largest_score(&in->scales[i]) *
		    (double)g->scales[i].score_den;
		most = fmax(most, largest);
		if (g->scales[i].units.count > longest)
			longest = g->scales[i].units.count;
	}
	g->between = moments_new(in->nscales, (int)ceil(most), true);
	g->row = mem_alloc(longest, sizeof(*g->row));
	g->scores = mem_alloc(in->nscales, sizeof(*g->scores));
	g->scored = mem_alloc(in->nscales, sizeof(*g->scored));
}

void
cohort_release(struct cohort *g)
{
	for (size_t i = 0; i < g->in->nscales; i++) {
		units_release(&g->scales[i].units);
		moments_free(g->scales[i].moments);
	}
	moments_free(g->between);
	free(g->counts);
	free(g->fresh);
	free(g->items);
	free(g->scales);
	free(g->row);
	free(g->scores);
	free(g->scored);
	*g = (struct cohort){0};
}

static size_t
count_index(const struct answer_counts *c, int answer)
{
	return answer == ANSWER_MISSING
	    ? c->missing
	    : c->missing + 1 + (size_t)(answer - c->min);
}

static void
flush_counts(struct cohort *g)
{
	for (size_t i = 0; g->nfresh > 0 && i < g->ncounts; i++) {
		g->counts[i] += g->fresh[i];
		g->fresh[i] = 0;
	}
	g->nfresh = 0;
}

static void
count_answers(struct cohort *g, const int *answers)
{
	for (size_t i = 0; i < g->in->nitems; i++)
		g->fresh[count_index(&g->items[i], answers[i])]++;
	if (++g->nfresh == UINT_MAX)
		flush_counts(g);
}

double
cohort_count(struct cohort *g, size_t i, int answer)
{
	flush_counts(g);
	return (double)g->counts[count_index(&g->items[i], answer)];
}

/* The whole number of the score, or a gap. */
static int
add_linear(struct cohort *g, struct scale_sums *s, const int *answers)
{
	int sum;
	size_t gaps = units_row(&s->units, answers, g->row, &sum);

	moments_add(s->moments, g->row, gaps);
	return gaps > 0 ? MOMENTS_GAP : sum;
}

static int
nonlinear_score(const struct scale_sums *s, const struct score *score)
{
	if (!score->scored || score->missing > 0)
		return MOMENTS_GAP;
	return (int)lround(score->value * (double)s->score_den);
}

void
cohort_add(struct cohort *g, const int *answers)
{
	size_t gaps = 0;

	count_answers(g, answers);
	if (g->nonlinear)
		scoring_all(g->in, answers, g->scored);
	for (size_t i = 0; i < g->in->nscales; i++) {
		struct scale_sums *s = &g->scales[i];
		int score = s->linear ? add_linear(g, s, answers)
				      : nonlinear_score(s, &g->scored[i]);

		g->scores[i] = score;
		gaps += score == MOMENTS_GAP;
		if (score != MOMENTS_GAP && s->has_powers)
			powers_add(&s->powers, score);
	}
	moments_add(g->between, g->scores, gaps);
}

wide *
cohort_sums(struct cohort *g, size_t i, struct str *name, size_t *n)
{
	size_t last = 2 * g->in->nscales + 1, which = (i - 1) / 2;

	str_clear(name);
	if (i == 0) {
		flush_counts(g);
		str_adds(name, "items");
		*n = g->ncounts;
		return g->counts;
	}
	if (i == last) {
		str_adds(name, "between");
		return moments_sums(g->between, n);
	}
	if (i > last)
		return NULL;
	str_adds(name, g->in->scales[which].id);
	str_adds(name, i % 2 == 1 ? ".powers" : ".moments");
	*n = POWERS_SUMS;
	if (i % 2 == 1)
		return g->scales[which].powers.sums;
	if (g->scales[which].linear)
		return moments_sums(g->scales[which].moments, n);
	*n = 0;
	return g->counts;
}

static void
describe_item(const struct item *item, struct str *s)
{
	str_addf(s, "item %s", item->id);
	for (int x = item->choices->min; x <= item->choices->max; x++)
		if (item_allows(item, x))
			str_addf(s, " %d=%d", x, item_value(item, x));
	str_addc(s, '\n');
}

static void
describe_scale(
    const struct scale *scale, const struct scale_sums *sums, struct str *s)
{
	str_addf(s, "scale %s %d %ld %zu %.17g %.17g", scale->id,
	    (int)scale->kind, sums->score_den, scale->nparts, scale->min,
	    scale->max);
	for (size_t i = 0; sums->linear && i < sums->units.count; i++) {
		const struct unit *unit = &sums->units.list[i];

		str_addf(s, " %d*", unit->weight);
		units_name(&sums->units, i, s);
		for (size_t j = 0; j < unit->count; j++)
			str_addc(s,
			    unit->factors[j].reversed != unit->reversed ? '-'
									: '+');
	}
	str_addc(s, '\n');
}

uint64_t
cohort_definition(struct cohort *g)
{
	struct str s = STR_INIT;

	if (g->definition != 0)
		return g->definition;
	for (size_t i = 0; i < g->in->nitems; i++)
		describe_item(&g->in->items[i], &s);
	for (size_t i = 0; i < g->in->nscales; i++)
		describe_scale(&g->in->scales[i], &g->scales[i], &s);
	g->definition = hash_add(HASH_INIT, s.text, s.len);
	str_release(&s);
	return g->definition;
}
