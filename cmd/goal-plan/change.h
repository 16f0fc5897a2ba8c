/*
 * change - what the verbs that change a ladder share.
 */
#ifndef GOAL_PLAN_CHANGE_H
#define GOAL_PLAN_CHANGE_H

#include "plan.h"

/* The only operand; without it, or with more, the process ends saying what is
 * wanted. */
const char *change_operand(int n, char *const operands[], const char *what);

/* Puts the options that describe a step into the record. */
void change_describe(struct journal_record *r, const struct settings *set);

/* Says so where the day that is wished for a step has passed, or is a quiet one
 * and gives way. */
void change_tell_day(const struct state *s, const struct journal_record *r);

#endif
