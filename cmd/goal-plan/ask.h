/*
 * ask - questions at a terminal, one by one, for what the options left out.
 */
#ifndef GOAL_PLAN_ASK_H
#define GOAL_PLAN_ASK_H

#include "base/str.h"
#include "plan/journal.h"

#include <stdbool.h>

/* Whether somebody is there to be asked. */
bool ask_may(void);

/* Whether who is asked has ended the answers (Ctrl-D); no more is asked. */
bool ask_ended(void);

/* Sets *number to an answer of 0..100; leaves it where there is none. */
void ask_number(const char *question, int *number);

/* The index of the word of which the answer is the beginning, or
 * JOURNAL_NONE. */
int ask_word(const char *question, const char *const *words);

/* Fills text with one line; empty where there is no answer. */
void ask_text(const char *question, struct str *text);

/* The text, or "" where it is left out (NULL) or holds blanks only: nothing is
 * said by these.  More than JOURNAL_TEXT_MAX bytes end the process with
 * RC_DATA. */
const char *said(const char *text);

/*
 * The text of an option as said() has it: "" where it was left out (NULL), what
 * standard input holds for "-" without the line ends behind it.  A NUL ends the
 * process with RC_DATA.  Kept in *text.
 */
const char *read_text(const char *option, struct str *text);

#endif
