#include "quiz/partial.h"

#include "base/mem.h"
#include "base/num.h"

#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

const char *const partial_columns[] = {"part", "index", "value", NULL};

enum { FORMAT = 1 }; /* of the stream; a new one where sums change meaning */

static const char *const rules[] = {"listwise", "pairwise"};

static void
write_row(struct csvout *out, const char *part, const char *value)
{
	csvout_str(out, part);
	csvout_empty(out);
	csvout_str(out, value);
	csvout_end(out);
}

static void
write_head(const struct cohort *g, struct csvout *out)
{
	char text[32];

	num_format_long(text, FORMAT);
	write_row(out, "format", text);
	write_row(out, "instrument", g->in->id);
	write_row(out, "version", g->in->version);
	snprintf(text, sizeof(text), "%016" PRIx64, cohort_definition(g));
	write_row(out, "definition", text);
	write_row(out, "missing", rules[g->pairwise]);
}

void
partial_write(struct cohort *g, struct csvout *out)
{
	struct str name = STR_INIT, value = STR_INIT;
	const wide *sums;
	long written = 0;
	size_t n;

	write_head(g, out);
	for (size_t i = 0; (sums = cohort_sums(g, i, &name, &n)); i++)
		for (size_t j = 0; j < n; j++) {
			if (sums[j] == 0)
				continue;
			str_clear(&value);
			wide_format(&value, sums[j]);
			csvout_str(out, name.text);
			csvout_long(out, (long)j);
			csvout_str(out, value.text);
			csvout_end(out);
			written++;
		}
	str_clear(&value);
	wide_format(&value, written);
	write_row(out, "end", value.text);
	str_release(&name);
	str_release(&value);
}

void
partial_release(struct partial_head *head)
{
	str_release(&head->instrument);
	str_release(&head->version);
	str_release(&head->definition);
}

/* The columns, in the order of their names above. */
static int
find_columns(const struct table *t, int cols[3], struct diag *err)
{
	for (size_t i = 0; i < 3; i++)
		if ((cols[i] = table_need(t, partial_columns[i], err)) == -1)
			return -1;
	return 0;
}

/* Reads the next record; its end counts as a torn partial. */
static int
next_row(struct table *t, struct diag *err)
{
	int got = table_next(t);

	if (got == CSVIN_RECORD)
		return 0;
	if (got == CSVIN_END)
		return diag_set(err, table_line(t),
		    "this partial breaks off before its end");
	*err = *table_error(t);
	return -1;
}

/* The value of the next record, which must be of that part. */
static int
read_row(struct table *t, const int cols[3], const char *part,
    struct str *value, struct diag *err)
{
	if (next_row(t, err) == -1)
		return -1;
	if (strcmp(table_cell(t, cols[0]), part) != 0)
		return diag_set(err, table_line(t),
		    "expected '%s' of a partial, found '%s'", part,
		    table_cell(t, cols[0]));
	str_clear(value);
	str_adds(value, table_cell(t, cols[2]));
	return 0;
}

static int
read_rule(struct table *t, const int cols[3], bool *pairwise, struct diag *err)
{
	struct str rule = STR_INIT;
	int rc = read_row(t, cols, "missing", &rule, err);

	if (rc == 0) {
		*pairwise = strcmp(rule.text, rules[true]) == 0;
		if (strcmp(rule.text, rules[*pairwise]) != 0)
			rc = diag_set(err, table_line(t),
			    "no missing rule: '%s'", rule.text);
	}
	str_release(&rule);
	return rc;
}

int
partial_begin(struct partial_head *head, struct table *t, struct diag *err)
{
	int cols[3], got;

	if (find_columns(t, cols, err) == -1)
		return -1;
	if ((got = table_next(t)) == CSVIN_END)
		return 0;
	if (got != CSVIN_RECORD) {
		*err = *table_error(t);
		return -1;
	}
	head->line = table_line(t);
	if (strcmp(table_cell(t, cols[0]), "format") != 0 ||
	    strcmp(table_cell(t, cols[2]), "1") != 0)
		return diag_set(err, head->line,
		    "no partial that this version reads: '%s' '%s'",
		    table_cell(t, cols[0]), table_cell(t, cols[2]));
	if (read_row(t, cols, "instrument", &head->instrument, err) == -1 ||
	    read_row(t, cols, "version", &head->version, err) == -1 ||
	    read_row(t, cols, "definition", &head->definition, err) == -1 ||
	    read_rule(t, cols, &head->pairwise, err) == -1)
		return -1;
	return 1;
}

