/*
 * weigh - reads what the streams of a command line say of each person.
 */
#ifndef GOAL_PLAN_WEIGH_H
#define GOAL_PLAN_WEIGH_H

#include "known.h"
#include "plan.h"

#include "cli/io.h"
#include "plan/intake.h"

/* Plain storage: zero it, and known_init() known. */
struct weigh {
	struct intake intake;
	struct io_rows rows;
	struct known known;
};

/*
 * Takes in the n FILEs, or standard input where there is none and neither a
 * concept nor a family is named, and the concepts named.  Bad rows are told
 * and counted, as are concepts nobody knows; a stream without the columns
 * needed ends the process.
 */
void weigh(
    struct weigh *w, const struct settings *set, int n, char *const operands[]);

/* As io_verdict(); RC_NO also where a concept was left out. */
int weigh_verdict(const struct weigh *w);

#endif
