/*
 * tailor - a sitting made to measure: which of its questions to ask next, by
 * the banks of its instruments, and how sure it is by now.
 *
 * Each scale of a bank is an adaptive sitting of its own (adaptive.h), with the
 * answers given so far, whichever scale they were asked for.  Instruments come
 * one after the other; within one the next question is of the scale that is not
 * at its end and had fewest (Kingsbury and Zara's balance, with an equal share
 * for each).  A question behind a branch is asked when the branch is open.  Two
 * kinds are asked though no scale of a bank asks for them: first those that a
 * branch of a bank's item depends on, and last those with an answer that asks
 * for help.
 */
#ifndef QUIZ_TAILOR_H
#define QUIZ_TAILOR_H

#include "quiz/adaptive.h"
#include "quiz/bank.h"
#include "quiz/sitting.h"

struct tailor_scale {
	const struct bank_scale *bank;
	size_t instrument;     /* of the sitting */
	size_t *questions;     /* of each item */
	struct adaptive state; /* as of the last choice */
};

/* Plain storage; init and release it. */
struct tailor {
	struct tailor_scale *scales;
	size_t nscales;
	uint64_t seed;
	bool *first, *last; /* of each question: the two kinds */
	int8_t *x;          /* scratch */
};

/* banks has one for each instrument of the sitting; all is borrowed.  From now
 * on the sitting chooses by it. */
void tailor_init(struct tailor *t, struct sitting *s,
    const struct bank *const *banks, const struct adaptive_rule *rule,
    uint64_t seed);
void tailor_release(struct tailor *t);

/* How far the sitting is. */
struct tailor_progress {
	double share_frac; /* of the way, 0..1; 1: at the end */
	double se;         /* of the scale of the instrument at hand that is
	                    * least sure, */
	size_t answered;   /* and its answers */
	size_t asked;      /* questions */
	size_t left;       /* more to come: a forecast, */
	size_t left_most;  /* and at most */
};
struct tailor_progress tailor_progress(
    struct tailor *t, const struct sitting *s);

#endif
