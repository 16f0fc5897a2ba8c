#include "plan/ladder.h"

#include "base/mem.h"
#include "base/num.h"
#include "base/str.h"
#include "stream/meta.h"
#include "stream/table.h"

#include <stdlib.h>
#include <string.h>

const char *const ladder_mode_words[] = {
    "exposure", "experiment", "activation", "reframe", "skill", NULL};
const char *const ladder_setting_words[] = {
    "online", "phone", "in-person", "solo", NULL};

int
ladder_word(const char *const *words, const char *text, size_t len)
{
	for (int i = 0; words[i] != NULL; i++)
		if (len > 0 && *words[i] == *text &&
		    strncmp(words[i], text, len) == 0 && words[i][len] == '\0')
			return i;
	return -1;
}

bool
ladder_is_rung(enum ladder_mode mode)
{
	return mode == LADDER_EXPOSURE || mode == LADDER_EXPERIMENT;
}

/* "concepts: ID RELEVANCE; ID RELEVANCE; ...", a bare ID having 1. */
static int
parse_concepts(struct ladder *l, const struct meta *m, struct diag *err)
{
	unsigned long line = meta_line(m, "concepts");
	const char *rest = meta_get(m, "concepts"), *part;
	size_t len, cap = 0;

	while (str_split(&rest, ';', &part, &len)) {
		const char *blank = memchr(part, ' ', len);
		size_t idlen = blank == NULL ? len : (size_t)(blank - part);
		const char *num = part + idlen, *fault;
		size_t numlen = len - idlen;
		struct ladder_concept c = {NULL, 1};

		str_trim(&num, &numlen);
		if (numlen > 0) {
			fault = num_double(num, numlen, 0.01, 1, &c.relevance);
			if (fault != NULL)
				return diag_set(err, line,
				    "relevance of '%.*s': %s: '%.*s'",
				    (int)idlen, part, fault, (int)numlen, num);
		}
		c.id = mem_strndup(part, idlen);
		l->concepts = mem_grow(l->concepts, &cap, l->concept_count + 1,
		    sizeof *l->concepts);
		l->concepts[l->concept_count++] = c;
	}
	if (l->concept_count == 0)
		return diag_set(err, line, "no concepts");
	return 0;
}

static int
parse_head(
    struct ladder *l, const char *name, const struct meta *m, struct diag *err)
{
	static const char *const need[] = {
	    "id", "title", "summary", "concepts", NULL};
	static const char *const known[] = {
	    "id", "title", "summary", "concepts", "source", "licence", NULL};
	const struct meta_field *odd = meta_unknown(m, known);

	if (odd != NULL)
		return diag_set(
		    err, odd->line, "unknown field '%s'", odd->name);
	for (int i = 0; need[i] != NULL; i++)
		if (meta_get(m, need[i]) == NULL)
			return diag_set(
			    err, 0, "field '%s' is missing", need[i]);
	if (strcmp(meta_get(m, "id"), name) != 0)
		return diag_set(err, meta_line(m, "id"),
		    "the id must be that of the file, '%s': '%s'", name,
		    meta_get(m, "id"));
	l->id = mem_strdup(name);
	l->title = mem_strdup(meta_get(m, "title"));
	l->summary = mem_strdup(meta_get(m, "summary"));
	return parse_concepts(l, m, err);
}

enum column {
	COL_STEP,
	COL_TEXT,
	COL_SUDS,
	COL_MINUTES,
	COL_SETTING,
	COL_MODE,
	COL_REPEAT,
	COL_NEEDED, /* those above must be there, those below may be */
	COL_CUE = COL_NEEDED,
	COL_PREDICTION,
	COL_HOW,
	COL_PRECAUTION,
	COLUMNS,
};
static const char *const column_names[COLUMNS] = {"step", "text", "suds",
    "minutes", "setting", "mode", "repeat", "cue", "prediction", "how",
    "precaution"};

static int
cell_int(const struct table *t, const int cols[], enum column c, int min,
    int max, int *out, struct diag *err)
{
	const char *text = table_cell(t, cols[c]), *fault;
	long value;

	fault = num_long(text, table_cell_len(t, cols[c]), min, max, &value);
	if (fault != NULL)
		return diag_set(err, table_line(t), "%s: %s: '%s'",
		    column_names[c], fault, text);
	*out = (int)value;
	return 0;
}

