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

/* A text whose tokens are read into words. */
struct reading {
	struct memo *memo;
	const char *text;
	size_t len;
	const struct tokens *tokens;
	struct words *words;
};

static bool
is_wide(const struct reading *r, size_t token)
{
	return (r->tokens->flags[token] & TOKEN_WIDE) != 0;
}

/* The sets of any token; returns how many. */
static __attribute__((noinline)) size_t
read_any(const struct reading *r, size_t token, uint16_t sets[VOCAB_PARTS_MAX])
{
	struct token span = r->tokens->items[token];
	size_t len = span.end - span.start;
	char bytes[KEY_MAX] = "";
	struct slot *slots;
	struct key key;

	if (len > VOCAB_WORD_MAX) {
		sets[0] = 0;
		return 1;
	}
	if (len > KEY_MAX || is_wide(r, token))
		return read_slowly(r->memo, r->text + span.start, len, sets);
	memcpy(bytes, r->text + span.start, len);
	key = key_of(bytes, len);
	slots = r->memo->rows[row_of(key)].slots;
	if (!key_equal(slots[0].key, key))
		recall(r->memo, slots, key, r->text + span.start, len);
	memcpy(sets, slots[0].sets, sizeof(slots[0].sets));
	return slots[0].count;
}

/* Puts down the sets of tokens from..to-1, of those that are more than one word
 * the first, and which these are: number n of them and on; returns how many
 * there are then.  The tokens are of ASCII, and KEY_MAX bytes can be read at
 * base + the start of each. */
static size_t
read_sets(
    const struct reading *r, size_t from, size_t to, uintptr_t base, size_t n)
{
	const struct token *spans = r->tokens->items;
	uint16_t *sets = r->words->token_sets;
	uint32_t *several = r->words->several;
	struct row *rows = r->memo->rows;
	size_t i;

	for (i = from; i < to; i++) {
		size_t start = spans[i].start, len = spans[i].end - start;
		struct slot *slots;
		struct key key;

		several[n] = (uint32_t)i;
		if (len > KEY_MAX) {
			n += read_any(r, i, &sets[i]) > 1;
			continue;
		}
		key = key_of((const char *)(base + start), len);
		slots = rows[row_of(key)].slots;
		if (!key_equal(slots[0].key, key))
			recall(r->memo, slots, key, r->text + start, len);
		sets[i] = slots[0].sets[0];
		n += slots[0].count > 1;
	}
	return n;
}

/* The same for all tokens of a text beyond ASCII. */
static size_t
read_wide_sets(const struct reading *r)
{
	size_t n = 0, i;

	for (i = 0; i < r->tokens->count; i++) {
		r->words->several[n] = (uint32_t)i;
		n += read_any(r, i, &r->words->token_sets[i]) > 1;
	}
	return n;
}

/* How many of the tokens have KEY_MAX bytes of the text from their start on. */
static size_t
count_far(const struct reading *r)
{
	const struct token *spans = r->tokens->items;
	size_t n = r->tokens->count;

	while (n > 0 && r->len - spans[n - 1].start < KEY_MAX)
		n--;
	return n;
}

/* The same for all tokens of a text of ASCII. */
static size_t
read_narrow_sets(const struct reading *r)
{
	char end[2 * KEY_MAX] = ""; /* the last bytes of the text, and more */
	size_t tail = r->len < KEY_MAX ? r->len : KEY_MAX;
	size_t far = count_far(r), n;

	n = read_sets(r, 0, far, (uintptr_t)r->text, 0);
	memcpy(end, r->text + r->len - tail, tail);
	return read_sets(
	    r, far, r->tokens->count, (uintptr_t)end - (r->len - tail), n);
}

/* Copies what tokens from..to-1 say, each being one word. */
static size_t
copy_tokens(const struct reading *r, size_t at, size_t from, size_t to)
{
	struct words *w = r->words;

	memcpy(w->own_sets + at, w->token_sets + from,
	    (to - from) * sizeof(*w->own_sets));
	memcpy(w->own_flags + at, r->tokens->flags + from, to - from);
	memcpy(w->own_spans + at, r->tokens->items + from,
	    (to - from) * sizeof(*w->own_spans));
	return at + to - from;
}

/* Copies a token of more words than one, as these. */
static size_t
copy_parts(const struct reading *r, size_t at, size_t token)
{
	struct words *w = r->words;
	uint16_t sets[VOCAB_PARTS_MAX];
	unsigned flags = r->tokens->flags[token];
	size_t n = read_any(r, token, sets), i;

	for (i = 0; i < n; i++, at++) {
		w->own_sets[at] = sets[i];
		w->own_flags[at] = (uint8_t)flags;
		w->own_spans[at] = r->tokens->items[token];
		flags &= ~(unsigned)(TOKEN_SENTENCE | TOKEN_CLAUSE);
	}
	return at;
}

static void
reserve_own(struct words *w, size_t count)
{
	size_t cap = w->own_cap;

	if (count <= cap)
		return;
	w->own_sets = mem_grow(w->own_sets, &cap, count, sizeof(*w->own_sets));
	w->own_flags = mem_realloc(w->own_flags, cap, sizeof(*w->own_flags));
	w->own_spans = mem_realloc(w->own_spans, cap, sizeof(*w->own_spans));
	w->own_cap = cap;
}

/* Takes tokens apart that are more words than one. */
static void
part_tokens(const struct reading *r, size_t nseveral)
{
	struct words *w = r->words;
	size_t count = r->tokens->count, at = 0, done = 0, i;

	reserve_own(w, count + nseveral * (VOCAB_PARTS_MAX - 1) + 1);
	for (i = 0; i < nseveral; i++) {
		at = copy_tokens(r, at, done, w->several[i]);
		at = copy_parts(r, at, w->several[i]);
		done = w->several[i] + 1u;
	}
	at = copy_tokens(r, at, done, count);
	w->own_sets[at] = 0;
	w->own_flags[at] = 0;
	w->count = at;
	w->sets = w->own_sets;
	w->flags = w->own_flags;
	w->spans = w->own_spans;
}

static void
reserve(struct words *w, size_t count)
{
	size_t cap = w->tokens_cap;

	if (count <= cap)
		return;
	/* vocab_lookup() gives up to VOCAB_PARTS_MAX sets. */
	w->token_sets = mem_grow(w->token_sets, &cap, count + VOCAB_PARTS_MAX,
	    sizeof(*w->token_sets));
	w->several = mem_realloc(w->several, cap, sizeof(*w->several));
	w->tokens_cap = cap - VOCAB_PARTS_MAX;
}

void
words_release(struct words *w)
{
	free(w->token_sets);
	free(w->several);
	free(w->own_sets);
	free(w->own_flags);
	free(w->own_spans);
	*w = (struct words){0};
}

void
memo_read(struct memo *m, const char *text, size_t len,
    const struct tokens *tokens, struct words *words)
{
	struct reading r = {m, text, len, tokens, words};
	size_t nseveral;

	reserve(words, tokens->count + 1);
	nseveral = tokens->wide ? read_wide_sets(&r) : read_narrow_sets(&r);
	words->token_sets[tokens->count] = 0;
	words->count = tokens->count;
	words->sets = words->token_sets;
	words->flags = tokens->flags;
	words->spans = tokens->items;
	if (nseveral > 0)
		part_tokens(&r, nseveral);
}
