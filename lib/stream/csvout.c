#include "stream/csvout.h"

#include "base/num.h"

#include <math.h>
#include <string.h>

void
csvout_init(struct csvout *out, FILE *fp)
{
	out->fp = fp;
	str_init(&out->line);
	out->cells = 0;
}

void
csvout_release(struct csvout *out)
{
	str_release(&out->line);
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Whether the text must be quoted so that it reads back as it is. */
static bool
needs_quotes(const char *text, size_t len)
{
	if (len == 0)
		return false;
	if (is_blank(text[0]) || is_blank(text[len - 1]) ||
	    (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0))
		return true;
	for (size_t i = 0; i < len; i++)
		if (text[i] == ',' || text[i] == '"' || text[i] == '\n' ||
		    text[i] == '\r')
			return true;
	return false;
}

/* A text without NUL. */
static void
add_text(struct str *s, const char *text, size_t len)
{
	if (!needs_quotes(text, len)) {
		str_add(s, text, len);
		return;
	}
	str_addc(s, '"');
	while (len > 0) {
		const char *quote = memchr(text, '"', len);
		size_t n = quote ? (size_t)(quote - text) + 1 : len;

		str_add(s, text, n);
		if (quote != NULL)
			str_addc(s, '"');
		text += n;
		len -= n;
	}
	str_addc(s, '"');
}

void
csvout_cell(struct str *s, const char *text, size_t len)
{
	struct str clean = STR_INIT;

	if (len == 0 || memchr(text, '\0', len) == NULL) {
		add_text(s, text, len);
		return;
	}
	for (size_t i = 0; i < len; i++) {
		if (text[i] == '\0')
			str_adds(&clean, "\xef\xbf\xbd");
		else
			str_addc(&clean, text[i]);
	}
	add_text(s, clean.text, clean.len);
	str_release(&clean);
}

static void
separate(struct csvout *out)
{
	if (out->cells++ > 0)
		str_addc(&out->line, ',');
}

void
csvout_text(struct csvout *out, const char *text, size_t len)
{
	separate(out);
	csvout_cell(&out->line, text, len);
}

void
csvout_str(struct csvout *out, const char *text)
{
	csvout_text(out, text, strlen(text));
}

void
csvout_long(struct csvout *out, long x)
{
	separate(out);
	str_reserve(&out->line, NUM_MAX);
	out->line.len += num_format_long(out->line.text + out->line.len, x);
}

void
csvout_num(struct csvout *out, double x)
{
	separate(out);
	if (isnan(x))
		return;
	str_reserve(&out->line, NUM_MAX);
	out->line.len += num_format(out->line.text + out->line.len, x);
}

void
csvout_ratio(struct csvout *out, long num, long den)
{
	separate(out);
	str_reserve(&out->line, NUM_MAX);
	out->line.len +=
	    num_format_ratio(out->line.text + out->line.len, num, den);
}

void
csvout_empty(struct csvout *out)
{
	separate(out);
}

void
csvout_header(struct csvout *out, const char *const *names)
{
	for (; *names != NULL; names++)
		csvout_str(out, *names);
	csvout_end(out);
}

void
csvout_drop(struct csvout *out)
{
	str_clear(&out->line);
	out->cells = 0;
}

bool
csvout_end(struct csvout *out)
{
	if (out->line.len == 0)
		str_adds(&out->line, "\"\"");
	str_addc(&out->line, '\n');
	fwrite(out->line.text, 1, out->line.len, out->fp);
	csvout_drop(out);
	return !ferror(out->fp);
}
