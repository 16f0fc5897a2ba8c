/*
 * wordkey - a short word of ASCII as a number of 16 bytes, by which it is
 * found again whatever its case; at once where the processor has such numbers.
 */
#ifndef ATTRIB_WORDKEY_H
#define ATTRIB_WORDKEY_H

#ifdef __SSE2__
#include <emmintrin.h>
#endif
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { WORDKEY_MAX = 16 }; /* bytes of a word */

/* A word of at most WORDKEY_MAX bytes, in lower case, padded with zero bytes.
 */
struct wordkey {
#ifdef __SSE2__
	__m128i bytes;
#else
	uint64_t low, high;
#endif
};

/* wordkey_keep[WORDKEY_MAX - len] on keeps len bytes. */
static const unsigned char wordkey_keep[2 * WORDKEY_MAX] = {0xFF, 0xFF, 0xFF,
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    0xFF};

/*
 * The key of a word of ASCII, and that of the very bytes of any word;
 * WORDKEY_MAX bytes may be read at text.  Of the bytes that words have (kind.h)
 * all of ASCII but capitals hold the bit 0x20 that makes one small; no other
 * byte becomes one of ASCII by it.
 */
#ifdef __SSE2__
static inline struct wordkey
wordkey_with(const char *text, size_t len, char bits)
{
	__m128i x = _mm_loadu_si128((const void *)text);
	__m128i kept =
	    _mm_loadu_si128((const void *)(wordkey_keep + WORDKEY_MAX - len));

	return (struct wordkey){
	    _mm_and_si128(_mm_or_si128(x, _mm_set1_epi8(bits)), kept)};
}

static inline bool
wordkey_equal(struct wordkey a, struct wordkey b)
{
	return _mm_movemask_epi8(_mm_cmpeq_epi8(a.bytes, b.bytes)) == 0xFFFF;
}

/* What its hash is made of. */
static inline uint64_t
wordkey_mix(struct wordkey key)
{
	uint64_t half[2];

	_mm_storeu_si128((void *)half,
	    _mm_xor_si128(key.bytes,
		_mm_shuffle_epi32(key.bytes, _MM_SHUFFLE(0, 1, 2, 3))));
	return half[0];
}
#else
static inline struct wordkey
wordkey_with(const char *text, size_t len, char bits)
{
	const uint64_t all = (uint64_t)bits * 0x0101010101010101ULL;
	uint64_t x[2], kept[2];

	memcpy(x, text, WORDKEY_MAX);
	memcpy(kept, wordkey_keep + WORDKEY_MAX - len, WORDKEY_MAX);
	return (struct wordkey){(x[0] | all) & kept[0], (x[1] | all) & kept[1]};
}

static inline bool
wordkey_equal(struct wordkey a, struct wordkey b)
{
	return ((a.low ^ b.low) | (a.high ^ b.high)) == 0;
}

static inline uint64_t
wordkey_mix(struct wordkey key)
{
	return key.low ^ (key.high << 32 | key.high >> 32);
}
#endif

static inline struct wordkey
wordkey_of(const char *text, size_t len)
{
	return wordkey_with(text, len, 0x20);
}

static inline struct wordkey
wordkey_exact(const char *text, size_t len)
{
	return wordkey_with(text, len, 0);
}

#endif
