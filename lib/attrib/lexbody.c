/*
 * The table of a lexicon file: a rule a row.
 */
#include "attrib/lexmake.h"
#include "attrib/pattern.h"
#include "attrib/rule.h"
#include "base/mem.h"
#include "base/num.h"
#include "stream/csvin.h"
#include "stream/table.h"

#include <string.h>

/* The columns of a file's table. */
struct columns {
	int pattern, dimension, value, weight, concept, scope;
};

/* "ID" or "ID:PART" */
static int
take_raise(struct lexmake *make, struct lexicon_rule *rule, const char *id,
    size_t len, struct diag *err)
{
	const char *colon = memchr(id, ':', len), *wrong;
	size_t id_len = colon == NULL ? len : (size_t)(colon - id), i;
	uint32_t concept;
	double part = 1;

	if (colon != NULL) {
		wrong = num_double(colon + 1, len - id_len - 1, -20, 20, &part);
		if (wrong != NULL)
			return diag_set(err, rule->line, "concept: %s: '%.*s'",
			    wrong, (int)len, id);
	}
	if (rule->nraises == LEXICON_CONCEPTS_MAX)
		return diag_set(err, rule->line, "more than %d concepts",
		    LEXICON_CONCEPTS_MAX);
	concept = lexmake_concept(make, id, id_len, rule->file, rule->line);
	for (i = 1; i <= rule->nraises; i++)
		if (make->raises[make->nraises - i].concept == concept)
			return diag_set(err, rule->line,
			    "concept '%.*s' stands twice", (int)id_len, id);
	make->raises = mem_grow(make->raises, &make->raises_cap,
	    make->nraises + 1, sizeof(*make->raises));
	make->raises[make->nraises++] =
	    (struct lexicon_raise){concept, (float)part};
	rule->nraises++;
	return 0;
}

/* Marks a concept as one of those that rules of dimension pattern raise. */
static int
take_rival(struct lexmake *make, const struct lexicon_rule *rule,
    struct lexicon_concept *concept, struct diag *err)
{
	if (concept->rival)
		return 0;
	concept->rival = true;
	concept->bias = true;
	if (++make->nrivals <= LEXICON_RIVALS_MAX)
		return 0;
	return diag_set(err, rule->line,
	    "rules of dimension pattern raise more than %d concepts",
	    LEXICON_RIVALS_MAX);
}

static int
take_concepts(struct lexmake *make, struct lexicon_rule *rule, const char *text,
    struct diag *err)
{
	const char *id;
	size_t len, i;
	uint32_t concept;

	while (str_split(&text, ';', &id, &len))
		if (take_raise(make, rule, id, len, err) == -1)
			return -1;
	for (i = 0; rule->dimension == DIM_PATTERN && i < rule->nraises; i++) {
		concept = make->raises[make->nraises - 1 - i].concept;
		if (take_rival(make, rule, &make->concepts[concept], err) == -1)
			return -1;
	}
	if (rule->nraises == 0 &&
	    (rule->dimension == DIM_PATTERN || rule->dimension == DIM_THEME))
		return diag_set(err, rule->line, "no concept");
	return 0;
}

static int
take_rule(struct lexmake *make, struct table *t, const struct columns *col,
    struct lexicon_rule *rule, struct diag *err)
{
	const char *text = table_cell(t, col->pattern);
	struct pattern pattern;

	if (pattern_parse(&pattern, text, rule->line, err) == -1 ||
	    rule_take_dimension(rule, table_cell(t, col->dimension), err) ==
		-1 ||
	    rule_take_value(rule, table_cell(t, col->value), err) == -1 ||
	    rule_take_weight(rule, table_cell(t, col->weight), err) == -1 ||
	    take_concepts(make, rule, table_cell(t, col->concept), err) == -1 ||
	    rule_take_scope(rule, table_cell(t, col->scope), err) == -1)
		return -1;
	return lexmake_rule(make, rule, text, err);
}

static int
take_table(struct lexmake *make, const struct lexfile *file, struct table *t,
    struct diag *err)
{
	struct columns col = {table_need(t, "pattern", err),
	    table_find(t, "dimension"), table_find(t, "value"),
	    table_find(t, "weight"), table_find(t, "concept"),
	    table_find(t, "scope")};
	int got;

	if (col.pattern == -1 ||
	    (col.dimension = table_need(t, "dimension", err)) == -1)
		return -1;
	while ((got = table_next(t)) == CSVIN_RECORD) {
		struct lexicon_rule rule = {
		    .file = file->text, .line = (uint32_t)table_line(t)};

		if (take_rule(make, t, &col, &rule, err) == -1)
			return -1;
	}
	if (got == CSVIN_END)
		return 0;
	return diag_set(err, table_error(t)->line, "%s", table_error(t)->text);
}

int
lexbody_take(struct lexmake *make, const struct lexfile *file,
    const struct meta *m, struct diag *err)
{
	struct table *t;
	int result;

	if (m->body_len == 0) /* classes and spellings alone */
		return 0;
	t = table_new(csvin_new_mem(m->body, m->body_len, m->body_line), err);
	if (t == NULL)
		return -1;
	result = take_table(make, file, t, err);
	table_free(t);
	return result;
}
