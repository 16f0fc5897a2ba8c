/*
 * Concepts as rows of the concepts stream, and ids read from streams.
 */
#include "lookup.h"

#include "base/msg.h"
#include "cli/io.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const char *const columns[] = {"concept", "title", "kind", "definition",
    "aliases", "related", "broader", "measure", "cues", "goal_family",
    "references", NULL};

void
csv_header(struct run *run)
{
	csvout_header(&run->csv, columns);
}

static void
cell(struct csvout *csv, const struct concept *c, enum concept_list list)
{
	struct str text = STR_INIT;

	for (size_t i = 0; i < c->lists[list].count; i++)
		str_addf(&text, "%s%s", i > 0 ? ";" : "",
		    c->lists[list].items[i].text);
	csvout_text(csv, text.text, text.len);
	str_release(&text);
}

void
csv_show(struct run *run, const struct concept *c)
{
	csvout_str(&run->csv, c->id);
	csvout_str(&run->csv, c->title);
	csvout_str(&run->csv, concept_kind_words[c->kind]);
	csvout_str(&run->csv, c->definition);
	cell(&run->csv, c, CONCEPT_ALIASES);
	cell(&run->csv, c, CONCEPT_RELATED);
	csvout_str(&run->csv, c->broader != NULL ? c->broader : "");
	cell(&run->csv, c, CONCEPT_MEASURES);
	cell(&run->csv, c, CONCEPT_CUES);
	cell(&run->csv, c, CONCEPT_FAMILIES);
	cell(&run->csv, c, CONCEPT_REFERENCES);
	csvout_end(&run->csv);
}

/* A NUL ends a name too, as --null writes them. */
void
names_lines(struct run *run, const char *path)
{
	FILE *fp = io_open(path);
	char *line = NULL;
	size_t cap = 0;
	ssize_t got;

	while ((got = getline(&line, &cap, fp)) >= 0) {
		for (char *at = line; at < line + got;) {
			const char *text = at;
			size_t len = strlen(at);

			at += len + 1;
			str_trim(&text, &len);
			line[text - line + (ptrdiff_t)len] = '\0';
			if (len > 0)
				run_name(run, text);
		}
	}
	free(line);
	io_close(fp);
}

static void
one_cell(struct run *run, const char *ids, const char *path, unsigned long line)
{
	const char *part;
	size_t len;

	while (str_split(&ids, ';', &part, &len)) {
		struct str id = STR_INIT;

		str_add(&id, part, len);
		run_id(run, id.text, path, line);
		str_release(&id);
	}
}

static void
one_file(struct run *run, struct io_rows *rows, const char *path)
{
	FILE *fp = io_open(path);
	struct table *t = io_table(rows, fp, path, ',');
	struct diag why;
	int col = -1;

	if (t != NULL && (col = table_pick(t, run->set->column, &why)) < 0) {
		msg_diag(io_name(path), &why);
		rows->broken = true;
	}
	while (col >= 0 && io_next(rows, t, path))
		one_cell(run, table_cell(t, col), path, table_line(t));
	table_free(t);
	io_close(fp);
}

int
names_column(struct run *run, char *const paths[], int n)
{
	struct io_rows rows = {.strict = run->set->strict};

	if (n == 0)
		one_file(run, &rows, "-");
	for (int i = 0; i < n; i++)
		one_file(run, &rows, paths[i]);
	return io_verdict(&rows);
}
