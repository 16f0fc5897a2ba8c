#include "lookup.h"

#include "base/mem.h"
#include "base/msg.h"
#include "base/near.h"
#include "cli/helpline.h"

#include <stdlib.h>
#include <string.h>

enum { OPT_CSV = OPT_LONG, OPT_MAN, OPT_MDOC, OPT_REPEAT, OPT_STRICT };

static const struct opt_spec options[] = {
    {'c', "column", "NAME", "look up the ids in this column of CSV files",
	NULL},
    {OPT_CSV, "csv", NULL, "write the concepts stream", NULL},
    {'l', "list", NULL, "write ids, one a line", NULL},
    {OPT_MAN, "man", NULL, "show the manual page of each concept", NULL},
    {OPT_MDOC, "mdoc", NULL, "write the source of that page", NULL},
    {OPT_REPEAT, "repeat", NULL, "show a concept as often as it is named",
	NULL},
    {OPT_STRICT, "strict", NULL, "stop at the first bad row", NULL},
    OPT_COMMON,
    {0},
};

static const struct opt_tool tool = {
    .name = "concept-lookup",
    .operands = "[NAME ... | help | -]",
    .summary = "Say what a concept means, how it looks from inside and what "
	       "helps.",
    .opts = options,
};

void
run_show(struct run *run, size_t i)
{
	static void (*const show[])(struct run *, const struct concept *) = {
	    [FORM_TEXT] = text_show,
	    [FORM_CSV] = csv_show,
	    [FORM_MDOC] = mdoc_show,
	    [FORM_MAN] = man_show,
	};
	struct concept c;

	if (run->shown[i] && !run->set->repeat)
		return;
	run->shown[i] = true;
	if (run->set->form == FORM_LIST)
		puts(glossary_entry(&run->lib.glossary, i).id);
	else {
		library_read(&run->lib, i, &c);
		show[run->set->form](run, &c);
		concept_release(&c);
	}
	run->count++;
}

/* Says that there is no such name, and what is spelled most like it. */
static void
miss(struct run *run, const char *name)
{
	const struct glossary *g = &run->lib.glossary;
	const char **names = mem_alloc(g->keys, sizeof names[0]);
	struct glossary_key key;
	const char *best;

	run->missed = true;
	for (size_t i = 0; i < g->keys; i++)
		names[i] = glossary_key(g, i).text;
	best = near_best(name, names, g->keys);
	if (best != NULL && glossary_find(g, best, &key))
		msg_warn("no concept '%s'; did you mean '%s'?", name,
		    glossary_entry(g, key.entry).id);
	else
		msg_warn(
		    "no concept '%s' (concept-lookup --list names all)", name);
	free(names);
}

void
run_name(struct run *run, const char *name)
{
	struct glossary_key key;

	if (glossary_find(&run->lib.glossary, name, &key))
		run_show(run, key.entry);
	else
		miss(run, name);
}

static int
run_names(struct run *run, char *const names[], int n)
{
	int code = RC_OK;

	if (run->set->column != NULL)
		return names_column(run, names, n);
	if (n == 0)
		for (size_t i = 0; i < run->lib.glossary.entries; i++)
			run_show(run, i);
	for (int i = 0; i < n; i++) {
		if (strcmp(names[i], "-") == 0)
			code = names_lines(run, names[i]);
		else
			run_name(run, names[i]);
	}
	return code;
}

static int
run_all(const struct settings *set, char *const names[], int n)
{
	struct run run = {.set = set, .works = &bibliography_built_in};
	int code;

	library_open(&run.lib);
	run.shown = mem_zalloc(run.lib.glossary.entries, sizeof run.shown[0]);
	term_init(&run.term, stdout, set->color, set->ascii);
	csvout_init(&run.csv, stdout);
	if (set->form == FORM_CSV)
		csv_header(&run);
	code = run_names(&run, names, n);
	if (code == RC_OK && (run.missed || run.lib.refused))
		code = RC_NO;
	csvout_release(&run.csv);
	free(run.shown);
	library_close(&run.lib);
	return code;
}

static void
set_option(struct settings *set, const struct opt *o, int code)
{
	switch (code) {
	case 'c':
		set->column = o->value;
		break;
	case 'l':
		set->form = FORM_LIST;
		break;
	case OPT_CSV:
		set->form = FORM_CSV;
		break;
	case OPT_MAN:
		set->form = FORM_MAN;
		break;
	case OPT_MDOC:
		set->form = FORM_MDOC;
		break;
	case OPT_REPEAT:
		set->repeat = true;
		break;
	case OPT_STRICT:
		set->strict = true;
		break;
	case OPT_QUIET:
		msg_quiet(true);
		break;
	case OPT_COLOR:
		set->color = (enum term_when)opt_choice(o, term_when_words);
		break;
	case OPT_ASCII:
		set->ascii = true;
		break;
	}
}

int
main(int argc, char *argv[])
{
	struct settings set = {.form = FORM_TEXT};
	char *const *names;
	struct opt o;
	int ch, n;

	msg_init(tool.name);
	opt_init(&o, &tool, argc, argv);
	while ((ch = opt_next(&o)) != -1)
		set_option(&set, &o, ch);
	names = opt_operands(&o, &n);
	if (n == 1 && set.column == NULL && strcmp(names[0], "help") == 0) {
		helpline_print(stdout, NULL, true);
		return msg_finish(RC_OK);
	}
	if (n == 0 && set.column == NULL && set.form != FORM_LIST &&
	    set.form != FORM_CSV)
		opt_die(&tool, "name a concept");
	return msg_finish((enum rc)run_all(&set, names, n));
}
