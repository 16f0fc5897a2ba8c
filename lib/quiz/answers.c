#include "quiz/answers.h"

#include "base/mem.h"
#include "base/num.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

/* The range of an item whose answers are digits. */
struct digits {
	unsigned char min, span;
};

static bool
takes_digits(const struct item *item)
{
	const struct choices *c = item->choices;

	if (c->min < 0 || c->max > 9)
		return false;
	for (int x = c->min; x <= c->max; x++)
		if (!item_allows(item, x))
			return false;
	return true;
}

/* Most files are rows of one digit a cell, in the order of the items. */
static void
find_digits(struct answers *a)
{
	const struct instrument *in = a->in;

	for (size_t i = 0; i < in->nitems; i++)
		if (a->cols[i] != a->cols[0] + (int)i ||
		    !takes_digits(&in->items[i]))
			return;
	a->digits = mem_alloc(in->nitems, sizeof(*a->digits));
	for (size_t i = 0; i < in->nitems; i++) {
		const struct choices *c = in->items[i].choices;

		a->digits[i].min = (unsigned char)c->min;
		a->digits[i].span = (unsigned char)(c->max - c->min);
	}
}

int
answers_find(struct answers *a, const struct instrument *in,
    const struct table *t, struct diag *err)
{
	struct str full = STR_INIT;
	int done = 0;

	*a = (struct answers){.in = in};
	a->cols = mem_alloc(in->nitems, sizeof(*a->cols));
	a->x = mem_alloc(in->nitems, sizeof(*a->x));
	for (size_t i = 0; i < in->nitems && done == 0; i++) {
		str_clear(&full);
		str_addf(&full, "%s.%s", in->id, in->items[i].id);
		a->cols[i] = table_find(t, full.text);
		if (a->cols[i] == -1)
			a->cols[i] = table_need(t, in->items[i].id, err);
		if (a->cols[i] == -1)
			done = -1;
		a->branches = a->branches || in->items[i].ask_if.count > 0;
	}
	if (done == 0)
		find_digits(a);
	str_release(&full);
	return done;
}

void
answers_release(struct answers *a)
{
	free(a->cols);
	free(a->x);
	free(a->digits);
	*a = (struct answers){0};
}

static bool
is_na(const struct answers *a, const char *text, size_t len)
{
	for (size_t i = 0; i < a->nna; i++)
		if (str_equal(text, len, a->na[i]))
			return true;
	return false;
}

static bool
is_missing_code(const struct instrument *in, long x)
{
	for (size_t i = 0; i < in->nmissing_codes; i++)
		if (in->missing_codes[i] == x)
			return true;
	return false;
}

static int
fault(const struct item *item, const struct table *t, const char *wrong,
    const char *text, struct diag *err)
{
	return diag_set(
	    err, table_line(t), "item '%s': %s: '%s'", item->id, wrong, text);
}

/* What is not one or two digits, which is nearly everything else. */
static int
read_odd(const struct answers *a, const struct item *item,
    const struct table *t, int col, int *x, struct diag *err)
{
	const char *text = table_cell(t, col), *wrong;
	size_t len = table_cell_len(t, col);
	long value;

	*x = ANSWER_MISSING;
	if (len == 0 || is_na(a, text, len))
		return 0;
	wrong = num_long(text, len, -999999, 999999, &value);
	if (wrong != NULL)
		return fault(item, t, wrong, text, err);
	if (is_missing_code(a->in, value))
		return 0;
	if (value < ANSWER_MIN || value > ANSWER_MAX ||
	    !item_allows(item, (int)value)) {
		return diag_set(err, table_line(t),
		    "item '%s': out of range %d..%d: '%s'", item->id,
		    item->choices->min, item->choices->max, text);
	}
	*x = (int)value;
	return 0;
}

static int
read_cell(const struct answers *a, const struct item *item,
    const struct table *t, int col, int *x, struct diag *err)
{
	const char *text = table_cell(t, col);
	size_t len = table_cell_len(t, col);
	int value;

	if (len != 1 || a->nna > 0 || a->in->nmissing_codes > 0)
		return read_odd(a, item, t, col, x, err);
	value = text[0] - '0';
	if (value < 0 || value > 9 || value < item->choices->min ||
	    value > item->choices->max || item->choices->listed_only)
		return read_odd(a, item, t, col, x, err);
	*x = value;
	return 0;
}

/*
 * Reads the whole row if each cell is one allowed digit.  n cells and the
 * separators between them are 2n - 1 bytes; if every other one is a digit, the
 * separators can only be the rest.
 */
static bool
read_digits(struct answers *a, const struct table *t)
{
	size_t n = a->in->nitems, len = 0;
	const char *text;
	unsigned wrong = 0;

	if (a->digits == NULL || a->nna > 0)
		return false;
	text = table_raw(t, a->cols[0], n, &len);
	if (text == NULL || len != 2 * n - 1)
		return false;
	for (size_t i = 0; i < n; i++) {
		int x = text[2 * i] - '0';

		wrong |= (unsigned)(x - a->digits[i].min) > a->digits[i].span;
		a->x[i] = x;
	}
	return wrong == 0;
}

int
answers_read(
    struct answers *a, const struct table *t, bool lenient, struct diag *err)
{
	const struct instrument *in = a->in;
	bool digits = read_digits(a, t);

	a->out_of_range = 0;
	for (size_t i = 0; i < in->nitems && !digits; i++) {
		if (read_cell(a, &in->items[i], t, a->cols[i], &a->x[i], err) ==
		    0)
			continue;
		if (!lenient)
			return -1;
		a->x[i] = ANSWER_MISSING;
		a->out_of_range++;
	}
	if (a->branches)
		answers_close_branches(in, a->x);
	return 0;
}

void
answers_close_branches(const struct instrument *in, int *x)
{
	for (size_t i = 0; in->branches && i < in->nitems; i++) {
		const struct conditions *c = &in->items[i].ask_if;

		if (c->count > 0 && !conditions_hold(c, x))
			x[i] = ANSWER_MISSING;
	}
}
