/*
 * A concept as text, for a terminal or a pipe.
 */
#include "lookup.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

enum { INDENT = 2, BULLET = 4 };

static void
heading(const struct term *t, const char *text)
{
	fputc('\n', t->fp);
	term_style(t, TERM_BOLD);
	fputs(text, t->fp);
	term_style(t, 0);
	fputc('\n', t->fp);
}

static void
bullet(const struct term *t, const char *text)
{
	fprintf(t->fp, "%*s- ", INDENT, "");
	term_wrap(t, text, BULLET, BULLET);
}

static void
list(const struct term *t, const char *title, const struct concept_items *of)
{
	if (of->count == 0)
		return;
	heading(t, title);
	for (size_t i = 0; i < of->count; i++)
		bullet(t, of->items[i].text);
}

/* An id that is a manual page leads there. */
static void
link_to(struct run *run, const char *id)
{
	struct str page = STR_INIT;

	str_addf(&page, "man:%s(7reconnect)", id);
	if (run->lib.named)
		term_text(&run->term, id, strlen(id));
	else
		term_link(&run->term, page.text, id);
	str_release(&page);
}

/* "id: its title" for each id; an id the glossary lacks stands alone. */
static void
links(struct run *run, const char *title, const struct concept_items *of)
{
	struct glossary_key key;
	struct str line = STR_INIT;

	if (of->count > 0)
		heading(&run->term, title);
	for (size_t i = 0; i < of->count; i++) {
		const char *id = of->items[i].text;

		fprintf(run->term.fp, "%*s- ", INDENT, "");
		if (!glossary_find(&run->lib.glossary, id, &key)) {
			term_wrap(&run->term, id, BULLET, BULLET);
			continue;
		}
		link_to(run, id);
		str_clear(&line);
		str_addf(&line, ": %s",
		    glossary_entry(&run->lib.glossary, key.entry).title);
		term_wrap(
		    &run->term, line.text, BULLET, BULLET + (int)strlen(id));
	}
	str_release(&line);
}

/* A backslash of a dictionary is one: gcide writes sounds between them. */
static void
verbatim(const struct term *t, const char *text, const char *end)
{
	const char *stop;

	for (; (stop = memchr(text, '\\', (size_t)(end - text))) != NULL;
	     text = stop + 1) {
		term_text(t, text, (size_t)(stop - text));
		fputc('\\', t->fp);
	}
	term_text(t, text, (size_t)(end - text));
}

/* The lines of a dictionary, which mean something where they stand. */
static void
lines(const struct term *t, const struct concept *c)
{
	const char *text = c->article, *end = text + c->article_len, *stop;

	for (; text < end; text = stop + 1) {
		stop = memchr(text, '\n', (size_t)(end - text));
		if (stop == NULL)
			stop = end;
		if (stop > text)
			fprintf(t->fp, "%*s", INDENT, "");
		verbatim(t, text, stop);
		fputc('\n', t->fp);
	}
}

static void
paragraphs(const struct term *t, const struct concept *c)
{
	const char *rest = c->article, *part;
	size_t left = c->article_len, len;

	while (concept_paragraph(&rest, &left, &part, &len)) {
		char *text = mem_strndup(part, len);

		fputc('\n', t->fp);
		term_wrap(t, text, INDENT, 0);
		free(text);
	}
}

static void
works(struct run *run, const struct concept_items *keys)
{
	struct str line = STR_INIT;

	if (keys->count > 0)
		heading(&run->term, "References");
	for (size_t i = 0; i < keys->count; i++) {
		const char *key = keys->items[i].text;
		const struct reference *r = bibliography_find(run->works, key);

		str_clear(&line);
		str_adds(&line, r != NULL ? r->citation : key);
		if (r != NULL && *r->doi != '\0')
			str_addf(&line, " https://doi.org/%s", r->doi);
		if (r != NULL && !r->verified)
			str_adds(&line, " (details not yet checked)");
		bullet(&run->term, line.text);
	}
	str_release(&line);
}

static void
top(const struct term *t, const struct concept *c)
{
	const struct concept_items *aliases = &c->lists[CONCEPT_ALIASES];
	struct str also = STR_INIT;

	term_style(t, TERM_BOLD);
	term_text(t, c->title, strlen(c->title));
	term_style(t, 0);
	if (c->verbatim) {
		fputc('\n', t->fp);
		return;
	}
	fputs(" (", t->fp);
	term_text(t, c->id, strlen(c->id));
	fprintf(t->fp, ", %s)\n", concept_kind_words[c->kind]);
	for (size_t i = 0; i < aliases->count; i++)
		str_addf(&also, "%s%s", i == 0 ? "Also: " : "; ",
		    aliases->items[i].text);
	if (also.len > 0)
		term_wrap(t, also.text, INDENT, 0);
	str_release(&also);
	fputc('\n', t->fp);
	term_wrap(t, c->definition, INDENT, 0);
}

/* One line in a pipe, for grep and menus; on a terminal it is wrapped. */
static void
line(const struct term *t, const struct concept *c)
{
	term_style(t, TERM_BOLD);
	term_text(t, c->id, strlen(c->id));
	term_style(t, 0);
	fputs(": ", t->fp);
	if (t->tty) {
		term_wrap(t, c->definition, BULLET, (int)strlen(c->id) + 2);
		return;
	}
	term_text(t, c->definition, strlen(c->definition));
	fputc('\n', t->fp);
}

void
text_show(struct run *run, const struct concept *c)
{
	const struct term *t = &run->term;
	struct concept_item above = {(char *)(uintptr_t)c->broader, 0};

	if (run->brief) {
		line(t, c);
		return;
	}
	if (run->count > 0)
		fputc('\n', t->fp);
	top(t, c);
	if (c->verbatim) {
		lines(t, c);
		return;
	}
	/* A caution, or where to find help, is not left for the end. */
	if (c->note != NULL) {
		fputc('\n', t->fp);
		fprintf(t->fp, "%*sNote: ", INDENT, "");
		term_wrap(t, c->note, INDENT, INDENT + 6);
	}
	paragraphs(t, c);
	list(t, "How it looks from inside", &c->lists[CONCEPT_CUES]);
	list(t, "What keeps it going", &c->lists[CONCEPT_KEEPS]);
	list(t, "What helps", &c->lists[CONCEPT_HELPS]);
	links(run, "Strategies", &c->lists[CONCEPT_STRATEGIES]);
	list(t, "Ladders of small steps (goal-plan)",
	    &c->lists[CONCEPT_FAMILIES]);
	list(t, "Measured by (isolate-quiz: instrument/scale)",
	    &c->lists[CONCEPT_MEASURES]);
	links(run, "Part of",
	    &(struct concept_items){&above, c->broader != NULL});
	links(run, "Related", &c->lists[CONCEPT_RELATED]);
	works(run, &c->lists[CONCEPT_REFERENCES]);
}
