/*
 * library - the glossary a command line means: one that it names, or the one
 * that is built in, with the user's own entries where there are any.
 */
#ifndef CONCEPT_LOOKUP_LIBRARY_H
#define CONCEPT_LOOKUP_LIBRARY_H

#include "own.h"

#include "cli/shelf.h"
#include "concept/bibliography.h"
#include "concept/concept.h"
#include "concept/glossary.h"

#include <stdbool.h>

/* Open and close it. */
struct library {
	struct glossary glossary;
	bool refused;             /* an own entry could not be used */
	struct shelf_file *files; /* by entry; NULL: all are built in */
	size_t nfiles;
	char *image;    /* NULL: the one that is built in */
	struct own own; /* where one was named */
	bool named;
};

/* path is that of a glossary that is named, or NULL.  Faults of the user's own
 * entries are told, and the others taken. */
void library_open(struct library *lib, const char *path);
void library_close(struct library *lib);

/* Reads entry i into *c; release it before the library is closed. */
void library_read(const struct library *lib, size_t i, struct concept *c);

/* Reads all entries into an array, by entry, with room for more behind them;
 * release each, free the array. */
struct concept *library_read_all(const struct library *lib, size_t more);

/* The file of entry i, as messages call it. */
void library_path(const struct library *lib, size_t i, struct str *path);

#endif
