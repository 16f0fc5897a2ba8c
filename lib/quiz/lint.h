/*
 * lint - what can be said against an instrument that can be read.
 */
#ifndef QUIZ_LINT_H
#define QUIZ_LINT_H

#include "quiz/instrument.h"

#include <stdbool.h>

/* Who asks: whether an id is one of a concept, and where faults go. */
struct lint {
	bool (*is_concept)(void *context, const char *id, size_t len);
	void (*tell)(void *context, const char *fault);
	void *context;
	size_t faults; /* told so far */
};

/*
 * Tells of everything that makes the file unfit to be shared or its scores
 * unfit to be read: no title, licence or citation; a concept that the glossary
 * lacks; a norm, a counted score or a band outside the possible range; an item
 * that counts nowhere; options that no item has; an alert, advice, a crisis or
 * a branch that no score and no answer can bring; a key without whose its text
 * is.
 */
void lint_instrument(struct lint *l, const struct instrument *in);

#endif
