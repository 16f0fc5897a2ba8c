#include "score.h"

#include "base/date.h"
#include "base/msg.h"
#include "base/str.h"
#include "cli/helpline.h"
#include "cli/opt.h"
#include "cli/shelf.h"
#include "stream/linein.h"

#include <errno.h>
#include <string.h>

enum {
	OPT_ASSUME = OPT_LONG,
	OPT_EVIDENCE,
	OPT_EXPLAIN,
	OPT_LEXICON,
	OPT_STRICT
};

static const struct opt_spec options[] = {
    {'c', "column", "NAME", "read the statements in this column of CSV files",
	NULL},
    {OPT_ASSUME, "assume-cause", NULL, "take every statement for a cause",
	NULL},
    {OPT_EVIDENCE, "evidence", NULL, "write one row for each cue", NULL},
    {OPT_EXPLAIN, "explain", NULL, "say it for people, with the cues marked",
	NULL},
    {OPT_LEXICON, "lexicon", "FILE", "add a lexicon to the built-in ones",
	NULL},
    {OPT_STRICT, "strict", NULL, "stop at the first statement refused", NULL},
    OPT_COMMON,
    {0},
};

static const struct opt_tool tool = {
    .name = "attrib-score",
    .operands = "[FILE ...]",
    .summary = "Read who or what is blamed out of statements, a line each.",
    .opts = options,
};

/* One run. */
struct run {
	struct settings *set;
	struct attrib *attrib;
	struct results results;
	bool help_offered;
	bool writing; /* standard output still takes what it is given */
};

static void
take_option(struct settings *set, const struct opt *o, int code)
{
	switch (code) {
	case 'c':
		set->column = o->value;
		break;
	case OPT_ASSUME:
		set->assume_cause = true;
		break;
	case OPT_EVIDENCE:
		set->form = FORM_EVIDENCE;
		break;
	case OPT_EXPLAIN:
		set->form = FORM_EXPLAIN;
		break;
	case OPT_LEXICON:
		if (set->nlexicons == LEXICONS_MAX)
			opt_die(&tool, "more than %d lexicons", LEXICONS_MAX);
		set->lexicons[set->nlexicons++] = o->value;
		break;
	case OPT_STRICT:
		set->rows.strict = true;
		break;
	case OPT_COLOR:
		set->color = (enum term_when)opt_choice(o, term_when_words);
		break;
	case OPT_ASCII:
		set->ascii = true;
		break;
	case OPT_QUIET:
		msg_quiet(true);
		break;
	}
}

static void
add_lexicon(struct lexicon *lex, const char *name)
{
	struct shelf_file f;
	struct diag err;

	if (shelf_open(&f, "lexicon", name) == -1)
		msg_die(RC_NO, "no lexicon to read");
	if (lexicon_add(lex, f.path.text, f.bytes, f.len, &err) == -1)
		msg_die_diag(RC_DATA, f.path.text, &err);
	shelf_release(&f);
}

static struct lexicon *
read_lexicons(const struct settings *set)
{
	struct lexicon *lex = lexicon_new();
	struct shelf_names names;
	size_t i;

	shelf_names(&names, "lexicon");
	for (i = 0; i < names.count; i++)
		add_lexicon(lex, names.names[i]);
	shelf_names_free(&names);
	for (i = 0; i < set->nlexicons; i++)
		add_lexicon(lex, set->lexicons[i]);
	return lex;
}

static void
score(struct run *run, const char *path, const struct statement *s)
{
	struct attribution a;
	struct diag why;

	if (s->len > ATTRIB_TEXT_MAX) {
		diag_set(&why, s->line, "a statement of more than %d bytes",
		    ATTRIB_TEXT_MAX);
		io_refuse(&run->set->rows, path, &why);
		return;
	}
	attrib_read(run->attrib, s->text, s->len, run->set->assume_cause, &a);
	if ((a.flags & ATTRIB_CRISIS) != 0 && !run->help_offered) {
		helpline_offer();
		run->help_offered = true;
	}
	run->writing = results_put(&run->results, s, &a);
}

/* Takes a date or moment off the front of the line and writes it into time. */
static void
take_time(struct statement *s, char time[MOMENT_MAX])
{
	size_t len = 0, word;
	struct date date;
	struct moment at;

	while (len < s->len && s->text[len] != ' ' && s->text[len] != '\t')
		len++;
	word = len;
	if (word > 0 && (s->text[word - 1] == ':' || s->text[word - 1] == ','))
		word--;
	if (date_parse(s->text, word, &date))
		date_format(time, date);
	else if (word > 10 && moment_parse(s->text, word, 0, &at))
		moment_format(time, at);
	else
		return;
	s->text += len;
	s->len -= len;
}

static void
score_lines(struct run *run, const char *path)
{
	FILE *fp = io_open(path);
	struct linein *in = linein_new(fp, ATTRIB_TEXT_MAX);
	char time[MOMENT_MAX] = "";
	struct statement s = {.respondent = "", .time = time};
	int got = LINEIN_LINE;

	while (run->writing && (got = linein_next(in)) != LINEIN_END &&
	    got != LINEIN_BROKEN) {
		if (got == LINEIN_REFUSED) {
			run->set->rows.read++;
			io_refuse(&run->set->rows, path, linein_error(in));
			continue;
		}
		s.line = linein_number(in);
		s.text = linein_text(in, &s.len);
		take_time(&s, time);
		str_trim(&s.text, &s.len);
		if (s.len == 0)
			continue;
		run->set->rows.read++;
		score(run, path, &s);
	}
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

	if (column == -1)
		msg_die_diag(RC_DATA, io_name(path), &err);
	while (run->writing && io_next(&run->set->rows, t, path)) {
		struct statement s = {table_cell(t, respondent),
		    table_cell(t, time), table_line(t), table_cell(t, column),
		    table_cell_len(t, column)};

		score(run, path, &s);
	}
}

static void
score_file(struct run *run, const char *path)
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

int
main(int argc, char *argv[])
{
	struct settings set = {0};
	struct run run = {.set = &set, .writing = true};
	struct lexicon *lex;
	const char *file;
	char *const *operands;
	struct diag err;
	struct opt o;
	int ch, n, i;

	msg_init(tool.name);
	opt_init(&o, &tool, argc, argv);
	while ((ch = opt_next(&o)) != -1)
		take_option(&set, &o, ch);
	operands = opt_operands(&o, &n);
	lex = read_lexicons(&set);
	run.attrib = attrib_new(lex, &err, &file);
	if (run.attrib == NULL)
		msg_die_diag(RC_DATA, file, &err);
	results_init(&run.results, &set, lex);
	if (n == 0)
		score_file(&run, "-");
	for (i = 0; i < n && run.writing; i++)
		score_file(&run, operands[i]);
	results_release(&run.results);
	attrib_free(run.attrib);
	lexicon_free(lex);
	return msg_finish((enum rc)io_verdict(&set.rows));
}
