#include "attrib/token.h"

#include "attrib/kind.h"
#include "base/mem.h"
#include "base/str.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif
#include <stdlib.h>
#include <string.h>

enum { STOP = TOKEN_CLAUSE | TOKEN_STOP };

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

static inline enum kind
kind_of(const struct scan *s, size_t at, size_t *used)
{
	if (at >= s->len || (unsigned char)s->text[at] >= 0x80)
		return kind_at(s->text, s->len, at, used);
	*used = 1;
	return (enum kind)kinds[(unsigned char)s->text[at]];
}

static void
end_sentence(struct scan *s, bool question)
{
	size_t i;

	s->out->asked |= question;
	for (i = s->sentence; question && i < s->out->count; i++)
		s->out->flags[i] |= TOKEN_QUESTION;
	s->sentence = s->out->count;
	s->flags |= TOKEN_SENTENCE | STOP;
}

/* "Dr." and the like, which a name follows.  Kept out of line: what most marks
 * cost would be more by it. */
static __attribute__((noinline)) bool
is_title(const char *word, size_t len)
{
	static const char *const titles[] = {
	    "Dr", "Mr", "Mrs", "Ms", "Prof", "St"};
	size_t i;

	if (*word > 'Z') /* as most */
		return false;
	for (i = 0; i < sizeof(titles) / sizeof(*titles); i++)
		if (str_equal(word, len, titles[i]))
			return true;
	return false;
}

/* A full stop ends a sentence unless it stands in a number, in "e.g.", behind a
 * title or between small letters; several in a row are a pause. */
static void
take_dot(struct scan *s)
{
	const struct token *last;
	size_t used;
	enum kind next = kind_of(s, s->at + 1, &used);
	char c = s->at + 1 < s->len ? s->text[s->at + 1] : ' ';

	if (next == DOT || (s->at > 0 && s->text[s->at - 1] == '.')) {
		s->flags |= STOP;
		return;
	}
	if (s->out->count == 0)
		return;
	last = &s->out->items[s->out->count - 1];
	if (last->end == s->at && last->end - last->start == 1 &&
	    s->text[last->start] != 'I' && s->text[last->start] != 'i')
		return;
	if (last->end == s->at &&
	    is_title(s->text + last->start, last->end - last->start))
		return;
	if (next != LETTER || (c >= 'A' && c <= 'Z'))
		end_sentence(s, false);
}

static void
take_quote(struct scan *s, enum kind kind)
{
	s->flags |= STOP;
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
	s->flags |= STOP;
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
	case COMMA:
		s->flags |= TOKEN_CLAUSE;
		break;
	case CLAUSE:
		s->flags |= STOP;
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
 * Text of ASCII, 64 bytes at a time: first all words are put down, and the
 * marks with how many words stand before each; then the marks are gone through
 * as above.
 */

enum { BLOCK = 64 };

/* A bit for each byte of a block. */
struct block {
	uint64_t letters, apostrophes, others; /* no blank either */
	bool wide;                             /* holds bytes beyond ASCII */
};

#ifdef __SSE2__
/* Whether each byte lies in low..high. */
static inline __m128i
within(__m128i x, char low, char high)
{
	__m128i y = _mm_sub_epi8(x, _mm_set1_epi8(low));

	return _mm_cmpeq_epi8(
	    _mm_min_epu8(y, _mm_set1_epi8((char)(high - low))), y);
}

static inline struct block
read_block(const char *text)
{
	struct block b = {0};
	__m128i all = _mm_setzero_si128();
	int i;

	for (i = 0; i < BLOCK; i += 16) {
		__m128i x = _mm_loadu_si128((const void *)(text + i));
		__m128i letters = _mm_or_si128(
		    within(_mm_or_si128(x, _mm_set1_epi8(0x20)), 'a', 'z'),
		    within(x, '0', '9'));
		__m128i apostrophes =
		    _mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8('\'')),
			_mm_cmpeq_epi8(x, _mm_set1_epi8('`')));
		__m128i known = _mm_or_si128(_mm_or_si128(letters, apostrophes),
		    _mm_cmpeq_epi8(x, _mm_set1_epi8(' ')));

		all = _mm_or_si128(all, x);
		b.letters |= (uint64_t)_mm_movemask_epi8(letters) << i;
		b.apostrophes |= (uint64_t)_mm_movemask_epi8(apostrophes) << i;
		b.others |= (uint64_t)_mm_movemask_epi8(known) << i;
	}
	b.others = ~b.others;
	b.wide = _mm_movemask_epi8(all) != 0;
	return b;
}
#else
static inline struct block
read_block(const char *text)
{
	struct block b = {0};
	int i;

	for (i = 0; i < BLOCK; i++) {
		unsigned char byte = (unsigned char)text[i];
		uint64_t bit = 1ULL << i;

		b.wide |= byte >= 0x80;
		if (kinds[byte] == LETTER)
			b.letters |= bit;
		else if (kinds[byte] == APOSTROPHE)
			b.apostrophes |= bit;
		else if (byte != ' ')
			b.others |= bit;
	}
	return b;
}
#endif

