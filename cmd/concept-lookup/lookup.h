/*
 * lookup - what the files of concept-lookup share: the settings of a run, and
 * the forms in which concepts are shown.
 */
#ifndef CONCEPT_LOOKUP_LOOKUP_H
#define CONCEPT_LOOKUP_LOOKUP_H

#include "library.h"

#include "cli/opt.h"
#include "cli/term.h"
#include "stream/csvout.h"

#include <stdbool.h>

enum form { FORM_TEXT, FORM_LIST, FORM_CSV, FORM_MDOC, FORM_MAN };

struct settings {
	enum form form;
	enum term_when color;
	const char *column; /* NULL: operands are names */
	bool ascii, repeat, strict;
};

/* One run: show concepts as they come.  Init and release it. */
struct run {
	const struct settings *set;
	struct library lib;
	const struct bibliography *works;
	struct term term;
	struct csvout csv;
	bool *shown;  /* by entry */
	size_t count; /* concepts shown */
	bool missed;  /* a name was found nowhere */
};

/* Shows entry i in the form that is set, unless it was shown before. */
void run_show(struct run *run, size_t i);

/* Looks up one name and shows it, or says that there is none. */
void run_name(struct run *run, const char *name);

void text_show(struct run *run, const struct concept *c);
void csv_header(struct run *run);
void csv_show(struct run *run, const struct concept *c);
void mdoc_show(struct run *run, const struct concept *c);
void man_show(struct run *run, const struct concept *c);

/* Names of a stream: a line each, or the cells of a CSV column.  Both return
 * an exit code. */
int names_lines(struct run *run, const char *path);
int names_column(struct run *run, char *const paths[], int n);

#endif
