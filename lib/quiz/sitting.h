/*
 * sitting - one person answering one or more instruments: which question is
 * next, what was answered, how far it is.
 *
 * A question is an item, or several items of different instruments that ask
 * the same text with the same options: it is asked once.  Branches follow the
 * answers: a question is reachable when the conditions of one of its items
 * hold, and this is worked out anew after every answer.  What was answered
 * behind a branch that closed later is kept.
 *
 * Questions come in the order of the files, or as a chooser says (tailor.h).
 */
#ifndef QUIZ_SITTING_H
#define QUIZ_SITTING_H

#include "quiz/instrument.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Where a question stands: item `item` of instruments[instrument]. */
struct place {
	size_t instrument, item;
};

struct question {
	struct place *places; /* at least one; the first one gives the text */
	size_t nplaces;
	int answer;   /* ANSWER_MISSING until it is answered */
	bool skipped; /* and ANSWER_MISSING */
};

/* Plain storage; init and release it. */
struct sitting {
	const struct instrument *const *instruments; /* borrowed */
	size_t ninstruments;
	struct question *questions;
	size_t nquestions;
	size_t at;     /* the current question; nquestions: all are done */
	int **answers; /* per instrument, one for each of its items */
	size_t *asked; /* questions that are or were answered or skipped, in the
	                * order in which that was first */
	size_t nasked;
	/* The question to ask next, nquestions at the end; NULL: in order. */
	size_t (*choose)(void *context, const struct sitting *s);
	void *context;
};

/* Starts at the first reachable question.  With seed not 0 the questions of
 * instruments that allow it are shuffled; the same seed gives the same order.
 */
void sitting_init(struct sitting *s, const struct instrument *const *in,
    size_t n, uint64_t seed);
void sitting_release(struct sitting *s);

/* From now on this chooses the questions; it is called after every answer, and
 * chooses one that is reachable and open. */
void sitting_choose_by(struct sitting *s,
    size_t (*choose)(void *context, const struct sitting *s), void *context);

/* Forgets all answers. */
void sitting_clear(struct sitting *s);

/* The item that gives question i its text and options, and its instrument. */
const struct item *sitting_item(const struct sitting *s, size_t i);
const struct instrument *sitting_instrument(const struct sitting *s, size_t i);

/* Its number to whoever answers, from 1: its place in the file, or where there
 * is a chooser in the order of asking. */
size_t sitting_number(const struct sitting *s, size_t i);

/* Whether its conditions hold; whether it is neither answered nor skipped. */
bool sitting_reachable(const struct sitting *s, size_t i);
bool sitting_open(const struct sitting *s, size_t i);

/* Answers the current question (x is allowed by its item), or skips it, and
 * moves to the next reachable one that is still open. */
void sitting_answer(struct sitting *s, int x);
void sitting_skip(struct sitting *s);

/* Moves to the reachable question before, where there is a chooser to the one
 * asked before; false at the first. */
bool sitting_back(struct sitting *s);

/* Answered or skipped, of those that are now reachable. */
void sitting_progress(const struct sitting *s, size_t *done, size_t *all);

/* Sets the answer of one item as it was in an earlier part of the sitting, and
 * afterwards moves to the first open question. */
void sitting_restore(struct sitting *s, size_t i, int x, bool skipped);
void sitting_resume(struct sitting *s);

#endif
