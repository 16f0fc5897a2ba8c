/*
 * sorter - put any number of short records in order within a fixed amount of
 * memory: what does not fit goes to a scratch file in sorted runs, which are
 * merged at the end.
 */
#ifndef CONCEPT_SORTER_H
#define CONCEPT_SORTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum {
	SORTER_RECORD_MAX = 64 * 1024 - 1, /* bytes of a record */
	SORTER_MEMORY = 8 * 1024 * 1024,   /* bytes held at a time */
};

struct sorter; /* opaque: it owns memory */

/* Makes a fresh file, open for writing and reading, or returns NULL (errno). */
typedef FILE *sorter_scratch(void);

/* scratch is called when memory is full; NULL: all stays in memory. */
struct sorter *sorter_new(sorter_scratch *scratch);
void sorter_free(struct sorter *s); /* NULL is allowed */

/* For tests: another amount of memory. */
void sorter_set_memory(struct sorter *s, size_t bytes);

/* Adds one record of at most SORTER_RECORD_MAX bytes. */
void sorter_add(struct sorter *s, const void *bytes, size_t len);

/*
 * The records in order of their bytes (memcmp, a beginning before what it
 * begins), equal ones as often as they were added.  Returns NULL after the
 * last, or where the scratch file failed (sorter_failed()).  The record is
 * valid until the next call.  Nothing may be added after the first.
 */
const void *sorter_next(struct sorter *s, size_t *len);

/* 0, or the errno of what went wrong with the scratch file. */
int sorter_failed(const struct sorter *s);

#endif
