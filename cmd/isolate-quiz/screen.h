/*
 * screen - how a sitting looks: a question with its options, and the short
 * line that stays behind when it is answered; or, where the cursor cannot be
 * moved, questions one below the other.
 */
#ifndef ISOLATE_QUIZ_SCREEN_H
#define ISOLATE_QUIZ_SCREEN_H

#include "cli/term.h"
#include "quiz/sitting.h"
#include "quiz/tailor.h"

/* Room for what is typed of a number with several digits. */
enum { TYPED_MAX = 6 };

/* Plain storage.  All is drawn on term; with redraw the last question drawn is
 * wiped first. */
struct screen {
	struct term term;
	bool redraw; /* the cursor may be moved */
	char *drawn; /* the question that is on the screen; NULL: none */
	const struct instrument *told; /* whose instructions were shown */
	bool keys_told;                /* line by line: once is enough */
	struct tailor *tailor;         /* of an adaptive sitting, else NULL */
};

/* Whether an answer is more than one key: it is then ended with Enter. */
bool screen_types(const struct item *item);

/*
 * Tells of the instrument of the current question where it has not been told.
 * True where the question below it would push it off the terminal: then a key
 * is to be waited for.
 */
bool screen_introduce(struct screen *scr, const struct sitting *s);

/* Draws the current question, as much of it as the terminal has rows for; typed
 * is what stands so far, "" for nothing. */
void screen_question(struct screen *scr, const struct sitting *s,
    const char *typed, const char *note);

/* Wipes the question and leaves it behind with its answer. */
void screen_answered(struct screen *scr, const struct sitting *s, size_t i);

/* Takes the question away; where none is drawn, does nothing. */
void screen_wipe(struct screen *scr);

#endif
