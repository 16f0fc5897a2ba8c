/*
 * spool - bytes gathered to be copied out later: held in memory, and once they
 * are many in a scratch file.
 */
#ifndef CONCEPT_SPOOL_H
#define CONCEPT_SPOOL_H

#include "base/str.h"
#include "concept/sorter.h"

#include <stdint.h>

enum { SPOOL_MEMORY = 1024 * 1024 };

/* Plain storage; init and release it. */
struct spool {
	struct str held;
	sorter_scratch *scratch; /* NULL: all stays in memory */
	FILE *file;
	uint64_t len; /* bytes added so far */
	int error;    /* 0, or the errno of what went wrong */
};

void spool_init(struct spool *s, sorter_scratch *scratch);
void spool_release(struct spool *s);

void spool_add(struct spool *s, const void *bytes, size_t len);
void spool_u32(struct spool *s, uint32_t x); /* little-endian */
void spool_u64(struct spool *s, uint64_t x);

/* Copies all to out; a failed write shows in ferror(out). */
void spool_copy(struct spool *s, FILE *out);

#endif
