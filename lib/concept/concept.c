#include "concept/concept.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

const char *const concept_kind_words[] = {
    "theme", "term", "mechanism", "bias", "strategy", "measure", NULL};

const char *const concept_list_names[CONCEPT_LISTS] = {"aliases", "related",
    "measure", "cue", "keeps", "helps", "strategies", "families", "references",
    "words"};

static const char *const known[] = {"id", "title", "aliases", "kind",
    "definition", "related", "broader", "measure", "cue", "keeps", "helps",
    "strategies", "families", "references", "note", "words", NULL};

/* Sentences stand one a field; only names are gathered in one. */
static bool
is_prose(enum concept_list list)
{
	return list == CONCEPT_CUES || list == CONCEPT_KEEPS ||
	    list == CONCEPT_HELPS;
}

bool
concept_id_valid(const char *text, size_t len)
{
	if (len == 0 || text[0] == '-' || text[len - 1] == '-')
		return false;
	for (size_t i = 0; i < len; i++) {
		if (text[i] == '-' && text[i + 1] == '-')
			return false;
		if (text[i] != '-' && !(text[i] >= 'a' && text[i] <= 'z') &&
		    !(text[i] >= '0' && text[i] <= '9'))
			return false;
	}
	return true;
}

/* The only value of a field that may stand once; NULL and no fault if it is
 * absent and not needed. */
static int
take(const struct concept *c, const char *name, bool needed, const char **out,
    struct diag *err)
{
	const struct meta_field *first = NULL;

	*out = NULL;
	for (size_t i = 0; i < c->meta.count; i++) {
		const struct meta_field *f = &c->meta.fields[i];

		if (strcmp(f->name, name) != 0)
			continue;
		if (first != NULL)
			return diag_set(
			    err, f->line, "field '%s' stands twice", name);
		first = f;
	}
	if (first == NULL)
		return needed ? diag_set(err, 1, "field '%s' is missing", name)
			      : 0;
	if (first->value[0] == '\0')
		return diag_set(err, first->line, "field '%s' is empty", name);
	*out = first->value;
	return 0;
}

static void
append(struct concept_items *items, size_t *cap, const char *text, size_t len,
    unsigned long line)
{
	items->items = mem_grow(
	    items->items, cap, items->count + 1, sizeof items->items[0]);
	items->items[items->count++] =
	    (struct concept_item){mem_strndup(text, len), line};
}

static int
take_list(struct concept *c, enum concept_list list, struct diag *err)
{
	size_t cap = 0;

	for (size_t i = 0; i < c->meta.count; i++) {
		const struct meta_field *f = &c->meta.fields[i];
		const char *rest = f->value, *part;
		size_t len;

		if (strcmp(f->name, concept_list_names[list]) != 0)
			continue;
		if (f->value[0] == '\0')
			return diag_set(
			    err, f->line, "field '%s' is empty", f->name);
		if (list == CONCEPT_CUES && strchr(f->value, ';') != NULL)
			return diag_set(err, f->line,
			    "field 'cue' holds a semicolon: '%s' (one cue a "
			    "field)",
			    f->value);
		if (is_prose(list))
			append(&c->lists[list], &cap, f->value,
			    strlen(f->value), f->line);
		else
			while (str_split(&rest, ';', &part, &len))
				append(
				    &c->lists[list], &cap, part, len, f->line);
	}
	return 0;
}

static int
take_id(struct concept *c, struct diag *err)
{
	if (take(c, "id", true, &c->id, err) != 0 ||
	    take(c, "broader", false, &c->broader, err) != 0)
		return -1;
	return 0;
}

static int
take_kind(struct concept *c, struct diag *err)
{
	const char *word;

	if (take(c, "kind", true, &word, err) != 0)
		return -1;
	for (int i = 0; concept_kind_words[i] != NULL; i++)
		if (strcmp(word, concept_kind_words[i]) == 0) {
			c->kind = (enum concept_kind)i;
			return 0;
		}
	return diag_set(err, meta_line(&c->meta, "kind"),
	    "field 'kind': not one of theme, term, mechanism, bias, strategy, "
	    "measure: '%s'",
	    word);
}

/* Fills all but the article from c->meta. */
static int
take_fields(struct concept *c, struct diag *err)
{
	const struct meta_field *odd = meta_unknown(&c->meta, known);

	if (odd != NULL)
		return diag_set(
		    err, odd->line, "unknown field '%s'", odd->name);
	if (take_id(c, err) != 0 || take_kind(c, err) != 0 ||
	    take(c, "title", true, &c->title, err) != 0 ||
	    take(c, "definition", true, &c->definition, err) != 0 ||
	    take(c, "note", false, &c->note, err) != 0)
		return -1;
	for (int i = 0; i < CONCEPT_LISTS; i++)
		if (take_list(c, (enum concept_list)i, err) != 0)
			return -1;
	return 0;
}

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static void
trim_article(struct concept *c)
{
	while (c->article_len > 0 && is_space(c->article[0])) {
		c->article++;
		c->article_len--;
	}
	while (c->article_len > 0 && is_space(c->article[c->article_len - 1]))
		c->article_len--;
}

