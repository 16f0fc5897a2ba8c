#include "quiz/cells.h"

#include "base/mem.h"
#include "quiz/instrument.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Bounds for each byte of "d,d,d". */
static void
set_shape(struct cells *c)
{
	size_t room = (2 * c->count / SHAPE_STEP + 1) * SHAPE_STEP;

	for (size_t i = 0; i < c->count; i++)
		if (c->low[i] + c->span[i] > 9 ||
		    c->cols[i] != c->cols[0] + (int)i)
			return;
	c->low_text = mem_zalloc(room, 1);
	c->high_text = mem_alloc(room, 1);
	memset(c->high_text, UINT8_MAX, room);
	for (size_t i = 0; i < c->count; i++) {
		c->low_text[2 * i] = (uint8_t)('0' + c->low[i]);
		c->high_text[2 * i] = (uint8_t)('0' + c->low[i] + c->span[i]);
		if (i > 0)
			c->low_text[2 * i - 1] = c->high_text[2 * i - 1] = ',';
	}
	c->shape = (struct shape){.lead = (size_t)c->cols[0],
	    .len = 2 * c->count - 1,
	    .low = c->low_text,
	    .high = c->high_text};
}

void
cells_init(struct cells *c, const int *cols, const int *min, const int *max,
    size_t count)
{
	*c = (struct cells){.count = count, .cols = cols};
	c->low = mem_alloc(count, sizeof(*c->low));
	c->span = mem_alloc(count, sizeof(*c->span));
	for (size_t i = 0; i < count; i++) {
		c->low[i] = min[i] < 0 ? 0 : (unsigned)min[i];
		c->span[i] = (unsigned)max[i] - c->low[i];
		if (max[i] < 0 || max[i] < min[i]) { /* none without a sign */
			c->low[i] = 10000;
			c->span[i] = 0;
		}
	}
	if (count > 0)
		set_shape(c);
}

void
cells_release(struct cells *c)
{
	free(c->low);
	free(c->span);
	free(c->low_text);
	free(c->high_text);
	*c = (struct cells){0};
}

void
cells_expect(const struct cells *c, struct table *t)
{
	if (c->shape.len > 0 && c->shape.lead + c->count == table_columns(t))
		table_expect(t, &c->shape);
}

#ifdef __SSE2__

/* The digits of "d,d,d", and more up to a multiple of eight. */
static void
take_digits(const struct cells *c, const char *text, int *x)
{
	const __m128i digit = _mm_set1_epi16(0x000f);

	for (size_t i = 0; i < c->count; i += SHAPE_STEP / 2, x += 8) {
		__m128i v = _mm_loadu_si128((const void *)(text + 2 * i));

		v = _mm_and_si128(v, digit);
		_mm_storeu_si128(
		    (void *)x, _mm_unpacklo_epi16(v, _mm_setzero_si128()));
		_mm_storeu_si128((void *)(x + 4),
		    _mm_unpackhi_epi16(v, _mm_setzero_si128()));
	}
}

#else

static void
take_digits(const struct cells *c, const char *text, int *x)
{
	for (size_t i = 0; i < c->count; i++)
		x[i] = text[2 * i] - '0';
}

#endif

/* Four bytes, the first one lowest. */
static inline uint32_t
load_word(const char *from)
{
	uint8_t b[4];

	memcpy(b, from, sizeof(b));
	return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 |
	    (uint32_t)b[3] << 24;
}

/*
 * The number in the last len bytes of a word, which are digits; else *bad gets
 * other than 0.  What stands before them is shifted out.  Then pairs of digits
 * are put together, byte * 10 + byte, and pairs of pairs.
 */
static inline unsigned
read_number(uint32_t word, size_t len, unsigned *bad)
{
	unsigned drop = (32 - 8 * (unsigned)len) & 31;

	word = (word ^ UINT32_C(0x30303030)) >> drop << drop;
	*bad = (word | (word + UINT32_C(0x06060606))) & UINT32_C(0xf0f0f0f0);
	word = (word * (1 + (10 << 8))) >> 8 & UINT32_C(0x00ff00ff);
	return (word * (1 + (100 << 16))) >> 16;
}

static bool
read_numbers(const struct cells *c, const struct csvin_raw *raw, int *x)
{
	unsigned any_bad = 0;

	for (size_t i = 0; i < c->count; i++) {
		size_t col = (size_t)c->cols[i], end = raw->ends[col], len;
		unsigned number, bad;

		len = end - (col > 0 ? raw->ends[col - 1] + 1 : raw->begin);
		if (len == 0) {
			x[i] = ANSWER_MISSING;
			continue;
		}
		if (end < 4)
			return false;
		number = read_number(load_word(raw->base + end - 4), len, &bad);
		any_bad |= bad | (len > 4) | (number - c->low[i] > c->span[i]);
		x[i] = (int)number;
	}
	return any_bad == 0;
}

/* The cells if they are one digit each, side by side; else NULL. */
static const char *
find_digits(
    const struct cells *c, const struct table *t, const struct csvin_raw *raw)
{
	const char *text = table_tail(t, c->low_text);
	size_t first = c->shape.lead, begin;

	if (text != NULL || c->shape.len == 0)
		return text;
	begin = first > 0 ? raw->ends[first - 1] + 1 : raw->begin;
	text = raw->base + begin;
	return raw->ends[first + c->count - 1] - begin == c->shape.len &&
		shape_holds(&c->shape, text)
	    ? text
	    : NULL;
}

bool
cells_read(const struct cells *c, const struct table *t, int *x)
{
	struct csvin_raw raw = table_raw(t);
	const char *digits;

	if (c->count == 0)
		return true;
	assert(raw.base != NULL); /* t stands at a record */
	digits = find_digits(c, t, &raw);
	if (digits == NULL)
		return read_numbers(c, &raw, x);
	take_digits(c, digits, x);
	return true;
}
