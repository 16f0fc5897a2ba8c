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

/* Where sentence and quote began.  What marks say of the word that comes next
 * goes to out->flags[out->count]. */
struct scan {
	struct tokens *out;
	const char *text;
	size_t len;
	size_t at;
	size_t sentence; /* the first word of it */
	size_t quote;    /* the first word of the open quote */
	bool quoted;
};

static inline void
flag_next(struct scan *s, unsigned flags)
{
	s->out->flags[s->out->count] |= (uint8_t)flags;
}

/* Words from..count-1 have the flag. */
static void
flag_since(struct scan *s, size_t from, enum token_flag flag)
{
	for (; from < s->out->count; from++)
		s->out->flags[from] |= (uint8_t)flag;
}

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
	s->out->asked |= question;
	if (question)
		flag_since(s, s->sentence, TOKEN_QUESTION);
	s->sentence = s->out->count;
	flag_next(s, TOKEN_SENTENCE | STOP);
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
		flag_next(s, STOP);
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

/* A quote that nothing closes quotes nothing. */
static void
take_quote(struct scan *s, enum kind kind)
{
	if (s->quoted)
		flag_since(s, s->quote, TOKEN_QUOTED);
	s->quoted = kind == QUOTE ? !s->quoted : kind == OPEN_QUOTE;
	s->quote = s->out->count;
}

static void
take_hyphen(struct scan *s)
{
	size_t used;

	if (kind_of(s, s->at + 1, &used) == LETTER && s->at > 0 &&
	    s->text[s->at - 1] != ' ' && s->text[s->at - 1] != '-')
		return;
	flag_next(s, STOP);
}

static __attribute__((noinline)) void
take_rare(struct scan *s, enum kind kind)
{
	if (kind <= CLOSE_QUOTE)
		take_quote(s, kind);
	else if (kind <= QUESTION)
		end_sentence(s, kind == QUESTION);
	else
		s->out->bad_utf8 = true;
}

/* What a mark says by itself of the word behind it. */
static const uint8_t said[KIND_COUNT] = {[COMMA] = TOKEN_CLAUSE,
    [CLAUSE] = STOP,
    [QUOTE] = STOP,
    [OPEN_QUOTE] = STOP,
    [CLOSE_QUOTE] = STOP};

