#include "concept/word.h"

#include "base/utf8.h"

#include <string.h>

/* Letters beyond ASCII are bytes of 0x80 and above. */
static bool
is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
	    (unsigned char)c >= 0x80;
}

/* Appends the words of a text with one sign between; marks in dropped do not
 * part a word. */
static void
add_key(struct str *out, const char *text, size_t len, char between,
    bool (*dropped)(char))
{
	struct str folded = STR_INIT;
	size_t start = out->len;
	bool gap = false;

	utf8_fold(&folded, text, len);
	for (size_t i = 0; i < folded.len; i++) {
		if (!is_word(folded.text[i])) {
			gap |= !dropped(folded.text[i]);
			continue;
		}
		if (gap && out->len > start)
			str_addc(out, between);
		gap = false;
		str_addc(out, folded.text[i]);
	}
	str_release(&folded);
}

static bool
is_apostrophe(char c)
{
	return c == '\'';
}

static bool
is_mark(char c)
{
	return strchr(" \t\n\r\f\v", c) == NULL;
}

void
word_key(struct str *out, const char *text, size_t len)
{
	add_key(out, text, len, ' ', is_apostrophe);
}

void
word_key_dropping(struct str *out, const char *text, size_t len)
{
	add_key(out, text, len, ' ', is_mark);
}

void
word_id(struct str *out, const char *text, size_t len)
{
	add_key(out, text, len, '-', is_apostrophe);
}

void
word_key_all(struct str *out, const char *text, size_t len, bool cased)
{
	struct str folded = STR_INIT;
	const char *rest, *word;
	size_t n, start = out->len;

	if (cased)
		str_add(&folded, text, len);
	else
		utf8_fold(&folded, text, len);
	for (rest = folded.text; str_split(&rest, ' ', &word, &n);) {
		if (n > 0 && out->len > start)
			str_addc(out, ' ');
		str_add(out, word, n);
	}
	str_release(&folded);
}
