/* attrib-score score - statements or ratings in, attributions or scores out. */
#include "categories.h"
#include "model.h"
#include "options.h"
#include "ratings.h"

#include "attrib/hidden.h"
#include "base/msg.h"
#include "base/str.h"
#include "data/data.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Whether the glossary knows every concept that a rule raises. */
static enum rc
check_concepts(const struct lexicon *lex)
{
	struct str path = STR_INIT;
	enum rc rc = RC_OK;
	size_t n, i;
	const struct lexicon_concept *concepts = lexicon_concepts(lex, &n);

	for (i = 0; i < n; i++) {
		str_clear(&path);
		str_addf(&path, "concepts/%s.txt", lexicon_concept_id(lex, i));
		if (data_find(path.text) != NULL)
			continue;
		msg_warn("%s:%lu: no concept '%s' in the glossary",
		    lexicon_text(lex, concepts[i].file),
		    (unsigned long)concepts[i].line,
		    lexicon_concept_id(lex, i));
		rc = RC_NO;
	}
	str_release(&path);
	return rc;
}

/* Whether every rule counts where its words stand. */
static enum rc
check_hidden(const struct lexicon *lex)
{
	size_t n, i;
	const struct lexicon_rule *rules = lexicon_rules(lex, &n), *first;
	uint32_t *by = hidden_rules(lex);
	enum rc rc = RC_OK;

	for (i = 0; i < n; i++) {
		if (by[i] == i)
			continue;
		first = &rules[by[i]];
		msg_warn("%s:%lu: rule '%s' never counts: '%s' in %s:%lu goes "
			 "before it",
		    lexicon_text(lex, rules[i].file),
		    (unsigned long)rules[i].line,
		    lexicon_text(lex, rules[i].pattern),
		    lexicon_text(lex, first->pattern),
		    lexicon_text(lex, first->file), (unsigned long)first->line);
		rc = RC_NO;
	}
	free(by);
	return rc;
}

static enum rc
check(const struct settings *set, const struct lexicon *lex)
{
	enum rc rc = check_concepts(lex);
	struct categories *c;

	if (check_hidden(lex) != RC_OK)
		rc = RC_NO;
	if (set->dic == NULL)
		return rc;
	c = categories_open(set->dic);
	if (categories_check(c, set->dic) != RC_OK)
		rc = RC_NO;
	categories_close(c);
	return rc;
}

static bool
is_regular(const char *path)
{
	struct stat st;
	int got =
	    strcmp(path, "-") == 0 ? fstat(STDIN_FILENO, &st) : stat(path, &st);

	return got == 0 && S_ISREG(st.st_mode);
}

/* What files bring waits in memory as far as there is room, so that help comes
 * before it, and within no line; what is yet being written is answered as it
 * comes.  Rows are many and read by programs: what the processor has near has
 * room for less of them. */
static void
hold_back(const struct run *run, const char *const *files, int n)
{
	static char held[512 * 1024];
	bool rows = run->set->form == FORM_ROWS;
	bool whole = n > 0 || is_regular("-");

	for (int i = 0; i < n; i++)
		whole = whole && is_regular(files[i]);
	if (whole)
		setvbuf(
		    stdout, held, _IOFBF, rows ? sizeof held / 8 : sizeof held);
}

static enum rc
score_files(
    struct run *run, const struct lexicon *lex, const char *const *files, int n)
{
	hold_back(run, files, n);
	run->model = model_open(run->set, lex);
	results_init(&run->results, run->set, lex, run->model);
	run->results.persons = run->persons;
	run->how = run->set->assume_cause ? ATTRIB_ASSUME_CAUSE : 0;
	if (run->set->form == FORM_EVIDENCE || run->set->form == FORM_EXPLAIN)
		run->how |= ATTRIB_CUES;
	if (n == 0)
		read_file(run, "-");
	for (int i = 0; i < n && run->writing; i++)
		read_file(run, files[i]);
	results_finish(&run->results);
	tokens_release(&run->tokens);
	queue_release(&run->queue);
	model_close(run->model);
	return (enum rc)io_verdict(&run->set->rows);
}

/* What there is to do once the lexicons are read. */
static enum rc
work(
    struct run *run, const struct lexicon *lex, const char *const *files, int n)
{
	enum rc rc;

	run->lex = lex;
	run->attrib = lexicons_reader(lex);
	rc = run->set->check ? check(run->set, lex)
			     : score_files(run, lex, files, n);
	attrib_free(run->attrib);
	return rc;
}

/* Ratings are read without a word, but of the statements beside them. */
static void
check_ratings(const struct settings *set)
{
	if (!set->ratings && (set->layout != NULL || set->beside != NULL))
		opt_die(&tool, "--layout and --beside go with --ratings");
	if (set->beside != NULL && set->form != FORM_ROWS)
		opt_die(&tool, "--beside has rows of its own");
	if (!set->ratings)
		return;
	if (set->check || set->model != NULL || set->form != FORM_ROWS)
		opt_die(&tool,
		    "--ratings does not go with --check, --evidence, "
		    "--explain, --model or --summary");
	if (set->beside == NULL &&
	    (set->assume_cause || set->column != NULL || set->nlexicons > 0 ||
		set->sentences))
		opt_die(&tool,
		    "with --ratings, --assume-cause, --column, --lexicon and "
		    "--sentences are of --beside");
}

/* Lines of text hand on a date to those below, and sums need all of a person:
 * neither can be told from a part. */
static void
check_options(const struct settings *set, int n, char *const operands[])
{
	io_part_check(&set->rows, &tool, n, operands);
	if (set->rows.part.of > 0 &&
	    (set->column == NULL || set->ratings || set->form == FORM_SUMMARY))
		opt_die(&tool,
		    "--part needs --column, and neither --summary nor "
		    "--ratings");
	if (set->model != NULL &&
	    (set->form == FORM_EXPLAIN || set->form == FORM_SUMMARY))
		opt_die(&tool, "--model goes with rows and --evidence alone");
	if (set->dic != NULL &&
	    (set->form != FORM_ROWS || set->model != NULL || set->ratings))
		opt_die(
		    &tool, "a dictionary of word counts goes with rows alone");
	check_ratings(set);
	if (!set->check)
		io_stdin_check(&tool, n, operands,
		    set->ratings ? set->beside : set->model);
}

/* The ratings of the operands, and the statements beside them. */
static enum rc
score_beside(struct run *run, int n, char *const operands[])
{
	const struct lexicon *lex = lexicons_read(run->set);
	struct persons persons = {.cap = 0};
	enum rc rc;

	ratings_read(run->set, n, operands, &persons);
	run->set->form = FORM_BESIDE;
	run->persons = &persons;
	rc = work(run, lex, &run->set->beside, 1);
	run->persons = NULL;
	persons_release(&persons);
	lexicon_free(lex);
	return rc;
}

int
score_run(void *settings, int n, char *const operands[])
{
	struct settings *set = settings;
	struct run run = {
	    .set = set, .writing = true, .queue = {.names = STR_INIT}};
	const struct lexicon *lex;
	enum rc rc;

	check_options(set, n, operands);
	if (set->dic != NULL)
		set->form = FORM_CATEGORIES;
	if (set->beside != NULL)
		return score_beside(&run, n, operands);
	if (set->ratings) {
		ratings_score(set, n, operands);
		return io_verdict(&set->rows);
	}
	lex = lexicons_read(set);
	rc = work(&run, lex, (const char *const *)operands, n);
	lexicon_free(lex);
	return rc;
}
