/*
 * question - one question of a sitting on a terminal.
 */
#ifndef ISOLATE_QUIZ_QUESTION_H
#define ISOLATE_QUIZ_QUESTION_H

#include "screen.h"

/* Draws the current one on t, which may be memory. */
void question_draw(const struct screen *scr, const struct term *t,
    const struct sitting *s, const char *typed, const char *note);

/* The same line by line, on the screen's own terminal. */
void question_tell(
    struct screen *scr, const struct sitting *s, const char *note);

/* The words of question i, from column at on. */
void question_text(
    const struct term *t, const struct sitting *s, size_t i, int at);

#endif
