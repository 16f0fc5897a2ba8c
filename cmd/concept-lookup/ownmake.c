#include "ownmake.h"

#include "base/mem.h"
#include "base/msg.h"
#include "cli/io.h"
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

/* The lines of a cell are those of a head, one value: names and definitions
 * stand on one line in lists and pages. */
static void
add_joined(struct str *out, const char *value, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		bool ends_line = strchr("\n\r\t", value[i]) != NULL;

		if (!ends_line)
			str_addc(out, value[i]);
		else if (i > 0 && out->text[out->len - 1] != ' ')
			str_addc(out, ' ');
	}
}

static void
pack(struct packed *p, const char *name, const char *value, size_t len)
{
	str_trim(&value, &len);
	if (len == 0 || p->count == FIELDS_MAX)
		return;
	str_add(&p->text, name, strlen(name) + 1);
	add_joined(&p->text, value, len);
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
	s->refused = rows.refused;
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

void
own_make(struct own *s, const struct glossary_stamp *stamp,
    sorter_scratch *scratch, FILE *out)
{
	static void (*const make[])(struct own *, struct glossmake *) = {
	    [OWN_TEXT] = make_text,
	    [OWN_TABLE] = make_table,
	    [OWN_DICT] = own_make_dict,
	};
	struct glossmake *m = glossmake_new(scratch);
	struct glossary_stamp whole = *stamp;
	int error;

	make[s->kind](s, m);
	whole.refused = s->refused;
	error = glossmake_write(m, &whole, out);
	if (error != 0)
		msg_die(RC_SYSTEM, "index of %s: %s", s->path.text,
		    strerror(error));
	glossmake_free(m);
}
