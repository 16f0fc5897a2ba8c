#include "attrib/token.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <stdlib.h>

enum kind {
	SPACE,
	LETTER,
	APOSTROPHE,
	HYPHEN, /* parts a clause where blanks stand around it */
	QUOTE,
	OPEN_QUOTE,
	CLOSE_QUOTE,
	CLAUSE,
	DOT,
	BANG,
	QUESTION,
	BAD,
};

/* clang-format off */
static const unsigned char kinds[256] = {
	[0] = BAD, ['\n'] = CLAUSE,
	['!'] = BANG, ['"'] = QUOTE, ['\''] = APOSTROPHE, ['('] = CLAUSE,
	[')'] = CLAUSE, [','] = CLAUSE, ['-'] = HYPHEN, ['.'] = DOT,
	[':'] = CLAUSE, [';'] = CLAUSE, ['?'] = QUESTION, ['['] = CLAUSE,
	[']'] = CLAUSE, ['{'] = CLAUSE, ['}'] = CLAUSE,
	['0'] = LETTER, ['1'] = LETTER, ['2'] = LETTER, ['3'] = LETTER,
	['4'] = LETTER, ['5'] = LETTER, ['6'] = LETTER, ['7'] = LETTER,
	['8'] = LETTER, ['9'] = LETTER,
	['A'] = LETTER, ['B'] = LETTER, ['C'] = LETTER, ['D'] = LETTER,
	['E'] = LETTER, ['F'] = LETTER, ['G'] = LETTER, ['H'] = LETTER,
	['I'] = LETTER, ['J'] = LETTER, ['K'] = LETTER, ['L'] = LETTER,
	['M'] = LETTER, ['N'] = LETTER, ['O'] = LETTER, ['P'] = LETTER,
	['Q'] = LETTER, ['R'] = LETTER, ['S'] = LETTER, ['T'] = LETTER,
	['U'] = LETTER, ['V'] = LETTER, ['W'] = LETTER, ['X'] = LETTER,
	['Y'] = LETTER, ['Z'] = LETTER,
	['a'] = LETTER, ['b'] = LETTER, ['c'] = LETTER, ['d'] = LETTER,
	['e'] = LETTER, ['f'] = LETTER, ['g'] = LETTER, ['h'] = LETTER,
	['i'] = LETTER, ['j'] = LETTER, ['k'] = LETTER, ['l'] = LETTER,
	['m'] = LETTER, ['n'] = LETTER, ['o'] = LETTER, ['p'] = LETTER,
	['q'] = LETTER, ['r'] = LETTER, ['s'] = LETTER, ['t'] = LETTER,
	['u'] = LETTER, ['v'] = LETTER, ['w'] = LETTER, ['x'] = LETTER,
	['y'] = LETTER, ['z'] = LETTER,
};
/* clang-format on */

/* What stands between two words, and where sentence and quote began. */
struct scan {
	struct tokens *out;
	const char *text;
	size_t len;
	size_t at;
	size_t sentence; /* the first word of it */
	size_t quote;    /* the first word of the open quote */
	uint32_t flags;  /* for the next word */
	bool quoted;
};

static enum kind
wide_kind(int32_t c)
{
	if (c < 0)
		return BAD;
	if (c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0xFF07)
		return APOSTROPHE;
	if (c == 0x201C || c == 0x201E || c == 0x00AB)
		return OPEN_QUOTE;
	if (c == 0x201D || c == 0x00BB)
		return CLOSE_QUOTE;
	if ((c >= 0x2012 && c <= 0x2015) || c == 0x2026)
		return CLAUSE;
	if (c == 0x2010 || c == 0x2011)
		return HYPHEN;
	if (c < 0xC0 || c == 0xD7 || c == 0xF7 || c == 0x3000)
		return SPACE;
	if ((c >= 0x2000 && c <= 0x2BFF) || (c >= 0xFE00 && c <= 0xFE0F) ||
	    c >= 0x1F000)
		return SPACE;
	return LETTER;
}

/* The kind of what stands at a place, and how many bytes it takes. */
static enum kind
kind_at(const struct scan *s, size_t at, size_t *used)
{
	unsigned char byte;

	*used = 1;
	if (at >= s->len)
		return SPACE;
	byte = (unsigned char)s->text[at];
	if (byte < 0x80)
		return kinds[byte];
	return wide_kind(utf8_next(s->text + at, s->len - at, used));
}

