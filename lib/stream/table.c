#include "stream/table.h"

#include "base/mem.h"
#include "base/num.h"
#include "base/str.h"
#include "base/utf8.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct column {
	char *name;
	size_t col;
};

struct table {
	struct csvin *in;
	size_t columns;
	char **names;          /* in file order */
	struct column *sorted; /* by name, then by col */
	struct diag ragged;
	bool refused; /* the last record is refused: ragged says why */
};

void
table_free(struct table *t)
{
	if (t == NULL)
		return;
	for (size_t i = 0; i < t->columns; i++)
		free(t->names[i]);
	free(t->names);
	free(t->sorted);
	csvin_free(t->in);
	free(t);
}

static int
by_name(const void *a, const void *b)
{
	const struct column *x = a, *y = b;
	int order = strcmp(x->name, y->name);

	return order != 0 ? order : (x->col > y->col) - (x->col < y->col);
}

static void
take_names(struct table *t)
{
	t->columns = csvin_count(t->in);
	t->names = mem_alloc(t->columns, sizeof(*t->names));
	t->sorted = mem_alloc(t->columns, sizeof(*t->sorted));
	for (size_t i = 0; i < t->columns; i++) {
		t->names[i] = mem_strdup(csvin_field(t->in, i, NULL));
		t->sorted[i] = (struct column){.name = t->names[i], .col = i};
	}
	qsort(t->sorted, t->columns, sizeof(*t->sorted), by_name);
}

/* Columns may lack a name (and are then found by none), but not all. */
static int
check_names(const struct table *t, struct diag *err)
{
	unsigned long line = csvin_line(t->in);
	const struct column *c = t->sorted;

	if (c[t->columns - 1].name[0] == '\0')
		return diag_set(err, line, "header that names no column");
	for (size_t i = 1; i < t->columns; i++)
		if (c[i].name[0] != '\0' &&
		    strcmp(c[i - 1].name, c[i].name) == 0)
			return diag_set(err, line,
			    "column '%s' stands twice in the header (columns "
			    "%zu and %zu)",
			    c[i].name, c[i - 1].col + 1, c[i].col + 1);
	return 0;
}

/* What the header is, where it is none of fields with commas between, as some
 * spreadsheets write it; else NULL. */
static const char *
foreign(const struct csvin *in, const char *header, size_t len)
{
	const char *end = memchr(header, '\n', len);

	if (utf8_is_utf16(header, len))
		return UTF8_WANTED;
	len = end == NULL ? len : (size_t)(end - header);
	if (csvin_separator(in) != ',' || memchr(header, ',', len) != NULL)
		return NULL;
	if (memchr(header, ';', len) != NULL)
		return "';' stands between fields; save it with ','";
	if (memchr(header, '\t', len) != NULL)
		return "tabs stand between fields; save it with ','";
	return NULL;
}

/* Of a header that cannot be read. */
static void
tell_broken(const struct csvin *in, struct diag *err)
{
	const struct diag *fault = csvin_error(in);
	size_t len;
	const char *header = csvin_bytes(in, &len);
	const char *what =
	    csvin_errno(in) != 0 || len == 0 ? NULL : foreign(in, header, len);

	if (what != NULL)
		diag_set(err, 1, "%s", what);
	else
		diag_set(err, fault->line, "%s", fault->text);
}

struct table *
table_new(struct csvin *in, struct diag *err)
{
	struct table *t = mem_zalloc(1, sizeof(*t));
	int got, error;

	t->in = in;
	got = csvin_next(in);
	if (got == CSVIN_RECORD) {
		take_names(t);
		if (check_names(t, err) == 0)
			return t;
	} else if (got == CSVIN_END) {
		diag_set(err, 0, "no header: the input is empty");
	} else {
		tell_broken(in, err);
	}
	error = csvin_errno(in);
	table_free(t);
	errno = error;
	return NULL;
}

void
table_continue(struct table *t, struct csvin *in)
{
	csvin_free(t->in);
	t->in = in;
}

void
table_before_read(struct table *t, void (*before)(void *arg), void *arg)
{
	csvin_before_read(t->in, before, arg);
}

size_t
table_columns(const struct table *t)
{
	return t->columns;
}

const char *
table_name(const struct table *t, size_t col)
{
	return t->names[col];
}

static int
compare_name(const void *name, const void *column)
{
	return strcmp(name, ((const struct column *)column)->name);
}

int
table_find(const struct table *t, const char *name)
{
	const struct column *found;

	if (name[0] == '\0')
		return -1;
	found = bsearch(
	    name, t->sorted, t->columns, sizeof(*t->sorted), compare_name);
	return found ? (int)found->col : -1;
}

static int
no_column(const struct table *t, const char *name, struct diag *err)
{
	struct str names = STR_INIT;
	const char *what = t->columns > 1
	    ? NULL
	    : foreign(t->in, t->names[0], strlen(t->names[0]));

	if (what != NULL)
		return diag_set(err, 0, "no column '%s': %s", name, what);
	for (size_t i = 0; i < t->columns && names.len < DIAG_TEXT_MAX; i++) {
		str_adds(&names, i > 0 ? ", " : "");
		str_adds(&names, t->names[i]);
	}
	diag_set(err, 0, "no column '%s' (columns are: %s)", name, names.text);
	str_release(&names);
	return -1;
}

int
table_need(const struct table *t, const char *name, struct diag *err)
{
	int col = table_find(t, name);

	return col >= 0 ? col : no_column(t, name, err);
}

int
table_pick(const struct table *t, const char *what, struct diag *err)
{
	int col = table_find(t, what);
	long number;

	if (col >= 0)
		return col;
	if (num_long(what, strlen(what), 1, (long)t->columns, &number) == NULL)
		return (int)number - 1;
	return no_column(t, what, err);
}

int
table_next(struct table *t)
{
	int got = csvin_next(t->in);
	size_t count = csvin_count(t->in);

	t->refused = got == CSVIN_RECORD && count != t->columns;
	if (!t->refused)
		return got;
	diag_set(&t->ragged, csvin_line(t->in),
	    "%zu field%s where the header has %zu", count,
	    count == 1 ? "" : "s", t->columns);
	return CSVIN_REFUSED;
}

const struct diag *
table_error(const struct table *t)
{
	return t->refused ? &t->ragged : csvin_error(t->in);
}

int
table_errno(const struct table *t)
{
	return csvin_errno(t->in);
}

unsigned long
table_line(const struct table *t)
{
	return csvin_line(t->in);
}

const char *
table_cell(const struct table *t, int col)
{
	return col < 0 ? "" : csvin_field(t->in, (size_t)col, NULL);
}

size_t
table_cell_len(const struct table *t, int col)
{
	size_t len = 0;

	if (col >= 0)
		csvin_field(t->in, (size_t)col, &len);
	return len;
}

struct csvin_raw
table_raw(const struct table *t)
{
	return csvin_raw(t->in);
}

void
table_expect(struct table *t, const struct shape *shape)
{
	csvin_expect(t->in, shape);
}

const char *
table_tail(const struct table *t, const uint8_t *low)
{
	return csvin_tail(t->in, low);
}

bool
table_missing(const struct table *t, int col)
{
	return table_cell_len(t, col) == 0;
}
