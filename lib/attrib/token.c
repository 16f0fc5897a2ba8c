#include "attrib/token.h"

#include "attrib/kind.h"
#include "base/mem.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif
#include <stdlib.h>
#include <string.h>

/* What stands between two words, and where sentence and quote began. */
struct scan {
	struct tokens *out;
	const char *text;
	size_t len;
	size_t at;
	size_t sentence; /* the first word of it */
	size_t quote;    /* the first word of the open quote */
	uint8_t flags;   /* for the next word */
	bool quoted;
};

static enum kind
kind_of(const struct scan *s, size_t at, size_t *used)
{
	return kind_at(s->text, s->len, at, used);
}

static void
end_sentence(struct scan *s, bool question)
{
	size_t i;

	s->out->asked |= question;
	for (i = s->sentence; question && i < s->out->count; i++)
		s->out->flags[i] |= TOKEN_QUESTION;
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
	enum kind next = kind_of(s, s->at + 1, &used);
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

	if (kind_of(s, s->at + 1, &used) == LETTER && s->at > 0 &&
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
		kind = kind_of(s, at, &used);
		if (kind == APOSTROPHE &&
		    kind_of(s, at + used, &more) != LETTER)
			return at;
		if (kind != LETTER && kind != APOSTROPHE)
			return at;
		*wide |= used > 1;
		at += used;
	}
}

/* Makes room for words up to number to. */
static void
reserve(struct tokens *t, size_t to)
{
	if (to > t->cap)
		t->items = mem_grow(t->items, &t->cap, to, sizeof(*t->items));
	if (to + 1 > t->flags_cap)
		t->flags = mem_grow(
		    t->flags, &t->flags_cap, to + 1, sizeof(*t->flags));
}

static void
add_token(struct tokens *t, size_t start, size_t end, unsigned flags)
{
	reserve(t, t->count + 1);
	t->flags[t->count] = (uint8_t)flags;
	t->items[t->count++] =
	    (struct token){.start = (uint32_t)start, .end = (uint32_t)end};
}

static void
take_word(struct scan *s)
{
	bool wide = false;
	size_t end = word_end(s, &wide);

	s->out->wide |= wide;
	add_token(s->out, s->at, end,
	    s->flags | (s->quoted ? (unsigned)TOKEN_QUOTED : 0) |
		(wide ? (unsigned)TOKEN_WIDE : 0));
	s->flags = 0;
	s->at = end;
}

/* Any text, a code point at a time. */
static void
split_slowly(struct scan *s)
{
	enum kind kind;
	size_t used;

	while (s->at < s->len) {
		kind = kind_of(s, s->at, &used);
		if (kind == LETTER) {
			take_word(s);
			continue;
		}
		if (kind != SPACE)
			take_mark(s, kind);
		s->at += used;
	}
}

/*
 * Text of ASCII without NUL, 64 bytes at a time: first all words are put down,
 * and the marks with how many words stand before each; then the marks are gone
 * through as above.
 */

enum { BLOCK = 64 };

/* A bit for each byte of a block. */
struct block {
	uint64_t letters, apostrophes, others; /* no blank either */
	bool odd; /* holds NUL or bytes beyond ASCII */
};

#ifdef __SSE2__
/* Whether each byte, below 0x80, lies in low..high. */
static __m128i
within(__m128i x, char low, char high)
{
	return _mm_and_si128(_mm_cmpgt_epi8(x, _mm_set1_epi8((char)(low - 1))),
	    _mm_cmpgt_epi8(_mm_set1_epi8((char)(high + 1)), x));
}

static struct block
read_block(const char *text)
{
	struct block b = {0};
	__m128i odd = _mm_setzero_si128();
	int i;

	for (i = 0; i < BLOCK; i += 16) {
		__m128i x = _mm_loadu_si128((const void *)(text + i));
		__m128i small = _mm_or_si128(x, _mm_set1_epi8(0x20));
		__m128i letters =
		    _mm_or_si128(within(small, 'a', 'z'), within(x, '0', '9'));
		__m128i apostrophes = _mm_cmpeq_epi8(x, _mm_set1_epi8('\''));
		__m128i known = _mm_or_si128(_mm_or_si128(letters, apostrophes),
		    _mm_cmpeq_epi8(x, _mm_set1_epi8(' ')));

		b.letters |= (uint64_t)_mm_movemask_epi8(letters) << i;
		b.apostrophes |= (uint64_t)_mm_movemask_epi8(apostrophes) << i;
		b.others |= (uint64_t)(~_mm_movemask_epi8(known) & 0xFFFF) << i;
		/* Below 1 as a signed byte: NUL, or beyond ASCII. */
		odd = _mm_or_si128(odd, _mm_cmpgt_epi8(_mm_set1_epi8(1), x));
	}
	b.odd = _mm_movemask_epi8(odd) != 0;
	return b;
}
#else
static struct block
read_block(const char *text)
{
	struct block b = {0};
	int i;

	for (i = 0; i < BLOCK; i++) {
		unsigned char byte = (unsigned char)text[i];
		uint64_t bit = 1ULL << i;

		b.odd |= byte == 0 || byte >= 0x80;
		if (kinds[byte] == LETTER)
			b.letters |= bit;
		else if (byte == '\'')
			b.apostrophes |= bit;
		else if (byte != ' ')
			b.others |= bit;
	}
	return b;
}
#endif

