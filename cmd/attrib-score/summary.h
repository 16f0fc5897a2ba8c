/*
 * summary - what many statements of one person and period come to.
 */
#ifndef SUMMARY_H
#define SUMMARY_H

#include "score.h"

enum period { PERIOD_ALL, PERIOD_YEAR, PERIOD_MONTH, PERIOD_WEEK, PERIOD_DAY };
extern const char *const period_words[]; /* for opt_choice() */

struct summary; /* opaque: it owns memory, for each person and period */

struct summary *summary_new(const struct lexicon *lex, enum period period);
void summary_free(struct summary *s);

void summary_add(struct summary *s, const struct statement *statement,
    const struct attribution *a);

/* Writes the header and all rows, persons and periods as they first came, the
 * severest concept of each first. */
void summary_write(struct summary *s, struct csvout *out);

#endif
