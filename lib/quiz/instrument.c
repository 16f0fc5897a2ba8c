#include "quiz/instrument.h"

#include "base/num.h"
#include "base/str.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

int
instrument_item(const struct instrument *in, const char *id)
{
	for (size_t i = 0; i < in->nitems; i++)
		if (strcmp(in->items[i].id, id) == 0)
			return (int)i;
	return -1;
}

int
instrument_scale(const struct instrument *in, const char *id)
{
	for (size_t i = 0; i < in->nscales; i++)
		if (strcmp(in->scales[i].id, id) == 0)
			return (int)i;
	return -1;
}

bool
compare_holds(enum compare op, double x, double number)
{
	switch (op) {
	case CMP_EQ:
		return x == number;
	case CMP_NE:
		return x != number;
	case CMP_LT:
		return x < number;
	case CMP_LE:
		return x <= number;
	case CMP_GT:
		return x > number;
	case CMP_GE:
		return x >= number;
	}
	return false;
}

bool
conditions_hold(const struct conditions *c, const int *answers)
{
	for (size_t i = 0; i < c->count; i++) {
		int x = answers[c->list[i].item];

		if (x == ANSWER_MISSING ||
		    !compare_holds(c->list[i].op, x, c->list[i].number))
			return false;
	}
	return true;
}

const char *
item_label(const struct item *item, int x)
{
	for (size_t i = 0; i < item->choices->count; i++)
		if (item->choices->list[i].value == x)
			return item->choices->list[i].label;
	return NULL;
}

bool
item_allows(const struct item *item, int x)
{
	if (x < item->choices->min || x > item->choices->max)
		return false;
	return !item->choices->listed_only || item_label(item, x) != NULL;
}

double
recodes_value(const struct recodes *recodes, double x)
{
	for (size_t i = 0; i < recodes->count; i++)
		if (x >= recodes->list[i].low && x <= recodes->list[i].high)
			return recodes->list[i].value;
	return NAN;
}

int
item_value(const struct item *item, int x)
{
	double value;

	if (item->recodes.count == 0)
		return x;
	value = recodes_value(&item->recodes, x);
	return isnan(value) ? ANSWER_MISSING : (int)value;
}

int
keyed_value(const struct instrument *in, const struct keyed *term, int x)
{
	const struct item *item = &in->items[term->item];
	int value = item_value(item, x);

	return term->reversed ? item->min + item->max - value : value;
}

const char *
bands_label(const struct bands *bands, double score)
{
	const char *label = NULL;

	for (size_t i = 0; i < bands->count; i++) {
		const struct band *b = &bands->list[i];

		if (b->above ? score > b->from : score >= b->from)
			label = b->label;
	}
	return label;
}

size_t
missing_need(const char *rule, size_t units)
{
	size_t len = strlen(rule);
	long n;

	if (strcmp(rule, "complete") == 0)
		return units;
	if (strcmp(rule, "available") == 0)
		return 1;
	if (strncmp(rule, "max ", 4) == 0 &&
	    num_long(rule + 4, len - 4, 0, INSTRUMENT_ITEMS_MAX, &n) == NULL)
		return units > (size_t)n ? units - (size_t)n : 1;
	if (len > 1 && rule[len - 1] == '%' &&
	    num_long(rule, len - 1, 1, 100, &n) == NULL)
		return (units * (size_t)n + 99) / 100;
	return 0;
}

static void
release_item(struct item *item)
{
	free(item->recodes.list);
	free(item->ask_if.list);
	free(item->crisis.list);
}

static void
release_scale(struct scale *scale)
{
	linear_release(&scale->linear);
	free(scale->terms);
	free(scale->parts);
	free(scale->recodes.list);
	free(scale->bands.list);
	free(scale->bands_t.list);
	free(scale->norms);
	free(scale->counts);
}

void
instrument_release(struct instrument *in)
{
	for (size_t i = 0; i < in->nitems; i++)
		release_item(&in->items[i]);
	for (size_t i = 0; i < in->nscales; i++)
		release_scale(&in->scales[i]);
	for (size_t i = 0; i < in->nchoices; i++)
		free(in->choices[i].list);
	for (size_t i = 0; i < in->nkept; i++)
		free(in->kept[i]);
	free(in->items);
	free(in->scales);
	free(in->choices);
	free(in->missing_codes);
	free(in->fields);
	free(in->kept);
	memset(in, 0, sizeof(*in));
}
