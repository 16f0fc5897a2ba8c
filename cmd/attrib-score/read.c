#include "score.h"

#include "attrib/sentence.h"
#include "base/date.h"
#include "base/msg.h"
#include "base/str.h"
#include "stream/linein.h"

#include <string.h>
#include <strings.h>

/* Whether it has at most max bytes; else it is refused. */
static bool
fits(struct run *run, const char *path, const struct statement *s,
    const char *what, size_t max)
{
	struct diag why;

	if (s->len <= max)
		return true;
	diag_set(&why, s->line, "a %s of more than %zu bytes", what, max);
	io_refuse(&run->set->rows, path, &why);
	return false;
}

static void
score(struct run *run, const char *path, const struct statement *s)
{
	if (fits(run, path, s, "statement", STATEMENT_MAX))
		queue_put(run, s);
}

/* Whether the text begins as a date is written, one that exists or not. */
static bool
looks_dated(const char *text, size_t len)
{
	static const char shape[] = "0000-00-00";
	size_t i;

	for (i = 0; i < len && shape[i] != '\0'; i++)
		if (shape[i] !=
		    (text[i] >= '0' && text[i] <= '9' ? '0' : text[i]))
			return false;
	return shape[i] == '\0';
}

/*
 * Takes a date or moment off the front of the line and writes it into time; ""
 * where there is what looks like one but is none, as the day of a line above
 * would be a guess.  Whether there was either.
 */
static bool
take_time(struct statement *s, const char *path, char time[MOMENT_MAX])
{
	size_t len = 0, word;
	struct date date;
	struct moment at;

	if (s->len == 0 || s->text[0] < '0' || s->text[0] > '9')
		return false; /* as most lines do */
	while (len < s->len && s->text[len] != ' ' && s->text[len] != '\t')
		len++;
	word = len;
	if (word > 0 && strchr(":,.;", s->text[word - 1]) != NULL)
		word--;
	if (word > 10 && moment_parse(s->text, word, 0, &at))
		moment_format(time, at);
	else if (date_told(s->text, word, &date))
		date_format(time, date);
	else if (looks_dated(s->text, len)) {
		time[0] = '\0';
		msg_note("%s:%lu: no date, so that there is no time: '%.*s'",
		    io_name(path), s->line,
		    (int)(len < MOMENT_MAX ? len : MOMENT_MAX), s->text);
		return true;
	} else
		return false;
	s->text += len;
	s->len -= len;
	str_trim(&s->text, &s->len);
	return true;
}

/* A whole cell, as one statement or one for each sentence. */
static void
score_cell(struct run *run, const char *path, const struct statement *s)
{
	struct sentences parts = {
	    .tokens = &run->tokens, .text = s->text, .len = s->len};
	struct statement one = *s;
	size_t start, end;

	if (!run->set->sentences) {
		score(run, path, s);
		return;
	}
	if (!fits(run, path, s, "text", ATTRIB_TEXT_MAX))
		return;
	tokens_split(&run->tokens, s->text, s->len);
	while (run->writing && sentence_next(&parts, &start, &end)) {
		one.text = s->text + start;
		one.len = end - start;
		score(run, path, &one);
	}
}

/* Lines of text whose sentences may run on from one to the next, an LF between
 * two; s is the first of them. */
struct paragraph {
	struct str text;
	struct statement s;
};

/* Scores the sentences of a paragraph, if there is one, and empties it.  Each
 * is read with a blank for an LF, which moves no byte, and has the line it
 * begins on. */
static void
end_paragraph(struct run *run, const char *path, struct paragraph *p)
{
	struct sentences parts = {
	    .tokens = &run->tokens, .text = p->text.text, .len = p->text.len};
	size_t start, end, at = 0;

	if (p->text.len == 0)
		return;
	tokens_split(&run->tokens, p->text.text, p->text.len);
	while (run->writing && sentence_next(&parts, &start, &end)) {
		struct statement one = p->s;

		for (; at < start; at++)
			p->s.line += p->text.text[at] == '\n';
		one.line = p->s.line;
		one.text = p->text.text + start;
		one.len = end - start;
		for (; at < end; at++)
			if (p->text.text[at] == '\n') {
				p->text.text[at] = ' ';
				p->s.line++;
			}
		score(run, path, &one);
	}
	str_clear(&p->text);
}

