/*
 * fit - weights of the built-in lexicon from labelled texts, and how well the
 * rules do on texts they were not fitted to.
 *
 *   fit folds DATA          five-fold figures of every target, with the rules
 *                           as they stand and chosen anew within each fold
 *   fit groups DATA         what each group of rules gives alone, and left out
 *   fit cross DATA          rules fitted to one set, tried on each other
 *   fit write DATA LEXICON ...
 *                           fits to all and rewrites these files
 *   fit prune DATA LEXICON ...
 *                           the same, but leaves out the rules that hardly
 *                           tell one way of thinking from another
 *
 * DATA is the folder with the labelled texts.
 */
#include "report.h"
#include "rewrite.h"

#include "base/file.h"
#include "base/msg.h"
#include "base/str.h"
#include "data/data.h"

#include <stdio.h>
#include <string.h>

/* The lexicons of the folder lib/data/lexicon that are built in, or, in the
 * place of one, the file of the same name that is given. */
static struct lexicon *
read_lexicon(int n, char *const paths[])
{
	struct lexicon *lex = lexicon_new();
	struct str text = STR_INIT;
	struct diag err;
	size_t i;
	int k;

	for (i = 0; i < data_count; i++) {
		const char *name = data_files[i].path;
		bool given = false;

		for (k = 0; k < n; k++)
			given |= strstr(paths[k], name) != NULL;
		if (!given && strncmp(name, "lexicon/", 8) == 0 &&
		    lexicon_add(lex, name, data_files[i].bytes,
			data_files[i].len, &err) == -1)
			msg_die_diag(RC_DATA, name, &err);
	}
	for (k = 0; k < n; k++) {
		str_clear(&text);
		if (file_read(paths[k], 1 << 26, &text) == -1)
			msg_die(RC_SYSTEM, "cannot read %s", paths[k]);
		if (lexicon_add(lex, paths[k], text.text, text.len, &err) == -1)
			msg_die_diag(RC_DATA, paths[k], &err);
	}
	str_release(&text);
	return lex;
}

/* One target read from the folder. */
static void
open_target(struct trial *t, struct corpus *c, const char *folder)
{
	const char *file;
	struct diag err;
	struct attrib *reader = attrib_new(t->lex, &err, &file);

	if (reader == NULL)
		msg_die_diag(RC_DATA, file, &err);
	*c = (struct corpus){0};
	trial_read(c, t->target, folder, reader, t->lex);
	attrib_free(reader);
}

static void
write_weights(const struct lexicon *lex, bool prune, const char *folder, int n,
    char *const paths[])
{
	struct fitted fitted;
	struct corpus c;
	size_t i;
	int k;

	fitted_init(&fitted, lex);
	for (i = 0; i < targets_count; i++) {
		struct trial t = {.target = &targets[i],
		    .lex = lex,
		    .choose = prune || !targets[i].many};

		open_target(&t, &c, folder);
		fitted_add(&fitted, &t, &c);
		corpus_free(&c);
	}
	for (k = 0; k < n; k++)
		fitted_write(&fitted, lex, paths[k]);
	fitted_release(&fitted);
}

/* What there is to print; the head, where there is one, comes once. */
static const struct {
	const char *verb;
	void (*head)(void);
	void (*rows)(const struct trial *t, const struct corpus *c);
} reports[] = {{"folds", report_folds_head, report_folds},
    {"groups", report_groups_head, report_groups},
    {"cross", NULL, report_cross}};

/* False where there is no such report. */
static bool
report(const char *verb, const struct lexicon *lex, const char *folder)
{
	struct corpus c;
	size_t r, i;

	for (r = 0; r < sizeof(reports) / sizeof(*reports); r++)
		if (strcmp(verb, reports[r].verb) == 0)
			break;
	if (r == sizeof(reports) / sizeof(*reports))
		return false;
	if (reports[r].head != NULL)
		reports[r].head();
	for (i = 0; i < targets_count; i++) {
		struct trial t = {.target = &targets[i], .lex = lex};

		open_target(&t, &c, folder);
		reports[r].rows(&t, &c);
		fflush(stdout);
		corpus_free(&c);
	}
	return true;
}

int
main(int argc, char *argv[])
{
	static const char usage[] =
	    "usage: fit folds|groups|cross|write|prune DATA [LEXICON ...]";
	struct lexicon *lex;

	msg_init("fit");
	if (argc < 3)
		msg_die(RC_USAGE, usage);
	lex = read_lexicon(argc - 3, argv + 3);
	if (strcmp(argv[1], "write") == 0 || strcmp(argv[1], "prune") == 0)
		write_weights(lex, strcmp(argv[1], "prune") == 0, argv[2],
		    argc - 3, argv + 3);
	else if (!report(argv[1], lex, argv[2]))
		msg_die(RC_USAGE, usage);
	lexicon_free(lex);
	return msg_finish(RC_OK);
}
