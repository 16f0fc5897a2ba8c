/*
 * ratingmap - where in a table of answers the ratings of causes stand: the
 * layouts of reconnect-ratings(5).
 *
 * A layout is a head of fields (range: what the answers can be) and a CSV table
 * with a row for each event that a record of answers speaks of.  Its cells name
 * the columns of the answers, those of a scale with blanks between, '-' before
 * one that counts the other way round, '?' before one that may be missing.
 * The valence is a word, or the column that holds it, with '=' before.
 *
 * A rating is the mean of its answers, of which at least half must be there,
 * brought from the range to 1..7.
 */
#ifndef ATTRIB_RATINGMAP_H
#define ATTRIB_RATINGMAP_H

#include "attrib/attribution.h"
#include "base/diag.h"
#include "stream/table.h"

#include <stddef.h>

struct ratingmap; /* opaque: it owns memory */

struct rating_event {
	enum valence valence;
	double scale[DIM_SCALES]; /* 1..7, or NaN */
};

/* Reads (text, len), borrowed only during the call.  NULL, with *err set, where
 * it is malformed. */
struct ratingmap *ratingmap_read(
    const char *text, size_t len, struct diag *err);
void ratingmap_free(struct ratingmap *m); /* NULL is allowed */

size_t ratingmap_events(const struct ratingmap *m);

/* The column of the answers that says who gave them. */
const char *ratingmap_respondent(const struct ratingmap *m);

/* Finds the columns in t.  Returns 0, or -1 with *err naming one that is not
 * there. */
int ratingmap_bind(
    struct ratingmap *m, const struct table *t, struct diag *err);

/* Reads event i of the current record of the table that was bound.  Returns 0;
 * or -1 with *err set where an answer is no number, out of range, or a valence
 * no word for one. */
int ratingmap_take(const struct ratingmap *m, const struct table *t, size_t i,
    struct rating_event *event, struct diag *err);

#endif
