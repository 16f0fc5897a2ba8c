#include "quiz/cells.h"

#include "base/mem.h"
#include "quiz/instrument.h"

#include <stdlib.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { STEP = 16 }; /* bytes of text looked at in one go: eight cells */

/* Bounds for each byte of "d,d,d": what lies behind may be anything. */
static void
set_text_bounds(struct cells *c)
{
	size_t room = (2 * c->count + STEP - 1) / STEP * STEP;

	for (size_t i = 0; i < c->count; i++)
		if (c->high[i] > 9 || c->cols[i] != c->cols[0] + (int)i)
			return;
	c->text_len = 2 * c->count - 1;
	c->low_text = mem_zalloc(room, 1);
	c->high_text = mem_alloc(room, 1);
	memset(c->high_text, UINT8_MAX, room);
	for (size_t i = 0; i < c->count; i++) {
		c->low_text[2 * i] = (uint8_t)('0' + c->low[i]);
		c->high_text[2 * i] = (uint8_t)('0' + c->high[i]);
		if (2 * i + 1 < c->text_len)
			c->low_text[2 * i + 1] = c->high_text[2 * i + 1] = ',';
	}
}

void
cells_init(struct cells *c, const int *cols, const int *min, const int *max,
    size_t count)
{
	*c = (struct cells){.count = count, .cols = cols};
	c->low = mem_alloc(count, sizeof(*c->low));
	c->high = mem_alloc(count, sizeof(*c->high));
	for (size_t i = 0; i < count; i++) {
		c->low[i] = min[i] < 0 ? 0 : (unsigned)min[i];
		c->high[i] = max[i] < 0 ? 0 : (unsigned)max[i];
		if (max[i] < 0) /* no number without a sign is in range */
			c->low[i] = 1;
	}
	if (count > 0)
		set_text_bounds(c);
}

void
cells_release(struct cells *c)
{
	free(c->low);
	free(c->high);
	free(c->low_text);
	free(c->high_text);
	*c = (struct cells){0};
}

#ifdef __SSE2__

/* Eight digits, each with the byte behind it: false if a bound is broken. */
static inline bool
read_eight(const char *text, const uint8_t *low, const uint8_t *high, int *x)
{
	__m128i v = _mm_loadu_si128((const void *)text);
	__m128i under = _mm_subs_epu8(_mm_loadu_si128((const void *)low), v);
	__m128i over = _mm_subs_epu8(v, _mm_loadu_si128((const void *)high));
	__m128i good =
	    _mm_cmpeq_epi8(_mm_or_si128(under, over), _mm_setzero_si128());
	__m128i digits = _mm_and_si128(v, _mm_set1_epi16(0x000f));

	_mm_storeu_si128(
	    (void *)x, _mm_unpacklo_epi16(digits, _mm_setzero_si128()));
	_mm_storeu_si128(
	    (void *)(x + 4), _mm_unpackhi_epi16(digits, _mm_setzero_si128()));
	return _mm_movemask_epi8(good) == 0xffff;
}

#else

static inline bool
read_eight(const char *text, const uint8_t *low, const uint8_t *high, int *x)
{
	bool good = true;

	for (int i = 0; i < STEP; i++) {
		uint8_t byte = (uint8_t)text[i];

		good &= byte >= low[i] && byte <= high[i];
		if (i % 2 == 0)
			x[i / 2] = byte & 0x0f;
	}
	return good;
}

#endif

/* The shape of a questionnaire: one digit, comma, one digit, ... */
static bool
read_digits(const struct cells *c, const char *text, int *x)
{
	for (size_t at = 0; at < c->text_len; at += STEP)
		if (!read_eight(text + at, c->low_text + at, c->high_text + at,
			x + at / 2))
			return false;
	return true;
}

/*
 * One to four digits that end at base[end]; end >= 4.  Sets *bad to other than
 * 0 where they are not.  The four bytes are a little-endian word: the digits
 * are its upper bytes, the last one on top; what stands before them is shifted
 * out.
 */
static inline unsigned
read_number(const char *base, size_t end, size_t len, unsigned *bad)
{
	uint32_t word = (uint32_t)(uint8_t)base[end - 4] |
	    (uint32_t)(uint8_t)base[end - 3] << 8 |
	    (uint32_t)(uint8_t)base[end - 2] << 16 |
	    (uint32_t)(uint8_t)base[end - 1] << 24;
	unsigned drop = (unsigned)(32 - 8 * len) & 31;

	*bad = len > 4;
	word = (word ^ UINT32_C(0x30303030)) >> drop << drop;
	*bad |= (word | (word + UINT32_C(0x06060606))) & UINT32_C(0xf0f0f0f0);
	word = (word * 10 + (word >> 8)) & UINT32_C(0x00ff00ff);
	return (word * 100 + (word >> 16)) & 0xffff;
}

static bool
read_numbers(const struct cells *c, const struct csvin_raw *raw, int *x)
{
	unsigned any_bad = 0;

	for (size_t i = 0; i < c->count; i++) {
		size_t col = (size_t)c->cols[i], end = raw->ends[col];
		size_t begin = col > 0 ? raw->ends[col - 1] + 1 : raw->begin;
		unsigned number, bad;

		if (end < 4)
			return false;
		number = read_number(raw->base, end, end - begin, &bad);
		bad |= (number < c->low[i]) | (number > c->high[i]);
		any_bad |= end == begin ? 0 : bad;
		x[i] = end == begin ? ANSWER_MISSING : (int)number;
	}
	return any_bad == 0;
}

bool
cells_read(const struct cells *c, const struct table *t, int *x)
{
	struct csvin_raw raw = table_raw(t);
	size_t first, begin;

	if (c->count == 0)
		return true;
	if (c->low_text != NULL) {
		first = (size_t)c->cols[0];
		begin = first > 0 ? raw.ends[first - 1] + 1 : raw.begin;
		if (raw.ends[first + c->count - 1] - begin == c->text_len &&
		    read_digits(c, raw.base + begin, x))
			return true;
	}
	return read_numbers(c, &raw, x);
}
