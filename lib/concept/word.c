#include "concept/word.h"

#include "base/utf8.h"

/* Letters beyond ASCII are bytes of 0x80 and above. */
static bool
is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
	    (unsigned char)c >= 0x80;
}

static void
add_key(struct str *out, const char *text, size_t len, char between)
{
	struct str folded = STR_INIT;
	size_t start = out->len;
	bool gap = false;

	utf8_fold(&folded, text, len);
	for (size_t i = 0; i < folded.len; i++) {
		if (!is_word(folded.text[i])) {
			gap |= folded.text[i] != '\'';
			continue;
		}
		if (gap && out->len > start)
			str_addc(out, between);
		gap = false;
		str_addc(out, folded.text[i]);
	}
	str_release(&folded);
}

void
word_key(struct str *out, const char *text, size_t len)
{
	add_key(out, text, len, ' ');
}

void
word_id(struct str *out, const char *text, size_t len)
{
	add_key(out, text, len, '-');
}
