#include "concept/bibliography.h"

#include "base/mem.h"
#include "stream/table.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { KEY, CITATION, DOI, STATUS, COLUMNS };
static const char *const names[COLUMNS] = {"key", "citation", "doi", "status"};

/* Puts the current row into *r.  On failure nothing is owned. */
static int
take_row(const struct table *t, const int *col, struct reference *r,
    struct diag *err)
{
	const char *key = table_cell(t, col[KEY]);
	const char *status = table_cell(t, col[STATUS]);

	if (*key == '\0')
		return diag_set(err, table_line(t), "field 'key' is empty");
	if (strcmp(status, "V") != 0 && strcmp(status, "K") != 0)
		return diag_set(err, table_line(t),
		    "field 'status': not V or K: '%s'", status);
	*r = (struct reference){mem_strdup(key),
	    mem_strdup(table_cell(t, col[CITATION])),
	    mem_strdup(table_cell(t, col[DOI])), *status == 'V'};
	return 0;
}

static int
take_rows(struct bibliography *b, struct table *t, struct diag *err)
{
	int col[COLUMNS], got;
	size_t cap = 0;

	for (int i = 0; i < COLUMNS; i++)
		if ((col[i] = table_need(t, names[i], err)) < 0)
			return -1;
	while ((got = table_next(t)) == CSVIN_RECORD) {
		b->items =
		    mem_grow(b->items, &cap, b->count + 1, sizeof b->items[0]);
		if (take_row(t, col, &b->items[b->count], err) != 0)
			return -1;
		b->count++;
	}
	if (got != CSVIN_END)
		*err = *table_error(t);
	return got == CSVIN_END ? 0 : -1;
}

static int
compare(const void *a, const void *b)
{
	return strcmp(((const struct reference *)a)->key,
	    ((const struct reference *)b)->key);
}

static int
sort(struct bibliography *b, struct diag *err)
{
	if (b->count > 0)
		qsort(b->items, b->count, sizeof b->items[0], compare);
	for (size_t i = 1; i < b->count; i++)
		if (compare(&b->items[i - 1], &b->items[i]) == 0)
			return diag_set(
			    err, 0, "key '%s' stands twice", b->items[i].key);
	return 0;
}

int
bibliography_read(struct bibliography *b, struct csvin *in, struct diag *err)
{
	struct table *t = table_new(in, err);
	int outcome;

	*b = (struct bibliography){0};
	if (t == NULL)
		return -1;
	outcome = take_rows(b, t, err);
	table_free(t);
	if (outcome == 0)
		outcome = sort(b, err);
	return outcome;
}

void
bibliography_release(struct bibliography *b)
{
	for (size_t i = 0; i < b->count; i++) {
		free((void *)(uintptr_t)b->items[i].key);
		free((void *)(uintptr_t)b->items[i].citation);
		free((void *)(uintptr_t)b->items[i].doi);
	}
	free(b->items);
	*b = (struct bibliography){0};
}

const struct reference *
bibliography_find(const struct bibliography *b, const char *key)
{
	struct reference wanted = {.key = key};

	return b->count == 0
	    ? NULL
	    : bsearch(&wanted, b->items, b->count, sizeof b->items[0], compare);
}
