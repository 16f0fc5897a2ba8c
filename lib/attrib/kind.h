/*
 * kind - what a code point is to a reader of words.
 */
#ifndef ATTRIB_KIND_H
#define ATTRIB_KIND_H

#include <stddef.h>

enum kind {
	SPACE,
	LETTER,
	COMMA,
	CLAUSE,
	DOT,
	HYPHEN,     /* parts a clause where blanks stand around it */
	APOSTROPHE, /* or a single quote */
	QUOTE,
	OPEN_QUOTE,
	CLOSE_QUOTE,
	BANG,
	QUESTION,
	BAD,
	KIND_COUNT,
};

/* Of each byte of ASCII. */
extern const unsigned char kinds[256];

/* The kind of what stands at a place of (text, len), SPACE behind its end, and
 * how many bytes it takes. */
enum kind kind_at(const char *text, size_t len, size_t at, size_t *used);

#endif
