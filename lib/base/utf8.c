#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

int32_t
utf8_next(const char *text, size_t len, size_t *used)
{
	utf8proc_int32_t c;
	utf8proc_ssize_t n;

	*used = 1;
	if ((unsigned char)text[0] < 0x80)
		return text[0];
	n = utf8proc_iterate((const utf8proc_uint8_t *)text,
	    (utf8proc_ssize_t)(len < 4 ? len : 4), &c);
	if (n < 1)
		return -1;
	*used = (size_t)n;
	return c;
}

bool
utf8_valid(const char *text, size_t len)
{
	size_t used;

	for (; len > 0; text += used, len -= used)
		if (utf8_next(text, len, &used) == -1)
			return false;
	return true;
}

bool
utf8_is_utf16(const char *text, size_t len)
{
	return len >= 2 &&
	    (memcmp(text, "\xFF\xFE", 2) == 0 ||
		memcmp(text, "\xFE\xFF", 2) == 0);
}

int
utf8_check(const char *text, size_t len, struct diag *err)
{
	unsigned long line = 1;
	size_t used;

	if (utf8_is_utf16(text, len))
		return diag_set(err, line, UTF8_WANTED);
	for (; len > 0; text += used, len -= used) {
		if (*text == '\0')
			return diag_set(err, line, "NUL byte");
		if (utf8_next(text, len, &used) == -1)
			return diag_set(err, line, "not valid UTF-8");
		line += *text == '\n';
	}
	return 0;
}

static size_t
char_width(int32_t c)
{
	if (c >= 0x20 && c < 0x7F)
		return 1;
	return c == -1 ? 1 : (size_t)utf8proc_charwidth(c);
}

size_t
utf8_width(const char *text, size_t len)
{
	size_t used, width = 0;

	for (; len > 0; text += used, len -= used)
		width += char_width(utf8_next(text, len, &used));
	return width;
}

size_t
utf8_fit(const char *text, size_t len, size_t width)
{
	size_t at = 0, whole = 0, used, taken = 0;
	int32_t c, before = -1;
	utf8proc_int32_t state = 0;

	for (; at < len; at += used) {
		c = utf8_next(text + at, len - at, &used);
		if (before == -1 || c == -1 ||
		    utf8proc_grapheme_break_stateful(before, c, &state))
			whole = at;
		taken += char_width(c);
		if (taken > width)
			return whole;
		if (c == -1)
			state = 0;
		before = c;
	}
	return len;
}

/* Typographic marks that have a plain twin on the keyboard; 0 for others. */
static char
plain_mark(int32_t c)
{
	if ((c >= 0x2018 && c <= 0x201B) || c == 0x2032 || c == 0x02BC ||
	    c == 0x2039 || c == 0x203A || c == 0xB4 || c == '`')
		return '\'';
	if ((c >= 0x201C && c <= 0x201F) || c == 0x2033 || c == 0xAB ||
	    c == 0xBB)
		return '"';
	if (c == 0x2212 || utf8proc_category(c) == UTF8PROC_CATEGORY_PD)
		return '-';
	return '\0';
}

static void
add_char(struct str *out, int32_t c)
{
	utf8proc_uint8_t bytes[4];
	char plain = plain_mark(c);

	if (plain != '\0')
		str_addc(out, plain);
	else
		str_add(out, (const char *)bytes,
		    (size_t)utf8proc_encode_char(c, bytes));
}

/* What a byte of ASCII is folded to. */
static char
plain_byte(char c)
{
	if (c == '`')
		return '\'';
	return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

/* Appends one code point beyond ASCII, folded. */
static void
fold_char(struct str *out, int32_t c)
{
	enum { LONGEST = 32 }; /* U+FDFA becomes 18 */
	utf8proc_int32_t folded[LONGEST] = {c};
	int boundary = 0;
	utf8proc_ssize_t n = 1;

	if (plain_mark(c) == '\0')
		n = utf8proc_decompose_char(c, folded, LONGEST,
		    UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
			UTF8PROC_STRIPMARK | UTF8PROC_IGNORE,
		    &boundary);
	for (utf8proc_ssize_t i = 0; i < n && i < LONGEST; i++)
		add_char(out, folded[i]);
}

/* Appends the bytes of ASCII that the text begins with, folded; returns how
 * many. */
static size_t
fold_ascii(struct str *out, const char *text, size_t len)
{
	size_t n;
	char *to;

	str_reserve(out, len);
	to = out->text + out->len;
	for (n = 0; n < len && (unsigned char)text[n] < 0x80; n++)
		to[n] = plain_byte(text[n]);
	to[n] = '\0';
	out->len += n;
	return n;
}

void
utf8_fold(struct str *out, const char *text, size_t len)
{
	size_t at, used;
	int32_t c;

	for (at = fold_ascii(out, text, len); at < len;
	     at += fold_ascii(out, text + at, len - at)) {
		c = utf8_next(text + at, len - at, &used);
		fold_char(out, c == -1 ? 0xFFFD : c);
		at += used;
	}
}
