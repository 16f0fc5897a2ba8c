#include "attrib/token.h"

#include "attrib/block512.h"
#include "attrib/kind.h"
#include "attrib/scan.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

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
		kind = scan_kind(s, at, &used);
		if (kind == APOSTROPHE &&
		    scan_kind(s, at + used, &more) != LETTER)
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

	scan_flag(s, wide ? TOKEN_WIDE : 0u);
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
		kind = scan_kind(s, s->at, &used);
		if (kind == LETTER) {
			take_word(s);
			continue;
		}
		if (kind != SPACE)
			scan_mark(s, kind);
		s->at += used;
	}
}

/*
 * Text of ASCII, 64 bytes at a time: first the words of a block are put down,
 * then its marks are gone through as above.
 */

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
		scan_mark(s, (enum kind)kinds[(unsigned char)s->text[s->at]]);
	}
}

/* Cuts a block before the first byte beyond ASCII, and before an apostrophe
 * that one follows, as that may be of a word; returns how much is left. */
static inline size_t
cut_block(struct block *b, const char *text)
{
	size_t left = BLOCK;
	uint64_t mask;

	if (b->wide == 0 && (unsigned char)text[BLOCK] < 0x80)
		return BLOCK;
	if (b->wide != 0)
		left = (size_t)__builtin_ctzll(b->wide);
	if (left > 0 && kinds[(unsigned char)text[left - 1]] == APOSTROPHE)
		left--;
	mask = left == BLOCK ? UINT64_MAX : (1ULL << left) - 1;
	b->letters &= mask;
	b->apostrophes &= mask;
	b->others &= mask;
	return left;
}

/* Takes blocks up to a word or mark beyond ASCII; returns how far that is to be
 * gone through slowly.  How blocks are read is the same throughout. */
static inline __attribute__((always_inline)) size_t
take_blocks_by(struct scan *s, struct block (*read)(const char *),
    size_t (*put)(uint32_t *, uint64_t, size_t))
{
	uint32_t *edges = (uint32_t *)s->out->items;
	size_t at = s->at, left = BLOCK, n = 2 * s->out->count;
	uint64_t letter = 0; /* 1 if the byte before the block is one */
	uint64_t word = 0;   /* 1 if it belongs to a word */

	for (; at < s->len && left == BLOCK; at += left) {
		struct block b = read(s->text + at);
		unsigned char next = (unsigned char)s->text[at + BLOCK];
		uint64_t follows = kinds[next] == LETTER, words, bits;
		size_t count;

		left = cut_block(&b, s->text + at);
		words = b.letters |
		    (b.apostrophes & (b.letters << 1 | letter) &
			(b.letters >> 1 | follows << (BLOCK - 1)));
		bits = words ^ (words << 1 | word);
		count = put(edges + n, bits, at);
		take_marks(s, at, b.others | (b.apostrophes & ~words),
		    words & bits, (n + 1) / 2);
		n += count;
		letter = b.letters >> (BLOCK - 1);
		word = left == 0 ? word : words >> (left - 1) & 1;
	}
	s->at = at;
	if (word != 0 && at >= s->len)
		edges[n++] = (uint32_t)s->len;
	else if (word != 0) /* it may go on */
		s->at = edges[--n & ~(size_t)1];
	s->out->count = n / 2;
	return at + 2;
}

static size_t
take_blocks_plain(struct scan *s)
{
	return take_blocks_by(s, read_block, put_bits);
}

#ifdef HAVE_AVX512
static AVX512 size_t
take_blocks_512(struct scan *s)
{
	return take_blocks_by(s, read_block_512, put_bits_512);
}

static size_t
take_blocks(struct scan *s)
{
	return avx512_here() ? take_blocks_512(s) : take_blocks_plain(s);
}
#else
static size_t
take_blocks(struct scan *s)
{
	return take_blocks_plain(s);
}
#endif

void
tokens_clear(struct tokens *t)
{
	t->ntexts = t->len = 0;
}

void
tokens_add(struct tokens *t, const char *text, size_t len)
{
	if (t->text_cap < t->len + len + 1 + TOKEN_PADDING)
		t->text = mem_grow(
		    t->text, &t->text_cap, t->len + len + 1 + TOKEN_PADDING, 1);
	if (t->texts_cap < t->ntexts + 2)
		t->texts = mem_grow(
		    t->texts, &t->texts_cap, t->ntexts + 2, sizeof(*t->texts));
	t->texts[t->ntexts++] = (struct token_text){
	    .start = (uint32_t)t->len, .len = (uint32_t)len};
	if (len > 0)
		memcpy(t->text + t->len, text, len);
	t->len += len;
	t->text[t->len++] = '\0';
}

/* Makes room for the words of a text of len bytes. */
static void
reserve(struct tokens *t, size_t len)
{
	size_t need = len / 2 + BLOCK + BLOCK_PADDING, cap = t->cap;

	if (need <= cap)
		return;
	t->items = mem_grow(t->items, &cap, need, sizeof(*t->items));
	t->flags = mem_realloc(t->flags, cap, sizeof(*t->flags));
	t->cap = cap;
}

static void
split(struct tokens *t, bool fast)
{
	/* The last text ends with all: no other begins. */
	struct scan s = {
	    .out = t, .now = t->texts, .text = t->text, .len = t->len - 1};

	reserve(t, s.len);
	memset(t->text + s.len, ' ', 1 + TOKEN_PADDING);
	memset(t->flags, 0, s.len / 2 + 2 + BLOCK);
	t->count = 0;
	scan_begin_text(&s);
	while (s.at < s.len)
		split_slowly(&s, fast ? take_blocks(&s) : s.len);
	t->flags[t->count] = 0;
	t->texts[t->ntexts] = (struct token_text){
	    .start = (uint32_t)t->len, .first = (uint32_t)t->count};
}

void
tokens_split_all(struct tokens *t)
{
	split(t, true);
}

void
tokens_split(struct tokens *t, const char *text, size_t len)
{
	tokens_clear(t);
	tokens_add(t, text, len);
	split(t, true);
}

void
tokens_split_plain(struct tokens *t, const char *text, size_t len)
{
	tokens_clear(t);
	tokens_add(t, text, len);
	split(t, false);
}

void
tokens_release(struct tokens *t)
{
	free(t->items);
	free(t->flags);
	free(t->texts);
	free(t->text);
	*t = (struct tokens){0};
}
