/*
 * meta - the head of a data file: "field: value" lines up to a blank line.
 *
 * Instruments, lexicons, ladders and concepts all begin this way.  A line that
 * begins with a blank continues the value above it (joined by one blank); a
 * line that begins with '#' is a comment; a field may stand more than once.
 * What follows the blank line (a CSV table, or prose) is the body.
 */
#ifndef STREAM_META_H
#define STREAM_META_H

#include "base/diag.h"

#include <stddef.h>

/* More than any file has: who reads them may compare each with all. */
enum { META_FIELDS_MAX = 10000 };

struct meta_field {
	char *name;  /* lower case letters, digits, '-', '_' and '.' */
	char *value; /* trimmed; may be empty */
	unsigned long line;
};

struct meta {
	struct meta_field *fields; /* in file order */
	size_t count;
	const char *body; /* into the text that was parsed; "" if none */
	size_t body_len;
	unsigned long body_line; /* the line on which the body begins */
};

/*
 * Parses (text, len), borrowed: it must outlive m.  Returns 0, or -1 with *err
 * set (a line without a colon, a bad field name, too many fields, NUL or
 * invalid UTF-8). Either way release m.
 */
int meta_parse(struct meta *m, const char *text, size_t len, struct diag *err);
void meta_release(struct meta *m);

/* The value of the first field of that name, or NULL. */
const char *meta_get(const struct meta *m, const char *name);
unsigned long meta_line(const struct meta *m, const char *name); /* 0: none */

/* Iterates over all values of one name: pass 0 first, then what was set in
 * *next.  NULL at the end. */
const char *meta_each(const struct meta *m, const char *name, size_t *next);

/* The first field whose name is not in known (ends with NULL), or NULL: for a
 * reader that refuses what it does not know.  A known name that ends in ".*"
 * stands for all names with that beginning. */
const struct meta_field *meta_unknown(
    const struct meta *m, const char *const *known);

/* The first field that stands a second time, of those of these names, or
 * NULL. */
const struct meta_field *meta_twice(
    const struct meta *m, const char *const *once);

#endif