static int
check_head(
    const struct cohort *g, const struct partial_head *head, struct diag *err)
{
	char definition[17];

	snprintf(definition, sizeof(definition), "%016" PRIx64,
	    cohort_definition(g));
	if (strcmp(head->instrument.text, g->in->id) != 0)
		return diag_set(err, head->line,
		    "a partial of instrument '%s', not '%s'",
		    head->instrument.text, g->in->id);
	if (strcmp(head->version.text, g->in->version) != 0)
		return diag_set(err, head->line,
		    "a partial of version '%s' of '%s', not '%s'",
		    head->version.text, g->in->id, g->in->version);
	if (strcmp(head->definition.text, definition) != 0)
		return diag_set(err, head->line,
		    "a partial of another '%s': its items or scales differ",
		    g->in->id);
	if (head->pairwise != g->pairwise)
		return diag_set(err, head->line, "a %s partial, not %s",
		    rules[head->pairwise], rules[g->pairwise]);
	return 0;
}

/* Larger sums no people give; these can be added and multiplied a little. */
static const wide largest_sum = (wide)1 << 100;

/* One array of sums: those of the cohort, and what is read to be added. */
struct array {
	char *name;
	wide *sums, *read;
	size_t n;
};

struct arrays {
	struct array *list;
	size_t count;
};

static void
arrays_init(struct arrays *p, struct cohort *g)
{
	struct str name = STR_INIT;
	wide *sums;
	size_t n;

	*p = (struct arrays){0};
	while ((sums = cohort_sums(g, p->count, &name, &n)) != NULL) {
		p->list = mem_realloc(p->list, p->count + 1, sizeof(*p->list));
		p->list[p->count++] = (struct array){mem_strdup(name.text),
		    sums, mem_zalloc(n, sizeof(*sums)), n};
	}
	str_release(&name);
}

static void
arrays_release(struct arrays *p)
{
	for (size_t i = 0; i < p->count; i++) {
		free(p->list[i].name);
		free(p->list[i].read);
	}
	free(p->list);
}

static int
arrays_add(struct arrays *p)
{
	for (int done = 0; done < 2; done++)
		for (size_t i = 0; i < p->count; i++)
			for (size_t j = 0; j < p->list[i].n; j++) {
				wide *to = &p->list[i].sums[j], sum;

				sum = *to + p->list[i].read[j];
				if (sum > largest_sum || sum < -largest_sum)
					return -1;
				if (done == 1)
					*to = sum;
			}
	return 0;
}

static int
read_sum(struct arrays *p, struct table *t, const int cols[3], struct diag *err)
{
	const char *name = table_cell(t, cols[0]);
	size_t i = 0;
	wide value;
	long index;

	while (i < p->count && strcmp(p->list[i].name, name) != 0)
		i++;
	if (i == p->count)
		return diag_set(
		    err, table_line(t), "no part of a partial: '%s'", name);
	if (num_long(table_cell(t, cols[1]), table_cell_len(t, cols[1]), 0,
		(long)p->list[i].n - 1, &index) != NULL)
		return diag_set(err, table_line(t), "no index of '%s': '%s'",
		    name, table_cell(t, cols[1]));
	if (wide_parse(table_cell(t, cols[2]), table_cell_len(t, cols[2]),
		&value) == -1 ||
	    value > largest_sum || value < -largest_sum)
		return diag_set(err, table_line(t), "not a whole number: '%s'",
		    table_cell(t, cols[2]));
	p->list[i].read[index] = value;
	return 0;
}

/* Reads to the end row, which must count the rows before it. */
static int
read_sums(struct arrays *p, struct table *t, struct diag *err)
{
	int cols[3];
	long read = 0, counted;

	if (find_columns(t, cols, err) == -1)
		return -1;
	for (;; read++) {
		if (next_row(t, err) == -1)
			return -1;
		if (strcmp(table_cell(t, cols[0]), "end") == 0)
			break;
		if (read_sum(p, t, cols, err) == -1)
			return -1;
	}
	if (num_long(table_cell(t, cols[2]), table_cell_len(t, cols[2]), 0,
		LONG_MAX, &counted) == NULL &&
	    counted == read)
		return 0;
	return diag_set(err, table_line(t),
	    "this partial has %ld sums where its end counts '%s'", read,
	    table_cell(t, cols[2]));
}

int
partial_add(struct cohort *g, const struct partial_head *head, struct table *t,
    struct diag *err)
{
	struct arrays parts;
	int rc = check_head(g, head, err);

	if (rc == -1)
		return -1;
	arrays_init(&parts, g);
	rc = read_sums(&parts, t, err);
	if (rc == 0 && arrays_add(&parts) == -1)
		rc = diag_set(err, head->line, "sums grow too large");
	arrays_release(&parts);
	return rc;
}
