#include "attrib/lexicon.h"

#include "attrib/names.h"
#include "attrib/pattern.h"
#include "attrib/rule.h"
#include "base/mem.h"
#include "base/num.h"
#include "base/str.h"
#include "stream/csvin.h"
#include "stream/meta.h"
#include "stream/table.h"

#include <stdlib.h>
#include <string.h>

static const double prior_default = -2; /* a strength of 0.12 */

static const char *const fields[] = {"lexicon", "title", "language", "licence",
    "provenance", "note", "bias", "spelling", "class.*", "prior.*", "context.*",
    NULL};

/* names.items[i] is the name of items[i]. */
struct lists {
	struct names names;
	struct lexicon_list *items;
	size_t cap;
};

struct lexicon {
	char **files;
	size_t nfiles, files_cap;
	struct lists classes, spellings;
	struct lexicon_rule *rules;
	size_t nrules, rules_cap;
	struct names rule_keys;   /* items[i] tells rules[i] from others */
	struct names concept_ids; /* items[i] is the id of concepts[i] */
	struct lexicon_concept *concepts;
	size_t concepts_cap;
	struct lexicon_context context;
};

/* The columns of a file's table. */
struct columns {
	int pattern, dimension, value, weight, concept, scope;
};

struct lexicon *
lexicon_new(void)
{
	struct lexicon *lex = mem_zalloc(1, sizeof(*lex));

	lex->context = (struct lexicon_context){1, 1, 1, 1, 1};
	return lex;
}

static void
lists_release(struct lists *lists)
{
	size_t i;

	for (i = 0; i < lists->names.count; i++)
		free(lists->items[i].members);
	free(lists->items);
	names_release(&lists->names);
}

void
lexicon_free(struct lexicon *lex)
{
	size_t i;

	if (lex == NULL)
		return;
	lists_release(&lex->classes);
	lists_release(&lex->spellings);
	for (i = 0; i < lex->nrules; i++)
		free((char *)lex->rules[i].pattern);
	for (i = 0; i < lex->nfiles; i++)
		free(lex->files[i]);
	names_release(&lex->rule_keys);
	names_release(&lex->concept_ids);
	free(lex->rules);
	free(lex->concepts);
	free(lex->files);
	free(lex);
}

/* Adds the members to the list of that name, which is made if need be. */
static void
lists_add(struct lists *lists, const char *name, size_t len,
    const char *members, const char *file, unsigned long line)
{
	size_t before = lists->names.count;
	uint32_t number = names_take(&lists->names, name, len);
	struct str all = STR_INIT;

	if (number == before) {
		lists->items = mem_grow(lists->items, &lists->cap, before + 1,
		    sizeof(*lists->items));
		lists->items[number] =
		    (struct lexicon_list){mem_strdup(members), file, line};
		return;
	}
	str_addf(&all, "%s %s", lists->items[number].members, members);
	free(lists->items[number].members);
	lists->items[number].members = str_detach(&all);
}

/* The number of the concept, made if need be. */
static uint16_t
take_concept(struct lexicon *lex, const char *id, size_t len)
{
	size_t before = lex->concept_ids.count;
	uint32_t number = names_take(&lex->concept_ids, id, len);

	if (number == before) {
		lex->concepts = mem_grow(lex->concepts, &lex->concepts_cap,
		    before + 1, sizeof(*lex->concepts));
		lex->concepts[number] =
		    (struct lexicon_concept){.prior = prior_default};
	}
	return (uint16_t)number;
}

static int
check_members(
    const char *members, const char *what, unsigned long line, struct diag *err)
{
	const char *part, *wrong;
	size_t len;

	while (str_split(&members, ' ', &part, &len)) {
		wrong = pattern_fault(part, len);
		if (wrong != NULL)
			return diag_set(err, line, "%s: '%.*s': %s", what,
			    (int)len, part, wrong);
	}
	return 0;
}

/* "cannot = can not" */
static int
take_spelling(struct lexicon *lex, const char *file, const struct meta_field *f,
    struct diag *err)
{
	const char *eq = strchr(f->value, '='), *word = f->value;
	size_t len;

	if (eq == NULL)
		return diag_set(err, f->line,
		    "spelling '%s': write WORD = WORD ...", f->value);
	len = (size_t)(eq - f->value);
	str_trim(&word, &len);
	if (check_members(eq + 1, "spelling", f->line, err) == -1)
		return -1;
	if (names_find(&lex->spellings.names, word, len) != NAMES_NONE)
		return diag_set(err, f->line, "spelling of '%.*s' stands twice",
		    (int)len, word);
	lists_add(&lex->spellings, word, len, eq + 1, file, f->line);
	return 0;
}