int
concept_parse(struct concept *c, const char *text, size_t len, struct diag *err)
{
	memset(c, 0, sizeof *c);
	if (meta_parse(&c->meta, text, len, err) != 0 ||
	    take_fields(c, err) != 0)
		return -1;
	if (!concept_id_valid(c->id, strlen(c->id)))
		return diag_set(err, meta_line(&c->meta, "id"),
		    "field 'id': not lower-case letters, digits and single "
		    "hyphens: '%s'",
		    c->id);
	c->article = c->meta.body;
	c->article_len = c->meta.body_len;
	trim_article(c);
	return 0;
}

static void
add_field(struct meta *m, size_t *cap, const char *name, const char *value,
    unsigned long line)
{
	m->fields = mem_grow(m->fields, cap, m->count + 1, sizeof m->fields[0]);
	m->fields[m->count++] =
	    (struct meta_field){mem_strdup(name), mem_strdup(value), line};
}

int
concept_row(struct concept *c, const char *const *names,
    const char *const *values, size_t n, unsigned long line, struct diag *err)
{
	size_t cap = 0;

	memset(c, 0, sizeof *c);
	c->meta.body = "";
	for (size_t i = 0; i < n; i++) {
		if (!utf8_valid(values[i], strlen(values[i])))
			return diag_set(
			    err, line, "field '%s': not valid UTF-8", names[i]);
		if (values[i][0] != '\0')
			add_field(&c->meta, &cap, names[i], values[i], line);
	}
	if (meta_get(&c->meta, "title") == NULL &&
	    meta_get(&c->meta, "id") == NULL)
		return diag_set(err, line, "neither a term nor an id");
	if (meta_get(&c->meta, "title") == NULL)
		add_field(
		    &c->meta, &cap, "title", meta_get(&c->meta, "id"), line);
	if (meta_get(&c->meta, "id") == NULL)
		add_field(
		    &c->meta, &cap, "id", meta_get(&c->meta, "title"), line);
	if (meta_get(&c->meta, "kind") == NULL)
		add_field(&c->meta, &cap, "kind", "term", line);
	if (meta_get(&c->meta, "definition") == NULL)
		return diag_set(err, line, "no definition");
	return take_fields(c, err);
}

void
concept_plain(
    struct concept *c, const char *title, const char *text, size_t len)
{
	enum { DEFINITION_MAX = 300 };
	struct str start = STR_INIT;
	size_t cap = 0, used;

	memset(c, 0, sizeof *c);
	c->meta.body = "";
	c->article = c->copy = mem_strndup(text, len);
	c->article_len = len;
	c->verbatim = true;
	trim_article(c);
	for (size_t i = 0; i < c->article_len && start.len < DEFINITION_MAX;
	     i += used) {
		utf8_next(c->article + i, c->article_len - i, &used);
		if (!is_space(c->article[i]))
			str_add(&start, c->article + i, used);
		else if (start.text[start.len - (start.len > 0)] != ' ')
			str_addc(&start, ' ');
	}
	if (start.len >= DEFINITION_MAX)
		str_adds(&start, "...");
	add_field(&c->meta, &cap, "title", title, 0);
	add_field(&c->meta, &cap, "definition", start.text, 0);
	str_release(&start);
	c->id = c->title = c->meta.fields[0].value;
	c->definition = c->meta.fields[1].value;
	c->kind = CONCEPT_TERM;
}

void
concept_release(struct concept *c)
{
	for (int i = 0; i < CONCEPT_LISTS; i++) {
		for (size_t j = 0; j < c->lists[i].count; j++)
			free(c->lists[i].items[j].text);
		free(c->lists[i].items);
	}
	meta_release(&c->meta);
	free(c->copy);
	memset(c, 0, sizeof *c);
}

/* The length of the line that begins at text, without its end. */
static size_t
line_length(const char *text, size_t left)
{
	const char *end = left > 0 ? memchr(text, '\n', left) : NULL;

	return end != NULL ? (size_t)(end - text) : left;
}

static bool
is_blank(const char *text, size_t len)
{
	str_trim(&text, &len);
	return len == 0;
}

bool
concept_paragraph(
    const char **rest, size_t *left, const char **part, size_t *len)
{
	size_t n;

	*part = NULL;
	*len = 0;
	while (*left > 0) {
		n = line_length(*rest, *left);
		if (!is_blank(*rest, n)) {
			if (*part == NULL)
				*part = *rest;
			*len = (size_t)(*rest + n - *part);
		} else if (*part != NULL)
			return true;
		n += n < *left;
		*rest += n;
		*left -= n;
	}
	return *part != NULL;
}
