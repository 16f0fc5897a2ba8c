/*
 * msg - messages on standard error, and the five exit codes.
 *
 * Every message reads "tool: text" or "tool: file:line: text": lower case, no
 * full stop, the offending text in single quotes.  What is printed is escaped
 * (str_escape()), so that text of an input can be passed as it is.
 */
#ifndef BASE_MSG_H
#define BASE_MSG_H

#include "base/diag.h"

#include <stdbool.h>

enum rc {
	RC_OK,     /* did what was asked */
	RC_NO,     /* ran, and the answer is no, or some rows were refused */
	RC_USAGE,  /* bad command line; nothing was read */
	RC_DATA,   /* input malformed or inconsistent */
	RC_SYSTEM, /* cannot open, read, write or allocate */
};

/*
 * Names the tool in all further messages and makes running out of memory end
 * the process with RC_SYSTEM.  tool is borrowed and must stay.  Before any file
 * is opened: a standard stream that is missing is taken up by what fails when
 * it is used, so that no file comes to stand there.
 */
void msg_init(const char *tool);

/* Breaks messages between words at so many columns: those of a terminal, which
 * would break them within.  0: not at all. */
void msg_width(int columns);

/* Switches msg_note() off (-q); whether it is. */
void msg_quiet(bool quiet);
bool msg_is_quiet(void);

/*
 * A reader of the messages who leaves (2>&1 | head -1) does not end the process
 * from here on: for what is to be done all the same, and prints nothing but
 * messages.  What is written to such a reader fails with EPIPE.
 */
void msg_outlive_reader(void);

/* "tool: text": something worth knowing that is no fault. */
void msg_note(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* "tool: text": a fault; -q does not silence it. */
void msg_warn(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* "tool: file:line: text", or "tool: file: text" where d->line is 0. */
void msg_diag(const char *file, const struct diag *d);

/* Prints "tool: text", tries to flush standard output, and exits. */
_Noreturn void msg_die(enum rc code, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* msg_diag(), then as msg_die(). */
_Noreturn void msg_die_diag(
    enum rc code, const char *file, const struct diag *d);

/*
 * The last call of main: flushes and closes standard output and returns code,
 * or reports the lost output and returns RC_SYSTEM.
 */
int msg_finish(enum rc code);

#endif