static inline void
take_mark(struct scan *s, enum kind kind)
{
	flag_next(s, said[kind]);
	if (kind == DOT)
		take_dot(s);
	else if (kind == HYPHEN)
		take_hyphen(s);
	else if (kind >= QUOTE)
		take_rare(s, kind);
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

static void
take_word(struct scan *s)
{
	struct tokens *t = s->out;
	bool wide = false;
	size_t end = word_end(s, &wide);

	t->wide |= wide;
	flag_next(s, wide ? TOKEN_WIDE : 0u);
	t->items[t->count++] =
	    (struct token){.start = (uint32_t)s->at, .end = (uint32_t)end};
	s->at = end;
}

/* Any text, a code point at a time, up to a word or mark that reaches as far as
 * to. */
static void
split_slowly(struct scan *s, size_t to)
{
	enum kind kind;
	size_t used;

	while (s->at < to && s->at < s->len) {
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
 * Text of ASCII, 64 bytes at a time: first the words of a block are put down,
 * then its marks are gone through as above.
 */

enum { BLOCK = 64 };

/* A bit for each byte of a block. */
struct block {
	uint64_t letters, apostrophes, others; /* no blank either */
	bool wide;                             /* holds bytes beyond ASCII */
};

#ifdef __SSE2__
/* Whether each byte, of ASCII, lies in low..high. */
static inline __m128i
within(__m128i x, char low, char high)
{
	return _mm_cmpgt_epi8(
	    _mm_add_epi8(x, _mm_set1_epi8((char)(INT8_MAX - high))),
	    _mm_set1_epi8((char)(INT8_MAX - high + low - 1)));
}

static inline struct block
read_block(const char *text)
{
	struct block b = {0};
	__m128i all = _mm_setzero_si128();
	int i;

#pragma GCC unroll 4
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

/* Adds at to the numbers of the bits of a byte, as places has them. */
static inline void
put_byte(uint32_t *edge, uint64_t places, uint32_t at)
{
	__m128i none = _mm_setzero_si128();
	__m128i base = _mm_set1_epi32((int)at);
	__m128i eight =
	    _mm_unpacklo_epi8(_mm_cvtsi64_si128((long long)places), none);

	_mm_storeu_si128(
	    (void *)edge, _mm_add_epi32(_mm_unpacklo_epi16(eight, none), base));
	_mm_storeu_si128((void *)(edge + 4),
	    _mm_add_epi32(_mm_unpackhi_epi16(eight, none), base));
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

static inline void
put_byte(uint32_t *edge, uint64_t places, uint32_t at)
{
	int i;

	for (i = 0; i < 8; i++)
		edge[i] = at + (uint32_t)(places >> 8 * i & 0xFF);
}
#endif

/* The numbers of the bits that are set in each byte, one a byte. */
#define PLACE(b, i, rest)                                                      \
	((i) * ((b) >> (i)&1ULL) | (rest) << 8 * ((b) >> (i)&1))
#define PLACES(b)                                                              \
	PLACE(b, 0,                                                            \
	    PLACE(b, 1,                                                        \
		PLACE(b, 2,                                                    \
		    PLACE(b, 3,                                                \
			PLACE(b, 4,                                            \
			    PLACE(b, 5, PLACE(b, 6, PLACE(b, 7, 0ULL))))))))
#define PLACES_4(b) PLACES(b), PLACES(b + 1), PLACES(b + 2), PLACES(b + 3)
#define PLACES_16(b)                                                           \
	PLACES_4(b), PLACES_4(b + 4), PLACES_4(b + 8), PLACES_4(b + 12)
#define PLACES_64(b)                                                           \
	PLACES_16(b), PLACES_16(b + 16), PLACES_16(b + 32), PLACES_16(b + 48)
static const uint64_t places[256] = {
    PLACES_64(0), PLACES_64(64), PLACES_64(128), PLACES_64(192)};

/* In each byte how many bits are set in it and those below. */
static inline uint64_t
sum_bits(uint64_t bits)
{
	bits -= bits >> 1 & 0x5555555555555555ULL;
	bits = (bits & 0x3333333333333333ULL) +
	    (bits >> 2 & 0x3333333333333333ULL);
	bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0FULL;
	return bits * 0x0101010101010101ULL;
}

/* Puts down where words begin and end by turns, at the bits counted from base;
 * returns how many.  Of each byte of bits eight places are written, so that
 * nothing depends on how many there are. */
static inline size_t
put_edges(uint32_t *edges, uint64_t bits, size_t base)
{
	uint64_t sums = sum_bits(bits), before = sums << 8;
	int i;

#pragma GCC unroll 8
	for (i = 0; i < BLOCK; i += 8)
		put_byte(edges + (before >> i & 0xFF), places[bits >> i & 0xFF],
		    (uint32_t)(base + (size_t)i));
	return sums >> (BLOCK - 8);
}

/* The marks of a block, of which words begin at the bits of starts and so many
 * before it. */
static inline void
take_marks(
    struct scan *s, size_t base, uint64_t others, uint64_t starts, size_t words)
{
	for (; others != 0; others &= others - 1) {
		uint64_t before = starts & ((others & -others) - 1);

		s->at = base + (size_t)__builtin_ctzll(others);
		s->out->count = words + (sum_bits(before) >> (BLOCK - 8));
		take_mark(s, (enum kind)kinds[(unsigned char)s->text[s->at]]);
	}
}

/* Takes blocks up to one that is not of ASCII, or that a byte beyond follows:
 * that is to be gone through slowly, from the last word on if it goes on. */
static void
take_blocks(struct scan *s)
{
	uint32_t *edges = (uint32_t *)s->out->items;
	size_t base, n = 2 * s->out->count;
	uint64_t letter = 0; /* 1 if the byte before the block is one */
	uint64_t word = 0;   /* 1 if it belongs to a word */

	for (base = s->at; base < s->len; base += BLOCK) {
		struct block b = read_block(s->text + base);
		unsigned char next = (unsigned char)s->text[base + BLOCK];
		uint64_t follows = kinds[next] == LETTER, words, bits;
		size_t count;

		if (b.wide || next >= 0x80)
			break;
		words = b.letters |
		    (b.apostrophes & (b.letters << 1 | letter) &
			(b.letters >> 1 | follows << (BLOCK - 1)));
		bits = words ^ (words << 1 | word);
		count = put_edges(edges + n, bits, base);
		take_marks(s, base, b.others, words & bits, (n + 1) / 2);
		n += count;
		letter = b.letters >> (BLOCK - 1);
		word = words >> (BLOCK - 1);
	}
	s->out->count = n / 2;
	s->at = base;
	if (word != 0 && base < s->len)
		s->at = edges[n - 1];
	else if (word != 0)
		s->out->items[s->out->count++].end = (uint32_t)s->len;
}

/* Makes room for the words of a text of len bytes, and for what put_byte()
 * writes behind the last. */
static void
reserve(struct tokens *t, size_t len)
{
	size_t need = len / 2 + 6, cap = t->cap;

	if (need <= cap)
		return;
	t->items = mem_grow(t->items, &cap, need, sizeof(*t->items));
	t->flags = mem_realloc(t->flags, cap, sizeof(*t->flags));
	t->text = mem_realloc(t->text, 2 * cap + TOKEN_PADDING, 1);
	t->cap = cap;
}

static void
split(struct tokens *t, const char *text, size_t len, bool fast)
{
	struct scan s = {.out = t, .len = len};

	reserve(t, len);
	s.text = t->text;
	if (len > 0)
		memcpy(t->text, text, len);
	memset(t->text + len, ' ', TOKEN_PADDING);
	memset(t->flags, 0, len / 2 + 2);
	t->count = 0;
	t->wide = t->asked = t->bad_utf8 = false;
	flag_next(&s, TOKEN_SENTENCE | STOP);
	while (s.at < len) {
		if (fast)
			take_blocks(&s);
		split_slowly(&s, s.at + BLOCK);
	}
	t->flags[t->count] = 0;
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
	free(t->text);
	*t = (struct tokens){0};
}
