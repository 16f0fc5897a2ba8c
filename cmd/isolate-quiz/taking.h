/*
 * taking - one run of isolate-quiz take.
 */
#ifndef ISOLATE_QUIZ_TAKING_H
#define ISOLATE_QUIZ_TAKING_H

#include "irt.h"
#include "quiz.h"
#include "screen.h"

#include "base/date.h"
#include "base/str.h"
#include "quiz/sitting.h"
#include "quiz/tailor.h"

struct taking {
	const struct settings *set;
	const struct instrument **instruments;
	size_t ninstruments;
	struct sitting sitting;
	struct irt **irts; /* the bank of each instrument; NULL: all is asked */
	size_t nirts;
	struct tailor tailor;  /* of them */
	bool *asked;           /* scratch: items of an instrument */
	FILE *tty;             /* where it is drawn; NULL: nowhere */
	struct screen *screen; /* NULL where tty is */
	bool keys;             /* one key an answer; else line by line */
	unsigned long line;    /* of standard input */
	struct moment at;      /* when the sitting began */
	bool offered;          /* the instruments were not named */
	struct str state; /* where what was answered is kept; "": nowhere */
};

/* How the asking ended. */
enum ending {
	ENDING_DONE,
	ENDING_QUIT,   /* with the key */
	ENDING_SIGNAL, /* or the terminal went away */
	ENDING_SHORT,  /* standard input ended before the questions did */
};

/* Opens the instruments named (or the usual ones), their banks, the terminal;
 * false where one is not there (told). */
bool taking_open(
    struct taking *t, struct screen *screen, int n, char *const names[]);

/* Begins, or after a word with whoever answers goes on with a sitting that was
 * left; false where they would rather not. */
bool taking_begin(struct taking *t);

enum ending ask(struct taking *t);

/* Where to find help, where the answers given so far ask for it. */
void results_offer_help(const struct taking *t);

/* Shows what the answers say; writes the stream that was asked for. */
void results_show(const struct taking *t);
void results_write(const struct taking *t);

/* One key, or the first letter of a line: KEY_ENTER for an empty one, below 0
 * at the end. */
int ask_key(struct taking *t);

/* The text, or "" for NULL. */
const char *taking_text(const char *text);

/* The sitting as a responses stream: all instruments, or one alone. */
void record_stream(const struct taking *t, FILE *fp);
void record_one(const struct taking *t, size_t i, struct str *out);

/*
 * What was answered so far, kept after every answer, so that a sitting outlives
 * quitting, a signal, a lost terminal and a crash.  resume_open() says where;
 * resume_load() reads it and is false where there is nothing, or nothing of
 * these instruments; resume_anew() forgets it and all answers.
 */
void resume_open(struct taking *t);
bool resume_load(struct taking *t);
void resume_save(struct taking *t);
void resume_anew(struct taking *t);
void resume_forget(const struct taking *t);

#endif
