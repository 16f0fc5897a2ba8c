/*
 * block512 - what block.h does, in one step each, where the processor has
 * numbers of 64 bytes (base/avx512.h).
 */
#ifndef ATTRIB_BLOCK512_H
#define ATTRIB_BLOCK512_H

#include "attrib/block.h"
#include "base/avx512.h"

#ifdef HAVE_AVX512
static inline AVX512 __mmask64
within_512(__m512i x, char low, char high)
{
	return _mm512_cmple_epu8_mask(_mm512_sub_epi8(x, _mm512_set1_epi8(low)),
	    _mm512_set1_epi8((char)(high - low)));
}

static inline AVX512 struct block
read_block_512(const char *text)
{
	__m512i x = _mm512_loadu_si512(text);
	__m512i small = _mm512_or_si512(x, _mm512_set1_epi8(0x20));
	struct block b = {
	    .letters = within_512(small, 'a', 'z') | within_512(x, '0', '9'),
	    .apostrophes = _mm512_cmpeq_epi8_mask(x, _mm512_set1_epi8('\'')) |
		_mm512_cmpeq_epi8_mask(x, _mm512_set1_epi8('`')),
	    .wide = _mm512_movepi8_mask(x)};

	b.others = ~(b.letters | b.apostrophes |
	    _mm512_cmpeq_epi8_mask(x, _mm512_set1_epi8(' ')));
	return b;
}

/* Puts down base + each of sixteen numbers of a byte. */
static inline AVX512 void
put_sixteen(uint32_t *to, __m128i numbers, size_t base)
{
	_mm512_storeu_si512(to,
	    _mm512_add_epi32(
		_mm512_cvtepu8_epi32(numbers), _mm512_set1_epi32((int)base)));
}

/* put_bits(); there must be room for BLOCK numbers in all. */
static inline AVX512 size_t
put_bits_512(uint32_t *to, uint64_t bits, size_t base)
{
	static const uint8_t counting[BLOCK] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
	    10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
	    27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
	    44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60,
	    61, 62, 63};
	__m512i numbers =
	    _mm512_maskz_compress_epi8(bits, _mm512_loadu_si512(counting));
	size_t count = (size_t)__builtin_popcountll(bits);

	put_sixteen(to, _mm512_castsi512_si128(numbers), base);
	put_sixteen(to + 16, _mm512_extracti32x4_epi32(numbers, 1), base);
	if (count <= 32) /* as mostly */
		return count;
	put_sixteen(to + 32, _mm512_extracti32x4_epi32(numbers, 2), base);
	put_sixteen(to + 48, _mm512_extracti32x4_epi32(numbers, 3), base);
	return count;
}
#endif

#endif
