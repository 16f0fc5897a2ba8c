/*
 * show - a step in words, broken between them on a terminal.
 */
#ifndef GOAL_PLAN_SHOW_H
#define GOAL_PLAN_SHOW_H

#include "cli/term.h"
#include "plan/state.h"

/* "LABEL: TEXT", set in; nothing where the text is empty. */
void show_line(const struct term *t, const char *label, const char *text);

/* The lead, what to do, how, and what keeps it safe. */
void show_step(
    const struct term *t, const char *lead, const struct state_step *step);

/* One line, however long, where t is no terminal. */
void show_text(const struct term *t, const char *text);

#endif
