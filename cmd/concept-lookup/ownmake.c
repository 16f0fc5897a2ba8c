#include "ownmake.h"

#include "base/mem.h"
#include "base/msg.h"
#include "cli/io.h"
#include "concept/dictd.h"
#include "concept/glossmake.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT_MAX = 1024 * 1024, FIELDS_MAX = 256 };

/* Columns of a table, and the fields that they are. */
static const struct {
	const char *column;
	const char *field;
} columns[] = {
    {"term", "title"},
    {"title", "title"},
    {"concept", "id"},
    {"id", "id"},
    {"definition", "definition"},
    {"aliases", "aliases"},
    {"kind", "kind"},
    {"related", "related"},
    {"broader", "broader"},
    {"measure", "measure"},
    {"cues", "cue"},
    {"keeps", "keeps"},
    {"helps", "helps"},
    {"strategies", "strategies"},
    {"goal_family", "families"},
    {"references", "references"},
    {"note", "note"},
};
enum { COLUMNS = sizeof columns / sizeof columns[0] };

/* A row as the image keeps it: names and values of fields, each ending in
 * NUL. */
struct packed {
	struct str text;
	const char *names[FIELDS_MAX], *values[FIELDS_MAX];
	size_t count;
};

static void
pack(struct packed *p, const char *name, const char *value, size_t len)
{
	if (len == 0 || p->count == FIELDS_MAX)
		return;
	str_add(&p->text, name, strlen(name) + 1);
	str_add(&p->text, value, len);
	str_addc(&p->text, '\0');
	p->count++;
}

/* Finds names and values in a packed text; false if it is damaged. */
static bool
unpack(struct packed *p, const char *text, size_t len)
{
	const char *end = text + len;

	if (len == 0 || end[-1] != '\0')
		return len == 0;
	for (p->count = 0; text < end && p->count < FIELDS_MAX; p->count++) {
		p->names[p->count] = text;
		text += strlen(text) + 1;
		if (text >= end)
			return false;
		p->values[p->count] = text;
		text += strlen(text) + 1;
	}
	return true;
}

int
own_unpack(const struct glossary *g, const struct glossary_entry *e,
    struct concept *c, struct diag *err)
{
	struct packed p = {.text = STR_INIT};
	const char *text = glossary_text(g, e->at, e->len);

	if (text == NULL || !unpack(&p, text, e->len)) {
		memset(c, 0, sizeof *c);
		return diag_set(err, 0, "the index kept of it is damaged");
	}
	return concept_row(c, p.names, p.values, p.count, 0, err);
}

static void
pack_row(struct packed *p, const struct table *t, const int *col)
{
	const char *rest, *part;
	size_t len;

	p->count = 0;
	str_clear(&p->text);
	for (size_t i = 0; i < COLUMNS; i++) {
		rest = table_cell(t, col[i]);
		if (strcmp(columns[i].field, "cue") != 0)
			pack(p, columns[i].field, rest,
			    table_cell_len(t, col[i]));
		else
			while (str_split(&rest, ';', &part, &len))
				pack(p, "cue", part, len);
	}
}

static int
add_row(
    struct glossmake *m, struct packed *p, unsigned long line, struct diag *why)
{
	struct concept c;
	int outcome;

	unpack(p, p->text.text, p->text.len);
	outcome = concept_row(&c, p->names, p->values, p->count, line, why);
	if (outcome == 0)
		glossmake_concept(m, &c,
		    glossmake_text(m, p->text.text, p->text.len),
		    (uint32_t)p->text.len);
	concept_release(&c);
	return outcome;
}

static void
find_columns(const struct own *s, const struct table *t, int *col)
{
	struct diag why;
	bool named = false;

	for (size_t i = 0; i < COLUMNS; i++) {
		col[i] = table_find(t, columns[i].column);
		named |= col[i] >= 0 && i < 4;
		for (size_t j = 0; j < i; j++)
			if (col[j] >= 0 &&
			    strcmp(columns[j].field, columns[i].field) == 0)
				col[i] = -1;
	}
	if (!named && table_need(t, "term", &why) < 0)
		msg_die_diag(RC_DATA, s->path.text, &why);
	if (table_need(t, "definition", &why) < 0)
		msg_die_diag(RC_DATA, s->path.text, &why);
}

static void
make_table(struct own *s, struct glossmake *m)
{
	struct io_rows rows = {0};
	FILE *fp = io_open(s->path.text);
	struct table *t = io_table(&rows, fp, s->path.text, ',');
	struct packed p = {.text = STR_INIT};
	int col[COLUMNS];
	struct diag why;

	if (t == NULL)
		exit(msg_finish(RC_DATA));
	find_columns(s, t, col);
	while (io_next(&rows, t, s->path.text)) {
		pack_row(&p, t, col);
		if (add_row(m, &p, table_line(t), &why) != 0)
			io_refuse(&rows, s->path.text, &why);
	}
	if (rows.broken)
		exit(msg_finish(RC_DATA));
	s->refused = rows.refused > 0;
	str_release(&p.text);
	table_free(t);
	io_close(fp);
}

