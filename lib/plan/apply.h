/*
 * apply - what one record of a journal does to a state.  Serves replay.c alone.
 */
#ifndef PLAN_APPLY_H
#define PLAN_APPLY_H

#include "plan/state.h"

struct apply {
	struct state *s;
	state_report *report;
	void *arg;
	bool kept; /* the texts of the record stay as long as s */
};

/* The text, for as long as the state. */
const char *apply_keep(const struct apply *a, const char *text);

/* The day a record counts as of: see today in state.h. */
long apply_day(const struct state *s, const struct journal_record *rec);

void apply_record(const struct apply *a, const struct journal_record *rec);

/* After the last record: has what was said of all ladders come to each. */
void apply_settle(struct state *s);

#endif
