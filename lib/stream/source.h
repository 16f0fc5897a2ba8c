/*
 * source - the bytes of a stream, a block at a time.
 */
#ifndef STREAM_SOURCE_H
#define STREAM_SOURCE_H

#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>

/* Plain storage.  What it reads is borrowed. */
struct source {
	FILE *fp; /* NULL: the bytes of (mem, left) */
	int fd;   /* -1: fp has no descriptor, or reads from memory */
	const char *mem;
	size_t left;
};

struct source source_file(FILE *fp);
struct source source_mem(const char *data, size_t len);

/*
 * Reads at most max bytes (at least 1), waiting for the first only: what a
 * slow writer has written so far is handed on.  Returns how many, 0 at the
 * end, -1 with errno set.
 */
ssize_t source_read(struct source *s, char *to, size_t max);

#endif
