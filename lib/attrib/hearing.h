/*
 * hearing - how loudly each of some texts speaks by the alarm (alarm.h).
 *
 * A text is heard as a whole, where it has no more than HEARING_WHOLE_MAX
 * words, and sentence by sentence: what somebody writes of their day would else
 * drown the one sentence among others.  It is as loud as the loudest of these.
 *
 * Most of what is heard is far from ringing by its words alone.  Where these
 * come to less than HEARING_FROM_WORDS, or with pairs that follow one another
 * to less than HEARING_FROM_PAIRS, it says nothing; where with the pairs that
 * stand near to less than HEARING_FROM_NEAR, that is its value.  All texts go
 * from step to step together: which get how far, no processor foretells.
 */
#ifndef ATTRIB_HEARING_H
#define ATTRIB_HEARING_H

#include "attrib/alarm.h"
#include "attrib/token.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	HEARING_WHOLE_MAX = 40, /* words that are heard together */
	HEARING_WORDS_MIN = 3,  /* fewer words never ring by themselves */
};

/* Of 878 cues kept aside that ring these keep none from it, of 18,249 that were
 * fitted to 9; run on with another sentence 2 of 812, and 130 of 18,042. */
#define HEARING_FROM_WORDS (-0.3)
#define HEARING_FROM_PAIRS 0.0
#define HEARING_FROM_NEAR 0.3

/* The most that fewer than HEARING_WORDS_MIN words come to. */
#define HEARING_FEW 0.6

/* Tokens first..to-1 of a text, which are heard by themselves. */
struct heard {
	uint32_t first, to, text;
};

/* How loudly a text speaks: at least 0, and by what, where it is more. */
struct loudest {
	double value;
	uint32_t heard; /* a number in hearing.heard */
};

/* Grows as needed and is used again.  Zero it first, release it. */
struct hearing {
	/* Whole texts that are heard as such and have several sentences, then
	 * all sentences, in order. */
	struct heard *heard;
	size_t nheard, heard_cap;
	struct loudest *loudest; /* of each text */
	/* What follows is for hearing alone. */
	uint32_t *starts; /* of sentences, and what is behind the last */
	size_t nstarts;
	uint32_t *words, *pairs; /* weights before each token, and of its pairs
	                          * with the one before, added up */
	size_t cap;              /* of these three */
	bool *near; /* of each text: whether pairs of its words matter */
	size_t texts_cap;
	struct heard_part {
		uint32_t heard; /* one that goes on to the next step */
		int32_t sum;    /* of what was looked at */
	} * left;
	size_t nleft;
};

/* Lists what is heard of the texts. */
void hearing_list(struct hearing *h, const struct tokens *t);

/* Hears the texts, of whose tokens these are the words. */
void hearing_read(
    struct hearing *h, const struct tokens *t, const alarm_word *words);
void hearing_release(struct hearing *h);

#endif
