/*
 * dictd - the index of a database of dictd(8): lines of a headword, a TAB,
 * where its text stands in the database, a TAB, and how long that is, in digits
 * to the base of 64 (A..Z a..z 0..9 + /).  A fourth field is the headword as it
 * is written, where the first was changed for sorting.
 */
#ifndef CONCEPT_DICTD_H
#define CONCEPT_DICTD_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct dictd_entry {
	const char *word; /* as it is written; not NUL-terminated */
	size_t word_len;
	uint64_t at;
	uint32_t len;
};

/*
 * Iterates over the lines: *rest starts as the index, *left as its length,
 * *line as 0.  Returns 1 for an entry, 0 at the end, -1 with *err set for a
 * malformed line.  What a database says of itself ("00-database-info") is
 * passed over.
 */
int dictd_next(const char **rest, size_t *left, unsigned long *line,
    struct dictd_entry *e, struct diag *err);

/* How the words of a database are compared, as its entries about itself say
 * ("00-database-allchars", "00-database-case-sensitive"). */
struct dictd_rules {
	bool all;   /* marks count */
	bool cased; /* capitals do */
};
struct dictd_rules dictd_rules(const char *index, size_t len);

#endif
