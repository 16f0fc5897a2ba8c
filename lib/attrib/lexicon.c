#include "attrib/lexicon.h"

#include "attrib/lexmake.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

static const double prior_default = -2; /* a strength of 0.12 */

struct lexicon *
lexicon_new(void)
{
	struct lexmake *make = mem_zalloc(1, sizeof(*make));

	make->context = (struct lexicon_context){1, 1, 1, 1, 1};
	make->lexicon.make = make;
	make->lexicon.context = make->context;
	str_init(&make->texts);
	return &make->lexicon;
}

static void
lexlists_release(struct lexlists *lists)
{
	size_t i, k;

	for (i = 0; i < lists->names.count; i++) {
		for (k = 0; k < lists->items[i].count; k++)
			free(lists->items[i].lines[k].members);
		free(lists->items[i].lines);
	}
	free(lists->items);
	names_release(&lists->names);
}

void
lexlists_add(struct lexlists *lists, const char *name, size_t len,
    const char *members, const char *file, unsigned long line)
{
	size_t before = lists->names.count;
	uint32_t number = names_take(&lists->names, name, len);
	struct lexicon_list *list;

	if (number == before) {
		lists->items = mem_grow(lists->items, &lists->cap, before + 1,
		    sizeof(*lists->items));
		lists->items[number] = (struct lexicon_list){0};
	}
	list = &lists->items[number];
	list->lines = mem_grow(
	    list->lines, &list->cap, list->count + 1, sizeof(*list->lines));
	list->lines[list->count++] =
	    (struct lexicon_line){mem_strdup(members), file, line};
}

void
lexicon_free(const struct lexicon *lex)
{
	struct lexmake *make;
	size_t i;

	if (lex == NULL || lex->make == NULL)
		return;
	make = lex->make;
	lexlists_release(&make->classes);
	lexlists_release(&make->spellings);
	for (i = 0; i < make->nfiles; i++)
		free(make->files[i]);
	names_release(&make->rule_keys);
	names_release(&make->concept_ids);
	str_release(&make->texts);
	free(make->rules);
	free(make->raises);
	free(make->concepts);
	free(make->files);
	free(make);
}

uint32_t
lexmake_text(struct lexmake *make, const char *text, size_t len)
{
	uint32_t place = (uint32_t)make->texts.len;

	str_add(&make->texts, text, len);
	str_addc(&make->texts, '\0');
	return place;
}

uint32_t
lexmake_concept(struct lexmake *make, const char *id, size_t len, uint32_t file,
    uint32_t line)
{
	size_t before = make->concept_ids.count;
	uint32_t number = names_take(&make->concept_ids, id, len);

	if (number == before) {
		make->concepts = mem_grow(make->concepts, &make->concepts_cap,
		    before + 1, sizeof(*make->concepts));
		make->concepts[number] =
		    (struct lexicon_concept){.id = lexmake_text(make, id, len),
			.file = file,
			.line = line,
			.prior = prior_default};
	}
	return number;
}

static int
compare_concepts(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

/* What tells the rule from others, as a number of rule_keys; its raises are
 * those from the first on.  Neither how many blanks part its words nor the
 * order of its concepts makes another rule of it. */
static uint32_t
rule_key(struct lexmake *make, const struct lexicon_rule *rule, size_t first,
    const char *pattern)
{
	struct str key = STR_INIT;
	uint32_t raised[LEXICON_CONCEPTS_MAX] = {0}, number;
	const char *part;
	size_t i, len;

	while (str_split(&pattern, ' ', &part, &len)) {
		str_add(&key, part, len);
		str_addc(&key, ' ');
	}
	str_addc(&key, (char)rule->dimension);
	for (i = 0; i < rule->nraises; i++) {
		raised[i] = make->raises[first + i].concept;
	}
	qsort(raised, rule->nraises, sizeof(*raised), compare_concepts);
	str_add(&key, (const char *)raised, rule->nraises * sizeof(*raised));
	number = names_take(&make->rule_keys, key.text, key.len);
	str_release(&key);
	return number;
}

int
lexmake_rule(struct lexmake *make, const struct lexicon_rule *rule,
    const char *pattern, struct diag *err)
{
	uint32_t raises = (uint32_t)(make->nraises - rule->nraises);
	uint32_t number = rule_key(make, rule, raises, pattern);
	struct lexicon_rule *place;

	if (number == make->nrules) {
		make->rules = mem_grow(make->rules, &make->rules_cap,
		    make->nrules + 1, sizeof(*make->rules));
		make->nrules++;
	} else if (make->rules[number].file == rule->file) {
		return diag_set(err, rule->line,
		    "this rule stands in line %lu already: '%s'",
		    (unsigned long)make->rules[number].line, pattern);
	}
	place = &make->rules[number];
	*place = *rule;
	place->raises = raises;
	place->pattern = lexmake_text(make, pattern, strlen(pattern));
	return 0;
}

/* Shows what has been read so far. */
static void
show(struct lexmake *make)
{
	make->lexicon = (struct lexicon){.rules = make->rules,
	    .nrules = make->nrules,
	    .raises = make->raises,
	    .nraises = make->nraises,
	    .concepts = make->concepts,
	    .nconcepts = make->concept_ids.count,
	    .texts = make->texts.text,
	    .ntexts = make->texts.len,
	    .context = make->context,
	    .make = make};
}

int
lexicon_add(struct lexicon *lex, const char *name, const char *text, size_t len,
    struct diag *err)
{
	struct lexmake *make = lex->make;
	struct lexfile file;
	struct meta m;
	int result = meta_parse(&m, text, len, err);

	make->files = mem_grow(make->files, &make->files_cap, make->nfiles + 1,
	    sizeof(*make->files));
	file.name = make->files[make->nfiles++] = mem_strdup(name);
	file.text = lexmake_text(make, name, strlen(name));
	if (result == 0)
		result = lexhead_take(make, &file, &m, err);
	if (result == 0)
		result = lexbody_take(make, &file, &m, err);
	meta_release(&m);
	show(make);
	return result;
}

const struct lexicon_rule *
lexicon_rules(const struct lexicon *lex, size_t *count)
{
	*count = lex->nrules;
	return lex->rules;
}

const struct lexicon_raise *
lexicon_raises(const struct lexicon *lex, const struct lexicon_rule *rule)
{
	return lex->raises + rule->raises;
}

const struct lexicon_concept *
lexicon_concepts(const struct lexicon *lex, size_t *count)
{
	*count = lex->nconcepts;
	return lex->concepts;
}

const char *
lexicon_concept_id(const struct lexicon *lex, size_t number)
{
	return lexicon_text(lex, lex->concepts[number].id);
}

const char *
lexicon_text(const struct lexicon *lex, uint32_t place)
{
	return lex->texts + place;
}

const struct lexicon_context *
lexicon_context(const struct lexicon *lex)
{
	return &lex->context;
}

uint32_t
lexicon_class_number(const struct lexicon *lex, const char *name, size_t len)
{
	return names_find(&lex->make->classes.names, name, len);
}

static const struct lexicon_list *
list_of(const struct lexlists *lists, size_t number, const char **name)
{
	if (number >= lists->names.count)
		return NULL;
	*name = names_text(&lists->names, (uint32_t)number);
	return &lists->items[number];
}

const struct lexicon_list *
lexicon_class(const struct lexicon *lex, size_t number, const char **name)
{
	return list_of(&lex->make->classes, number, name);
}

const struct lexicon_list *
lexicon_spelling(const struct lexicon *lex, size_t number, const char **word)
{
	return list_of(&lex->make->spellings, number, word);
}
