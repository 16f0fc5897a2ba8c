#include "plan/cut.h"

#include <string.h>

void
cut_init(struct cut *c)
{
	lane_init(&c->lane, ',');
}

void
cut_release(struct cut *c)
{
	lane_release(&c->lane);
}

static inline uint64_t
rare_mask(const char *p)
{
	return lane_mask(p, '"') | lane_mask(p, '\r') | lane_mask(p, '\0') |
	    lane_mask(p, '\\');
}

/*
 * Most lines hold neither quotes nor what they may not hold: only their commas
 * count.  Returns false for another, which is then not cut.
 */
static bool
cut_plain(struct cut *c, const char *line, size_t len)
{
	struct cut_cell *next = c->cells;
	uint64_t rare = 0;
	uint32_t from = 0;
	int width = 0;

	for (uint32_t i = 0; i <= len; i += LANE_CHUNK) {
		bool last = len - i < LANE_CHUNK;
		uint64_t valid =
		    last ? (UINT64_C(1) << (len - i)) - 1 : UINT64_MAX;
		uint64_t ends = lane_mask(line + i, ',') & valid;

		rare |= rare_mask(line + i) & valid;
		if (last)
			ends |= valid + 1;
		if (next > c->cells + CUT_MAX)
			next = c->cells + CUT_MAX;
		for (; ends != 0; ends &= ends - 1) {
			uint32_t to = i + (uint32_t)__builtin_ctzll(ends);

			*next = (struct cut_cell){width++, from, to};
			next +=
			    to != from; /* no branch: it cannot be guessed */
			from = to + 1;
		}
	}
	c->filled = (int)(next - c->cells);
	c->width = width;
	return rare == 0;
}

static const char *
cut_quoted(struct cut *c, const char *line, size_t len)
{
	struct lane *l = &c->lane;
	uint32_t from = 0;

	lane_rewind(l, 0, 0);
	l->odd = LANE_NONE;
	lane_scan(l, line, 0, len);
	if (l->odd != LANE_NONE)
		return line[l->odd] == '\0' ? "a NUL byte"
		    : line[l->odd] == '\r'  ? "a lone carriage return"
					    : "quotes do not match";
	if (l->inside)
		return "quotes do not match";
	l->ends[l->count++] = (uint32_t)len;
	c->width = (int)l->count;
	c->filled = 0;
	for (int i = 0; i < c->width && i < CUT_MAX; from = l->ends[i++] + 1)
		if (l->ends[i] != from)
			c->cells[c->filled++] =
			    (struct cut_cell){i, from, l->ends[i]};
	return NULL;
}

const char *
cut_line(struct cut *c, char *line, size_t len)
{
	c->line = line;
	c->escaped = false;
	if (cut_plain(c, line, len))
		return NULL;
	c->escaped = memchr(line, '\\', len) != NULL;
	return cut_quoted(c, line, len);
}

/* Takes the quotes off; returns the new length. */
static size_t
unquote(char *text, size_t len)
{
	char *to = text, *end = text + len - 1;

	for (char *from = text + 1; from < end; from++) {
		from += *from == '"';
		*to++ = *from;
	}
	return (size_t)(to - text);
}

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* What "\xHH" at from stands for, or -1. */
static int
hex_byte(const char *from, const char *end)
{
	int high, low;

	if (end - from < 4 || from[1] != 'x')
		return -1;
	high = hex_digit(from[2]);
	low = hex_digit(from[3]);
	return high < 0 || low < 0 || high + low == 0 ? -1 : high * 16 + low;
}

/* Undoes journal_format()'s escapes in place; a backslash that begins none of
 * them (a hand-made edit) stays.  Returns the new length. */
static size_t
unescape(char *text, size_t len)
{
	char *from = memchr(text, '\\', len), *to = from, *end = text + len;

	if (from == NULL)
		return len;
	while (from < end) {
		int byte = *from == '\\' ? hex_byte(from, end) : -1;

		if (byte >= 0) {
			*to++ = (char)byte;
			from += 4;
		} else if (*from == '\\' && from + 1 < end &&
		    (from[1] == 'n' || from[1] == 'r' || from[1] == '\\')) {
			*to++ = from[1] == 'n' ? '\n'
			    : from[1] == 'r'   ? '\r'
					       : '\\';
			from += 2;
		} else {
			*to++ = *from++;
		}
	}
	return (size_t)(to - text);
}

size_t
cut_bare(char *text, size_t len, bool escaped)
{
	if (*text == '"')
		len = unquote(text, len);
	return escaped ? unescape(text, len) : len;
}
