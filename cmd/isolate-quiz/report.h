/*
 * report - the stream of statistics: one row a figure.
 */
#ifndef ISOLATE_QUIZ_REPORT_H
#define ISOLATE_QUIZ_REPORT_H

#include "quiz/cohort.h"
#include "stream/csvout.h"

extern const char *const report_columns[]; /* ends with NULL */

/* Writes all that the cohort tells; warns of what looks wrong in it. */
void report_write(struct cohort *g, struct csvout *out);

#endif
