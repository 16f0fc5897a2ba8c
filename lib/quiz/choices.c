/* The sets of answers in the head of an instrument file: "options" and
 * "range" are the instrument's own, "options.NAME" and "range.NAME" others. */
#include "quiz/reading.h"

#include "base/mem.h"

#include <string.h>

static struct choices *
find_set(struct reading *r, const char *name)
{
	struct instrument *in = r->in;

	for (size_t i = 0; i < in->nchoices; i++)
		if (strcmp(in->choices[i].name, name) == 0)
			return &in->choices[i];
	in->choices =
	    mem_realloc(in->choices, in->nchoices + 1, sizeof(*in->choices));
	in->choices[in->nchoices] = (struct choices){
	    .name = grammar_keep(in, name, strlen(name)),
	};
	return &in->choices[in->nchoices++];
}

/* The NAME of a field "KIND" or "KIND.NAME"; NULL for any other field. */
static const char *
set_name(const char *field, const char *kind)
{
	size_t len = strlen(kind);

	if (strncmp(field, kind, len) != 0)
		return NULL;
	if (field[len] == '\0')
		return "";
	return field[len] == '.' ? field + len + 1 : NULL;
}

static int
read_options(struct reading *r)
{
	for (size_t i = 0; i < r->nhead; i++) {
		const struct reading_field *f = &r->head[i];
		const char *name = set_name(f->name, "options");
		struct grammar g = {r->in, f->line, r->err};
		struct choices *set;

		if (name == NULL)
			continue;
		set = find_set(r, name);
		if (grammar_choices(&g, f->value, set) == -1)
			return -1;
		if (set->count < 2)
			return diag_set(
			    r->err, f->line, "options: fewer than two");
		set->listed_only =
		    set->count != (size_t)(set->max - set->min) + 1;
	}
	return 0;
}

static int
read_ranges(struct reading *r)
{
	for (size_t i = 0; i < r->nhead; i++) {
		const struct reading_field *f = &r->head[i];
		const char *name = set_name(f->name, "range");
		struct grammar g = {r->in, f->line, r->err};
		struct choices *set;
		int min, max;

		if (name == NULL)
			continue;
		if (grammar_range(&g, f->value, &min, &max) == -1)
			return -1;
		set = find_set(r, name);
		if (set->count > 0 && (set->min < min || set->max > max))
			return diag_set(r->err, f->line,
			    "range '%s': an option lies outside", f->value);
		set->min = min;
		set->max = max;
		set->listed_only = false;
	}
	return 0;
}

int
choices_read(struct reading *r)
{
	if (read_options(r) == -1)
		return -1;
	return read_ranges(r);
}
