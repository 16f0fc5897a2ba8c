/* instrument_read(): the head of the file, its tables told apart, and the order
 * in which they are read. */
#include "quiz/extent.h"
#include "quiz/reading.h"
#include "stream/meta.h"

#include "base/mem.h"
#include "base/num.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

static const char *const known[] = {"id", "title", "title.*", "version",
    "status", "grade", "licence", "licence-source", "source", "citation",
    "rights", "languages", "instructions", "instructions.*", "timeframe",
    "timeframe.*", "stem", "stem.*", "options", "options.*", "range", "range.*",
    "order", "concept", "direction", "score", "missing", "missing-codes",
    "reliability", "reliability-source", "sd", "bands", "bands.*", "bands-t",
    "bands-t.*", "alert", "advice", "advice.*", "norms", "norms.*", "use",
    "notes", "notes.*", NULL};

/* Whether (text, len) is one of the languages after the file's first. */
static bool
is_language(const char *languages, const char *text)
{
	const char *part;
	size_t len;

	if (!str_split(&languages, ' ', &part, &len))
		return false;
	while (str_split(&languages, ' ', &part, &len))
		if (str_equal(part, len, text))
			return true;
	return false;
}

/* The name of a field without its language; *lang is "" or that language. */
static const char *
base_name(struct reading *r, const char *languages, const char *name,
    const char **lang)
{
	const char *dot = strrchr(name, '.');

	*lang = "";
	if (dot == NULL || !is_language(languages, dot + 1))
		return grammar_keep(r->in, name, strlen(name));
	*lang = dot + 1;
	return grammar_keep(r->in, name, (size_t)(dot - name));
}

/* Takes the fields that are in this language over those that were there. */
static int
add_fields(struct reading *r, const struct meta *meta, const char *languages,
    const char *lang)
{
	for (size_t i = 0; i < meta->count; i++) {
		const struct meta_field *f = &meta->fields[i];
		const char *its, *name = base_name(r, languages, f->name, &its);
		size_t at = 0;

		if (strcmp(its, lang) != 0)
			continue;
		while (at < r->nhead && strcmp(r->head[at].name, name) != 0)
			at++;
		if (at < r->nhead && lang[0] == '\0')
			return diag_set(
			    r->err, f->line, "field '%s' stands twice", name);
		if (at == r->nhead)
			r->head =
			    mem_realloc(r->head, ++r->nhead, sizeof(*r->head));
		r->head[at] = (struct reading_field){name,
		    grammar_keep(r->in, f->value, strlen(f->value)), f->line};
	}
	return 0;
}

static void
keep_fields(struct instrument *in, const struct meta *meta)
{
	in->fields = mem_alloc(meta->count, sizeof(*in->fields));
	for (size_t i = 0; i < meta->count; i++)
		in->fields[in->nfields++] = (struct field){
		    grammar_keep(
			in, meta->fields[i].name, strlen(meta->fields[i].name)),
		    grammar_keep(in, meta->fields[i].value,
			strlen(meta->fields[i].value)),
		};
}

static int
read_fields(struct reading *r, const struct meta *meta, const char *lang)
{
	const struct meta_field *odd = meta_unknown(meta, known);
	const char *languages = meta_get(meta, "languages");

	if (odd != NULL)
		return diag_set(
		    r->err, odd->line, "unknown field '%s'", odd->name);
	keep_fields(r->in, meta);
	languages = languages == NULL ? "en" : languages;
	if (lang != NULL && is_language(languages, lang))
		r->lang = grammar_keep(r->in, lang, strlen(lang));
	if (add_fields(r, meta, languages, "") == -1)
		return -1;
	if (r->lang[0] != '\0' && add_fields(r, meta, languages, r->lang) == -1)
		return -1;
	r->in->language = r->lang[0] != '\0'
	    ? r->lang
	    : grammar_keep(r->in, languages, strcspn(languages, " "));
	return 0;
}

