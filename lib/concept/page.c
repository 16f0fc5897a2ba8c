#include "concept/page.h"

#include "base/mem.h"
#include "concept/word.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	enum concept_list list;
	const char *heading;
} lists[] = {
    {CONCEPT_CUES, "HOW IT LOOKS FROM INSIDE"},
    {CONCEPT_KEEPS, "WHAT KEEPS IT GOING"},
    {CONCEPT_HELPS, "WHAT HELPS"},
};

static bool
ends_sentence(const struct str *s, size_t i)
{
	return strchr(".!?", s->text[i]) != NULL && s->text[i + 1] == ' ';
}

/* A mark in front of a line would be a request; a new sentence begins a line,
 * so that roff knows where one ends. */
static void
add_text(struct str *out, const char *text, size_t len, const char *after_stop)
{
	struct str safe = STR_INIT;
	bool first = true;

	str_printable(&safe, text, len);
	for (size_t i = 0; i < safe.len; i++) {
		char c = safe.text[i] == '\t' ? ' ' : safe.text[i];

		if (first && (c == '.' || c == '\''))
			str_adds(out, "\\&");
		if (c == '\\')
			str_adds(out, "\\e");
		else
			str_addc(out, c);
		first = c == '\n';
		if (i + 1 < safe.len && ends_sentence(&safe, i)) {
			str_adds(out, after_stop);
			first = *after_stop == '\n';
			i += first;
		}
	}
	str_release(&safe);
}

void
page_text(struct str *out, const char *text, size_t len)
{
	add_text(out, text, len, "\n");
}

/* Appends text as arguments of a macro: a word that is the name of a macro, or
 * a mark that stands alone, is kept from being one. */
static void
add_words(struct str *out, const char *text, size_t len)
{
	const char *rest, *word;
	struct str words = STR_INIT;
	size_t n;

	add_text(&words, text, len, "\\&");
	rest = words.text;
	for (bool first = true; str_split(&rest, ' ', &word, &n);
	     first = false) {
		str_adds(out, first ? "" : " ");
		if (n <= 3 && !(*word >= 'a' && *word <= 'z'))
			str_adds(out, "\\&");
		for (size_t i = 0; i < n; i++) {
			if (word[i] == '"')
				str_adds(out, "\\(dq");
			else
				str_addc(out, word[i]);
		}
	}
	str_release(&words);
}

static void
add_line(struct str *out, const char *text)
{
	page_text(out, text, strlen(text));
	str_addc(out, '\n');
}

/* A name that is a sentence finds a page, but is not worth showing at its top.
 */
static bool
is_short(const char *name)
{
	enum { WORDS_MAX = 4 };
	size_t len, words = 0;
	const char *part;

	while (str_split(&name, ' ', &part, &len))
		words++;
	return words <= WORDS_MAX;
}

/* NAME: the id and the ids that the other names would have, which are the
 * names of the page; then the definition's first sentence. */
static void
add_name(struct str *out, const struct concept *c)
{
	const struct concept_items *aliases = &c->lists[CONCEPT_ALIASES];
	const char *stop = strstr(c->definition, ". ");
	size_t len = stop != NULL ? (size_t)(stop - c->definition)
				  : strlen(c->definition);
	struct str id = STR_INIT;

	str_adds(out, ".Sh NAME\n.Nm ");
	add_words(out, c->id, strlen(c->id));
	for (size_t i = 0; i < aliases->count; i++) {
		const char *alias = aliases->items[i].text;

		if (!is_short(alias))
			continue;
		str_adds(out, " ,\n.Nm ");
		str_clear(&id);
		word_id(&id, alias, strlen(alias));
		page_text(out, id.text, id.len);
	}
	str_release(&id);
	str_adds(out, "\n.Nd ");
	if (len > 0 && c->definition[len - 1] == '.')
		len--;
	add_words(out, c->definition, len);
	str_addc(out, '\n');
}

static void
add_description(struct str *out, const struct concept *c)
{
	const char *rest = c->article, *part;
	size_t left = c->article_len, len;

	str_adds(out, ".Sh DESCRIPTION\n");
	if (c->verbatim) { /* it begins with its definition */
		str_adds(out, ".Bd -literal\n");
		add_text(out, rest, left, "");
		str_adds(out, "\n.Ed\n");
		return;
	}
	str_adds(out, ".Sy ");
	add_words(out, c->title, strlen(c->title));
	str_addf(out, "\n.Pq %s .\n", concept_kind_words[c->kind]);
	add_line(out, c->definition);
	if (c->note != NULL) {
		str_adds(out, ".Pp\n.Em Note :\n");
		add_line(out, c->note);
	}
	while (concept_paragraph(&rest, &left, &part, &len)) {
		str_adds(out, ".Pp\n");
		page_text(out, part, len);
		str_addc(out, '\n');
	}
}

