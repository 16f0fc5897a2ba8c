/*
 * weigh - reads what the streams of a command line say of each person.
 */
#ifndef GOAL_PLAN_WEIGH_H
#define GOAL_PLAN_WEIGH_H

#include "plan.h"

#include "cli/io.h"
#include "plan/intake.h"

/*
 * Takes in the n FILEs, or standard input where there is none and neither a
 * concept nor a family is named, and the concepts named.  Bad rows are told
 * and counted; a stream without the columns needed ends the process.
 */
void weigh(struct intake *in, struct io_rows *rows, const struct settings *set,
    int n, char *const operands[]);

#endif
