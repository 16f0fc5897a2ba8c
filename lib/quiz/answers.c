#include "quiz/answers.h"

#include "base/mem.h"
#include "base/num.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

int
answers_find(struct answers *a, const struct instrument *in,
    const struct table *t, struct diag *err)
{
	struct str full = STR_INIT;
	int done = 0;

	*a = (struct answers){.in = in};
	a->cols = mem_alloc(in->nitems, sizeof(*a->cols));
	a->x = mem_alloc(in->nitems + CELLS_SLACK, sizeof(*a->x));
	for (size_t i = 0; i < in->nitems && done == 0; i++) {
		str_clear(&full);
		str_addf(&full, "%s.%s", in->id, in->items[i].id);
		a->cols[i] = table_find(t, full.text);
		if (a->cols[i] == -1)
			a->cols[i] = table_need(t, in->items[i].id, err);
		if (a->cols[i] == -1)
			done = -1;
	}
	str_release(&full);
	return done;
}

void
answers_release(struct answers *a)
{
	cells_release(&a->cells);
	free(a->cols);
	free(a->x);
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

/* The length without ".0": programs that keep a column with gaps as floating
 * point (pandas) write 1.0 for an answer of 1. */
static size_t
whole_length(const char *text, size_t len)
{
	size_t end = len;

	while (end > 0 && text[end - 1] == '0')
		end--;
	return end > 1 && end < len && text[end - 1] == '.' ? end - 1 : len;
}

static int
read_cell(const struct answers *a, const struct item *item,
    const struct table *t, int col, int *x, struct diag *err)
{
	const char *text = table_cell(t, col), *wrong;
	size_t len = table_cell_len(t, col);
	long value;

	*x = ANSWER_MISSING;
	if (len == 0 || is_na(a, text, len))
		return 0;
	wrong =
	    num_long(text, whole_length(text, len), -999999, 999999, &value);
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

static bool
has_code_in(const struct instrument *in, const struct choices *choices)
{
	for (size_t i = 0; i < in->nmissing_codes; i++)
		if (in->missing_codes[i] >= choices->min &&
		    in->missing_codes[i] <= choices->max)
			return true;
	return false;
}

/* Whether digits in the range of their item are always an answer. */
static bool
digits_are_answers(const struct answers *a)
{
	for (size_t i = 0; i < a->in->nitems; i++)
		if (a->in->items[i].choices->listed_only ||
		    has_code_in(a->in, a->in->items[i].choices))
			return false;
	for (size_t i = 0; i < a->nna; i++)
		if (a->na[i][0] >= '0' && a->na[i][0] <= '9')
			return false;
	return true;
}

/* Finds out whether records can be read as a whole. */
static void
choose_pace(struct answers *a, struct table *t)
{
	const struct instrument *in = a->in;
	int *min, *max;

	a->pace = ANSWERS_CELLWISE;
	if (!digits_are_answers(a))
		return;
	min = mem_alloc(in->nitems, sizeof(*min));
	max = mem_alloc(in->nitems, sizeof(*max));
	for (size_t i = 0; i < in->nitems; i++) {
		min[i] = in->items[i].choices->min;
		max[i] = in->items[i].choices->max;
	}
	cells_init(&a->cells, a->cols, min, max, in->nitems);
	cells_expect(&a->cells, t);
	a->pace = ANSWERS_QUICK;
	free(min);
	free(max);
}

/* What cells_read() left alone: cell by cell. */
static int
read_cells(
    struct answers *a, const struct table *t, bool lenient, struct diag *err)
{
	const struct instrument *in = a->in;

	for (size_t i = 0; i < in->nitems; i++) {
		if (read_cell(a, &in->items[i], t, a->cols[i], &a->x[i], err) ==
		    0)
			continue;
		if (!lenient)
			return -1;
		a->x[i] = ANSWER_MISSING;
		a->out_of_range++;
	}
	return 0;
}

int
answers_read(struct answers *a, struct table *t, bool lenient, struct diag *err)
{
	if (a->pace == ANSWERS_NEW)
		choose_pace(a, t);
	a->out_of_range = 0;
	if ((a->pace != ANSWERS_QUICK || !cells_read(&a->cells, t, a->x)) &&
	    read_cells(a, t, lenient, err) == -1)
		return -1;
	answers_close_branches(a->in, a->x);
	return 0;
}

bool
answers_asked(const struct instrument *in, const char *cell, bool **asked)
{
	const char *id;
	bool any = false;
	size_t len;

	if (cell[0] == '\0')
		return false;
	*asked = mem_realloc(*asked, in->nitems, sizeof(**asked));
	memset(*asked, 0, in->nitems * sizeof(**asked));
	while (str_split(&cell, ';', &id, &len))
		for (size_t i = 0; i < in->nitems; i++)
			if (strlen(in->items[i].id) == len &&
			    memcmp(in->items[i].id, id, len) == 0)
				any = (*asked)[i] = true;
	return any;
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
