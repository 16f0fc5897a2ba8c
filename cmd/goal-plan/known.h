/*
 * known - the concepts that somebody knows: those of the glossary, the user's
 * own among them, and those that a ladder answers.
 */
#ifndef GOAL_PLAN_KNOWN_H
#define GOAL_PLAN_KNOWN_H

#include "base/arena.h"
#include "cli/shelf.h"
#include "families.h"
#include "plan/idmap.h"

/* Plain storage; init and release it. */
struct known {
	bool strict; /* the first unknown one ends the process with RC_DATA */
	struct shelf_names names;
	struct idmap ids;    /* and the unknown ones that were told */
	struct arena told;   /* these */
	unsigned long count; /* of these */
};

/* The ids of f are borrowed. */
void known_init(struct known *k, const struct families *f, bool strict);
void known_release(struct known *k);

/* Tells, once for each, which of a cell's concepts nobody knows, with the
 * nearest one. */
void known_check(
    struct known *k, const char *cell, const char *path, unsigned long line);

#endif
