/*
 * question - one question of a sitting on a terminal.
 */
#ifndef ISOLATE_QUIZ_QUESTION_H
#define ISOLATE_QUIZ_QUESTION_H

#include "screen.h"

/* How much of it there is room for; each needs fewer rows than the last. */
enum question_room {
	ROOM_FOR_ALL,
	ROOM_TIGHT, /* no empty lines, the keys in short */
	ROOM_SCANT, /* no header, options side by side */
	/* The question last, as what comes first may scroll away; where there
	 * is something to be told, no options above it. */
	ROOM_LEAST,
};

/* Draws the current one on t, which may be memory. */
void question_draw(const struct screen *scr, const struct term *t,
    const struct sitting *s, const char *typed, const char *note,
    enum question_room room);

/* The same line by line, on the screen's own terminal. */
void question_tell(
    struct screen *scr, const struct sitting *s, const char *note);

/* The words of question i, from column at on. */
void question_text(
    const struct term *t, const struct sitting *s, size_t i, int at);

#endif
