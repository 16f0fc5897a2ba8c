/*
 * settings - what the parts that read options share.
 */
#ifndef GOAL_PLAN_SETTINGS_H
#define GOAL_PLAN_SETTINGS_H

#include "plan.h"

/* Reads a date. */
void settings_day(const struct opt *o, bool *has, long *day);

/* Takes an option that tells of a step or of how steps are shown; false for
 * another. */
bool settings_step(struct settings *set, const struct opt *o, int code);

#endif