static int
take_number(const struct meta_field *f, double *out, struct diag *err)
{
	const char *wrong =
	    num_double(f->value, strlen(f->value), -20, 20, out);

	if (wrong != NULL)
		return diag_set(err, f->line, "field '%s': %s: '%s'", f->name,
		    wrong, f->value);
	return 0;
}

static int
take_context(struct lexicon *lex, const struct meta_field *f, struct diag *err)
{
	const char *name = f->name + strlen("context.");
	const struct {
		const char *name;
		double *place;
	} places[] = {{"hedge", &lex->context.hedge},
	    {"boost", &lex->context.boost},
	    {"question", &lex->context.question},
	    {"condition", &lex->context.condition},
	    {"before-contrast", &lex->context.before_contrast}};
	size_t i;

	for (i = 0; i < sizeof(places) / sizeof(*places); i++)
		if (strcmp(name, places[i].name) == 0)
			return take_number(f, places[i].place, err);
	return diag_set(err, f->line, "unknown field '%s'", f->name);
}

static void
take_biases(struct lexicon *lex, const char *ids)
{
	const char *id;
	size_t len;

	while (str_split(&ids, ' ', &id, &len)) {
		uint16_t concept = take_concept(lex, id, len);

		lex->concepts[concept].bias = true;
	}
}

static int
take_field(struct lexicon *lex, const char *file, const struct meta_field *f,
    struct diag *err)
{
	const char *name;
	uint16_t concept;

	if (strncmp(f->name, "class.", 6) == 0) {
		name = f->name + 6;
		if (check_members(f->value, f->name, f->line, err) == -1)
			return -1;
		lists_add(
		    &lex->classes, name, strlen(name), f->value, file, f->line);
	} else if (strcmp(f->name, "bias") == 0) {
		take_biases(lex, f->value);
	} else if (strcmp(f->name, "spelling") == 0) {
		return take_spelling(lex, file, f, err);
	} else if (strncmp(f->name, "prior.", 6) == 0) {
		name = f->name + 6;
		concept = take_concept(lex, name, strlen(name));
		return take_number(f, &lex->concepts[concept].prior, err);
	} else if (strncmp(f->name, "context.", 8) == 0) {
		return take_context(lex, f, err);
	}
	return 0;
}

static int
take_head(struct lexicon *lex, const char *file, const struct meta *m,
    struct diag *err)
{
	const struct meta_field *odd = meta_unknown(m, fields);
	size_t i;

	if (odd != NULL)
		return diag_set(
		    err, odd->line, "unknown field '%s'", odd->name);
	if (meta_get(m, "lexicon") == NULL)
		return diag_set(
		    err, 1, "no lexicon: the file begins with 'lexicon: NAME'");
	for (i = 0; i < m->count; i++)
		if (take_field(lex, file, &m->fields[i], err) == -1)
			return -1;
	return 0;
}

/* What tells the rule from others, as a number of rule_keys. */
static uint32_t
rule_key(struct lexicon *lex, const struct lexicon_rule *rule)
{
	struct str key = STR_INIT;
	uint32_t number;
	size_t i;

	str_adds(&key, rule->pattern);
	str_addc(&key, (char)rule->dimension);
	for (i = 0; i < rule->nraises; i++)
		str_add(&key, (const char *)&rule->raises[i].concept,
		    sizeof(rule->raises[i].concept));
	number = names_take(&lex->rule_keys, key.text, key.len);
	str_release(&key);
	return number;
}

static int
add_rule(struct lexicon *lex, const struct lexicon_rule *rule, struct diag *err)
{
	uint32_t number = rule_key(lex, rule);
	struct lexicon_rule *place;

	if (number == lex->nrules) {
		lex->rules = mem_grow(lex->rules, &lex->rules_cap,
		    lex->nrules + 1, sizeof(*lex->rules));
		lex->nrules++;
	} else {
		place = &lex->rules[number];
		if (place->file == rule->file)
			return diag_set(err, rule->line,
			    "this rule stands in line %lu already: '%s'",
			    place->line, rule->pattern);
		free((char *)place->pattern);
	}
	place = &lex->rules[number];
	*place = *rule;
	place->pattern = mem_strdup(rule->pattern);
	return 0;
}

