/*
 * utf8 - Unicode text: is it valid, how wide is it, what is it with case and
 * accents folded.  The only place that includes <utf8proc.h>.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/diag.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The code point at text[0] (len > 0), and its length in *used; -1 with
 * *used = 1 where the bytes are no valid UTF-8. */
int32_t utf8_next(const char *text, size_t len, size_t *used);

bool utf8_valid(const char *text, size_t len);

/* Whether text begins with the byte order mark of UTF-16, as what some editors
 * and spreadsheets save does. */
bool utf8_is_utf16(const char *text, size_t len);
#define UTF8_WANTED "this is UTF-16; save it as UTF-8"

/* Returns 0, or -1 with *err set where a file of text holds a NUL byte or
 * invalid UTF-8, with the first such line. */
int utf8_check(const char *text, size_t len, struct diag *err);

/* Columns on a terminal: 0 for combining marks, 2 for wide characters. */
size_t utf8_width(const char *text, size_t len);

/* The longest prefix of whole grapheme clusters at most width columns wide, in
 * bytes. */
size_t utf8_fit(const char *text, size_t len, size_t width);

/*
 * Appends the text case-folded, compatibility-decomposed and without accents,
 * with typographic quotes, backticks and dashes made plain: the form in which
 * words are compared.  Invalid bytes become U+FFFD.  ASCII takes a short way.
 */
void utf8_fold(struct str *out, const char *text, size_t len);

#endif
