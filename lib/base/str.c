#include "base/str.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char str_empty[1];

void
str_init(struct str *s)
{
	*s = (struct str)STR_INIT;
}

void
str_release(struct str *s)
{
	if (s->cap > 0)
		free(s->text);
	str_init(s);
}

void
str_clear(struct str *s)
{
	s->len = 0;
	if (s->cap > 0)
		s->text[0] = '\0';
}

void
str_grow(struct str *s, size_t extra)
{
	size_t need;

	if (__builtin_add_overflow(s->len, extra, &need) || need == SIZE_MAX)
		need = SIZE_MAX - 1; /* cannot be had; mem says so */
	if (s->cap > 0) {
		s->text = mem_grow(s->text, &s->cap, need + 1, 1);
		return;
	}
	s->text = mem_grow(NULL, &s->cap, need + 1, 1);
	s->text[0] = '\0';
}

void
str_add(struct str *s, const char *text, size_t len)
{
	if (len == 0)
		return;
	str_reserve(s, len);
	memcpy(s->text + s->len, text, len);
	s->len += len;
	s->text[s->len] = '\0';
}

void
str_adds(struct str *s, const char *text)
{
	str_add(s, text, strlen(text));
}

void
str_addc(struct str *s, char c)
{
	str_reserve(s, 1);
	s->text[s->len++] = c;
	s->text[s->len] = '\0';
}

void
str_addf(struct str *s, const char *fmt, ...)
{
	va_list args, again;
	int len;

	va_start(args, fmt);
	va_copy(again, args);
	len = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (len != 0) { /* -1 is SIZE_MAX, which cannot be had */
		str_reserve(s, (size_t)len);
		vsnprintf(s->text + s->len, (size_t)len + 1, fmt, again);
		s->len += (size_t)len;
	}
	va_end(again);
}

char *
str_detach(struct str *s)
{
	char *text = s->cap > 0 ? s->text : mem_strdup("");

	str_init(s);
	return text;
}

/* Embeddings, overrides and isolates: they reorder what stands beside them. */
static bool
is_bidi_control(int32_t c)
{
	return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static void
escape_char(struct str *s, const char *text, size_t used, int32_t c)
{
	if (c < 0x20 || c == 0x7F) /* also -1, a stray byte */
		str_addf(s, "\\x%02X", (unsigned char)text[0]);
	else if (c < 0xA0 && c > 0x7F)
		str_addf(s, "\\u{%04X}", (unsigned)c);
	else if (is_bidi_control(c))
		str_addf(s, "\\u{%04X}", (unsigned)c);
	else if (c == '\\')
		str_adds(s, "\\\\");
	else
		str_add(s, text, used);
}

/* kept: what is plain besides, ASCII. */
static bool
is_plain(char c, const char *kept)
{
	if (c >= 0x20 && c < 0x7F && c != '\\')
		return true;
	return c != '\0' && strchr(kept, c) != NULL;
}

static void
escape(struct str *s, const char *text, size_t len, const char *kept)
{
	size_t plain, used;
	int32_t c;

	while (len > 0) {
		for (plain = 0; plain < len; plain++)
			if (!is_plain(text[plain], kept))
				break;
		str_add(s, text, plain);
		text += plain;
		len -= plain;
		if (len == 0)
			break;
		c = utf8_next(text, len, &used);
		escape_char(s, text, used, c);
		text += used;
		len -= used;
	}
}

void
str_escape(struct str *s, const char *text, size_t len, bool keep_lines)
{
	escape(s, text, len, keep_lines ? "\n\t" : "");
}

void
str_printable(struct str *s, const char *text, size_t len)
{
	escape(s, text, len, "\n\t\\");
}

static bool
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

void
str_markup(struct str *s, const char *text, size_t len)
{
	static const char *const entities[128] = {
	    ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;"};
	struct str safe = STR_INIT;

	str_printable(&safe, text, len);
	for (size_t i = 0; i < safe.len; i++) {
		unsigned char c = (unsigned char)safe.text[i];

		if (c < 128 && entities[c] != NULL)
			str_adds(s, entities[c]);
		else
			str_addc(s, safe.text[i]);
	}
	str_release(&safe);
}

void
str_trim(const char **text, size_t *len)
{
	while (*len > 0 && is_blank((*text)[*len - 1]))
		--*len;
	while (*len > 0 && is_blank(**text)) {
		++*text;
		--*len;
	}
}

bool
str_split(const char **rest, char sep, const char **part, size_t *len)
{
	const char *end;

	while (*rest != NULL && **rest != '\0') {
		*part = *rest;
		end = strchr(*rest, sep);
		if (end == NULL)
			end = *rest + strlen(*rest);
		*len = (size_t)(end - *rest);
		*rest = *end == '\0' ? end : end + 1;
		str_trim(part, len);
		if (*len > 0)
			return true;
	}
	return false;
}

bool
str_equal(const char *a, size_t alen, const char *b)
{
	return strlen(b) == alen && memcmp(a, b, alen) == 0;
}
