/*
 * share - one of the parts into which a CSV file falls for machines that share
 * the work, without it being cut: each takes the header and the records that
 * begin in its share of the bytes.  The parts of a file hold every record once,
 * and in order.
 */
#ifndef STREAM_SHARE_H
#define STREAM_SHARE_H

#include <stdbool.h>
#include <stdio.h>
#include <sys/types.h>

enum { SHARE_MAX = 1000000 };

/* Plain value; number 1..of.  of is 0: the whole file. */
struct share {
	long number, of;
};

/* Reads "3/8".  False if it is no part, or of more than SHARE_MAX. */
bool share_parse(const char *text, struct share *p);

struct share_span {
	off_t from, to;     /* bytes of the file: to is behind the last one */
	unsigned long line; /* on which the byte at from stands, from 1 */
};

/*
 * Finds the records of a part of fp, which must be a regular file and is read
 * from its beginning to the end of the part (to know which line breaks stand in
 * quotes, and to count lines); where fp stands does not change.  A file that is
 * no CSV has spans that make no sense, but none outside of it.  Returns 0, or
 * -1 with errno set: ESPIPE where fp is no regular file.
 */
int share_find(FILE *fp, struct share p, struct share_span *out);

#endif
