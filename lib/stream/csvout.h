/*
 * csvout - write CSV in the one dialect all tools write: comma, LF, quotes only
 * where needed, empty cell = missing.
 *
 * A record is put together in memory and written whole, so a tool that stops
 * between two cells leaves no partial record behind.  Data are written as they
 * are, but on a terminal, where str_escape() keeps text from commanding it.
 */
#ifndef STREAM_CSVOUT_H
#define STREAM_CSVOUT_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* Plain storage; init and release it. */
struct csvout {
	FILE *fp;        /* borrowed */
	struct str line; /* the record so far: cells, each with a comma behind
	                  * it, and no NUL */
	bool terminal;   /* fp is one: what would command it is escaped */
	bool guarded;    /* texts that a spreadsheet would compute are not */
	bool headless;   /* the first record is not written: it is a header that
	                  * somebody else writes.  May be set after init. */
};

/*
 * From now on writers of standard output put "'" before a text that begins with
 * '=', '+', '-', '@', a tab or a CR and is no number: a spreadsheet takes it
 * for a formula, which may send what it finds elsewhere.
 */
void csvout_guard_formulas(void);

void csvout_init(struct csvout *out, FILE *fp);
void csvout_release(struct csvout *out); /* a record begun is dropped */

/* Each appends one cell.  A text is quoted if it holds a comma, a quote, CR or
 * LF, or begins or ends with a blank or begins with a byte order mark; the
 * only cell of a record is written "" when it is empty, so that it reads back.
 * A NUL, which no CSV can hold, is written as U+FFFD. */
void csvout_text(struct csvout *out, const char *text, size_t len);
void csvout_str(struct csvout *out, const char *text);
void csvout_long(struct csvout *out, long x);
void csvout_num(struct csvout *out, double x); /* empty unless finite */
void csvout_ratio(struct csvout *out, long num, long den); /* see num.h */

static inline void
csvout_empty(struct csvout *out)
{
	str_reserve(&out->line, 1);
	out->line.text[out->line.len++] = ',';
}

/* Appends cells that were written before, each with its comma; the first
 * CSVOUT_READY bytes can be read, whether they belong to them or not. */
enum { CSVOUT_READY = 32 };
static inline void
csvout_ready(struct csvout *out, const char *cells, size_t len)
{
	char *to;

	str_reserve(&out->line, len + CSVOUT_READY);
	to = out->line.text + out->line.len;
	memcpy(to, cells, CSVOUT_READY);
	if (len > CSVOUT_READY)
		memcpy(to, cells, len);
	out->line.len += len;
}

/* A whole record of the names, for headers; names ends with NULL. */
void csvout_header(struct csvout *out, const char *const *names);

/* Drops the cells of the record so far. */
void csvout_drop(struct csvout *out);

/* Ends the record and hands it to fp.  Returns false once fp has failed, so
 * that a loop can stop early; msg_finish() reports the failure. */
bool csvout_end(struct csvout *out);

/* Appends (text, len) to s as the cell of a record. */
void csvout_cell(struct str *s, const char *text, size_t len);

#endif
