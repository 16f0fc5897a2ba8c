/*
 * after - what is said once a step was tried or left out.
 *
 * A try whose peak was high, or in which what was feared came true, is no
 * failure: a kind word comes first.  What was feared is to be seen not to come
 * true, so that other places and people are named (Craske et al. 2014); where
 * no easier rung lies below one that is too hard, how to put one there (the
 * wording is this project's own).
 */
#ifndef PLAN_AFTER_H
#define PLAN_AFTER_H

#include "plan/state.h"

/* Appends what follows from the record, of kind done or skip, that s has taken
 * in: lines, each without a full stop and ended by LF. */
void after_say(
    struct str *out, const struct state *s, const struct journal_record *r);

#endif
