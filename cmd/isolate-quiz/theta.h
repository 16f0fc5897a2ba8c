/*
 * theta - an estimate and its certainty in words and pictures, for the eye.
 *
 * While a sitting lasts only the certainty is shown: who sees where they stand
 * may answer to keep there, or to leave.
 */
#ifndef ISOLATE_QUIZ_THETA_H
#define ISOLATE_QUIZ_THETA_H

#include "irt.h"

#include "quiz/tailor.h"

/* "a rough picture": by 1 - SE^2, the reliability of that error, and by how
 * many answers there are. */
const char *theta_certainty(double se, size_t answers);

/* What is told before the first question, and where help is asked for. */
void theta_introduce(const struct term *t, struct tailor_progress p);
extern const char theta_help[];

/* "about 3 to go" of what is still to come; the text lives as long as text. */
enum { THETA_TEXT_MAX = 64 };
const char *theta_to_go(struct tailor_progress p, char text[THETA_TEXT_MAX]);

/* One scale of an adaptive sitting: nothing where the bank does not have it. */
void theta_show(
    struct profile *p, const struct sitting_scores *sitting, size_t scale);

/* Whom T compares with. */
void theta_show_people(const struct term *t, const struct bank *bank);

#endif
