#include "quiz/partial.h"

#include "base/hash.h"
#include "base/num.h"
#include "quiz/addends.h"

#include <inttypes.h>
#include <limits.h>
#include <string.h>

const char *const partial_columns[] = {"part", "index", "value", NULL};

const char partial_of_rows[] = "*";

static const char format[] = "2"; /* a new one where sums change meaning */
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
write_count(struct csvout *out, const char *part, size_t count)
{
	char text[NUM_MAX];

	num_format_long(text, (long)count);
	write_row(out, part, text);
}

void
partial_write_run(struct csvout *out, const struct partial_run *run)
{
	write_row(out, "format", format);
	write_row(out, "of", run->of);
	write_row(out, "missing", rules[run->pairwise]);
}

void
partial_write_done(struct csvout *out, size_t cohorts)
{
	write_count(out, "done", cohorts);
}

static void
format_definition(struct cohort *g, char text[16 + 1])
{
	snprintf(text, 17, "%016" PRIx64, cohort_definition(g));
}

void
partial_write(struct csvout *out, struct cohort *g)
{
	struct str name = STR_INIT, value = STR_INIT;
	char definition[17];
	const wide *sums;
	size_t n, written = 0;

	format_definition(g, definition);
	write_row(out, "instrument", g->in->id);
	write_row(out, "version", g->in->version);
	write_row(out, "definition", definition);
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
	write_count(out, "end", written);
	str_release(&name);
	str_release(&value);
}

void
partial_init(struct partial *p, struct table *t)
{
	*p = (struct partial){.t = t};
	str_init(&p->of);
	str_init(&p->instrument);
	str_init(&p->version);
	str_init(&p->definition);
}

void
partial_release(struct partial *p)
{
	str_release(&p->of);
	str_release(&p->instrument);
	str_release(&p->version);
	str_release(&p->definition);
}

static const char *
cell(const struct partial *p, size_t i)
{
	return table_cell(p->t, p->cols[i]);
}

static int
fault(const struct partial *p, struct diag *err, const char *what)
{
	return diag_set(err, table_line(p->t), "%s: '%s'", what, cell(p, 2));
}

/* Reads the next record; its end counts as a torn partial. */
static int
next_row(struct partial *p, struct diag *err)
{
	switch (table_next(p->t)) {
	case CSVIN_RECORD:
		return 0;
	case CSVIN_END:
		return diag_set(err, table_line(p->t),
		    "this partial breaks off before its end");
	default:
		*err = *table_error(p->t);
		return -1;
	}
}

/* The value of the current record, which must be of that part. */
static int
take_value(
    struct partial *p, const char *part, struct str *value, struct diag *err)
{
	if (strcmp(cell(p, 0), part) != 0)
		return diag_set(err, table_line(p->t),
		    "expected '%s' of a partial, found '%s'", part, cell(p, 0));
	str_clear(value);
	str_adds(value, cell(p, 2));
	return 0;
}

static int
next_value(
    struct partial *p, const char *part, struct str *value, struct diag *err)
{
	return next_row(p, err) == -1 ? -1 : take_value(p, part, value, err);
}

/* Whether the current record counts what was read. */
static int
check_count(struct partial *p, size_t read, const char *what, struct diag *err)
{
	long counted;

	if (num_long(cell(p, 2), table_cell_len(p->t, p->cols[2]), 0, LONG_MAX,
		&counted) == NULL &&
	    (size_t)counted == read)
		return 0;
	return diag_set(err, table_line(p->t),
	    "this partial has %zu %s where its end counts '%s'", read, what,
	    cell(p, 2));
}

static int
read_format(struct partial *p, struct diag *err)
{
	if (next_row(p, err) == -1)
		return -1;
	if (strcmp(cell(p, 0), "format") == 0 &&
	    strcmp(cell(p, 2), format) == 0)
		return 0;
	return diag_set(err, table_line(p->t),
	    "no partial that this version reads: '%s' '%s'", cell(p, 0),
	    cell(p, 2));
}

static int
read_rule(struct partial *p, struct diag *err)
{
	struct str rule = STR_INIT;
	int rc = next_value(p, "missing", &rule, err);

	if (rc == 0) {
		p->pairwise = strcmp(rule.text, rules[true]) == 0;
		if (strcmp(rule.text, rules[p->pairwise]) != 0)
			rc = fault(p, err, "no missing rule");
	}
	str_release(&rule);
	return rc;
}

int
partial_begin(struct partial *p, struct diag *err)
{
	for (size_t i = 0; i < 3; i++) {
		p->cols[i] = table_need(p->t, partial_columns[i], err);
		if (p->cols[i] == -1)
			return -1;
	}
	if (read_format(p, err) == -1 || next_value(p, "of", &p->of, err) == -1)
		return -1;
	return read_rule(p, err);
}

/* Nothing may follow the row "done". */
static int
end(struct partial *p, struct diag *err)
{
	if (check_count(p, p->met, "instruments", err) == -1)
		return -1;
	switch (table_next(p->t)) {
	case CSVIN_END:
		return 0;
	case CSVIN_RECORD:
		return diag_set(err, table_line(p->t),
		    "a row behind the end of the partial: '%s'", cell(p, 0));
	default:
		*err = *table_error(p->t);
		return -1;
	}
}

