/*
 * draft - the records that put a ladder into the journal.
 */
#ifndef PLAN_DRAFT_H
#define PLAN_DRAFT_H

#include "plan/journal.h"
#include "plan/lay.h"

enum {
	DRAFT_ID_MAX = 64,
	DRAFT_MAX = LAY_MAX + 2, /* the ladder, its steps, and rest */
};

/* Texts are borrowed from the family, the id and the concept, which must stay
 * as long as the records are used. */
struct draft {
	struct journal_record records[DRAFT_MAX];
	size_t count;
	char ids[LAY_MAX][DRAFT_ID_MAX];
	struct str plan;
};

/* Fills d (zeroed storage; release it) with the ladder of the given id; rest
 * puts a rest record before it. */
void draft_ladder(struct draft *d, const char *id, const struct ladder *l,
    const struct lay *lay, const struct schedule *when, const char *concept,
    bool rest);
void draft_release(struct draft *d);

#endif
