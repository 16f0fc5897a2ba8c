#include "score.h"
#include "summary.h"

#include "base/msg.h"
#include "base/str.h"
#include "cli/opt.h"
#include "cli/shelf.h"
#include "data/data.h"

#include <string.h>

enum {
	OPT_ASSUME = OPT_LONG,
	OPT_CHECK,
	OPT_EVIDENCE,
	OPT_EXPLAIN,
	OPT_LEXICON,
	OPT_PART,
	OPT_RATINGS,
	OPT_SENTENCES,
	OPT_STRICT,
	OPT_SUMMARY
};

static const struct opt_spec options[] = {
    {'c', "column", "NAME", "read the statements in this column of CSV files",
	NULL},
    {OPT_ASSUME, "assume-cause", NULL, "take every statement for a cause",
	NULL},
    {OPT_CHECK, "check", NULL, "check the lexicons and read nothing", NULL},
    {OPT_EVIDENCE, "evidence", NULL, "write one row for each cue", NULL},
    {OPT_EXPLAIN, "explain", NULL, "say it for people, with the cues marked",
	NULL},
    {OPT_LEXICON, "lexicon", "FILE", "add a lexicon to the built-in ones",
	NULL},
    {OPT_PART, "part", "K/N", "read part K of N of the FILE; needs --column",
	NULL},
    {OPT_RATINGS, "ratings", NULL,
	"score ratings of causes in CSV files (held in memory)", NULL},
    {OPT_SENTENCES, "sentences", NULL, "make a statement of each sentence",
	NULL},
    {OPT_STRICT, "strict", NULL, "stop at the first statement refused", NULL},
    {OPT_SUMMARY, "summary", "PERIOD",
	"sum up each person by all, year, month, week or day (held in memory)",
	NULL},
    OPT_COMMON,
    {0},
};

static const struct opt_tool tool = {
    .name = "attrib-score",
    .operands = "[FILE ...]",
    .summary = "Read who or what is blamed out of statements, a line each.",
    .opts = options,
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
	case OPT_CHECK:
		set->check = true;
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
	case OPT_PART:
		set->rows.part = io_part(o);
		break;
	case OPT_RATINGS:
		set->ratings = true;
		break;
	case OPT_SENTENCES:
		set->sentences = true;
		break;
	case OPT_SUMMARY:
		set->form = FORM_SUMMARY;
		set->period = opt_choice(o, period_words);
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

/* Whatever the user adds is read together with the built-in files: theirs are
 * the words that its rules may name. */
static const struct lexicon *
read_lexicons(const struct settings *set)
{
	struct lexicon *lex;
	struct shelf_names names;
	size_t i;

	if (set->nlexicons == 0 && !shelf_has_own("lexicon"))
		return &lexicon_built_in;
	lex = lexicon_new();
	shelf_names(&names, "lexicon");
	for (i = 0; i < names.count; i++)
		add_lexicon(lex, names.names[i]);
	shelf_names_free(&names);
	for (i = 0; i < set->nlexicons; i++)
		add_lexicon(lex, set->lexicons[i]);
	return lex;
}

/* Whether the glossary knows every concept that a rule raises. */
static enum rc
check_concepts(const struct lexicon *lex)
{
	struct str path = STR_INIT;
	enum rc rc = RC_OK;
	size_t n, i;

	lexicon_concepts(lex, &n);
	for (i = 0; i < n; i++) {
		str_clear(&path);
		str_addf(&path, "concepts/%s.txt", lexicon_concept_id(lex, i));
		if (data_find(path.text) != NULL)
			continue;
		msg_warn("no concept '%s' in the glossary",
		    lexicon_concept_id(lex, i));
		rc = RC_NO;
	}
	str_release(&path);
	return rc;
}

static enum rc
score_files(
    struct run *run, const struct lexicon *lex, char *const *files, int n)
{
	results_init(&run->results, run->set, lex);
	if (n == 0)
		read_file(run, "-");
	for (int i = 0; i < n && run->writing; i++)
		read_file(run, files[i]);
	results_finish(&run->results);
	tokens_release(&run->tokens);
	return (enum rc)io_verdict(&run->set->rows);
}

/* What there is to do once the lexicons are read. */
static enum rc
work(struct run *run, const struct lexicon *lex, char *const *files, int n)
{
	const char *file;
	struct diag err;
	enum rc rc;

	run->attrib = attrib_new(lex, &err, &file);
	if (run->attrib == NULL) {
		msg_diag(file, &err);
		return RC_DATA;
	}
	rc = run->set->check ? check_concepts(lex)
			     : score_files(run, lex, files, n);
	attrib_free(run->attrib);
	return rc;
}

/* Lines of text hand on a date to those below, and sums need all of a person:
 * neither can be told from a part. */
static void
check_part(const struct settings *set, int n, char *const operands[])
{
	io_part_check(&set->rows, &tool, n, operands);
	if (set->rows.part.of > 0 &&
	    (set->column == NULL || set->ratings || set->form == FORM_SUMMARY))
		opt_die(&tool,
		    "--part needs --column, and neither --summary nor "
		    "--ratings");
}

int
main(int argc, char *argv[])
{
	struct settings set = {0};
	struct run run = {.set = &set, .writing = true};
	const struct lexicon *lex;
	char *const *operands;
	struct opt o;
	enum rc rc;
	int ch, n;

	msg_init(tool.name);
	opt_init(&o, &tool, argc, argv);
	while ((ch = opt_next(&o)) != -1)
		take_option(&set, &o, ch);
	operands = opt_operands(&o, &n);
	check_part(&set, n, operands);
	if (set.ratings) {
		ratings_score(&set, n, operands);
		return msg_finish((enum rc)io_verdict(&set.rows));
	}
	lex = read_lexicons(&set);
	rc = work(&run, lex, operands, n);
	lexicon_free(lex);
	return msg_finish(rc);
}
