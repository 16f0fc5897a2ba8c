/* The item table of an instrument file. */
#include "quiz/reading.h"

#include "base/mem.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

static const char *const item_columns[] = {"item", "text", "text.*", "key",
    "scale", "options", "recode", "product", "ask-if", "crisis", "note", NULL};

/* Columns that every responses stream may have. */
static const char *const reserved[] = {"respondent", "time", "instrument",
    "sex", "age", "group", "bank", "asked", NULL};

static int
check_id(const struct reading *r, const struct grammar *g, const char *id)
{
	if (grammar_id(g, "item", id, strlen(id)) == -1)
		return -1;
	for (size_t i = 0; reserved[i] != NULL; i++)
		if (strcmp(reserved[i], id) == 0)
			return diag_set(g->err, g->line,
			    "item '%s': this is a column of every responses "
			    "stream",
			    id);
	if (instrument_item(r->in, id) != -1)
		return diag_set(g->err, g->line, "item '%s' stands twice", id);
	return 0;
}

static int
find_choices(const struct reading *r, const struct grammar *g,
    struct item *item, const char *name)
{
	for (size_t i = 0; i < r->in->nchoices; i++)
		if (strcmp(r->in->choices[i].name, name) == 0) {
			item->choices = &r->in->choices[i];
			item->min = item->choices->min;
			item->max = item->choices->max;
			return 0;
		}
	if (name[0] == '\0')
		return diag_set(g->err, g->line,
		    "item '%s': the head has neither options nor range",
		    item->id);
	return diag_set(g->err, g->line,
	    "item '%s': the head has no options.%s and no range.%s", item->id,
	    name, name);
}

/* The possible values after recoding; every allowed answer must have one. */
static int
recoded_range(const struct grammar *g, struct item *item)
{
	int covered = 0;

	if (item->recodes.count == 0)
		return 0;
	for (int x = item->choices->min; x <= item->choices->max; x++) {
		int value;

		if (!item_allows(item, x))
			continue;
		value = item_value(item, x);
		if (value == ANSWER_MISSING)
			return diag_set(g->err, g->line,
			    "item '%s': answer %d is not recoded", item->id, x);
		if (covered == 0 || value < item->min)
			item->min = value;
		if (covered == 0 || value > item->max)
			item->max = value;
		covered++;
	}
	return 0;
}

static int
read_key(const struct grammar *g, struct item *item, const char *text)
{
	item->key = text[0] == '-' ? -1 : 1;
	if (text[0] == '\0' || strcmp(text, "1") == 0 ||
	    strcmp(text, "+1") == 0 || strcmp(text, "-1") == 0)
		return 0;
	return diag_set(g->err, g->line, "item '%s': key '%s' is not 1 or -1",
	    item->id, text);
}

/* Products are numbered by the place of their label's first item. */
static int
product_of(const struct reading *r, const char **labels, const char *label)
{
	size_t last = r->in->nitems - 1;

	labels[last] = label;
	if (label[0] == '\0')
		return 0;
	for (size_t i = 0; i < last; i++)
		if (strcmp(labels[i], label) == 0)
			return (int)i + 1;
	return (int)last + 1;
}

/* Terms of one product stand next to each other. */
static void
add_term(struct scale *scale, struct keyed term)
{
	size_t at = scale->nterms;

	scale->terms =
	    mem_realloc(scale->terms, scale->nterms + 1, sizeof(*scale->terms));
	if (term.product != 0)
		for (size_t i = 0; i < scale->nterms; i++)
			if (scale->terms[i].product == term.product)
				at = i + 1;
	memmove(scale->terms + at + 1, scale->terms + at,
	    (scale->nterms - at) * sizeof(*scale->terms));
	scale->terms[at] = term;
	scale->nterms++;
}

