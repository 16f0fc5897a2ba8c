#include "attrib/memo.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif
#include <stdlib.h>
#include <string.h>

enum {
	KEY_MAX = 16,        /* bytes of the words that are remembered */
	MEMO_ROWS = 1 << 13, /* a power of two */
	LINE = 64,           /* bytes of a line of the processor's cache */
};

/* A word of at most KEY_MAX bytes, in lower case, padded with zero bytes. */
struct key {
#ifdef __SSE2__
	__m128i bytes;
#else
	uint64_t low, high;
#endif
};

struct slot {
	struct key key; /* all zero: empty */
	uint16_t sets[VOCAB_PARTS_MAX];
	uint32_t count;
};

/* A line: the newer word first, the older goes when a third comes. */
struct row {
	_Alignas(LINE) struct slot slots[2];
};

struct memo {
	const struct vocab *vocab;
	struct row *rows;
	void *block; /* that the rows stand in */
	struct str folded;
};

struct memo *
memo_new(const struct vocab *v)
{
	struct memo *m = mem_zalloc(1, sizeof(*m));
	uintptr_t at;

	m->vocab = v;
	m->block = mem_zalloc(MEMO_ROWS + 1, sizeof(struct row));
	at = ((uintptr_t)m->block + LINE - 1) / LINE * LINE;
	m->rows = (struct row *)at;
	str_init(&m->folded);
	return m;
}

void
memo_free(struct memo *m)
{
	if (m == NULL)
		return;
	str_release(&m->folded);
	free(m->block);
	free(m);
}

/* keep[KEY_MAX - len] on keeps len bytes. */
static const unsigned char keep[2 * KEY_MAX] = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};

/*
 * The key of a word of ASCII; KEY_MAX bytes may be read at text.  Of the bytes
 * that words have (kind.h) all but capitals hold the bit 0x20 that makes one
 * small.
 */
#ifdef __SSE2__
static inline struct key
key_of(const char *text, size_t len)
{
	__m128i x = _mm_loadu_si128((const void *)text);
	__m128i kept = _mm_loadu_si128((const void *)(keep + KEY_MAX - len));

	return (struct key){
	    _mm_and_si128(_mm_or_si128(x, _mm_set1_epi8(0x20)), kept)};
}

static inline bool
key_equal(struct key a, struct key b)
{
	return _mm_movemask_epi8(_mm_cmpeq_epi8(a.bytes, b.bytes)) == 0xFFFF;
}

static inline uint64_t
key_mix(struct key key)
{
	uint64_t half[2];

	_mm_storeu_si128((void *)half,
	    _mm_xor_si128(key.bytes,
		_mm_shuffle_epi32(
		    _mm_slli_epi64(key.bytes, 5), _MM_SHUFFLE(1, 0, 3, 2))));
	return half[0];
}
#else
static inline struct key
key_of(const char *text, size_t len)
{
	const uint64_t small = 0x2020202020202020ULL;
	uint64_t x[2], kept[2];

	memcpy(x, text, KEY_MAX);
	memcpy(kept, keep + KEY_MAX - len, KEY_MAX);
	return (struct key){(x[0] | small) & kept[0], (x[1] | small) & kept[1]};
}

static inline bool
key_equal(struct key a, struct key b)
{
	return ((a.low ^ b.low) | (a.high ^ b.high)) == 0;
}

static inline uint64_t
key_mix(struct key key)
{
	return key.low ^ key.high << 5;
}
#endif

static inline size_t
row_of(struct key key)
{
	uint64_t h = key_mix(key) * 0x9E3779B97F4A7C15ULL;

	return (size_t)(h >> 48) & (MEMO_ROWS - 1);
}

/* Looks the word up, not through the memory. */
static size_t
read_slowly(struct memo *m, const char *text, size_t len,
    uint16_t sets[VOCAB_PARTS_MAX])
{
	str_clear(&m->folded);
	utf8_fold(&m->folded, text, len);
	return vocab_lookup(m->vocab, m->folded.text, m->folded.len, sets);
}

/* Brings the word to the front of its row. */
static __attribute__((noinline)) void
recall(struct memo *m, struct slot *slots, struct key key, const char *word,
    size_t len)
{
	struct slot older = slots[0];

	if (key_equal(slots[1].key, key)) {
		slots[0] = slots[1];
	} else {
		slots[0].key = key;
		slots[0].count =
		    (uint32_t)read_slowly(m, word, len, slots[0].sets);
	}
	slots[1] = older;
}

