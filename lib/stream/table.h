/*
 * table - CSV with a header: records whose cells are found by column name.
 */
#ifndef STREAM_TABLE_H
#define STREAM_TABLE_H

#include "base/diag.h"
#include "stream/csvin.h"

#include <stdbool.h>
#include <stddef.h>

struct table; /* opaque: it owns memory */

/*
 * Reads the header from in.  The table owns the reader from then on, also on
 * failure.  NULL, with *err set, if the input is empty, malformed, or names a
 * column twice; errno is then 0, or the error of a failed read.
 */
struct table *table_new(struct csvin *in, struct diag *err);
void table_free(struct table *t); /* NULL is allowed */

/* Takes another reader of the same file, which the table then owns: the records
 * of that come next.  Before the first table_next(). */
void table_continue(struct table *t, struct csvin *in);

/* As csvin_before_read(). */
void table_before_read(struct table *t, void (*before)(void *arg), void *arg);

/* The columns in file order. */
size_t table_columns(const struct table *t);
const char *table_name(const struct table *t, size_t col);

/* The column of this name, or -1. */
int table_find(const struct table *t, const char *name);

/* table_find(), or -1 with *err set to a message that names the columns that
 * are there. */
int table_need(const struct table *t, const char *name, struct diag *err);

/* As table_need(), for what a user typed: a name, or a number from 1. */
int table_pick(const struct table *t, const char *what, struct diag *err);

/*
 * The next record: CSVIN_RECORD, CSVIN_END, CSVIN_REFUSED (a number of fields
 * other than the header's) or CSVIN_BROKEN; table_error() says what is wrong.
 */
int table_next(struct table *t);
const struct diag *table_error(const struct table *t);
int table_errno(const struct table *t); /* as csvin_errno() */

unsigned long table_line(const struct table *t); /* where the record begins */

/* The cell of the current record, NUL-terminated; "" for col -1, so that an
 * absent column reads as missing.  Valid until the next table_next(). */
const char *table_cell(const struct table *t, int col);
size_t table_cell_len(const struct table *t, int col);

/* The current record as it stands in the input; see csvin.h. */
struct csvin_raw table_raw(const struct table *t);
void table_expect(struct table *t, const struct shape *shape);
const char *table_tail(const struct table *t, const uint8_t *low);

/* Whether the cell is missing: no such column, or empty, in quotes or not:
 * there are writers who quote all cells. */
bool table_missing(const struct table *t, int col);

#endif
