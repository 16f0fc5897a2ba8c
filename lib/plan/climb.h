/*
 * climb - what a try does to the step that was tried, and to its ladder.
 * Serves apply.c alone.
 */
#ifndef PLAN_CLIMB_H
#define PLAN_CLIMB_H

#include "plan/apply.h"

/* Takes a record of kind done or skip in, of the step at that index. */
void climb_try(
    const struct apply *a, size_t at, const struct journal_record *rec);

#endif
