#include "stream/shape.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>

bool
shape_holds(const struct shape *s, const char *text)
{
	__m128i wrong = _mm_setzero_si128();

	for (size_t i = 0; i < s->len; i += SHAPE_STEP) {
		__m128i v = _mm_loadu_si128((const void *)(text + i));
		__m128i low = _mm_loadu_si128((const void *)(s->low + i));
		__m128i high = _mm_loadu_si128((const void *)(s->high + i));

		wrong = _mm_or_si128(wrong, _mm_subs_epu8(low, v));
		wrong = _mm_or_si128(wrong, _mm_subs_epu8(v, high));
	}
	wrong = _mm_cmpeq_epi8(wrong, _mm_setzero_si128());
	return _mm_movemask_epi8(wrong) == 0xffff;
}

void
shape_ends(const struct shape *s, size_t tail, uint32_t *ends)
{
	int first = (int)tail + 1;
	__m128i at = _mm_set_epi32(first + 6, first + 4, first + 2, first);

	ends += s->lead;
	for (size_t i = 0; i < s->len; i += 8, ends += 4) {
		_mm_storeu_si128((void *)ends, at);
		at = _mm_add_epi32(at, _mm_set1_epi32(8));
	}
}

#else

void
shape_ends(const struct shape *s, size_t tail, uint32_t *ends)
{
	ends += s->lead;
	for (size_t at = 1; at <= s->len; at += 2)
		*ends++ = (uint32_t)(tail + at);
}

bool
shape_holds(const struct shape *s, const char *text)
{
	bool good = true;

	for (size_t i = 0; i < s->len; i++)
		good &= (uint8_t)text[i] >= s->low[i] &&
		    (uint8_t)text[i] <= s->high[i];
	return good;
}

#endif

/* Finds the separators of base[at..to), which ends with one. */
static bool
find_lead(const struct shape *s, const char *base, size_t at, size_t to,
    uint32_t *ends)
{
	size_t count = 0;

	for (; at < to; at++) {
		switch (base[at]) {
		case ',':
			if (count == s->lead)
				return false;
			ends[count++] = (uint32_t)at;
			break;
		case '"':
		case '\r':
		case '\n':
		case '\0':
			return false;
		}
	}
	return count == s->lead && (count == 0 || ends[count - 1] == to - 1);
}

size_t
shape_find(const struct shape *s, const char *base, size_t at, size_t len,
    uint32_t *ends, size_t *tail)
{
	size_t least = at + s->lead + s->len, most = least + SHAPE_LEAD_MAX;
	const char *lf;
	size_t end;

	if (s->len == 0 || len <= least)
		return 0;
	lf = memchr(base + least, '\n', (most < len ? most : len) - least);
	if (lf == NULL)
		return 0;
	end = (size_t)(lf - base);
	end -= end > least && base[end - 1] == '\r';
	*tail = end - s->len;
	if (!shape_holds(s, base + *tail) ||
	    !find_lead(s, base, at, *tail, ends))
		return 0;
	return (size_t)(lf - base) + 1 - at;
}
