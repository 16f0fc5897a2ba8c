/*
 * csvin - pull CSV records (RFC 4180), one at a time, out of a stream.
 *
 * The dialect is strict: fields are separated by one separator byte (comma),
 * records by LF or CRLF; a field that holds one of these or a quote stands in
 * double quotes, with quotes inside doubled.  Blanks belong to the field.  A
 * byte order mark before the first record is skipped; the last record may lack
 * its line end.  A blank line is a record of one empty field.
 *
 * libcsv is the judge of what is CSV.  What it lets pass and this reader does
 * not: NUL bytes, a CR that ends no line, records and fields over the limits.
 *
 * The input is read in blocks, by read(2) where fp has a descriptor, so that a
 * slow writer is answered as it writes; nothing may have been read from fp
 * before.  Where the blocks end never changes a result.
 */
#ifndef STREAM_CSVIN_H
#define STREAM_CSVIN_H

#include "base/diag.h"
#include "stream/shape.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>

enum {
	CSVIN_BLOCK = 128 * 1024,           /* bytes asked for at a time */
	CSVIN_RECORD_MAX = 8 * 1024 * 1024, /* bytes of one record */
	CSVIN_FIELDS_MAX = 65536,           /* fields of one record */
};

/* What csvin_next() and table_next() return. */
enum {
	CSVIN_END = 0,
	CSVIN_RECORD = 1,
	CSVIN_REFUSED = -1, /* this record is refused; the next can be read */
	CSVIN_BROKEN = -2,  /* where records begin can no longer be told */
};

struct csvin; /* opaque: it owns memory */

/*
 * Wraps an open stream.  The caller owns the reader (release it with
 * csvin_free()); fp is borrowed, must outlive it, and stays open.
 */
struct csvin *csvin_new(FILE *fp);

/* Reads (data, len), borrowed, which was found at the given line (from 1) of
 * a larger text; messages count from there. */
struct csvin *csvin_new_mem(const char *data, size_t len, unsigned long line);

/* Reads the bytes from..to of a regular file, which begin with a record on the
 * given line; fp is borrowed as in csvin_new(). */
struct csvin *csvin_new_span(
    FILE *fp, off_t from, off_t to, unsigned long line);

void csvin_free(struct csvin *in); /* NULL is allowed */

/* Before the first csvin_next(): another separator (';', '\t'), or blocks of
 * another size (for tests; at least 1). */
void csvin_set_separator(struct csvin *in, char separator);
void csvin_set_block(struct csvin *in, size_t bytes);
char csvin_separator(const struct csvin *in);

/* Has this called before each read of the stream, as linein_before_read(). */
void csvin_before_read(struct csvin *in, void (*before)(void *arg), void *arg);

/*
 * Says what most records look like (see shape.h); its bounds must outlive the
 * reader.  It changes no result.  A later call takes the place of an earlier
 * one; with another separator than the comma it does nothing.
 */
void csvin_expect(struct csvin *in, const struct shape *shape);

/*
 * Reads the next record: CSVIN_RECORD, CSVIN_END, or CSVIN_BROKEN (malformed,
 * or a read failed: csvin_error() says which; every later call says the same).
 * It never returns CSVIN_REFUSED.
 */
int csvin_next(struct csvin *in);

/* The fault of the last call that returned CSVIN_BROKEN.  Its line is that on
 * which the fault stands, its text names the column in bytes.  csvin_errno()
 * is 0, or the error of the failed read. */
const struct diag *csvin_error(const struct csvin *in);
int csvin_errno(const struct csvin *in);

/* Of a reader that broke off in its first record: the input from its first byte
 * on, as far as it was read, for who can tell what it is if not CSV. */
const char *csvin_bytes(const struct csvin *in, size_t *len);

/* Of the current record: the line on which it begins (from 1), and its number
 * of fields (at least 1). */
unsigned long csvin_line(const struct csvin *in);
size_t csvin_count(const struct csvin *in);

/* Field i, NUL-terminated, "" if there is none; *len (may be NULL) gets its
 * length.  Valid, and writable by nobody, until the next csvin_next() or
 * csvin_free(). */
const char *csvin_field(const struct csvin *in, size_t i, size_t *len);

/*
 * The current record as it stands in the input, for a reader of very many short
 * fields: field i is, with its quotes, base[ends[i - 1] + 1..ends[i]), and the
 * first base[begin..ends[0]).  CSVIN_SLACK bytes behind the record can be read.
 * Once csvin_field() has given out a field, the byte behind it is NUL.  Valid
 * as long as a field.
 */
enum { CSVIN_SLACK = 64 };
struct csvin_raw {
	const char *base;
	const uint32_t *ends;
	size_t begin;
};
struct csvin_raw csvin_raw(const struct csvin *in);

/* The tail of the current record, if it was found by the shape with these
 * bounds; else NULL. */
const char *csvin_tail(const struct csvin *in, const uint8_t *low);

/* Whether field i stood in quotes: tells "" from a cell without any text. */
bool csvin_quoted(const struct csvin *in, size_t i);

#endif
