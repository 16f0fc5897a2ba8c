/*
 * heed - what somebody has written in words of their own, listened to.
 */
#ifndef GOAL_PLAN_HEED_H
#define GOAL_PLAN_HEED_H

#include "plan.h"

/* Says where to find help if text speaks of a crisis; whether it does. */
bool heed_text(const char *text);

/*
 * book_append() of one or two records of which the last is in somebody's own
 * words (not a step of the ladders shipped).  If they speak of a crisis, says
 * where to find help first, and has all ladders rest in the same event.
 */
void heed_append(struct book *b, const struct settings *set,
    struct journal_record *records, size_t n);

#endif