/* A concept file: its article is kept as it stands, behind the fields. */
static void
make_text(struct own *s, struct glossmake *m)
{
	struct str text = STR_INIT;
	struct concept c;
	struct diag why;

	io_read(s->path.text, TEXT_MAX, &text);
	if (concept_parse(&c, text.text, text.len, &why) != 0)
		msg_die_diag(RC_DATA, s->path.text, &why);
	glossmake_concept(
	    m, &c, glossmake_text(m, text.text, text.len), (uint32_t)text.len);
	concept_release(&c);
	str_release(&text);
}

int
own_text(const struct own *s, uint64_t at, size_t len, struct str *out,
    struct diag *err)
{
	if (s->zipped)
		return dictzip_read(&s->zip, at, len, out, err);
	if (at > s->texts.len || len > s->texts.len - at)
		return diag_set(err, 0, "no bytes %llu to %llu in it",
		    (unsigned long long)at, (unsigned long long)at + len);
	str_add(out, (const char *)s->texts.bytes + at, len);
	return 0;
}

/* A part of the database that is held while its entries are read in order. */
struct window {
	const struct own *s;
	struct str text;
	uint64_t at;
};

static const char *
look(struct window *w, uint64_t at, size_t len, struct diag *err)
{
	enum { AHEAD = 1024 * 1024 };
	uint64_t end = w->s->zipped ? w->s->zip.size : w->s->texts.len;
	size_t want = len > AHEAD ? len : AHEAD;

	if (at < w->at || at + len > w->at + w->text.len) {
		if (at <= end && len <= end - at && want > end - at)
			want = (size_t)(end - at);
		str_clear(&w->text);
		w->at = at;
		if (own_text(w->s, at, want, &w->text, err) != 0)
			return NULL;
	}
	return w->text.text + (at - w->at);
}

static int
by_place(const void *one, const void *other)
{
	const struct dictd_entry *a = one, *b = other;

	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	return (a->word > b->word) - (a->word < b->word);
}

static void
add_entry(const struct own *s, struct glossmake *m, struct window *w,
    const struct dictd_entry *e)
{
	char *word = mem_strndup(e->word, e->word_len);
	struct diag why;
	const char *text = look(w, e->at, e->len, &why);

	if (text == NULL)
		msg_die_diag(RC_DATA, s->dict.text, &why);
	glossmake_entry(m, word, word, CONCEPT_TERM, e->at, e->len);
	glossmake_name(m, word, GLOSSARY_TITLE);
	glossmake_words(m, word, e->word_len, GLOSSMAKE_NAME);
	glossmake_words(m, text, e->len, GLOSSMAKE_PROSE);
	free(word);
}

static void
make_dict(struct own *s, struct glossmake *m)
{
	struct window w = {s, STR_INIT, 0};
	struct dictd_entry *all = NULL, e;
	size_t n = 0, cap = 0, left;
	struct str index = STR_INIT;
	unsigned long line = 0;
	struct diag why;
	const char *rest;
	int got;

	io_read(s->path.text, UINT32_MAX, &index);
	rest = index.text;
	left = index.len;
	while ((got = dictd_next(&rest, &left, &line, &e, &why)) == 1) {
		all = mem_grow(all, &cap, n + 1, sizeof all[0]);
		all[n++] = e;
	}
	if (got < 0)
		msg_die_diag(RC_DATA, s->path.text, &why);
	if (n > 0)
		qsort(all, n, sizeof all[0], by_place);
	for (size_t i = 0; i < n; i++)
		add_entry(s, m, &w, &all[i]);
	free(all);
	str_release(&w.text);
	str_release(&index);
}

void
own_make(struct own *s, const struct glossary_stamp *stamp,
    sorter_scratch *scratch, FILE *out)
{
	static void (*const make[])(struct own *, struct glossmake *) = {
	    [OWN_TEXT] = make_text,
	    [OWN_TABLE] = make_table,
	    [OWN_DICT] = make_dict,
	};
	struct glossmake *m = glossmake_new(scratch);
	int error;

	if (s->kind == OWN_DICT)
		glossmake_set_form(m, GLOSSARY_DROPPING);
	make[s->kind](s, m);
	error = glossmake_write(m, stamp, out);
	if (error != 0)
		msg_die(RC_SYSTEM, "index of %s: %s", s->path.text,
		    strerror(error));
	glossmake_free(m);
}