static int
read_scale(struct reading *r, const struct grammar *g, size_t item,
    const char *text, size_t len)
{
	struct grammar_term part;
	struct scale *scale;
	const char *id;
	int found;

	if (grammar_term(g, text, len, &part) == -1)
		return -1;
	id = grammar_keep(r->in, part.id, part.len);
	found = instrument_scale(r->in, id);
	if (found == -1 && r->tables[READING_SCALES] != NULL)
		return diag_set(g->err, g->line,
		    "scale '%s' is not in the table of scales", id);
	scale = found == -1 ? scales_add(r, id) : &r->in->scales[found];
	if (scale == NULL)
		return -1;
	for (size_t i = 0; i < scale->nterms; i++)
		if (scale->terms[i].item == item)
			return diag_set(g->err, g->line,
			    "item '%s' stands twice in scale '%s'",
			    r->in->items[item].id, id);
	add_term(scale,
	    (struct keyed){
		.item = item,
		.reversed = part.reversed != (r->in->items[item].key < 0),
		.weight = part.weight,
		.product = r->in->items[item].product,
	    });
	return 0;
}

static int
read_scales(struct reading *r, const struct table *t, size_t item)
{
	struct grammar g = reading_at(r, t);
	const char *rest = "total", *part;
	size_t len;

	if (table_find(t, "scale") != -1)
		rest = reading_cell(r, t, "scale");
	while (str_split(&rest, ';', &part, &len))
		if (read_scale(r, &g, item, part, len) == -1)
			return -1;
	return 0;
}

static int
read_item(struct reading *r, const struct table *t, const char **labels)
{
	struct grammar g = reading_at(r, t);
	struct instrument *in = r->in;
	size_t at = in->nitems;
	struct item *item;

	if (at == INSTRUMENT_ITEMS_MAX)
		return diag_set(
		    r->err, g.line, "more than %d items", INSTRUMENT_ITEMS_MAX);
	in->items = mem_realloc(in->items, at + 1, sizeof(*in->items));
	item = &in->items[at];
	*item = (struct item){
	    .id = reading_cell(r, t, "item"),
	    .text = reading_text(r, t, "text"),
	};
	if (check_id(r, &g, item->id) == -1)
		return -1;
	in->nitems++;
	item->product = product_of(r, labels, reading_cell(r, t, "product"));
	if (read_key(&g, item, reading_cell(r, t, "key")) == -1 ||
	    find_choices(r, &g, item, reading_cell(r, t, "options")) == -1 ||
	    grammar_recodes(&g, reading_cell(r, t, "recode"), &item->recodes) ==
		-1 ||
	    recoded_range(&g, item) == -1 ||
	    grammar_conditions(
		&g, reading_cell(r, t, "ask-if"), at, &item->ask_if) == -1 ||
	    grammar_conditions(
		&g, reading_cell(r, t, "crisis"), at, &item->crisis) == -1)
		return -1;
	in->branches = in->branches || item->ask_if.count > 0;
	in->crises = in->crises || item->crisis.count > 0;
	return read_scales(r, t, at);
}

/* A file shows the texts of all its items, or of none. */
static int
check_texts(struct reading *r, const struct table *t)
{
	size_t with = 0;

	for (size_t i = 0; i < r->in->nitems; i++)
		with += r->in->items[i].text[0] != '\0';
	r->in->key_only = with == 0;
	if (r->in->nitems == 0)
		return diag_set(r->err, table_line(t), "there are no items");
	if (with != 0 && with != r->in->nitems)
		return diag_set(r->err, table_line(t),
		    "%zu of %zu items have no text", r->in->nitems - with,
		    r->in->nitems);
	return 0;
}

int
items_read(struct reading *r)
{
	struct table *t = r->tables[READING_ITEMS];
	const char **labels = mem_zalloc(INSTRUMENT_ITEMS_MAX, sizeof(*labels));
	int more, done = reading_columns(r, t, item_columns);

	while (done == 0 && (more = reading_row(r, t)) != 0)
		done = more == -1 ? -1 : read_item(r, t, labels);
	free(labels);
	return done == -1 ? -1 : check_texts(r, t);
}
