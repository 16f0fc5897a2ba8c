/*
 * entry - what the cells of a journal's line say to its record, each by the
 * column it stands in.  Serves journal.c alone.
 */
#ifndef PLAN_ENTRY_H
#define PLAN_ENTRY_H

#include "plan/journal.h"

/* Reads the line that j has cut and whose version it knows into *r, whose texts
 * are the line's.  Returns 0, or -1 with *err set. */
int entry_read(struct journal *j, struct journal_record *r, struct diag *err);

#endif
