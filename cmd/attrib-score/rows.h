/*
 * rows - what the rows of statements and of cues have in common.
 */
#ifndef ATTRIB_SCORE_ROWS_H
#define ATTRIB_SCORE_ROWS_H

#include "score.h"

/* The first four cells; bad: one of them is not UTF-8. */
void rows_head(struct results *r, const struct statement *s, bool bad);

/* The cells that are carried, and the end of the row. */
bool rows_end(struct results *r, const struct statement *s, bool bad);

/* A cell of text; where it is bad, what is not UTF-8 becomes U+FFFD.  Uses
 * r->scratch then. */
void rows_text(struct results *r, const char *text, size_t len, bool bad);

/* A cell with the name of a person, in which what is not UTF-8 becomes U+FFFD;
 * whether there was such. */
bool rows_name(struct csvout *out, const char *name, size_t len);

/* The cell of a flag, or of none, "", and of such a name. */
void rows_flag(struct csvout *out, const char *flag, bool bad);

/* A cell with two digits behind the point, which say all there is to say; empty
 * for NaN. */
void rows_scale(struct results *r, double x);

/* Adds one id, the text, to those of a cell. */
void rows_part(struct str *s, const char *text);

extern const char *const evidence_columns[];

/* A row for each cue of the rules, then of the model.  False once nothing more
 * can be written. */
bool evidence_put(
    struct results *r, const struct statement *s, const struct attribution *a);

#endif
