#include "lookup.h"

#include "base/mem.h"
#include "base/msg.h"
#include "cli/helpline.h"

#include <stdlib.h>

static int
show_names(struct run *run, char *const names[], int n)
{
	if (run->set->column != NULL)
		return names_column(run, names, n);
	if (n > 0)
		run_operands(run, names, n);
	for (size_t i = 0; n == 0 && i < run->lib.glossary.entries; i++)
		run_show(run, i);
	return RC_OK;
}

static int
do_task(struct run *run, char *const names[], int n)
{
	switch (run->set->task) {
	case TASK_PATH:
		return path_show(run, names, n);
	case TASK_TREE:
		return tree_show(run, names, n);
	case TASK_DOT:
		return dot_show(run);
	case TASK_HTML:
		return html_show(run);
	case TASK_CHECK:
		return check_files(&run->lib, names, n);
	default:
		return show_names(run, names, n);
	}
}

static int
run_all(const struct settings *set, char *const names[], int n)
{
	struct run run = {
	    .set = set,
	    .works = &bibliography_built_in,
	    .stage = SEARCH_NONE,
	};
	struct pager pager;
	int code;

	library_open(&run.lib, set->glossary);
	run.shown = mem_zalloc(run.lib.glossary.entries, sizeof run.shown[0]);
	run.brief = set->extent == EXTENT_SHORT;
	term_init(&run.term, stdout, set->color, set->ascii);
	pager_open(&pager, &run.term);
	csvout_init(&run.csv, run.term.fp);
	run.csv.terminal = run.term.tty; /* also by way of a pager */
	if (set->form == FORM_CSV)
		csv_header(&run);
	code = do_task(&run, names, n);
	if (set->form == FORM_JSON)
		json_footer(&run);
	if (code == RC_OK && (run.missed || run.lib.refused))
		code = RC_NO;
	pager_close(&pager);
	csvout_release(&run.csv);
	free(run.shown);
	library_close(&run.lib);
	return code;
}

int
main(int argc, char *argv[])
{
	struct settings set = {.form = FORM_TEXT, .most = 10, .end = '\n'};
	char *const *names;
	int n;

	msg_init("concept-lookup");
	n = settings_read(&set, argc, argv, &names);
	if (settings_ask_help(&set, names, n)) {
		helpline_print(stdout, NULL, true);
		return msg_finish(RC_OK);
	}
	return msg_finish((enum rc)run_all(&set, names, n));
}