static int
cell_word(const struct table *t, const int cols[], enum column c,
    const char *const *words, int *out, struct diag *err)
{
	const char *text = table_cell(t, cols[c]);

	*out = ladder_word(words, text, table_cell_len(t, cols[c]));
	if (*out < 0)
		return diag_set(err, table_line(t), "%s: unknown: '%s'",
		    column_names[c], text);
	return 0;
}

static int
parse_step(struct ladder_step *s, const struct table *t, const int cols[],
    struct diag *err)
{
	int setting, mode;

	if (cell_int(t, cols, COL_STEP, 1, LADDER_STEPS_MAX, &s->number, err) ||
	    cell_int(t, cols, COL_SUDS, 0, LADDER_SUDS_MAX, &s->suds, err) ||
	    cell_int(t, cols, COL_MINUTES, 1, LADDER_MINUTES_MAX, &s->minutes,
		err) ||
	    cell_int(
		t, cols, COL_REPEAT, 1, LADDER_REPEAT_MAX, &s->repeat, err) ||
	    cell_word(
		t, cols, COL_SETTING, ladder_setting_words, &setting, err) ||
	    cell_word(t, cols, COL_MODE, ladder_mode_words, &mode, err))
		return -1;
	if (table_cell_len(t, cols[COL_TEXT]) == 0)
		return diag_set(err, table_line(t), "text: empty");
	s->setting = (enum ladder_setting)setting;
	s->mode = (enum ladder_mode)mode;
	s->text = mem_strdup(table_cell(t, cols[COL_TEXT]));
	s->cue = mem_strdup(table_cell(t, cols[COL_CUE]));
	s->prediction = mem_strdup(table_cell(t, cols[COL_PREDICTION]));
	s->how = mem_strdup(table_cell(t, cols[COL_HOW]));
	s->precaution = mem_strdup(table_cell(t, cols[COL_PRECAUTION]));
	return 0;
}

static int
parse_rows(struct ladder *l, struct table *t, struct diag *err)
{
	int cols[COLUMNS], got;
	size_t cap = 0;

	for (int c = 0; c < COLUMNS; c++) {
		cols[c] = c < COL_NEEDED ? table_need(t, column_names[c], err)
					 : table_find(t, column_names[c]);
		if (c < COL_NEEDED && cols[c] < 0)
			return -1;
	}
	while ((got = table_next(t)) == CSVIN_RECORD) {
		struct ladder_step s = {0};

		if (parse_step(&s, t, cols, err) != 0)
			return -1;
		l->steps = mem_grow(
		    l->steps, &cap, l->step_count + 1, sizeof *l->steps);
		l->steps[l->step_count++] = s;
		if (l->step_count > 1 &&
		    l->steps[l->step_count - 2].number >= s.number)
			return diag_set(err, table_line(t),
			    "step: numbers must rise: '%d'", s.number);
	}
	if (got != CSVIN_END) {
		*err = *table_error(t);
		return -1;
	}
	return l->step_count == 0 ? diag_set(err, 0, "no steps") : 0;
}

int
ladder_parse(struct ladder *l, const char *name, const char *text, size_t len,
    struct diag *err)
{
	struct meta m;
	struct table *t;
	int rc = -1;

	memset(l, 0, sizeof *l);
	if (meta_parse(&m, text, len, err) == 0 &&
	    parse_head(l, name, &m, err) == 0) {
		t = table_new(
		    csvin_new_mem(m.body, m.body_len, m.body_line), err);
		if (t != NULL)
			rc = parse_rows(l, t, err);
		table_free(t);
	}
	meta_release(&m);
	return rc;
}

void
ladder_release(struct ladder *l)
{
	for (size_t i = 0; i < l->step_count; i++) {
		free(l->steps[i].precaution);
		free(l->steps[i].how);
		free(l->steps[i].prediction);
		free(l->steps[i].cue);
		free(l->steps[i].text);
	}
	free(l->steps);
	for (size_t i = 0; i < l->concept_count; i++)
		free(l->concepts[i].id);
	free(l->concepts);
	free(l->summary);
	free(l->title);
	free(l->id);
	memset(l, 0, sizeof *l);
}

double
ladder_relevance(const struct ladder *l, const char *concept)
{
	for (size_t i = 0; i < l->concept_count; i++)
		if (strcmp(l->concepts[i].id, concept) == 0)
			return l->concepts[i].relevance;
	return 0;
}
