/*
 * shelf - the data files of one kind (instruments, lexicon, goals, concepts):
 * those built into the program and the user's own.
 *
 * A name with a '/' in it, or one that ends in ".txt" or ".csv", is a path (one
 * that cannot be opened ends the process with RC_SYSTEM).  Any other is looked
 * for in $XDG_DATA_HOME/reconnect/KIND/NAME.txt, then among the
 * built-in files; the user's own hides a built-in one of the same name.  What
 * happens to lie in the current folder is no data file by its bare name.
 */
#ifndef CLI_SHELF_H
#define CLI_SHELF_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

enum { SHELF_FILE_MAX = 16 * 1024 * 1024 };

/* One data file.  Release it. */
struct shelf_file {
	struct str path; /* as messages call it; "built-in KIND/NAME.txt" */
	struct str text;
	const char *bytes; /* the content: text's, or the built-in one */
	size_t len;
};

/*
 * Finds and reads one.  Returns 0; or -1 where there is none of that name (a
 * message with the nearest name has been printed).  A file that is there but
 * cannot be read ends the process with RC_SYSTEM.
 */
int shelf_open(struct shelf_file *f, const char *kind, const char *name);
void shelf_release(struct shelf_file *f);

/* Whether it is a path, as said above. */
bool shelf_is_path(const char *name);

/* The names (without ".txt"), sorted, each once; release with
 * shelf_names_free(). */
struct shelf_names {
	char **names;
	size_t count;
};
void shelf_names(struct shelf_names *n, const char *kind);
void shelf_names_free(struct shelf_names *n);

/* Whether the user has files of that kind in $XDG_DATA_HOME. */
bool shelf_has_own(const char *kind);

#endif
