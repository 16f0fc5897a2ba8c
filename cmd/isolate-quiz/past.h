/*
 * past - the sittings a person has kept: for each instrument a responses
 * stream, below $XDG_DATA_HOME/reconnect/history/, to which rows are only ever
 * added.  Where the items of an instrument change, a further file is begun.
 */
#ifndef ISOLATE_QUIZ_PAST_H
#define ISOLATE_QUIZ_PAST_H

#include "taking.h"

/* One earlier sitting, scored. */
struct past_sitting {
	struct moment at;
	struct person person;
	struct score *scores; /* one for each scale; of an adaptive sitting
	                       * there are none */
	bool adaptive;
	int *answers;                /* to each item */
	struct grm_estimate *thetas; /* see trend_estimate(); NULL */
};

/* Plain storage; read and release it. */
struct past {
	struct past_sitting *list; /* by time, the oldest first */
	size_t count;
	size_t nscales;
	size_t left_out; /* rows that cannot be used */
	size_t others;   /* rows of other respondents */
	bool other;      /* a file is of other items */
	struct str bank; /* of the last adaptive sitting; "": there is none */
};

/* Adds the sitting.  False, and told, where there is no place for it; any other
 * failure ends the process with RC_SYSTEM. */
bool past_store(const struct taking *t);

/* The sittings of the settings' respondent; without a place for any, none.
 * Rows that cannot be used are told, counted and passed over. */
void past_read(
    struct past *p, const struct settings *set, const struct instrument *in);
void past_release(struct past *p);

/* Ends the process with RC_SYSTEM where there is no place for sittings. */
void past_need_place(void);

const struct past_sitting *past_last(const struct past *p); /* or NULL */

#endif
