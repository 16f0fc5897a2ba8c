#include "attrib/labelled.h"

#include "base/chance.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

void
labelled_release(struct labelled *l)
{
	names_release(&l->names);
	names_release(&l->groups);
	free(l->rows);
	free(l->given);
	*l = (struct labelled){0};
}

static void
give(struct labelled *l, struct labelled_row *row, const char *text, size_t len)
{
	uint32_t label, i;

	if (len == 0)
		return;
	label = names_take(&l->names, text, len);
	for (i = 0; i < row->count; i++)
		if (l->given[row->first + i] == label)
			return;
	l->given =
	    mem_grow(l->given, &l->given_cap, l->ngiven + 1, sizeof *l->given);
	l->given[l->ngiven++] = label;
	row->count++;
}

/* A group that no other row can have: what a cell cannot hold, and a number. */
static uint32_t
group_of(struct labelled *l, const char *group)
{
	struct str own = STR_INIT;
	uint32_t number;

	if (group == NULL)
		return l->count == 0 ? 0 : l->rows[l->count - 1].group;
	if (*group != '\0')
		return names_take(&l->groups, group, strlen(group));
	str_addc(&own, '\0');
	str_addf(&own, "%zu", l->count);
	number = names_take(&l->groups, own.text, own.len);
	str_release(&own);
	return number;
}

int
labelled_check(const char *cell, size_t len, bool many, struct diag *err)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)cell[i] < ' ')
			return diag_set(err, 0,
			    "a control character in the label '%s'", cell);
	if (!utf8_valid(cell, len))
		return diag_set(
		    err, 0, "not valid UTF-8: the label '%s'", cell);
	if (!many && memchr(cell, ';', len) != NULL)
		return diag_set(
		    err, 0, "several labels (--many takes them): '%s'", cell);
	return 0;
}

int
labelled_add(struct labelled *l, const char *cell, size_t len, bool many,
    const char *group, struct diag *err)
{
	struct labelled_row row = {.first = (uint32_t)l->ngiven};
	const char *part;
	size_t n;

	if (labelled_check(cell, len, many, err) == -1)
		return -1;
	while (str_split(&cell, ';', &part, &n))
		give(l, &row, part, n);
	row.group = group_of(l, group);
	l->rows = mem_grow(l->rows, &l->cap, l->count + 1, sizeof *l->rows);
	l->rows[l->count++] = row;
	return 0;
}

bool
labelled_blank(const char *cell, size_t len)
{
	str_trim(&cell, &len);
	return len == 0;
}

bool
labelled_has(const struct labelled *l, size_t r, uint32_t label)
{
	const struct labelled_row *row = &l->rows[r];

	for (uint32_t i = 0; i < row->count; i++)
		if (l->given[row->first + i] == label)
			return true;
	return false;
}

uint32_t *
labelled_ranks(const struct labelled *l)
{
	uint32_t *ranks = mem_zalloc(l->names.count + 1, sizeof *ranks), i, k;

	for (i = 0; i < l->names.count; i++)
		for (k = 0; k < l->names.count; k++)
			ranks[i] += strcmp(names_text(&l->names, k),
					names_text(&l->names, i)) < 0;
	return ranks;
}

/* The first label of the first row of each group; those without come last. */
static uint32_t *
first_labels(const struct labelled *l)
{
	uint32_t *labels = mem_alloc(l->groups.count + 1, sizeof *labels);
	uint32_t none = (uint32_t)l->names.count;

	for (size_t i = l->count; i-- > 0;)
		labels[l->rows[i].group] =
		    l->rows[i].count > 0 ? l->given[l->rows[i].first] : none;
	return labels;
}

static void
shuffle(uint32_t *items, size_t n, uint64_t seed)
{
	for (size_t i = n; i > 1; i--) {
		size_t k = chance_below(&seed, i);
		uint32_t swap = items[i - 1];

		items[i - 1] = items[k];
		items[k] = swap;
	}
}

uint32_t *
labelled_folds(const struct labelled *l, uint32_t folds, uint64_t seed)
{
	size_t n = l->groups.count, i;
	uint32_t *order = mem_alloc(n + 1, sizeof *order);
	uint32_t *labels = first_labels(l), label, dealt = 0;
	uint32_t *of_group = mem_alloc(n + 1, sizeof *of_group);
	uint32_t *fold = mem_alloc(l->count + 1, sizeof *fold);

	for (i = 0; i < n; i++)
		order[i] = (uint32_t)i;
	shuffle(order, n, seed);
	for (label = 0; label <= l->names.count; label++)
		for (i = 0; i < n; i++)
			if (labels[order[i]] == label)
				of_group[order[i]] = dealt++ % folds;
	for (i = 0; i < l->count; i++)
		fold[i] = of_group[l->rows[i].group];
	free(of_group);
	free(labels);
	free(order);
	return fold;
}
