#include "attrib/token.h"

#include "attrib/apostrophe.h"
#include "attrib/block512.h"
#include "attrib/kind.h"
#include "base/mem.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

enum { STOP = TOKEN_CLAUSE | TOKEN_STOP };

/* Where sentence and quote began.  What marks say of the word that comes next
 * goes to out->flags[out->count]. */
struct scan {
	struct tokens *out;
	struct token_text *now;
	const char *text;
	size_t len;
	size_t at;
	size_t sentence; /* the first word of it */
	size_t quote;    /* the first word of the open quote */
	size_t single;   /* the same with single marks */
	bool quoted, singly;
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
	s->now->asked |= question;
	if (question)
		flag_since(s, s->sentence, TOKEN_QUESTION);
	s->sentence = s->out->count;
	if (s->now->second > s->sentence && s->now->first < s->sentence)
		s->now->second = (uint32_t)s->sentence;
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

/* Single marks part nothing, and a word alone is not quoted by them: it is what
 * somebody is called, as in "my 'friends' said". */
static __attribute__((noinline)) void
take_single(struct scan *s)
{
	enum apostrophe what = apostrophe_at(s->text, s->len, s->at);

	if (what == APOSTROPHE_CLOSES && s->singly &&
	    s->out->count > s->single + 1)
		flag_since(s, s->single, TOKEN_QUOTED);
	if (what != APOSTROPHE_ALONE)
		s->singly = what == APOSTROPHE_OPENS;
	s->single = what == APOSTROPHE_OPENS ? s->out->count : s->single;
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

/* What is open where a text begins was of the one before. */
static void
begin_text(struct scan *s)
{
	s->now->first = (uint32_t)s->out->count;
	s->now->second = UINT32_MAX;
	s->sentence = s->out->count;
	s->quoted = s->singly = false;
	flag_next(s, TOKEN_SENTENCE | STOP);
}

/* A NUL is bad where no text ends. */
static void
take_bad(struct scan *s)
{
	if (s->at == s->now->start + s->now->len) {
		s->now++;
		begin_text(s);
	} else {
		s->now->bad_utf8 = true;
	}
}

static __attribute__((noinline)) void
take_rare(struct scan *s, enum kind kind)
{
	if (kind == APOSTROPHE)
		take_single(s);
	else if (kind <= CLOSE_QUOTE)
		take_quote(s, kind);
	else if (kind <= QUESTION)
		end_sentence(s, kind == QUESTION);
	else
		take_bad(s);
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
	else if (kind >= APOSTROPHE)
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
	begin_text(&s);
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
