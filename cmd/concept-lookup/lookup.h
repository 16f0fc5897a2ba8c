/*
 * lookup - what the files of concept-lookup share: the settings of a run, and
 * the forms in which concepts are shown.
 */
#ifndef CONCEPT_LOOKUP_LOOKUP_H
#define CONCEPT_LOOKUP_LOOKUP_H

#include "library.h"

#include "concept/search.h"

#include "cli/opt.h"
#include "cli/term.h"
#include "stream/csvout.h"

#include <stdbool.h>

/* How a concept is written. */
enum form {
	FORM_TEXT,
	FORM_LIST,
	FORM_CSV,
	FORM_JSON,
	FORM_MDOC,
	FORM_MAN,
};

/* What is done with the names. */
enum task {
	TASK_SHOW,    /* the concepts they name */
	TASK_RELATED, /* the neighbours of these */
	TASK_PATH,    /* the chain between two of them */
	TASK_TREE,    /* what is narrower than they */
	TASK_DOT,     /* the graph, for graphviz */
	TASK_HTML,    /* one page of all */
	TASK_CHECK,   /* they are files, to be checked */
};

/* How much of a concept a text shows. */
enum extent {
	EXTENT_AUTO,  /* a line of each where several were guessed at */
	EXTENT_SHORT, /* a line of each */
	EXTENT_FULL,
};

struct settings {
	enum form form;
	enum task task;
	enum extent extent;
	enum term_when color;
	const char *column;   /* NULL: operands are names */
	const char *glossary; /* NULL: the one that is built in */
	unsigned kinds;       /* as in struct search_scope */
	size_t most;          /* hits shown that were guessed at */
	bool ascii, repeat, strict;
	char end; /* of an id in a list */
};

/* Reads a command line; what cannot be meant ends the process.  Returns how
 * many operands there are, and in *names these. */
int settings_read(
    struct settings *set, int argc, char *argv[], char *const **names);

/* Whether it is help lines that are asked for.  They are text; where another
 * form is, "help" is a name, and they go before what it finds. */
bool settings_ask_help(const struct settings *set, char *const names[], int n);

/* One run: show concepts as they come.  Init and release it. */
struct run {
	const struct settings *set;
	struct library lib;
	const struct bibliography *works;
	struct term term; /* writes into memory where there is a pager */
	struct csvout csv;
	bool *shown;             /* by entry */
	size_t count;            /* concepts shown */
	bool brief;              /* a line of each */
	enum search_stage stage; /* by which it was found; NONE: by none */
	const char *query;       /* the name that found it */
	const char *read_as; /* that name, spelling mended; NULL: as it is */
	bool missed;         /* a name was found nowhere */
	const struct graph *graph; /* of a tree */
};

/* Shows entry i in the form that is set, unless it was shown before. */
void run_show(struct run *run, size_t i);

/* Looks up one name and does with it what is to be done, or says that there is
 * none. */
void run_name(struct run *run, const char *name);

/* The same with an id that stands in a file, where nothing is guessed; a
 * concept of another kind than is asked for is passed over. */
void run_id(
    struct run *run, const char *id, const char *path, unsigned long line);

/* The names of a command line: each, if each is one or one of them is "-"; else
 * all as one query. */
void run_operands(struct run *run, char *const names[], int n);

/* The best hit for a name: true and *entry, or told as missing. */
bool run_best(struct run *run, const char *name, size_t *entry);

/* Where to find help comes before what a search for a wish to die, or for such
 * help, brings up. */
void offer_help(const char *name);

/* One concept, in each form. */
void text_show(struct run *run, const struct concept *c);
void csv_show(struct run *run, const struct concept *c);
void json_show(struct run *run, const struct concept *c);
void mdoc_show(struct run *run, const struct concept *c);
void man_show(struct run *run, const struct concept *c);

/* What stands before and behind all. */
void csv_header(struct run *run);
void json_footer(struct run *run);

/* Tasks on the graph.  Those that return an int return an exit code. */
void related_show(struct run *run, size_t entry);
int path_show(struct run *run, char *const names[], int n);
int tree_show(struct run *run, char *const names[], int n);
void branch_show(struct run *run, size_t entry); /* of run->graph */
int dot_show(struct run *run);
int html_show(struct run *run);

/* Checks concept files (all that the glossary has where n is 0), tells every
 * fault, and returns an exit code. */
int check_files(struct library *lib, char *const paths[], int n);

/* Names of a stream: a line each, or the cells of a CSV column (returns an exit
 * code). */
void names_lines(struct run *run, const char *path);
int names_column(struct run *run, char *const paths[], int n);

/* On a terminal, text goes into memory and, if it is long, to a pager.  Plain
 * storage: open, and close once all is written to t->fp. */
struct pager {
	struct term *term;
	FILE *memory; /* NULL: no terminal, no pager */
	char *text;
	size_t len;
};
void pager_open(struct pager *p, struct term *t);
void pager_close(struct pager *p);

#endif