/* Puts down at word number at a token that is read as n words; returns the
 * number behind them. */
static __attribute__((noinline)) size_t
put_parts(const struct words *w, size_t at, const uint16_t *sets, size_t n,
    unsigned flags, struct token span)
{
	size_t i;

	for (i = 0; i < n; i++, at++) {
		w->sets[at] = sets[i];
		w->flags[at] = (uint8_t)flags;
		w->spans[at] = span;
		flags &= ~(unsigned)(TOKEN_SENTENCE | TOKEN_CLAUSE);
	}
	return at;
}

/* The same for one that is not remembered. */
static __attribute__((noinline)) size_t
put_long(struct memo *m, const struct words *w, size_t at, const char *text,
    unsigned flags, struct token span)
{
	uint16_t sets[VOCAB_PARTS_MAX] = {0};
	size_t len = span.end - span.start, n = 1;

	if (len <= VOCAB_WORD_MAX)
		n = read_slowly(m, text + span.start, len, sets);
	return put_parts(w, at, sets, n, flags, span);
}

/* A text whose tokens are read into words. */
struct reading {
	struct memo *memo;
	const char *text;
	const struct tokens *tokens;
	struct words *words;
};

/* Reads tokens from..to-1 and counts them.  From byte number shift of the text
 * on it stands at near too, where KEY_MAX bytes can be read at each of them. */
static void
read_tokens(const struct reading *r, size_t from, size_t to, const char *near,
    size_t shift)
{
	/* So that the compiler sees that no byte written is one of these. */
	struct memo *m = r->memo;
	struct words *w = r->words;
	const char *text = r->text;
	const struct token *spans = r->tokens->items;
	const uint8_t *flags = r->tokens->flags;
	uint16_t *out_sets = w->sets;
	uint8_t *out_flags = w->flags;
	struct token *out_spans = w->spans;
	struct row *rows = m->rows;
	size_t at = w->count, i;

	for (i = from; i < to; i++) {
		struct token span = spans[i];
		size_t len = span.end - span.start;
		unsigned flag = flags[i];
		struct slot *slots;
		struct key key;

		if (len > KEY_MAX || (flag & TOKEN_WIDE) != 0) {
			at = put_long(m, w, at, text, flag, span);
			continue;
		}
		key = key_of(near + (span.start - shift), len);
		slots = rows[row_of(key)].slots;
		if (!key_equal(slots[0].key, key))
			recall(m, slots, key, text + span.start, len);
		if (slots[0].count != 1) {
			at = put_parts(w, at, slots[0].sets, slots[0].count,
			    flag, span);
			continue;
		}
		out_sets[at] = slots[0].sets[0];
		out_flags[at] = (uint8_t)flag;
		out_spans[at++] = span;
	}
	w->count = at;
}

static void
reserve(struct words *w, size_t count)
{
	size_t cap = w->cap;

	if (count <= cap)
		return;
	w->sets = mem_grow(w->sets, &cap, count, sizeof(*w->sets));
	w->flags = mem_realloc(w->flags, cap, sizeof(*w->flags));
	w->spans = mem_realloc(w->spans, cap, sizeof(*w->spans));
	w->cap = cap;
}

void
words_release(struct words *w)
{
	free(w->sets);
	free(w->flags);
	free(w->spans);
	*w = (struct words){0};
}

/* How many of the tokens have KEY_MAX bytes of the text from their start on. */
static size_t
count_far(const struct tokens *t, size_t len)
{
	size_t n = t->count;

	while (n > 0 && len - t->items[n - 1].start < KEY_MAX)
		n--;
	return n;
}

void
memo_read(struct memo *m, const char *text, size_t len,
    const struct tokens *tokens, struct words *words)
{
	char end[2 * KEY_MAX] = ""; /* the last bytes of the text, and more */
	size_t tail = len < KEY_MAX ? len : KEY_MAX;
	size_t far = count_far(tokens, len);
	struct reading r = {m, text, tokens, words};

	reserve(words, tokens->count * VOCAB_PARTS_MAX + 1);
	words->count = 0;
	read_tokens(&r, 0, far, text, 0);
	memcpy(end, text + len - tail, tail);
	read_tokens(&r, far, tokens->count, end, len - tail);
	words->sets[words->count] = 0;
	words->flags[words->count] = 0;
}
