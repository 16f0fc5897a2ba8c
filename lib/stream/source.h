/*
 * source - the bytes of a stream, a block at a time.
 */
#ifndef STREAM_SOURCE_H
#define STREAM_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>

/* Plain storage.  What it reads is borrowed. */
struct source {
	FILE *fp; /* NULL: the bytes of (mem, left) */
	int fd;   /* -1: fp has no descriptor, or reads from memory */
	const char *mem;
	size_t left; /* bytes of mem, or of a span of the file */
	bool span;
	off_t at; /* of a span: where its next byte stands */
	/* Called before each read, which may have to wait; NULL: nothing. */
	void (*before)(void *arg);
	void *arg;
};

struct source source_file(FILE *fp);
/* The bytes from..to of a regular file, which stays where it is. */
struct source source_span(FILE *fp, off_t from, off_t to);
struct source source_fd(int fd);
struct source source_mem(const char *data, size_t len);

/*
 * Reads at most max bytes (at least 1), waiting for the first only: what a
 * slow writer has written so far is handed on.  Returns how many, 0 at the
 * end, -1 with errno set.
 */
ssize_t source_read(struct source *s, char *to, size_t max);

/* Goes back to the beginning of a file that can be sought in (no span); bytes
 * of memory are simply read from a copy of the struct.  Returns 0, or -1 with
 * errno. */
int source_rewind(const struct source *s);

#endif
