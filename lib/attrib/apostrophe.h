/*
 * apostrophe - whether one that is no part of a word is a single quote.
 */
#ifndef ATTRIB_APOSTROPHE_H
#define ATTRIB_APOSTROPHE_H

#include <stddef.h>

enum apostrophe {
	APOSTROPHE_ALONE,
	APOSTROPHE_OPENS,  /* a quote may begin behind it */
	APOSTROPHE_CLOSES, /* one may end before it */
};

/* What the apostrophe at a place of (text, len) is, behind which a blank or NUL
 * can be read.  That of "'cause" and of "friends' house" is alone. */
enum apostrophe apostrophe_at(const char *text, size_t len, size_t at);

#endif
