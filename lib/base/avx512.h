/*
 * avx512 - numbers of 64 bytes, where the processor at hand has them (AVX-512
 * F, BW, DQ, VL and VBMI2), for the few passes that all text goes through.
 *
 * A function that is AVX512 may only be called where avx512_here() says so.
 * Beside each stands one that does the same on any processor.
 */
#ifndef BASE_AVX512_H
#define BASE_AVX512_H

#include <stdbool.h>
#include <stddef.h>

#if defined(__x86_64__) && defined(__GNUC__)
#define HAVE_AVX512
#define AVX512                                                                 \
	__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,"            \
			      "avx512vbmi2")))
#include <immintrin.h>

/* The lowest bits, so many, but at most 16. */
static inline AVX512 __mmask16
avx512_lowest(size_t n)
{
	return (__mmask16)(n < 16 ? (1u << n) - 1 : 0xFFFF);
}
#endif

bool avx512_here(void);

/* For tests: false has avx512_here() say no on any processor. */
void avx512_allow(bool allowed);

#endif