/* Adds a line to the paragraph, or ends it and begins with the line anew where
 * both together are too long for a statement. */
static void
run_on(struct run *run, const char *path, struct paragraph *p,
    const struct statement *s)
{
	if (p->text.len + s->len + 1 > ATTRIB_TEXT_MAX)
		end_paragraph(run, path, p);
	if (p->text.len == 0)
		p->s = *s;
	else
		str_addc(&p->text, '\n');
	str_add(&p->text, s->text, s->len);
}

/* One line: a statement, or part of a paragraph, which a blank line ends and
 * one that begins with a date. */
static void
take_line(struct run *run, const char *path, struct paragraph *p,
    struct statement *s, char time[MOMENT_MAX])
{
	char found[MOMENT_MAX];
	bool dated;

	str_trim(&s->text, &s->len);
	dated = take_time(s, path, found);
	if (dated || s->len == 0)
		end_paragraph(run, path, p);
	if (dated)
		memcpy(time, found, MOMENT_MAX);
	if (s->len == 0)
		return;
	run->set->rows.read++;
	if (run->set->sentences)
		run_on(run, path, p, s);
	else
		score(run, path, s);
}

/* Rows of a table pass for statements, quotes and all. */
static void
tell_table(const char *path)
{
	size_t len = strlen(path);

	if (len > 4 && strcasecmp(path + len - 4, ".csv") == 0)
		msg_note("%s: each line is read as a statement; --column NAME "
			 "reads a column of a table",
		    path);
}

static void
score_lines(struct run *run, const char *path)
{
	FILE *fp = io_open(path);
	struct linein *in = linein_new(
	    fp, run->set->sentences ? ATTRIB_TEXT_MAX : STATEMENT_MAX);
	struct paragraph p = {STR_INIT, {0}};
	char time[MOMENT_MAX] = "";
	int got = LINEIN_LINE;

	tell_table(path);
	results_begin_file(&run->results, path, NULL);
	linein_before_read(in, queue_flush, run);
	while (run->writing && (got = linein_next(in)) != LINEIN_END &&
	    got != LINEIN_BROKEN) {
		struct statement s = {.respondent = "",
		    .time = time,
		    .line = linein_number(in),
		    .carried = {"", "", ""}};

		if (got == LINEIN_REFUSED) {
			end_paragraph(run, path, &p);
			run->set->rows.read++;
			io_refuse(&run->set->rows, path, linein_error(in));
			continue;
		}
		s.text = linein_text(in, &s.len);
		take_line(run, path, &p, &s, time);
	}
	end_paragraph(run, path, &p);
	queue_flush(run);
	str_release(&p.text);
	if (got == LINEIN_BROKEN)
		msg_die(RC_SYSTEM, "%s: %s", io_name(path),
		    strerror(linein_errno(in)));
	linein_free(in);
	io_close(fp);
}

static void
score_table(struct run *run, const char *path, struct table *t)
{
	struct diag err;
	int column = table_pick(t, run->set->column, &err);
	int respondent = table_find(t, "respondent");
	int time = table_find(t, "time");
	int carried[CARRIED];

	for (int i = 0; i < CARRIED; i++)
		carried[i] = table_find(t, carried_names[i]);
	results_begin_file(&run->results, path, t);
	if (column == -1)
		msg_die_diag(RC_DATA, io_name(path), &err);
	table_before_read(t, queue_flush, run);
	while (run->writing && io_next(&run->set->rows, t, path)) {
		struct statement s = {table_cell(t, respondent),
		    table_cell(t, time), table_line(t), table_cell(t, column),
		    table_cell_len(t, column), {0}};

		for (int i = 0; i < CARRIED; i++)
			s.carried[i] = table_cell(t, carried[i]);
		score_cell(run, path, &s);
	}
	queue_flush(run);
}

void
read_file(struct run *run, const char *path)
{
	FILE *fp;
	struct table *t;

	if (run->set->column == NULL) {
		score_lines(run, path);
		return;
	}
	fp = io_open(path);
	t = io_table(&run->set->rows, fp, path, ',');
	if (t != NULL)
		score_table(run, path, t);
	table_free(t);
	io_close(fp);
}
