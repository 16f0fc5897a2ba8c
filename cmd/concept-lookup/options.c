/*
 * The options of concept-lookup, and the settings that they make.
 */
#include "lookup.h"

#include "base/msg.h"
#include "cli/io.h"

#include <string.h>
#include <strings.h>

enum {
	OPT_CHECK = OPT_LONG,
	OPT_CSV,
	OPT_DOT,
	OPT_FULL,
	OPT_GLOSSARY,
	OPT_HTML,
	OPT_JSON,
	OPT_KIND,
	OPT_LIST,
	OPT_MAN,
	OPT_MDOC,
	OPT_NULL,
	OPT_PATH,
	OPT_RELATED,
	OPT_REPEAT,
	OPT_SHORT,
	OPT_STRICT,
	OPT_TREE,
};

static const struct opt_spec options[] = {
    {OPT_CHECK, "check", NULL, "check the concept files named, or all", NULL},
    {'c', "column", "NAME", "look up the ids in this column of CSV files",
	NULL},
    {OPT_CSV, "csv", NULL, "write the concepts stream", NULL},
    {OPT_DOT, "dot", NULL, "write the graph of concepts for graphviz", NULL},
    {OPT_FULL, "full", NULL, "show whole articles, also of many", NULL},
    {OPT_GLOSSARY, "glossary", "FILE", "look up in a glossary of your own",
	NULL},
    {OPT_HTML, "html", NULL, "write the glossary as one page of HTML", NULL},
    {OPT_JSON, "json", NULL, "write an array of JSON objects", NULL},
    {OPT_KIND, "kind", "KIND", "only concepts of this kind (repeatable)", NULL},
    {OPT_LIST, "list", NULL, "write ids, one a line", NULL},
    {OPT_MAN, "man", NULL, "show the manual page of each concept", NULL},
    {OPT_MDOC, "mdoc", NULL, "write the source of that page", NULL},
    {'n', "max", "N", "guess at no more than N concepts a name (10)", NULL},
    {OPT_NULL, "null", NULL, "write ids, each ended by a NUL", NULL},
    {OPT_PATH, "path", NULL, "show the links from one concept to another",
	NULL},
    {OPT_RELATED, "related", NULL, "show the neighbours instead", NULL},
    {OPT_REPEAT, "repeat", NULL, "show a concept as often as it is named",
	NULL},
    {OPT_SHORT, "short", NULL, "show a line of each", NULL},
    {OPT_STRICT, "strict", NULL, "stop at the first bad row", NULL},
    {OPT_TREE, "tree", NULL, "show what is narrower, as a tree", NULL},
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

/* The options that choose one thing among several. */
static const struct {
	int code;
	enum form form;
	enum task task;
	enum extent extent;
} choices[] = {
    {OPT_CHECK, FORM_TEXT, TASK_CHECK, EXTENT_AUTO},
    {OPT_CSV, FORM_CSV, TASK_SHOW, EXTENT_AUTO},
    {OPT_DOT, FORM_TEXT, TASK_DOT, EXTENT_AUTO},
    {OPT_FULL, FORM_TEXT, TASK_SHOW, EXTENT_FULL},
    {OPT_HTML, FORM_TEXT, TASK_HTML, EXTENT_AUTO},
    {OPT_JSON, FORM_JSON, TASK_SHOW, EXTENT_AUTO},
    {OPT_LIST, FORM_LIST, TASK_SHOW, EXTENT_AUTO},
    {OPT_MAN, FORM_MAN, TASK_SHOW, EXTENT_AUTO},
    {OPT_MDOC, FORM_MDOC, TASK_SHOW, EXTENT_AUTO},
    {OPT_NULL, FORM_LIST, TASK_SHOW, EXTENT_AUTO},
    {OPT_PATH, FORM_TEXT, TASK_PATH, EXTENT_AUTO},
    {OPT_RELATED, FORM_TEXT, TASK_RELATED, EXTENT_AUTO},
    {OPT_SHORT, FORM_TEXT, TASK_SHOW, EXTENT_SHORT},
    {OPT_TREE, FORM_TEXT, TASK_TREE, EXTENT_AUTO},
};

/* A second option of the same sort is refused, not overridden. */
static void
choose(struct settings *set, int code)
{
	for (size_t i = 0; i < sizeof choices / sizeof choices[0]; i++) {
		if (choices[i].code != code)
			continue;
		if ((choices[i].form != FORM_TEXT && set->form != FORM_TEXT &&
			choices[i].form != set->form) ||
		    (choices[i].task != TASK_SHOW && set->task != TASK_SHOW &&
			choices[i].task != set->task) ||
		    (choices[i].extent != EXTENT_AUTO &&
			set->extent != EXTENT_AUTO &&
			choices[i].extent != set->extent))
			opt_die(&tool, "choose one of the forms");
		if (choices[i].form != FORM_TEXT)
			set->form = choices[i].form;
		if (choices[i].task != TASK_SHOW)
			set->task = choices[i].task;
		if (choices[i].extent != EXTENT_AUTO)
			set->extent = choices[i].extent;
	}
}

static void
set_option(struct settings *set, const struct opt *o, int code)
{
	choose(set, code);
	switch (code) {
	case 'c':
		set->column = o->value;
		break;
	case 'n':
		set->most = (size_t)opt_long(o, 1, 1000000);
		break;
	case OPT_GLOSSARY:
		set->glossary = o->value;
		break;
	case OPT_KIND:
		set->kinds |= 1U << opt_choice(o, concept_kind_words);
		break;
	case OPT_NULL:
		set->end = '\0';
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

static bool
works_on_all(const struct settings *set)
{
	if (set->task == TASK_RELATED)
		return set->column != NULL;
	return set->column != NULL || set->kinds != 0 ||
	    set->form == FORM_LIST || set->form == FORM_CSV ||
	    set->form == FORM_JSON || set->extent == EXTENT_SHORT ||
	    set->task == TASK_TREE || set->task == TASK_DOT ||
	    set->task == TASK_HTML || set->task == TASK_CHECK;
}

/* What would be passed over in silence is refused. */
static void
refuse_in_vain(const struct settings *set, char *const names[], int n)
{
	bool shows_all = set->task == TASK_DOT || set->task == TASK_HTML;

	/* A tree, a graph, a page and a check have a form of their own. */
	if (set->task >= TASK_TREE &&
	    (set->form != FORM_TEXT || set->extent != EXTENT_AUTO))
		opt_die(&tool, "choose one of the forms");
	if (shows_all && n > 0)
		opt_die(&tool, "--dot and --html show all: name no concept");
	if (set->task >= TASK_PATH && set->column != NULL)
		opt_die(&tool, "--column goes with concepts to be shown");
	if (set->task >= TASK_PATH && set->kinds != 0)
		opt_die(&tool, "--kind goes with concepts to be shown");
	for (int i = 0; set->task == TASK_PATH && i < n; i++)
		if (strcmp(names[i], "-") == 0)
			opt_die(&tool, "--path reads no names");
}

int
settings_read(struct settings *set, int argc, char *argv[], char *const **names)
{
	struct opt o;
	int ch, n;

	opt_init(&o, &tool, argc, argv);
	while ((ch = opt_next(&o)) != -1)
		set_option(set, &o, ch);
	*names = opt_operands(&o, &n);
	if (n == 0 && !works_on_all(set))
		opt_die(&tool, "name a concept");
	if (set->task == TASK_CHECK && set->glossary != NULL)
		opt_die(&tool, "--check takes files, not a glossary");
	if (set->task == TASK_PATH && n != 2)
		opt_die(&tool, "--path takes two names");
	refuse_in_vain(set, *names, n);
	if (n > 0)
		io_stdin_check(&tool, n, *names, NULL);
	return n;
}

bool
settings_ask_help(const struct settings *set, char *const names[], int n)
{
	return n == 1 && strcasecmp(names[0], "help") == 0 &&
	    set->column == NULL && set->glossary == NULL &&
	    set->task == TASK_SHOW && set->form == FORM_TEXT &&
	    set->extent == EXTENT_AUTO && set->kinds == 0;
}
