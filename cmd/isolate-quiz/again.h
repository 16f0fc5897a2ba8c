/*
 * again - sittings that stand more than once in what is read: by who, when and
 * which instrument, as far as all three are said.
 */
#ifndef ISOLATE_QUIZ_AGAIN_H
#define ISOLATE_QUIZ_AGAIN_H

#include "base/diag.h"
#include "quiz/repeats.h"

/* Plain storage, zero it first and release it. */
struct again {
	struct repeats repeats;
	const char **paths; /* of the files, in order */
	size_t npaths;
	uint64_t far; /* sittings that stood too far apart to be refused */
};

/* A file begins (the path is borrowed). */
void again_begin_file(struct again *a, const char *path);

/* Whether the sitting stood before, not too far back; then *why says where. */
bool again_seen(struct again *a, const char *who, const char *when,
    const char *instrument, unsigned long line, struct diag *why);

/* Tells of those that were too far back to be refused: they have been used.
 * strict: the first ends the process. */
void again_finish(struct again *a, bool strict);

/* RC_SYSTEM if it could not look as far as it had to (told), RC_NO if there
 * were some too far apart, else RC_OK. */
int again_verdict(const struct again *a);
void again_release(struct again *a);

#endif
