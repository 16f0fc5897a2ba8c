/*
 * block - 64 bytes of a text at once, as bits, and bits as numbers; in steps of
 * 16 bytes where the processor has such numbers.
 */
#ifndef ATTRIB_BLOCK_H
#define ATTRIB_BLOCK_H

#include "attrib/kind.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif
#include <stddef.h>
#include <stdint.h>

enum {
	BLOCK = 64,
	BLOCK_PADDING = 8,
};

/* A bit for each byte of a block. */
struct block {
	uint64_t letters, apostrophes, others; /* no blank either */
	uint64_t wide;                         /* beyond ASCII */
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

		b.letters |= (uint64_t)_mm_movemask_epi8(letters) << i;
		b.apostrophes |= (uint64_t)_mm_movemask_epi8(apostrophes) << i;
		b.others |= (uint64_t)_mm_movemask_epi8(known) << i;
		b.wide |= (uint64_t)_mm_movemask_epi8(x) << i;
	}
	b.others = ~b.others;
	return b;
}

/* A bit for each of the bytes that has the flag, one of eight bits. */
static inline uint64_t
block_flags(const uint8_t *flags, int flag)
{
	__m128i some = _mm_set1_epi8((char)flag);
	uint64_t bits = 0;
	int i;

#pragma GCC unroll 4
	for (i = 0; i < BLOCK; i += 16) {
		__m128i x = _mm_loadu_si128((const void *)(flags + i));

		bits |= (uint64_t)_mm_movemask_epi8(
			    _mm_cmpeq_epi8(_mm_and_si128(x, some), some))
		    << i;
	}
	return bits;
}

/* Puts down at + each of eight numbers of a byte. */
static inline void
put_eight(uint32_t *to, uint64_t eight, uint32_t at)
{
	__m128i none = _mm_setzero_si128();
	__m128i base = _mm_set1_epi32((int)at);
	__m128i x =
	    _mm_unpacklo_epi8(_mm_cvtsi64_si128((long long)eight), none);

	_mm_storeu_si128(
	    (void *)to, _mm_add_epi32(_mm_unpacklo_epi16(x, none), base));
	_mm_storeu_si128(
	    (void *)(to + 4), _mm_add_epi32(_mm_unpackhi_epi16(x, none), base));
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

		if (byte >= 0x80)
			b.wide |= bit;
		if (kinds[byte] == LETTER)
			b.letters |= bit;
		else if (kinds[byte] == APOSTROPHE)
			b.apostrophes |= bit;
		else if (byte != ' ')
			b.others |= bit;
	}
	return b;
}

static inline uint64_t
block_flags(const uint8_t *flags, int flag)
{
	uint64_t bits = 0;
	int i;

	for (i = 0; i < BLOCK; i++)
		bits |= (uint64_t)((flags[i] & flag) != 0) << i;
	return bits;
}

static inline void
put_eight(uint32_t *to, uint64_t eight, uint32_t at)
{
	int i;

	for (i = 0; i < 8; i++)
		to[i] = at + (uint32_t)(eight >> 8 * i & 0xFF);
}
#endif

/* The numbers of the bits that are set in each byte, one a byte. */
#define PLACE(b, i, rest)                                                      \
	((((b) >> (i)) & 1ULL) * (i) | (rest) << 8 * (((b) >> (i)) & 1))
#define PLACES(b)                                                              \
	PLACE(b, 0,                                                            \
	    PLACE(b, 1,                                                        \
		PLACE(b, 2,                                                    \
		    PLACE(b, 3,                                                \
			PLACE(b, 4,                                            \
			    PLACE(b, 5, PLACE(b, 6, PLACE(b, 7, 0ULL))))))))
#define PLACES_4(b) PLACES(b), PLACES((b) + 1), PLACES((b) + 2), PLACES((b) + 3)
#define PLACES_16(b)                                                           \
	PLACES_4(b), PLACES_4((b) + 4), PLACES_4((b) + 8), PLACES_4((b) + 12)
#define PLACES_64(b)                                                           \
	PLACES_16(b), PLACES_16((b) + 16), PLACES_16((b) + 32),                \
	    PLACES_16((b) + 48)
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

/* Puts down base + the number of each bit that is set; returns how many.  For
 * each byte of bits eight numbers are written, so that no branch depends on how
 * many there are: there must be room for BLOCK_PADDING behind the last. */
static inline size_t
put_bits(uint32_t *to, uint64_t bits, size_t base)
{
	uint64_t sums = sum_bits(bits), before = sums << 8;
	int i;

#pragma GCC unroll 8
	for (i = 0; i < BLOCK; i += 8)
		put_eight(to + (before >> i & 0xFF), places[bits >> i & 0xFF],
		    (uint32_t)(base + (size_t)i));
	return sums >> (BLOCK - 8);
}

#endif