/* "ID" or "ID:PART" */
static int
take_raise(struct lexicon *lex, struct lexicon_rule *rule, const char *id,
    size_t len, struct diag *err)
{
	const char *colon = memchr(id, ':', len), *wrong;
	size_t id_len = colon == NULL ? len : (size_t)(colon - id);
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
	rule->raises[rule->nraises++] =
	    (struct lexicon_raise){take_concept(lex, id, id_len), (float)part};
	return 0;
}

static int
take_concepts(struct lexicon *lex, struct lexicon_rule *rule, const char *text,
    struct diag *err)
{
	const char *id;
	size_t len, i;

	while (str_split(&text, ';', &id, &len))
		if (take_raise(lex, rule, id, len, err) == -1)
			return -1;
	for (i = 0; rule->dimension == DIM_PATTERN && i < rule->nraises; i++)
		lex->concepts[rule->raises[i].concept].rival =
		    lex->concepts[rule->raises[i].concept].bias = true;
	if (rule->nraises == 0 &&
	    (rule->dimension == DIM_PATTERN || rule->dimension == DIM_THEME))
		return diag_set(err, rule->line, "no concept");
	return 0;
}

static int
take_rule(struct lexicon *lex, struct table *t, const struct columns *col,
    struct lexicon_rule *rule, struct diag *err)
{
	struct pattern pattern;

	rule->pattern = table_cell(t, col->pattern);
	if (pattern_parse(&pattern, rule->pattern, rule->line, err) == -1 ||
	    rule_take_dimension(rule, table_cell(t, col->dimension), err) ==
		-1 ||
	    rule_take_value(rule, table_cell(t, col->value), err) == -1 ||
	    rule_take_weight(rule, table_cell(t, col->weight), err) == -1 ||
	    take_concepts(lex, rule, table_cell(t, col->concept), err) == -1 ||
	    rule_take_scope(rule, table_cell(t, col->scope), err) == -1)
		return -1;
	return add_rule(lex, rule, err);
}

static int
take_table(
    struct lexicon *lex, const char *file, struct table *t, struct diag *err)
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
		    .file = file, .line = table_line(t)};

		if (take_rule(lex, t, &col, &rule, err) == -1)
			return -1;
	}
	if (got == CSVIN_END)
		return 0;
	return diag_set(err, table_error(t)->line, "%s", table_error(t)->text);
}

static int
take_body(struct lexicon *lex, const char *file, const struct meta *m,
    struct diag *err)
{
	struct table *t;
	int result;

	if (m->body_len == 0) /* classes and spellings alone */
		return 0;
	t = table_new(csvin_new_mem(m->body, m->body_len, m->body_line), err);
	if (t == NULL)
		return -1;
	result = take_table(lex, file, t, err);
	table_free(t);
	return result;
}

int
lexicon_add(struct lexicon *lex, const char *name, const char *text, size_t len,
    struct diag *err)
{
	struct meta m;
	int result = meta_parse(&m, text, len, err);

	lex->files = mem_grow(
	    lex->files, &lex->files_cap, lex->nfiles + 1, sizeof(*lex->files));
	name = lex->files[lex->nfiles++] = mem_strdup(name);
	if (result == 0)
		result = take_head(lex, name, &m, err);
	if (result == 0)
		result = take_body(lex, name, &m, err);
	meta_release(&m);
	return result;
}

const struct lexicon_rule *
lexicon_rules(const struct lexicon *lex, size_t *count)
{
	*count = lex->nrules;
	return lex->rules;
}

const struct lexicon_concept *
lexicon_concepts(const struct lexicon *lex, size_t *count)
{
	*count = lex->concept_ids.count;
	return lex->concepts;
}

const char *
lexicon_concept_id(const struct lexicon *lex, size_t number)
{
	return names_text(&lex->concept_ids, (uint32_t)number);
}

const struct lexicon_context *
lexicon_context(const struct lexicon *lex)
{
	return &lex->context;
}

const struct lexicon_list *
lexicon_class(const struct lexicon *lex, const char *name, size_t len)
{
	uint32_t number = names_find(&lex->classes.names, name, len);

	return number == NAMES_NONE ? NULL : &lex->classes.items[number];
}

const struct lexicon_list *
lexicon_spelling(const struct lexicon *lex, size_t number, const char **word)
{
	if (number >= lex->spellings.names.count)
		return NULL;
	*word = names_text(&lex->spellings.names, (uint32_t)number);
	return &lex->spellings.items[number];
}
