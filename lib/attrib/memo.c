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
	uint64_t low, high;
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

#ifdef __SSE2__
/* KEY_MAX bytes may be read at text. */
static inline struct key
key_of(const char *text, size_t len)
{
	__m128i x = _mm_and_si128(_mm_loadu_si128((const void *)text),
	    _mm_loadu_si128((const void *)(keep + KEY_MAX - len)));
	__m128i upper = _mm_and_si128(_mm_cmpgt_epi8(x, _mm_set1_epi8('A' - 1)),
	    _mm_cmpgt_epi8(_mm_set1_epi8('Z' + 1), x));

	x = _mm_or_si128(x, _mm_and_si128(upper, _mm_set1_epi8(0x20)));
#ifdef __x86_64__
	return (struct key){(uint64_t)_mm_cvtsi128_si64(x),
	    (uint64_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(x, x))};
#else
	struct key key;

	_mm_storeu_si128((void *)&key, x);
	return key;
#endif
}
#else
/* Eight bytes of ASCII in lower case: 0x20 is set in each of 'A'..'Z' (bytes
 * are below 0x80, so that no sum carries into the next). */
static uint64_t
lower(uint64_t x)
{
	const uint64_t each = 0x0101010101010101ULL;
	uint64_t from_a = x + each * (0x80 - 'A');
	uint64_t past_z = x + each * (0x80 - 'Z' - 1);

	return x | ((from_a & ~past_z & each * 0x80) >> 2);
}

static inline struct key
key_of(const char *text, size_t len)
{
	struct key key, mask;

	memcpy(&key, text, KEY_MAX);
	memcpy(&mask, keep + KEY_MAX - len, KEY_MAX);
	return (struct key){
	    lower(key.low & mask.low), lower(key.high & mask.high)};
}
#endif

static inline size_t
row_of(struct key key)
{
	uint64_t h = (key.low ^ (key.high << 29 | key.high >> 35)) *
	    0x9E3779B97F4A7C15ULL;

	return (size_t)(h >> 48) & (MEMO_ROWS - 1);
}

static inline bool
key_equal(struct key a, struct key b)
{
	return ((a.low ^ b.low) | (a.high ^ b.high)) == 0;
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
static void
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

/* Puts down a token that is read as n words. */
static struct word *
put_words(
    struct word *out, const struct token *t, const uint16_t *sets, size_t n)
{
	const uint32_t inner =
	    t->flags & ~(uint32_t)(TOKEN_SENTENCE | TOKEN_CLAUSE);
	size_t i;

	for (i = 0; i < n; i++)
		*out++ = (struct word){
		    sets[i], i == 0 ? t->flags : inner, t->start, t->end};
	return out;
}

static struct word *
read_long(
    struct memo *m, const char *text, const struct token *t, struct word *out)
{
	uint16_t sets[VOCAB_PARTS_MAX] = {0};
	size_t len = t->end - t->start, n = 1;

	if (len <= VOCAB_WORD_MAX)
		n = read_slowly(m, text + t->start, len, sets);
	return put_words(out, t, sets, n);
}

enum { AHEAD = 32 }; /* tokens whose rows are called for at once */

/* The keys of n tokens, but long ones; calls their rows near, which are too
 * many to be there already. */
static void
call_rows(const struct memo *m, const char *text, size_t len,
    const struct token *t, size_t n, struct key keys[AHEAD])
{
	char end[KEY_MAX] = ""; /* a word near the end of the text */
	size_t i;

	for (i = 0; i < n; i++) {
		const char *word = text + t[i].start;
		size_t word_len = t[i].end - t[i].start;

		if (word_len > KEY_MAX)
			continue;
		if (len - t[i].start < KEY_MAX)
			word = memcpy(end, word, word_len);
		keys[i] = key_of(word, word_len);
		__builtin_prefetch(&m->rows[row_of(keys[i])]);
	}
}

static inline struct word *
read_token(struct memo *m, const char *text, const struct token *t,
    struct key key, struct word *out)
{
	size_t len = t->end - t->start;
	struct slot *slots;

	if (len > KEY_MAX || (t->flags & TOKEN_WIDE) != 0)
		return read_long(m, text, t, out);
	slots = m->rows[row_of(key)].slots;
	if (!key_equal(slots[0].key, key))
		recall(m, slots, key, text + t->start, len);
	if (slots[0].count != 1)
		return put_words(out, t, slots[0].sets, slots[0].count);
	*out = (struct word){slots[0].sets[0], t->flags, t->start, t->end};
	return out + 1;
}

size_t
memo_read(struct memo *m, const char *text, size_t len,
    const struct tokens *tokens, struct word *words)
{
	struct word *out = words;
	struct key keys[AHEAD];
	size_t i, k, n;

	for (i = 0; i < tokens->count; i += n) {
		const struct token *t = &tokens->items[i];

		n = tokens->count - i < AHEAD ? tokens->count - i : AHEAD;
		call_rows(m, text, len, t, n, keys);
		for (k = 0; k < n; k++)
			out = read_token(m, text, &t[k], keys[k], out);
	}
	return (size_t)(out - words);
}
