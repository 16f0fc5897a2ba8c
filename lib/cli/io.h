/*
 * io - the files a command line names, and the loops over their rows.
 */
#ifndef CLI_IO_H
#define CLI_IO_H

#include "base/diag.h"
#include "base/str.h"
#include "cli/opt.h"
#include "stream/share.h"
#include "stream/table.h"

#include <stdbool.h>
#include <stdio.h>

/*
 * Opens an operand for reading: "-" is standard input.  What cannot be opened,
 * and a folder, end the process with RC_SYSTEM.  That a terminal is read is
 * said, so that nobody waits before a cursor that says nothing.
 */
FILE *io_open(const char *path);
void io_close(FILE *fp); /* a failed read is RC_SYSTEM; stdin stays open */

/* How messages call it: "-" is "standard input"; lib code gets this name. */
const char *io_name(const char *path);

/* Reads a whole file ("-" too) of at most limit bytes into *out, or ends the
 * process with RC_SYSTEM. */
void io_read(const char *path, size_t limit, struct str *out);

/* Writes a file that the command line names, whole or not at all
 * (file_replace()), or ends the process with RC_SYSTEM.  A folder that is not
 * there is a mistake, and not made. */
void io_save(const char *path, const char *bytes, size_t len);

/*
 * Rows that cannot be used.  Plain storage, zero it first.  A refused row is
 * told and counted and the next one read; with strict the first ends the
 * process with RC_DATA.
 */
struct io_rows {
	bool strict;
	struct share part;     /* read this part of an input; {0}: all */
	const char *if_empty;  /* said where an input holds nothing at all,
	                          which ends the process with RC_NO; NULL: it
	                          is broken */
	unsigned long read;    /* rows seen */
	unsigned long refused; /* of these */
	bool broken;           /* an input could not be read to its end */
};

/* Tells of a row that is refused and counts it. */
void io_refuse(struct io_rows *rows, const char *path, const struct diag *why);

/* The current option's value ("3/8"); anything else is a usage error. */
struct share io_part(const struct opt *o);

/* Ends the process with RC_USAGE where a part is asked for of anything else
 * than one file. */
void io_part_check(const struct io_rows *rows, const struct opt_tool *tool,
    int n, char *const operands[]);

/* Ends the process with RC_USAGE where standard input is named more than once,
 * as the second reader would find nothing: by the operands (none: it is read),
 * or by another (NULL: none). */
void io_stdin_check(const struct opt_tool *tool, int n, char *const operands[],
    const char *other);

/* Opens a CSV operand as a table (of the part asked for).  NULL, told and
 * counted as broken, where it has no usable header.  sep is the separator
 * (','). */
struct table *io_table(
    struct io_rows *rows, FILE *fp, const char *path, char sep);

/*
 * The next good record of t: true, or false at the end.  Refused records are
 * told, counted and passed over; after a broken one the file ends (told,
 * counted as broken); a failed read ends the process with RC_SYSTEM.
 */
bool io_next(struct io_rows *rows, struct table *t, const char *path);

/* RC_DATA if an input was broken, else RC_NO if rows were refused (with a note
 * that counts them), else RC_OK. */
int io_verdict(const struct io_rows *rows);

#endif
