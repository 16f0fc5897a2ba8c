/*
 * pick - the family that a new ladder is laid from.
 */
#ifndef GOAL_PLAN_PICK_H
#define GOAL_PLAN_PICK_H

#include "families.h"
#include "plan/choose.h"
#include "plan/state.h"

/*
 * The family that was asked for, or (NULL) the one that fits the person best,
 * unless a ladder of it is still being climbed.  Returns false if there is
 * none; ends the process where the one that was asked for stands already.
 */
bool pick(const struct families *f, const struct state *s, const char *family,
    const struct intake_person *p, struct choice *c);

#endif
