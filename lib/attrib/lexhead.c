/*
 * The head of a lexicon file: its classes, spellings, priors and contexts.
 */
#include "attrib/lexmake.h"
#include "attrib/pattern.h"
#include "base/num.h"

#include <string.h>

static const char *const fields[] = {"lexicon", "title", "language", "licence",
    "provenance", "note", "bias", "spelling", "class.*", "prior.*", "context.*",
    NULL};

static const char *const once[] = {"lexicon", "context.*", NULL};

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

/* What is wrong with a word of a spelling, or NULL. */
static const char *
word_fault(const char *word, size_t len)
{
	const char *part = word;
	size_t n = len;

	if (pattern_kind(&part, &n) != PATTERN_WORD)
		return "a spelling is of words, not of stems or classes";
	return len == 0 ? "no word" : pattern_fault(word, len);
}

/* The word on the left of a spelling, and those on its right. */
static int
check_spelling(const char *word, size_t len, const char *others,
    unsigned long line, struct diag *err)
{
	const char *wrong = word_fault(word, len);

	while (wrong == NULL && str_split(&others, ' ', &word, &len))
		wrong = word_fault(word, len);
	if (wrong != NULL)
		return diag_set(
		    err, line, "spelling: '%.*s': %s", (int)len, word, wrong);
	return 0;
}

/* "cannot = can not" */
static int
take_spelling(struct lexmake *make, const char *file,
    const struct meta_field *f, struct diag *err)
{
	const char *eq = strchr(f->value, '='), *word = f->value;
	uint32_t before;
	size_t len;

	if (eq == NULL)
		return diag_set(err, f->line,
		    "spelling '%s': write WORD = WORD ...", f->value);
	len = (size_t)(eq - f->value);
	str_trim(&word, &len);
	if (check_spelling(word, len, eq + 1, f->line, err) == -1)
		return -1;
	before = names_find(&make->spellings.names, word, len);
	if (before != NAMES_NONE) {
		const struct lexicon_line *other =
		    make->spellings.items[before].lines;

		return diag_set(err, f->line,
		    "a spelling of '%.*s' stands in %s:%lu already", (int)len,
		    word, other->file, other->line);
	}
	lexlists_add(&make->spellings, word, len, eq + 1, file, f->line);
	return 0;
}

static int
take_number(
    const struct meta_field *f, double least, double *out, struct diag *err)
{
	const char *wrong =
	    num_double(f->value, strlen(f->value), least, 20, out);

	if (wrong != NULL)
		return diag_set(err, f->line, "field '%s': %s: '%s'", f->name,
		    wrong, f->value);
	return 0;
}

static int
take_context(struct lexmake *make, const struct meta_field *f, struct diag *err)
{
	const char *name = f->name + strlen("context.");
	const struct {
		const char *name;
		double *place;
	} places[] = {{"hedge", &make->context.hedge},
	    {"boost", &make->context.boost},
	    {"question", &make->context.question},
	    {"condition", &make->context.condition},
	    {"before-contrast", &make->context.before_contrast}};
	size_t i;

	for (i = 0; i < sizeof(places) / sizeof(*places); i++)
		if (strcmp(name, places[i].name) == 0)
			return take_number(f, 0, places[i].place, err);
	return diag_set(err, f->line, "unknown field '%s'", f->name);
}

static void
take_biases(struct lexmake *make, const struct lexfile *file,
    const struct meta_field *f)
{
	const char *ids = f->value, *id;
	size_t len;

	while (str_split(&ids, ' ', &id, &len)) {
		uint32_t concept = lexmake_concept(
		    make, id, len, file->text, (uint32_t)f->line);

		make->concepts[concept].bias = true;
	}
}

static int
take_field(struct lexmake *make, const struct lexfile *file,
    const struct meta_field *f, struct diag *err)
{
	const char *name;
	uint32_t concept;

	if (strncmp(f->name, "class.", 6) == 0) {
		name = f->name + 6;
		if (check_members(f->value, f->name, f->line, err) == -1)
			return -1;
		lexlists_add(&make->classes, name, strlen(name), f->value,
		    file->name, f->line);
	} else if (strcmp(f->name, "bias") == 0) {
		take_biases(make, file, f);
	} else if (strcmp(f->name, "spelling") == 0) {
		return take_spelling(make, file->name, f, err);
	} else if (strncmp(f->name, "prior.", 6) == 0) {
		name = f->name + 6;
		concept = lexmake_concept(
		    make, name, strlen(name), file->text, (uint32_t)f->line);
		return take_number(f, -20, &make->concepts[concept].prior, err);
	} else if (strncmp(f->name, "context.", 8) == 0) {
		return take_context(make, f, err);
	}
	return 0;
}

int
lexhead_take(struct lexmake *make, const struct lexfile *file,
    const struct meta *m, struct diag *err)
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
		if (take_field(make, file, &m->fields[i], err) == -1)
			return -1;
	odd = meta_twice(m, once);
	if (odd != NULL)
		return diag_set(
		    err, odd->line, "field '%s' stands twice", odd->name);
	return 0;
}
