/*
 * linein - pull the lines of a text, one at a time, out of a stream.
 *
 * A line ends in LF or CRLF, which is left out; the last may lack it.  A byte
 * order mark at the beginning is skipped.  Memory is bounded by the longest
 * line that is asked for, whatever the input holds.
 */
#ifndef STREAM_LINEIN_H
#define STREAM_LINEIN_H

#include "base/diag.h"

#include <stddef.h>
#include <stdio.h>

/* What linein_next() returns. */
enum {
	LINEIN_END = 0,
	LINEIN_LINE = 1,
	LINEIN_REFUSED =
	    -1, /* too long, or with a NUL byte; the next can be read */
	LINEIN_BROKEN = -2, /* a read failed: linein_errno() */
};

struct linein; /* opaque: it owns memory */

/* Wraps an open stream, which is borrowed and stays open, and from which
 * nothing may have been read.  Lines of more than max bytes are refused. */
struct linein *linein_new(FILE *fp, size_t max);
void linein_free(struct linein *in); /* NULL is allowed */

/* Has this called before each read of the stream, which may have to wait: what
 * was put off until now is then done in time. */
void linein_before_read(
    struct linein *in, void (*before)(void *arg), void *arg);

int linein_next(struct linein *in);

/* The current line; valid until the next linein_next().  Sixteen bytes behind
 * its end may be read. */
const char *linein_text(const struct linein *in, size_t *len);

unsigned long linein_number(const struct linein *in); /* from 1 */

/* What is wrong with a line that was refused. */
const struct diag *linein_error(const struct linein *in);
int linein_errno(const struct linein *in);

#endif
