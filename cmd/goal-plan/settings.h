/*
 * settings - what the parts that read options share.
 */
#ifndef GOAL_PLAN_SETTINGS_H
#define GOAL_PLAN_SETTINGS_H

#include "plan.h"

/* Ends the process: the value of the option is not what it should be. */
_Noreturn void settings_die(const struct opt *o, const char *what);

/* Reads a date. */
void settings_day(const struct opt *o, bool *has, long *day);

/* Takes an option that tells of a step or of how steps are shown; false for
 * another. */
bool settings_step(struct settings *set, const struct opt *o, int code);

#endif
