/*
 * lane - where fields and records end in a text of CSV, 64 bytes at a time.
 *
 * Bit masks of the separators, quotes and line ends of 64 bytes tell which of
 * them stand outside quotes; the positions of these are the whole result.  The
 * lane reads plain and standard quoted fields.  At the first byte that is
 * neither (the odd byte) it stops and leaves the verdict to others.
 *
 * A text may be scanned in parts of any size: where it is cut never changes
 * what is found.
 */
#ifndef STREAM_LANE_H
#define STREAM_LANE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { LANE_CHUNK = 64 }; /* bytes that may be read past the end of a scan */

/* Which of the LANE_CHUNK bytes at p are c: bit i stands for byte i. */
static inline uint64_t
lane_mask(const char *p, char c)
{
#ifdef __SSE2__
	const __m128i *v = (const void *)p, same = _mm_set1_epi8(c);
	__m128i a = _mm_cmpeq_epi8(_mm_loadu_si128(v), same);
	__m128i b = _mm_cmpeq_epi8(_mm_loadu_si128(v + 1), same);
	__m128i d = _mm_cmpeq_epi8(_mm_loadu_si128(v + 2), same);
	__m128i e = _mm_cmpeq_epi8(_mm_loadu_si128(v + 3), same);
	uint64_t low = (unsigned)_mm_movemask_epi8(a) |
	    (unsigned)_mm_movemask_epi8(b) << 16;
	uint64_t high = (unsigned)_mm_movemask_epi8(d) |
	    (unsigned)_mm_movemask_epi8(e) << 16;

	return low | high << 32;
#else
	uint64_t mask = 0;

	for (int i = 0; i < LANE_CHUNK; i++)
		mask |= (uint64_t)(p[i] == c) << i;
	return mask;
#endif
}

#define LANE_NONE SIZE_MAX

/* A record that was found whole. */
struct lane_row {
	unsigned long lines; /* line ends up to and with its own */
	uint32_t ends;       /* ends up to and with its own */
	bool doubled;        /* it holds a doubled quote */
};

/* Plain storage; init and release it. */
struct lane {
	uint32_t *ends; /* where each field's separator or line end stands */
	size_t count, cap;
	struct lane_row *rows;
	size_t row_count, row_cap;
	size_t odd; /* where the first odd byte stands, or LANE_NONE */

	bool inside;         /* the scanned text ends within quotes */
	char last;           /* its last byte */
	bool doubled;        /* of the record begun */
	unsigned long lines; /* line ends so far, quoted ones too */
	char separator;
};

void lane_init(struct lane *l, char separator);
void lane_release(struct lane *l);

/*
 * Scans text[from..to), the bytes that follow those of the last scan, and adds
 * the ends and rows found.  LANE_CHUNK bytes from to on must be readable, to is
 * less than 4 GiB.  A CR before a line end is not looked at: it belongs to the
 * line end.  Odd are: a NUL, a CR outside quotes with another byte behind it, a
 * quote inside an unquoted field, and what follows a closing quote and is
 * neither separator nor line end.
 */
void lane_scan(struct lane *l, const char *text, size_t from, size_t to);

/* The text is at its end at to, in the middle of a record: it is whole. */
void lane_finish(struct lane *l, size_t to);

/* Goes back to where the record begun begins, with so many ends and lines
 * before it; none of its bytes was odd. */
void lane_rewind(struct lane *l, size_t count, unsigned long lines);

/* Forgets all rows and the first count ends; those of the record begun stay,
 * and become positions of a text that was moved down by shift bytes. */
void lane_forget(struct lane *l, size_t count, size_t shift);

#endif