static int
read_missing_codes(struct reading *r)
{
	const char *rest = reading_head(r, "missing-codes"), *part, *wrong;
	struct grammar g = reading_at_head(r, "missing-codes");
	struct instrument *in = r->in;
	size_t len;
	long code;

	while (str_split(&rest, ' ', &part, &len)) {
		wrong = num_long(part, len, -999999, 999999, &code);
		if (wrong != NULL)
			return diag_set(r->err, g.line,
			    "missing-codes: %s: '%.*s'", wrong, (int)len, part);
		in->missing_codes = mem_realloc(in->missing_codes,
		    in->nmissing_codes + 1, sizeof(*in->missing_codes));
		in->missing_codes[in->nmissing_codes++] = (int)code;
	}
	return 0;
}

static int
set_texts(struct reading *r)
{
	struct instrument *in = r->in;
	struct grammar g = reading_at_head(r, "id");

	in->id = reading_head(r, "id");
	in->title = reading_head(r, "title");
	in->version = reading_head(r, "version");
	in->licence = reading_head(r, "licence");
	in->licence_source = reading_head(r, "licence-source");
	in->source = reading_head(r, "source");
	in->citation = reading_head(r, "citation");
	in->instructions = reading_head(r, "instructions");
	in->stem = reading_head(r, "stem");
	in->timeframe = reading_head(r, "timeframe");
	in->norms = reading_head(r, "norms");
	in->notes = reading_head(r, "notes");
	in->status = reading_head(r, "status");
	in->rights = reading_head(r, "rights");
	in->fixed_order = strcmp(reading_head(r, "order"), "fixed") == 0;
	if (in->id[0] == '\0')
		return diag_set(r->err, 1, "the head has no field 'id'");
	return grammar_id(&g, "id", in->id, strlen(in->id));
}

/* The length of the table at text: up to a blank line outside quotes. */
static size_t
table_length(const char *text, size_t len)
{
	bool quoted = false, blank = true;

	for (size_t i = 0; i < len; i++) {
		if (text[i] == '"')
			quoted = !quoted;
		if (text[i] == '\n' && !quoted) {
			if (blank)
				return i;
			blank = true;
		} else if (text[i] != '\r') {
			blank = false;
		}
	}
	return len;
}

/* The first column says what a table holds. */
static int
add_table(struct reading *r, struct table *t)
{
	static const char *const kinds[] = {"scale", "item", "norm", "count"};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (strcmp(table_name(t, 0), kinds[i]) != 0)
			continue;
		if (r->tables[i] != NULL)
			break;
		r->tables[i] = t;
		return 0;
	}
	diag_set(r->err, table_line(t),
	    "a table begins with the column item, scale, norm or count, each "
	    "once: '%s'",
	    table_name(t, 0));
	table_free(t);
	return -1;
}

static int
open_tables(struct reading *r, const struct meta *meta)
{
	const char *text = meta->body;
	unsigned long line = meta->body_line;
	size_t left = meta->body_len, len;

	while (left > 0) {
		struct table *t;

		len = table_length(text, left);
		if (len > 0) {
			t = table_new(csvin_new_mem(text, len, line), r->err);
			if (t == NULL || add_table(r, t) == -1)
				return -1;
		}
		len += len < left;
		for (size_t i = 0; i < len; i++)
			line += text[i] == '\n';
		text += len;
		left -= len;
	}
	if (r->tables[READING_ITEMS] == NULL)
		return diag_set(r->err, meta->body_line,
		    "there is no table that begins with the column 'item'");
	return 0;
}

static int
read_all(struct reading *r, const struct meta *meta, const char *lang)
{
	if (read_fields(r, meta, lang) == -1 || set_texts(r) == -1 ||
	    read_missing_codes(r) == -1 || choices_read(r) == -1 ||
	    open_tables(r, meta) == -1)
		return -1;
	if (scales_read(r) == -1 || items_read(r) == -1 ||
	    scales_finish(r) == -1)
		return -1;
	return norms_read(r);
}

int
instrument_read(struct instrument *in, const char *text, size_t len,
    const char *lang, struct diag *err)
{
	struct reading r = {.in = in, .lang = "", .err = err};
	struct meta meta;
	int done;

	memset(in, 0, sizeof(*in));
	done = meta_parse(&meta, text, len, err);
	if (done == 0)
		done = read_all(&r, &meta, lang);
	for (size_t i = 0; i < sizeof(r.tables) / sizeof(*r.tables); i++)
		table_free(r.tables[i]);
	free(r.head);
	meta_release(&meta);
	return done;
}
