#include "quiz/reading.h"

#include "base/mem.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

struct grammar
reading_at(const struct reading *r, const struct table *t)
{
	return (struct grammar){r->in, table_line(t), r->err};
}

int
reading_row(const struct reading *r, struct table *t)
{
	switch (table_next(t)) {
	case CSVIN_RECORD:
		return 1;
	case CSVIN_END:
		return 0;
	default:
		*r->err = *table_error(t);
		return -1;
	}
}

static bool
matches(const char *pattern, const char *name)
{
	size_t len = strlen(pattern);

	if (len > 2 && strcmp(pattern + len - 2, ".*") == 0)
		return strncmp(pattern, name, len - 1) == 0;
	return strcmp(pattern, name) == 0;
}

int
reading_columns(
    const struct reading *r, struct table *t, const char *const *names)
{
	for (size_t col = 0; col < table_columns(t); col++) {
		size_t i = 0;

		while (
		    names[i] != NULL && !matches(names[i], table_name(t, col)))
			i++;
		if (names[i] == NULL)
			return diag_set(r->err, table_line(t),
			    "unknown column '%s'", table_name(t, col));
	}
	return 0;
}

static const char *
kept_cell(const struct reading *r, const struct table *t, int col)
{
	const char *text = table_cell(t, col);
	size_t len = table_cell_len(t, col);

	str_trim(&text, &len);
	return len == 0 ? "" : grammar_keep(r->in, text, len);
}

const char *
reading_cell(const struct reading *r, const struct table *t, const char *name)
{
	return kept_cell(r, t, table_find(t, name));
}

const char *
reading_text(const struct reading *r, const struct table *t, const char *name)
{
	const char *text = "";
	struct str local = STR_INIT;

	if (r->lang[0] != '\0') {
		str_addf(&local, "%s.%s", name, r->lang);
		text = reading_cell(r, t, local.text);
	}
	str_release(&local);
	return text[0] != '\0' ? text : reading_cell(r, t, name);
}

static const struct reading_field *
find_field(const struct reading *r, const char *name)
{
	for (size_t i = 0; i < r->nhead; i++)
		if (strcmp(r->head[i].name, name) == 0)
			return &r->head[i];
	return NULL;
}

const char *
reading_head(const struct reading *r, const char *name)
{
	const struct reading_field *f = find_field(r, name);

	return f == NULL ? "" : f->value;
}

struct grammar
reading_at_head(const struct reading *r, const char *name)
{
	const struct reading_field *f = find_field(r, name);

	return (struct grammar){r->in, f == NULL ? 0 : f->line, r->err};
}
