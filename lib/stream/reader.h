/*
 * reader - the inside of csvin, and its faults.  Private to it.
 */
#ifndef STREAM_READER_H
#define STREAM_READER_H

#include "stream/csvin.h"
#include "stream/lane.h"
#include "stream/source.h"

/*
 * buf[0..len) holds what was read and not yet handed out; buf[0..scanned) has
 * been through the lane.  The next record begins at start, its first end is
 * lane.ends[end], and it is lane.rows[row] once it is known whole.
 */
struct csvin {
	struct source source;
	size_t block;
	bool eof;
	int err; /* of the read that failed */

	char *buf;
	size_t cap, len, scanned;
	struct lane lane;
	size_t start, end, row;
	unsigned long first_line, lines; /* lines before start */

	/* The current record: buf[text..ends[count - 1]). */
	size_t text;
	const uint32_t *ends; /* into lane.ends, or shape_ends */
	size_t count;         /* 0: none */
	size_t tail;          /* where a record of the shape has its tail; 0 */
	unsigned long line;
	bool squeezed;  /* doubled quotes are made one, and: */
	uint32_t *lens; /* the length of each quoted field */
	size_t lens_cap;

	struct shape shape;
	uint32_t *shape_ends;
	size_t shape_cap;

	bool begun; /* past the byte order mark */
	bool ended, broken;
	struct diag fault;
};

/* Breaks off with a fault at buf[at], which is in the record at start. */
void reader_break(struct csvin *in, size_t at, const char *what);

/*
 * Breaks off if the record at start, of which len bytes and the first count
 * ends are known, is over a limit.  What comes first in the record counts.
 */
bool reader_over_limit(struct csvin *in, size_t len, size_t count);

/* Breaks off because the lane stopped at an odd byte. */
void reader_judge(struct csvin *in, size_t odd);

#endif
