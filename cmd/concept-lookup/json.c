/*
 * Concepts as an array of JSON objects (RFC 8259).
 */
#include "lookup.h"

#include "base/utf8.h"

#include <string.h>

/* Text of an own entry was found valid UTF-8 when it was read. */
static void
string_of(FILE *fp, const char *text, size_t len, const char *line_end)
{
	fputc('"', fp);
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text[i];

		if (c == '"' || c == '\\')
			fprintf(fp, "\\%c", c);
		else if (c == '\n')
			fputs(line_end, fp);
		else if (c < ' ' || c == 0x7f)
			fprintf(fp, "\\u%04x", c);
		else
			fputc(c, fp);
	}
	fputc('"', fp);
}

/* The lines of a paragraph are wrapped. */
static void
string(FILE *fp, const char *text, size_t len)
{
	string_of(fp, text, len, " ");
}

static void
member(FILE *fp, const char *name, const char *text)
{
	if (text == NULL)
		return;
	fprintf(fp, ",\n  \"%s\": ", name);
	string(fp, text, strlen(text));
}

static void
list(FILE *fp, const char *name, const struct concept_items *of)
{
	fprintf(fp, ",\n  \"%s\": [", name);
	for (size_t i = 0; i < of->count; i++) {
		fputs(i > 0 ? ", " : "", fp);
		string(fp, of->items[i].text, strlen(of->items[i].text));
	}
	fputc(']', fp);
}

static void
works(struct run *run, const struct concept_items *keys)
{
	FILE *fp = run->term.fp;

	fputs(",\n  \"references\": [", fp);
	for (size_t i = 0; i < keys->count; i++) {
		const char *key = keys->items[i].text;
		const struct reference *r = bibliography_find(run->works, key);

		fprintf(fp, "%s\n    {\"key\": ", i > 0 ? "," : "");
		string(fp, key, strlen(key));
		if (r != NULL) {
			fputs(", \"citation\": ", fp);
			string(fp, r->citation, strlen(r->citation));
			fputs(", \"doi\": ", fp);
			string(fp, r->doi, strlen(r->doi));
			fprintf(fp, ", \"verified\": %s",
			    r->verified ? "true" : "false");
		}
		fputc('}', fp);
	}
	fputs(keys->count > 0 ? "\n  ]" : "]", fp);
}

static void
article(FILE *fp, const struct concept *c)
{
	const char *rest = c->article, *part;
	size_t left = c->article_len, len;
	bool first = true;

	fputs(",\n  \"article\": [", fp);
	for (; concept_paragraph(&rest, &left, &part, &len); first = false) {
		fputs(first ? "\n    " : ",\n    ", fp);
		string_of(fp, part, len, c->verbatim ? "\\n" : " ");
	}
	fputs(first ? "]" : "\n  ]", fp);
}

void
json_show(struct run *run, const struct concept *c)
{
	static const char *const names[CONCEPT_LISTS] = {"aliases", "related",
	    "measure", "cues", "keeps", "helps", "strategies", "goal_family",
	    NULL};
	FILE *fp = run->term.fp;

	fputs(
	    run->count == 0 ? "[\n{\n  \"concept\": " : ",\n{\n  \"concept\": ",
	    fp);
	string(fp, c->id, strlen(c->id));
	if (run->stage != SEARCH_NONE) {
		member(fp, "query", run->query);
		member(fp, "read_as", run->read_as);
		member(fp, "stage", search_stage_words[run->stage]);
	}
	member(fp, "title", c->title);
	member(fp, "kind", concept_kind_words[c->kind]);
	member(fp, "definition", c->definition);
	member(fp, "broader", c->broader);
	member(fp, "note", c->note);
	for (int i = 0; i < CONCEPT_LISTS; i++)
		if (names[i] != NULL)
			list(fp, names[i], &c->lists[i]);
	works(run, &c->lists[CONCEPT_REFERENCES]);
	article(fp, c);
	fputs("\n}", fp);
}

void
json_footer(struct run *run)
{
	fputs(run->count == 0 ? "[]\n" : "\n]\n", run->term.fp);
}
