#include "concept/dictd.h"

#include <string.h>

static int
digit(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (c >= '0' && c <= '9')
		return c - '0' + 52;
	return c == '+' ? 62 : c == '/' ? 63 : -1;
}

static bool
number(const char *text, size_t len, uint64_t max, uint64_t *out)
{
	uint64_t x = 0;
	int d;

	if (len == 0)
		return false;
	for (size_t i = 0; i < len; i++) {
		if ((d = digit(text[i])) < 0 || x > (max - (uint64_t)d) / 64)
			return false;
		x = x * 64 + (uint64_t)d;
	}
	*out = x;
	return true;
}

enum { FIELDS = 4 };

struct field {
	const char *text;
	size_t len;
};

/* Splits at TABs; the last field takes the rest.  Returns how many. */
static size_t
split(const char *text, size_t len, struct field *fields)
{
	size_t n = 0;
	const char *tab;

	while (n < FIELDS) {
		tab = n + 1 < FIELDS ? memchr(text, '\t', len) : NULL;
		fields[n].text = text;
		fields[n].len = tab != NULL ? (size_t)(tab - text) : len;
		n++;
		if (tab == NULL)
			break;
		len -= (size_t)(tab - text) + 1;
		text = tab + 1;
	}
	return n;
}

static bool
is_about_itself(const struct field *word)
{
	return (word->len >= 11 &&
		   memcmp(word->text, "00-database", 11) == 0) ||
	    (word->len >= 10 && memcmp(word->text, "00database", 10) == 0);
}

int
dictd_next(const char **rest, size_t *left, unsigned long *line,
    struct dictd_entry *e, struct diag *err)
{
	struct field f[FIELDS];
	const char *end;
	uint64_t len;
	size_t n, used;

	while (*left > 0) {
		end = memchr(*rest, '\n', *left);
		used = end != NULL ? (size_t)(end - *rest) : *left;
		n = split(*rest, used, f);
		*rest += used + (end != NULL);
		*left -= used + (end != NULL);
		++*line;
		if (n < 3 || f[0].len == 0)
			return diag_set(err, *line,
			    "not a headword, a place and a length between "
			    "TABs");
		if (!number(f[1].text, f[1].len, UINT64_MAX >> 8, &e->at) ||
		    !number(f[2].text, f[2].len, UINT32_MAX, &len))
			return diag_set(
			    err, *line, "not a number to the base of 64");
		if (is_about_itself(&f[0]))
			continue;
		e->word = f[n > 3 && f[3].len > 0 ? 3 : 0].text;
		e->word_len = f[n > 3 && f[3].len > 0 ? 3 : 0].len;
		e->len = (uint32_t)len;
		return 1;
	}
	return 0;
}

/* Older databases leave the first hyphen out. */
static bool
says(const char *line, size_t len, const char *what)
{
	size_t prefix = len > 3 && line[2] == '-' ? 12 : 11, n = strlen(what);
	const char *tab = memchr(line, '\t', len);

	return tab != NULL && (size_t)(tab - line) == prefix + n &&
	    is_about_itself(&(struct field){line, len}) &&
	    memcmp(line + prefix, what, n) == 0;
}

struct dictd_rules
dictd_rules(const char *index, size_t len)
{
	struct dictd_rules rules = {false, false};
	const char *end;
	size_t used;

	for (; len > 0; index += used, len -= used) {
		end = memchr(index, '\n', len);
		used = end != NULL ? (size_t)(end - index) + 1 : len;
		rules.all |= says(index, used, "allchars");
		rules.cased |= says(index, used, "case-sensitive");
	}
	return rules;
}
