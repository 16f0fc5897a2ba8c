/*
 * export - what the parts of "goal-plan export" share.
 */
#ifndef GOAL_PLAN_EXPORT_H
#define GOAL_PLAN_EXPORT_H

#include "plan.h"

/* Where this program stands. */
void export_program(struct str *path);

/* Calls take for each step that is up, with its day. */
typedef void export_step(const struct settings *set, const struct state *s,
    const struct state_row *row, struct str *out);
void export_steps(const struct settings *set, const struct state *s,
    export_step *take, struct str *out);

/* Writes the calendar, by way of the helper program. */
void export_ics(const struct settings *set, const struct state *s);

#endif