/* What goes on from one block to the next. */
struct lane {
	struct scan *s;
	size_t edges;    /* where words begin and end by turns, so far */
	uint64_t letter; /* 1 if the byte before the block is one */
	uint64_t word;   /* 1 if it belongs to a word */
};

static void
put_marks(struct lane *l, size_t base, uint64_t others, uint64_t starts)
{
	struct tokens *t = l->s->out;

	for (; others != 0; others &= others - 1) {
		size_t at = base + (size_t)__builtin_ctzll(others);
		uint64_t before = others & -others;

		if (kinds[(unsigned char)l->s->text[at]] == SPACE)
			continue;
		if (t->nmarks == t->marks_cap)
			t->marks = mem_grow(t->marks, &t->marks_cap,
			    t->nmarks + 1, sizeof(*t->marks));
		t->marks[t->nmarks++] = (struct token_mark){(uint32_t)at,
		    (uint32_t)((l->edges + 1) / 2 +
			(size_t)__builtin_popcountll(starts & (before - 1)))};
	}
}

static void
put_words(struct lane *l, size_t base, const struct block *b)
{
	struct tokens *t = l->s->out;
	const char *next = l->s->text + base + BLOCK;
	uint64_t follows =
	    base + BLOCK < l->s->len && kinds[(unsigned char)*next] == LETTER;
	uint64_t words = b->letters |
	    (b->apostrophes & (b->letters << 1 | l->letter) &
		(b->letters >> 1 | follows << (BLOCK - 1)));
	uint64_t edges = words ^ (words << 1 | l->word);
	uint32_t *out;

	if (b->others != 0)
		put_marks(l, base, b->others, words & edges);
	reserve(t, (l->edges + BLOCK) / 2 + 1);
	out = (uint32_t *)t->items + l->edges;
	for (; edges != 0; edges &= edges - 1)
		*out++ = (uint32_t)(base + (size_t)__builtin_ctzll(edges));
	l->edges = (size_t)(out - (uint32_t *)t->items);
	l->letter = b->letters >> (BLOCK - 1);
	l->word = words >> (BLOCK - 1);
}

/* Puts down words and marks; false where the text is none for this lane. */
static bool
find_words(struct lane *l)
{
	const char *text = l->s->text;
	size_t len = l->s->len, at;
	struct block b;

	for (at = 0; at + BLOCK <= len; at += BLOCK) {
		b = read_block(text + at);
		if (b.odd)
			return false;
		put_words(l, at, &b);
	}
	if (at < len) {
		char rest[BLOCK];

		memset(rest, ' ', sizeof(rest));
		memcpy(rest, text + at, len - at);
		b = read_block(rest);
		if (b.odd)
			return false;
		put_words(l, at, &b);
	}
	if (l->word != 0)
		l->s->out->items[l->edges++ / 2].end = (uint32_t)len;
	return true;
}

/* The words up to number to stand before the next mark: what the marks before
 * them said goes to the first, a quote to all. */
static void
pass_words(struct scan *s, size_t to)
{
	struct tokens *t = s->out;

	if (t->count == to)
		return;
	t->flags[t->count] = s->flags;
	s->flags = 0;
	for (; s->quoted && t->count < to; t->count++)
		t->flags[t->count] |= TOKEN_QUOTED;
	t->count = to;
}

static bool
split_fast(struct scan *s)
{
	struct tokens *t = s->out;
	struct lane l = {.s = s};
	size_t i;

	t->nmarks = 0;
	if (!find_words(&l))
		return false;
	if (l.edges > 0)
		memset(t->flags, 0, l.edges / 2);
	for (i = 0; i < t->nmarks; i++) {
		pass_words(s, t->marks[i].words);
		s->at = t->marks[i].at;
		take_mark(s, kinds[(unsigned char)s->text[s->at]]);
	}
	pass_words(s, l.edges / 2);
	return true;
}

static void
split(struct tokens *t, const char *text, size_t len, bool fast)
{
	struct scan s = {.out = t,
	    .text = text,
	    .len = len,
	    .flags = TOKEN_SENTENCE | TOKEN_CLAUSE};

	t->count = 0;
	t->wide = t->asked = t->bad_utf8 = false;
	if (!fast || !split_fast(&s))
		split_slowly(&s);
	reserve(t, t->count);
	t->flags[t->count] = 0;
	/* A quote that nothing closes quotes nothing. */
	for (; s.quoted && s.quote < t->count; s.quote++)
		t->flags[s.quote] &= (uint8_t)~TOKEN_QUOTED;
}

void
tokens_split(struct tokens *t, const char *text, size_t len)
{
	split(t, text, len, true);
}

void
tokens_split_plain(struct tokens *t, const char *text, size_t len)
{
	split(t, text, len, false);
}

void
tokens_release(struct tokens *t)
{
	free(t->items);
	free(t->flags);
	free(t->marks);
	*t = (struct tokens){0};
}
