#include "quiz/dimension.h"

#include "base/mem.h"

#include <stdlib.h>

static int
item_init(struct dimension_item *d, const struct instrument *in,
    const struct keyed *term, struct diag *err)
{
	const struct item *item = &in->items[term->item];
	int steps = item->max - item->min + 1;

	*d = (struct dimension_item){
	    .id = item->id, .term = term, .low = item->min, .steps = steps};
	if (term->product != 0)
		return diag_set(
		    err, 0, "item '%s' is part of a product", item->id);
	if (steps < 2 || steps > GRM_CATEGORIES_MAX)
		return diag_set(err, 0,
		    "item '%s' has %d steps, and the model takes 2 to %d",
		    item->id, steps, GRM_CATEGORIES_MAX);
	for (int x = item->choices->min; x <= item->choices->max; x++)
		if (item_allows(item, x))
			d->can[keyed_value(in, term, x) - d->low] = true;
	dimension_use(d, d->can);
	return 0;
}

int
dimension_init(struct dimension *d, const struct instrument *in,
    const struct scale *scale, struct diag *err)
{
	*d = (struct dimension){.in = in, .scale = scale};
	d->items = mem_alloc(scale->nterms, sizeof(*d->items));
	if (scale->nparts > 0)
		return diag_set(err, 0, "it is made of other scales");
	if (scale->nterms < DIMENSION_ITEMS_MIN)
		return diag_set(err, 0, "%zu items are too few, %d are needed",
		    scale->nterms, DIMENSION_ITEMS_MIN);
	for (size_t i = 0; i < scale->nterms; i++, d->nitems++)
		if (item_init(&d->items[i], in, &scale->terms[i], err) == -1)
			return -1;
	return 0;
}

void
dimension_release(struct dimension *d)
{
	free(d->items);
	*d = (struct dimension){0};
}

void
dimension_steps(const struct dimension *d, const int *answers, int8_t *x)
{
	for (size_t i = 0; i < d->nitems; i++) {
		const struct dimension_item *item = &d->items[i];
		int answer = answers[item->term->item];

		x[i] = GRM_MISSING;
		if (answer != ANSWER_MISSING)
			x[i] = (int8_t)(keyed_value(d->in, item->term, answer) -
			    item->low);
	}
}

void
dimension_answers(const struct dimension *d, size_t i, struct str *out)
{
	const struct dimension_item *item = &d->items[i];
	const struct item *asked = &d->in->items[item->term->item];
	const struct choices *c = asked->choices;
	const char *between = "";

	for (int k = 0; k < item->steps; k++)
		for (int x = c->min, same = 0; x <= c->max; x++) {
			if (!item_allows(asked, x) ||
			    keyed_value(d->in, item->term, x) - item->low != k)
				continue;
			str_addf(out, "%s%d", same++ > 0 ? "=" : between, x);
			between = ";";
		}
}

static bool
has_item(const struct scale *scale, size_t item)
{
	for (size_t i = 0; i < scale->nterms; i++)
		if (scale->terms[i].item == item)
			return true;
	return false;
}

static bool
is_subscale(const struct dimension *d, const struct scale *other)
{
	if (other == d->scale || other->nterms == 0 ||
	    other->nterms >= d->scale->nterms)
		return false;
	for (size_t i = 0; i < other->nterms; i++)
		if (!has_item(d->scale, other->terms[i].item))
			return false;
	return true;
}

void
dimension_areas(const struct dimension *d, size_t *areas)
{
	for (size_t i = 0; i < d->nitems; i++)
		areas[i] = 0;
	for (size_t s = d->in->nscales; s-- > 0;) {
		const struct scale *other = &d->in->scales[s];

		for (size_t i = 0; is_subscale(d, other) && i < d->nitems; i++)
			if (has_item(other, d->items[i].term->item))
				areas[i] = s + 1;
	}
}

void
dimension_use(struct dimension_item *item, const bool *used)
{
	bool below = false;

	item->categories = 1;
	for (int k = 0; k < item->steps; k++) {
		item->split[k] = used[k] && below;
		item->categories += item->split[k];
		below = below || used[k];
	}
}

int8_t
dimension_category(const struct dimension_item *item, int8_t step)
{
	int8_t category = 0;

	if (step == GRM_MISSING)
		return GRM_MISSING;
	for (int k = 1; k <= step; k++)
		category = (int8_t)(category + item->split[k]);
	return category;
}

/* The sum over thresholds of the steps that are gained there, times P(X above
 * it). */
static double
expected_step(
    const struct dimension_item *d, const struct grm_item *item, double theta)
{
	double sum = 0;
	int m = 0, below = 0;

	for (int k = 1; k < d->steps; k++)
		if (d->split[k]) {
			sum += (k - below) * grm_at_least(item, theta, ++m);
			below = k;
		}
	return sum;
}

double
dimension_level(
    const struct dimension *d, const struct grm_item *items, double theta)
{
	double sum = 0, most = 0;

	for (size_t i = 0; i < d->nitems; i++) {
		int weight = d->items[i].term->weight;

		sum += weight * expected_step(&d->items[i], &items[i], theta);
		most += weight * (d->items[i].steps - 1);
	}
	return sum / most;
}
