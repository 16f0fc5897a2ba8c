/*
 * helpline - where to find help, by country (lib/data/help.csv).
 */
#ifndef CLI_HELPLINE_H
#define CLI_HELPLINE_H

#include "cli/term.h"

#include <stdbool.h>
#include <stdio.h>

/*
 * Prints the help lines to fp: those of the country first (two letters of ISO
 * 3166; NULL: the territory of LC_ALL, LC_MESSAGES or LANG), then those for
 * anywhere.  all prints every country.  On a terminal lines are wrapped, and no
 * number is broken.
 */
void helpline_print(FILE *fp, const char *country, bool all);

/* helpline_print() to standard error, with a warm line before it: what every
 * tool does on a crisis cue or high distress, once a run. */
void helpline_offer(void);

/* Whether that was done: then nothing is to open over it, and what is long and
 * shown on a terminal ends with it, by helpline_again() or in a word. */
bool helpline_offered(void);
void helpline_again(const struct term *t);

#endif
