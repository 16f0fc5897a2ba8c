/*
 * explain - what was found in a statement, said for people: explain_put() of
 * score.h, and what it is made of.
 */
#ifndef ATTRIB_SCORE_EXPLAIN_H
#define ATTRIB_SCORE_EXPLAIN_H

#include "score.h"

/* Between these a scale lies in the middle. */
#define EXPLAIN_LOW 3.5
#define EXPLAIN_HIGH 4.5

enum { EXPLAIN_INDENT = 4 }; /* of what goes on below, on a terminal */

/* Prints a sentence of our own as a line set in by two. */
void explain_say(const struct term *t, const char *text);

/* What a value of a scale comes to, in words. */
const char *explain_shade(enum dimension d, double x);

/* Prints the title of a concept, or its id where the glossary has none. */
void explain_title(struct term_flow *f, const char *id, size_t len);

/* Whether a cue says enough by itself to be shown. */
bool explain_is_loud(
    struct results *r, const struct attribution *a, const struct cue *cue);

/* Prints the statement, from that column on, with each loud cue in [brackets];
 * then each of these, and what rings the alarm, with what it speaks for. */
void explain_mark(struct results *r, const struct statement *s,
    const struct attribution *a, int column);
void explain_cues(
    struct results *r, const struct statement *s, const struct attribution *a);

/* Prints a question about a statement, where there is one to ask. */
void question_put(
    struct results *r, const struct statement *s, const struct attribution *a);

#endif
