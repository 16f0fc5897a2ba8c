/*
 * export - what the parts of "goal-plan export" share.
 */
#ifndef GOAL_PLAN_EXPORT_H
#define GOAL_PLAN_EXPORT_H

#include "plan.h"

/* Write what has another program remind: a line for cron, a service and a
 * timer, a call of notify-send. */
void reminder_crontab(const struct settings *set);
void reminder_units(const struct settings *set);
void reminder_notify(const struct settings *set);

/* Calls take for each step that is up, with its day. */
typedef void export_step(const struct settings *set, const struct state *s,
    const struct state_row *row, struct str *out);
void export_steps(const struct settings *set, const struct state *s,
    export_step *take, struct str *out);

/* Writes the calendar, by way of the helper program. */
void export_ics(const struct settings *set, const struct state *s);

#endif