static void
add_list(struct str *out, const char *heading, const struct concept_items *of)
{
	if (of->count == 0)
		return;
	str_addf(out, ".Sh %s\n.Bl -bullet -compact\n", heading);
	for (size_t i = 0; i < of->count; i++) {
		str_adds(out, ".It\n");
		add_line(out, of->items[i].text);
	}
	str_adds(out, ".El\n");
}

/* What the four tools do with this concept. */
static void
add_tools(struct str *out, const struct concept *c)
{
	const struct concept_items *measures = &c->lists[CONCEPT_MEASURES];
	const struct concept_items *families = &c->lists[CONCEPT_FAMILIES];

	if (measures->count > 0)
		str_adds(out, ".Sh MEASURED BY\n");
	for (size_t i = 0; i < measures->count; i++) {
		const char *text = measures->items[i].text;
		size_t len = strcspn(text, "/");

		str_adds(out, ".Xr isolate-quiz 1 ,\ninstrument ");
		page_text(out, text, len);
		if (text[len] != '\0') {
			str_adds(out, ", scale ");
			page_text(out, text + len + 1, strlen(text + len + 1));
		}
		str_adds(out, i + 1 < measures->count ? ";\n" : ".\n");
	}
	if (families->count > 0)
		str_adds(
		    out, ".Sh SMALL STEPS\n.Xr goal-plan 1\nhas ladders:\n");
	for (size_t i = 0; i < families->count; i++) {
		page_text(out, families->items[i].text,
		    strlen(families->items[i].text));
		str_adds(out, i + 1 < families->count ? ",\n" : ".\n");
	}
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Puts the ids of the pages it names into ids, sorted, and returns how many. */
static size_t
linked(const struct concept *c, const char **ids)
{
	static const enum concept_list from[] = {
	    CONCEPT_RELATED, CONCEPT_STRATEGIES};
	size_t n = 0, kept = 0;

	if (c->broader != NULL)
		ids[n++] = c->broader;
	for (size_t i = 0; i < sizeof from / sizeof from[0]; i++)
		for (size_t j = 0; j < c->lists[from[i]].count; j++)
			ids[n++] = c->lists[from[i]].items[j].text;
	if (n > 0)
		qsort(ids, n, sizeof ids[0], compare);
	for (size_t i = 0; i < n; i++)
		if (kept == 0 || strcmp(ids[i], ids[kept - 1]) != 0)
			ids[kept++] = ids[i];
	return kept;
}

static void
add_see_also(struct str *out, const struct concept *c)
{
	size_t most = 1 + c->lists[CONCEPT_RELATED].count +
	    c->lists[CONCEPT_STRATEGIES].count;
	const char **ids = mem_alloc(most, sizeof ids[0]);
	size_t n = linked(c, ids);

	str_adds(out, ".Sh SEE ALSO\n.Xr concept-lookup 1");
	for (size_t i = 0; i < n; i++) {
		str_adds(out, " ,\n.Xr ");
		add_words(out, ids[i], strlen(ids[i]));
		str_adds(out, " 7reconnect");
	}
	str_addc(out, '\n');
	free(ids);
}

static void
add_references(
    struct str *out, const struct concept *c, const struct bibliography *b)
{
	const struct concept_items *keys = &c->lists[CONCEPT_REFERENCES];

	if (keys->count == 0)
		return;
	str_adds(out, ".Sh REFERENCES\n.Bl -bullet -compact\n");
	for (size_t i = 0; i < keys->count; i++) {
		const char *key = keys->items[i].text;
		const struct reference *r = bibliography_find(b, key);

		str_adds(out, ".It\n");
		if (r != NULL)
			add_text(out, r->citation, strlen(r->citation), "\\&");
		else
			page_text(out, key, strlen(key));
		str_addc(out, '\n');
		if (r != NULL && *r->doi != '\0')
			str_addf(out, ".Lk https://doi.org/%s\n", r->doi);
		if (r != NULL && !r->verified)
			str_adds(out, ".Pq details not yet checked\n");
	}
	str_adds(out, ".El\n");
}

void
page_write(struct str *out, const struct concept *c,
    const struct bibliography *b, const char *date)
{
	struct str title = STR_INIT;

	word_id(&title, c->id, strlen(c->id));
	for (size_t i = 0; i < title.len; i++)
		if (title.text[i] >= 'a' && title.text[i] <= 'z')
			title.text[i] -= 'a' - 'A';
	str_addf(out, ".Dd %s\n.Dt %s", date, title.text);
	str_release(&title);
	str_adds(out, " 7\n.Os reconnect\n");
	add_name(out, c);
	add_description(out, c);
	for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
		add_list(out, lists[i].heading, &c->lists[lists[i].list]);
	add_tools(out, c);
	add_see_also(out, c);
	add_references(out, c, b);
}