static void
end_sentence(struct scan *s, bool question)
{
	size_t i;

	for (i = s->sentence; question && i < s->out->count; i++)
		s->out->items[i].flags |= TOKEN_QUESTION;
	s->sentence = s->out->count;
	s->flags |= TOKEN_SENTENCE | TOKEN_CLAUSE;
}

/* A full stop ends a sentence unless it stands in a number, in "e.g." or
 * between small letters; several in a row are a pause. */
static void
take_dot(struct scan *s)
{
	const struct token *last;
	size_t used;
	enum kind next = kind_at(s, s->at + 1, &used);
	char c = s->at + 1 < s->len ? s->text[s->at + 1] : ' ';

	if (next == DOT || (s->at > 0 && s->text[s->at - 1] == '.')) {
		s->flags |= TOKEN_CLAUSE;
		return;
	}
	if (s->out->count == 0)
		return;
	last = &s->out->items[s->out->count - 1];
	if (last->end == s->at && last->end - last->start == 1 &&
	    s->text[last->start] != 'I' && s->text[last->start] != 'i')
		return;
	if (next != LETTER || (c >= 'A' && c <= 'Z'))
		end_sentence(s, false);
}

static void
take_quote(struct scan *s, enum kind kind)
{
	s->flags |= TOKEN_CLAUSE;
	s->quoted = kind == QUOTE ? !s->quoted : kind == OPEN_QUOTE;
	if (s->quoted)
		s->quote = s->out->count;
}

static void
take_hyphen(struct scan *s)
{
	size_t used;

	if (kind_at(s, s->at + 1, &used) == LETTER && s->at > 0 &&
	    s->text[s->at - 1] != ' ' && s->text[s->at - 1] != '-')
		return;
	s->flags |= TOKEN_CLAUSE;
}

static void
take_mark(struct scan *s, enum kind kind)
{
	switch (kind) {
	case HYPHEN:
		take_hyphen(s);
		break;
	case QUOTE:
	case OPEN_QUOTE:
	case CLOSE_QUOTE:
		take_quote(s, kind);
		break;
	case CLAUSE:
		s->flags |= TOKEN_CLAUSE;
		break;
	case DOT:
		take_dot(s);
		break;
	case BANG:
	case QUESTION:
		end_sentence(s, kind == QUESTION);
		break;
	case BAD:
		s->out->bad_utf8 = true;
		break;
	default:
		break;
	}
}

/* The end of the word that begins at s->at; wide is set where it holds more
 * than ASCII. */
static size_t
word_end(const struct scan *s, bool *wide)
{
	size_t at = s->at, used, more;
	enum kind kind;

	for (;;) {
		while (
		    at < s->len && kinds[(unsigned char)s->text[at]] == LETTER)
			at++;
		kind = kind_at(s, at, &used);
		if (kind == APOSTROPHE &&
		    kind_at(s, at + used, &more) != LETTER)
			return at;
		if (kind != LETTER && kind != APOSTROPHE)
			return at;
		*wide |= used > 1;
		at += used;
	}
}

static void
take_word(struct scan *s)
{
	struct tokens *t = s->out;
	bool wide = false;
	size_t end = word_end(s, &wide);

	if (t->count == t->cap)
		t->items = mem_grow(
		    t->items, &t->cap, t->count + 1, sizeof(*t->items));
	t->items[t->count++] = (struct token){.start = (uint32_t)s->at,
	    .end = (uint32_t)end,
	    .flags = s->flags | (s->quoted ? (uint32_t)TOKEN_QUOTED : 0) |
		(wide ? (uint32_t)TOKEN_WIDE : 0)};
	s->flags = 0;
	s->at = end;
}

void
tokens_split(struct tokens *t, const char *text, size_t len)
{
	struct scan s = {.out = t,
	    .text = text,
	    .len = len,
	    .flags = TOKEN_SENTENCE | TOKEN_CLAUSE};
	enum kind kind;
	size_t used;

	t->count = 0;
	t->bad_utf8 = false;
	while (s.at < len) {
		kind = kind_at(&s, s.at, &used);
		if (kind == LETTER) {
			take_word(&s);
			continue;
		}
		if (kind != SPACE)
			take_mark(&s, kind);
		s.at += used;
	}
	/* A quote that nothing closes quotes nothing. */
	for (; s.quoted && s.quote < t->count; s.quote++)
		t->items[s.quote].flags &= ~(uint32_t)TOKEN_QUOTED;
}

void
tokens_release(struct tokens *t)
{
	free(t->items);
	*t = (struct tokens){0};
}
