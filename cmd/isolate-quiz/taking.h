/*
 * taking - one run of isolate-quiz take.
 */
#ifndef ISOLATE_QUIZ_TAKING_H
#define ISOLATE_QUIZ_TAKING_H

#include "quiz.h"
#include "screen.h"

#include "base/date.h"
#include "quiz/sitting.h"

struct taking {
	const struct settings *set;
	const struct instrument **instruments;
	size_t ninstruments;
	struct sitting sitting;
	FILE *tty;             /* where it is drawn; NULL: nowhere */
	struct screen *screen; /* NULL where tty is */
	bool keys;             /* one key an answer; else line by line */
	unsigned long line;    /* of standard input */
	struct moment at;      /* when the sitting began */
};

/* How the asking ended. */
enum ending {
	ENDING_DONE,
	ENDING_QUIT,   /* with the key */
	ENDING_SIGNAL, /* or the terminal went away */
	ENDING_SHORT,  /* standard input ended before the questions did */
};

enum ending ask(struct taking *t);

#endif