/* The marks of a block, of which words begin at the bits of starts and so many
 * before it. */
static void
put_marks(struct tokens *t, const char *text, size_t base, uint64_t others,
    uint64_t starts, size_t words)
{
	if (t->marks_cap - t->nmarks < BLOCK)
		t->marks = mem_grow(t->marks, &t->marks_cap, t->nmarks + BLOCK,
		    sizeof(*t->marks));
	for (; others != 0; others &= others - 1) {
		size_t at = base + (size_t)__builtin_ctzll(others);
		uint64_t before = starts & ((others & -others) - 1);

		t->marks[t->nmarks] = (struct token_mark){(uint32_t)at,
		    (uint32_t)(words + (size_t)__builtin_popcountll(before))};
		t->nmarks += kinds[(unsigned char)text[at]] != SPACE;
	}
}

/* Puts down words and marks; returns how many words there are, SIZE_MAX where
 * the text is none for this lane. */
static size_t
find_words(struct tokens *t, const char *text, size_t len)
{
	/* Where words begin and end by turns. */
	uint32_t *edges = (uint32_t *)t->items, *edge = edges;
	uint64_t letter = 0; /* 1 if the byte before the block is one */
	uint64_t word = 0;   /* 1 if it belongs to a word */
	size_t base;

	for (base = 0; base < len; base += BLOCK) {
		char rest[BLOCK];
		const char *bytes = text + base;
		struct block b;
		uint64_t follows = 0, words, bits;

		if (len - base < BLOCK) {
			memset(rest, ' ', sizeof(rest));
			memcpy(rest, bytes, len - base);
			bytes = rest;
		}
		b = read_block(bytes);
		if (b.wide)
			return SIZE_MAX;
		if (base + BLOCK < len)
			follows = kinds[(unsigned char)bytes[BLOCK]] == LETTER;
		words = b.letters |
		    (b.apostrophes & (b.letters << 1 | letter) &
			(b.letters >> 1 | follows << (BLOCK - 1)));
		bits = words ^ (words << 1 | word);
		if (b.others != 0)
			put_marks(t, text, base, b.others, words & bits,
			    (size_t)(edge - edges + 1) / 2);
		for (; bits != 0; bits &= bits - 1)
			*edge++ =
			    (uint32_t)(base + (size_t)__builtin_ctzll(bits));
		letter = b.letters >> (BLOCK - 1);
		word = words >> (BLOCK - 1);
	}
	if (word != 0)
		*edge++ = (uint32_t)len;
	return (size_t)(edge - edges) / 2;
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
	size_t i, count;

	reserve(t, s->len / 2 + 1);
	t->nmarks = 0;
	count = find_words(t, s->text, s->len);
	if (count == SIZE_MAX)
		return false;
	memset(t->flags, 0, count);
	for (i = 0; i < t->nmarks; i++) {
		pass_words(s, t->marks[i].words);
		s->at = t->marks[i].at;
		take_mark(s, (enum kind)kinds[(unsigned char)s->text[s->at]]);
	}
	pass_words(s, count);
	return true;
}

static void
split(struct tokens *t, const char *text, size_t len, bool fast)
{
	struct scan s = {
	    .out = t, .text = text, .len = len, .flags = TOKEN_SENTENCE | STOP};

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
