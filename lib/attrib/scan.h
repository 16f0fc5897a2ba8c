/*
 * scan - what the marks between the words of texts say of these: where
 * sentences, clauses and quotes begin, and what is asked.  Serves token.c
 * alone.
 */
#ifndef ATTRIB_SCAN_H
#define ATTRIB_SCAN_H

#include "attrib/kind.h"
#include "attrib/token.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Where sentence and quote began.  What marks say of the word that comes next
 * goes to out->flags[out->count]. */
struct scan {
	struct tokens *out;
	struct token_text *now;
	const char *text;
	size_t len;
	size_t at;
	size_t sentence; /* the first word of it */
	size_t quote;    /* the first word of the open quote */
	size_t single;   /* the same with single marks */
	bool quoted, singly;
};

/* The next word has the flags. */
static inline void
scan_flag(struct scan *s, unsigned flags)
{
	s->out->flags[s->out->count] |= (uint8_t)flags;
}

/* The kind of what stands there, SPACE behind the end, and how many bytes it
 * takes. */
static inline enum kind
scan_kind(const struct scan *s, size_t at, size_t *used)
{
	if (at >= s->len || (unsigned char)s->text[at] >= 0x80)
		return kind_at(s->text, s->len, at, used);
	*used = 1;
	return (enum kind)kinds[(unsigned char)s->text[at]];
}

/* Begins the text s->now. */
void scan_begin_text(struct scan *s);

/* Takes a mark that stands at s->at. */
void scan_mark(struct scan *s, enum kind kind);

#endif
