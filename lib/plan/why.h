/*
 * why - says in one sentence why a step stands where it stands, and which line
 * of the journal decided.
 */
#ifndef PLAN_WHY_H
#define PLAN_WHY_H

#include "plan/state.h"

/* Appends the sentence, without line end, for a step that is not removed. */
void why_say(struct str *out, const struct state *s, size_t step, long today);

#endif
