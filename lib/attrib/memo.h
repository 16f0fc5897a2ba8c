/*
 * memo - the words of a text as the vocabulary reads them, and what may begin
 * at each, with a memory of the words seen, so that a frequent word is looked
 * up once.  Of bounded size; one for each thread that reads.
 */
#ifndef ATTRIB_MEMO_H
#define ATTRIB_MEMO_H

#include "attrib/alarm.h"
#include "attrib/phrases.h"
#include "attrib/token.h"

#include <stddef.h>
#include <stdint.h>

enum { WORDS_PADDING = 128 };

/* Words as they are read: "don't" is two of them on the same bytes.  Grows as
 * needed and is used again; zero it first, release it. */
struct words {
	size_t count;
	uint32_t *starts; /* the first word of each text of the tokens, and
	                   * behind the last one more */
	/* The mark of each with its set (phrases.h, mark_set()); before the
	 * first and behind the last stand zeros, as many as tries reach. */
	uint32_t *marks;
	uint64_t *lefts; /* phrase_mark.left[PHRASES_FIRST] of each */
	/* The tokens lend these two as long as each is one word. */
	const uint8_t
	    *flags; /* of enum token_flag; the token's, on its first */
	const struct token *spans; /* bytes of the text */
	uint8_t *own_flags;
	struct token *own_spans;
	uint32_t *block; /* that the marks stand in */
	size_t cap;
	alarm_word *alarms; /* of each token */
	size_t alarms_cap, starts_cap;
};

void words_release(struct words *w);

struct memo; /* opaque: it owns memory */

struct memo *memo_new(const struct phrases *p); /* p is borrowed */
void memo_free(struct memo *m);                 /* NULL is allowed */

/* Replaces what words holds by the tokens, which they may share from then on.
 */
void memo_read(
    struct memo *m, const struct tokens *tokens, struct words *words);

#endif
