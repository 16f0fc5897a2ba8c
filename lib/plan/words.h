/*
 * words - how a step is put to the person.
 */
#ifndef PLAN_WORDS_H
#define PLAN_WORDS_H

#include "plan/state.h"

/* Appends "If CUE, then TEXT", or TEXT alone where there is no cue (Gollwitzer
 * and Sheeran 2006). */
void words_plan(struct str *out, const struct state_step *step);

/* Appends words_plan() and, in brackets behind it, how to go about it and what
 * keeps it safe: all for where a step has one line. */
void words_whole(struct str *out, const struct state_step *step);

/* Appends words_plan() escaped, fit for a terminal or a mail, and, on lines of
 * their own, how to go about it and what keeps it safe.
 */
void words_step(struct str *out, const struct state_step *step);

/* Appends what an event was about, as a noun: "the try of nxs.4"; an empty id
 * stands for all ladders. */
void words_event(struct str *out, enum journal_kind kind, const char *id);

#endif
