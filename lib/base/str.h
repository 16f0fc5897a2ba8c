/*
 * str - a growable byte string, and the few helpers for plain C strings that
 * more than one module needs.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>

/* text is always NUL-terminated at text[len] (NULs inside are allowed) and
 * never NULL after str_init().  Start with STR_INIT or str_init(). */
struct str {
	char *text;
	size_t len;
	size_t cap;
};

extern char str_empty[1]; /* shared by all empty strings; never written */
#define STR_INIT                                                               \
	{                                                                      \
		str_empty, 0, 0                                                \
	}

void str_init(struct str *s);
void str_release(struct str *s);            /* leaves an empty, usable string */
void str_clear(struct str *s);              /* keeps the memory */
void str_grow(struct str *s, size_t extra); /* of str_reserve(), when full */

/* Makes room for extra more bytes. */
static inline void
str_reserve(struct str *s, size_t extra)
{
	if (extra >= s->cap - s->len)
		str_grow(s, extra);
}

void str_add(struct str *s, const char *text, size_t len);
void str_adds(struct str *s, const char *text);
void str_addc(struct str *s, char c);

/* A text of 2 GiB, which printf(3) does not make, counts as out of memory. */
void str_addf(struct str *s, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* Gives the text away: the caller frees it; s is empty again. */
char *str_detach(struct str *s);

/*
 * Appends text so that no byte of it can command a terminal: C0 and C1
 * controls, DEL, bidirectional overrides and bytes that are not UTF-8 become
 * \xHH or \u{HHHH}, a backslash becomes \\; with keep_lines, LF and TAB stay
 * as they are.
 */
void str_escape(struct str *s, const char *text, size_t len, bool keep_lines);

/* The same for a page that is read, not a terminal: lines stay, and so does a
 * backslash. */
void str_printable(struct str *s, const char *text, size_t len);

/*
 * Appends text as it may stand in XML and HTML, also in a quoted attribute:
 * as by str_printable(), and then & < > " as entities.
 */
void str_markup(struct str *s, const char *text, size_t len);

/* Narrows (*text, *len) to leave out ASCII blanks at both ends. */
void str_trim(const char **text, size_t *len);

/*
 * Iterates over the members of a list: *rest starts as the list, the next
 * member, trimmed, is put into (*part, *len).  Returns false at the end.
 * Empty members are passed over.
 */
bool str_split(const char **rest, char sep, const char **part, size_t *len);

bool str_equal(const char *a, size_t alen, const char *b); /* b ends in NUL */

#endif
