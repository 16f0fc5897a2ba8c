/*
 * dictzip - a part of a gzip file that was made in pieces (dictzip(1)), without
 * reading what stands before it.  The only place that includes <zlib.h>.
 *
 * The format: RFC 1952, with an extra field "RA" that holds, in little-endian
 * 16-bit numbers, a version (1), the length of a piece before compression, how
 * many pieces there are, and the compressed length of each.
 */
#ifndef CONCEPT_DICTZIP_H
#define CONCEPT_DICTZIP_H

#include "base/diag.h"
#include "base/str.h"

#include <stddef.h>
#include <stdint.h>

/* Plain value; bytes are borrowed. */
struct dictzip {
	const unsigned char *bytes;
	size_t len;
	size_t piece; /* bytes of a piece before compression */
	size_t pieces;
	size_t lengths; /* where their compressed lengths stand */
	size_t data;    /* where the first begins */
	uint64_t size;  /* of the whole before compression */
};

/* Looks at the head.  Returns 0, or -1 with *err set: not gzip, not made by
 * dictzip, cut short. */
int dictzip_open(struct dictzip *z, const unsigned char *bytes, size_t len,
    struct diag *err);

/*
 * Appends len bytes from at of the whole to out.  Returns 0, or -1 with *err
 * set: beyond the end, or the pieces are damaged.  Memory and time follow what
 * is asked for, and the table of lengths up to it.
 */
int dictzip_read(const struct dictzip *z, uint64_t at, size_t len,
    struct str *out, struct diag *err);

#endif
