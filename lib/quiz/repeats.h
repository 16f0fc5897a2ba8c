/*
 * repeats - which sittings stand in a stream more than once, at any length and
 * in bounded memory.
 *
 * One that stands among the last REPEATS_KEPT ones is known at once.  What is
 * further back is put aside in a file, and looked through at the end.
 *
 * Sittings are told apart by 64 bits of hash: among a million, two different
 * ones are taken for the same once in some thirty million files, among a
 * hundred million once in some four thousand.
 */
#ifndef QUIZ_REPEATS_H
#define QUIZ_REPEATS_H

#include "quiz/pile.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* At least so many are remembered, and at most twice as many. */
enum { REPEATS_KEPT = 96 * 1024 };

/* Makes a fresh file, open for writing and reading, or returns NULL (errno). */
typedef FILE *repeats_scratch(void);

/* Plain storage; set scratch, zero the rest, and release it. */
struct repeats {
	repeats_scratch *scratch; /* called once, when more are to be kept */
	struct pile_entry *recent, *older; /* open addressing; hash 0: empty */
	size_t count;                      /* of recent */
	struct pile *pile;                 /* NULL: nothing was put aside */
	int error; /* 0, or the errno of what went wrong with the file: from
	            * there on only the last ones are known again */
};

/*
 * Whether these three texts came together before, not too far back; then
 * *first is the place of that time.  If not, remembers them.  Places are not 0
 * and grow from call to call.
 */
bool repeats_seen(struct repeats *r, const char *a, const char *b,
    const char *c, uint64_t place, uint64_t *first);

/* Those that were too far back: finds them, in the order of their places.
 * Returns how many; the first n of them are put into far. */
uint64_t repeats_far(struct repeats *r, struct pile_pair *far, size_t n);

void repeats_release(struct repeats *r);

#endif
