/*
 * families - the ladders that may be laid: those built in and the user's own.
 */
#ifndef GOAL_PLAN_FAMILIES_H
#define GOAL_PLAN_FAMILIES_H

#include "plan/ladder.h"

struct families {
	struct ladder *all; /* sorted by id */
	size_t count;
};

/* Reads all; one that is malformed ends the process with RC_DATA. */
void families_read(struct families *f);
void families_free(struct families *f);

/* The index of a family; an unknown one ends the process with RC_NO and names
 * the nearest. */
size_t families_need(const struct families *f, const char *id);

/* The same for a concept that some family answers. */
void families_need_concept(const struct families *f, const char *concept);

/* Ends the process with RC_SYSTEM where no file of that name is there, but a
 * family or a concept that some family answers; names the option for it. */
void families_no_file(const struct families *f, const char *name);

#endif