int
partial_next(struct partial *p, struct diag *err)
{
	if (next_row(p, err) == -1)
		return -1;
	if (strcmp(cell(p, 0), "done") == 0)
		return end(p, err);
	p->line = table_line(p->t);
	p->met++;
	if (take_value(p, "instrument", &p->instrument, err) == -1 ||
	    next_value(p, "version", &p->version, err) == -1 ||
	    next_value(p, "definition", &p->definition, err) == -1)
		return -1;
	return 1;
}

static int
check_head(const struct partial *p, struct cohort *g, struct diag *err)
{
	const char *id = g->in->id;
	char definition[17];

	format_definition(g, definition);
	if (strcmp(p->instrument.text, id) != 0)
		return diag_set(err, p->line,
		    "a partial of instrument '%s', not '%s'",
		    p->instrument.text, id);
	if (strcmp(p->version.text, g->in->version) != 0)
		return diag_set(err, p->line,
		    "a partial of version '%s' of '%s', not '%s'",
		    p->version.text, id, g->in->version);
	if (strcmp(p->definition.text, definition) != 0)
		return diag_set(err, p->line,
		    "a partial of another '%s': its items or scales differ",
		    id);
	if (p->pairwise != g->pairwise)
		return diag_set(err, p->line, "a %s partial, not %s",
		    rules[p->pairwise], rules[g->pairwise]);
	return 0;
}

/* Larger sums no people give; these can be added and multiplied a little. */
static const wide largest_sum = (wide)1 << 100;

static bool
too_large(wide sum)
{
	return sum > largest_sum || sum < -largest_sum;
}

/*
 * The cells of a sum, as they stand in the input, for there are very many: what
 * table_cell() gives out it ends with a NUL first, and the processor waits to
 * read what was just written.
 */
struct slice {
	const char *text;
	size_t len;
};

struct sum {
	struct slice cells[3]; /* as partial_columns */
};

static struct sum
take_sum(const struct partial *p)
{
	struct csvin_raw raw = table_raw(p->t);
	struct sum sum;

	for (size_t i = 0; i < 3; i++) {
		size_t col = (size_t)p->cols[i];
		size_t begin = col > 0 ? raw.ends[col - 1] + 1 : raw.begin;

		sum.cells[i] =
		    (struct slice){raw.base + begin, raw.ends[col] - begin};
		if (sum.cells[i].text[0] == '"')
			sum.cells[i] = (struct slice){
			    cell(p, i), table_cell_len(p->t, p->cols[i])};
	}
	return sum;
}

static int
read_sum(struct addends *a, const struct partial *p, const struct sum *sum,
    struct diag *err)
{
	struct slice name = sum->cells[0];
	struct addend *to = addends_find(a, name.text, name.len);
	struct slice at = sum->cells[1], number = sum->cells[2];
	wide value;
	long index;

	if (to == NULL)
		return diag_set(err, table_line(p->t),
		    "no part of a partial: '%s'", cell(p, 0));
	if (num_long(at.text, at.len, 0, (long)to->n - 1, &index) != NULL)
		return diag_set(err, table_line(p->t), "no index of '%s': '%s'",
		    to->name, cell(p, 1));
	if (wide_parse(number.text, number.len, &value) == -1 ||
	    too_large(value))
		return fault(p, err, "not a whole number");
	if (to->read[index] != 0) /* (Zeros are not written.) */
		return diag_set(err, table_line(p->t),
		    "'%s' %ld stands here again", to->name, index);
	if (too_large(to->sums[index] + value))
		return diag_set(err, table_line(p->t), "sums grow too large");
	to->read[index] = value;
	return 0;
}

static bool
is_end(struct slice name)
{
	return name.len == 3 && memcmp(name.text, "end", 3) == 0;
}

/* Reads to the end row, which must count the rows before it; a NULL passes
 * over them. */
static int
read_sums(struct addends *a, struct partial *p, struct diag *err)
{
	struct sum sum;

	for (size_t read = 0;; read++) {
		if (next_row(p, err) == -1)
			return -1;
		sum = take_sum(p);
		if (is_end(sum.cells[0]))
			return check_count(p, read, "sums", err);
		if (a != NULL && read_sum(a, p, &sum, err) == -1)
			return -1;
	}
}

int
partial_add(struct partial *p, struct cohort *g, struct diag *err)
{
	struct addends parts;
	int rc;

	if (check_head(p, g, err) == -1)
		return -1;
	addends_init(&parts, g);
	rc = read_sums(&parts, p, err);
	if (rc == 0) {
		p->hash =
		    hash_add(p->hash, p->definition.text, p->definition.len);
		p->hash = addends_hash(&parts, p->hash);
		addends_add(&parts);
	}
	addends_release(&parts);
	return rc;
}

int
partial_skip(struct partial *p, struct diag *err)
{
	return read_sums(NULL, p, err);
}
