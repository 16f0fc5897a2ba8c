/*
 * carried - the columns sex, age and group: filters hand them on behind their
 * own, which so keep their places.
 */
#ifndef CLI_CARRIED_H
#define CLI_CARRIED_H

#include "stream/csvout.h"
#include "stream/table.h"

#include <stdbool.h>

enum { CARRIED = 3 };

extern const char *const carried_names[CARRIED];

/* Which of them stand in each row.  Plain storage, zero it first. */
struct carried {
	bool has[CARRIED];
	bool met; /* a file has said so */
};

/* The first file says which; warns where a later one has others. */
void carried_meet(struct carried *c, const char *path, const struct table *t);

/* The names, or the texts of a row, of those that are carried. */
void carried_put(const struct carried *c, struct csvout *out,
    const char *const texts[CARRIED]);

#endif
