#include "stream/lane.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

/* Bit i stands for byte i of the chunk. */
struct masks {
	uint64_t sep, lf, quote, cr, nul;
};

#ifdef __SSE2__

/* Which bytes are a quote, a CR or a NUL. */
static inline __m128i
rare_of(__m128i v)
{
	__m128i quote = _mm_cmpeq_epi8(v, _mm_set1_epi8('"'));
	__m128i cr = _mm_cmpeq_epi8(v, _mm_set1_epi8('\r'));
	__m128i nul = _mm_cmpeq_epi8(v, _mm_setzero_si128());

	return _mm_or_si128(quote, _mm_or_si128(cr, nul));
}

/* Whether any byte of the chunk at p is a quote, a CR or a NUL. */
static inline bool
is_rare(const char *p)
{
	const __m128i *from = (const void *)p;
	__m128i low = _mm_or_si128(
	    rare_of(_mm_loadu_si128(from)), rare_of(_mm_loadu_si128(from + 1)));
	__m128i high = _mm_or_si128(rare_of(_mm_loadu_si128(from + 2)),
	    rare_of(_mm_loadu_si128(from + 3)));

	return _mm_movemask_epi8(_mm_or_si128(low, high)) != 0;
}

#else

static inline bool
is_rare(const char *p)
{
	(void)p;
	return true;
}

#endif

static inline struct masks
chunk_masks(const char *p, char separator)
{
	struct masks m = {
	    .sep = lane_mask(p, separator), .lf = lane_mask(p, '\n')};

	if (is_rare(p)) {
		m.quote = lane_mask(p, '"');
		m.cr = lane_mask(p, '\r');
		m.nul = lane_mask(p, '\0');
	}
	return m;
}

void
lane_init(struct lane *l, char separator)
{
	*l = (struct lane){
	    .odd = LANE_NONE, .last = '\n', .separator = separator};
}

void
lane_release(struct lane *l)
{
	free(l->ends);
	free(l->rows);
}

/* What one chunk holds, once it is known what stands in quotes. */
struct found {
	uint64_t ends, rows;      /* field ends; those that end a record */
	uint64_t quoted, doubled; /* quoted LFs; second halves of "" */
};

static inline void
add_ends(struct lane *l, size_t at, uint64_t ends)
{
	uint32_t *out = l->ends + l->count;

	for (; ends != 0; ends &= ends - 1)
		*out++ = (uint32_t)(at + (size_t)__builtin_ctzll(ends));
	l->count = (size_t)(out - l->ends);
}

static inline void
add_row(struct lane *l)
{
	if (l->row_count == l->row_cap)
		l->rows = mem_grow(
		    l->rows, &l->row_cap, l->row_count + 1, sizeof(*l->rows));
	l->rows[l->row_count++] = (struct lane_row){.lines = ++l->lines,
	    .ends = (uint32_t)l->count,
	    .doubled = l->doubled};
	l->doubled = false;
}

static inline void
add_quoted(struct lane *l, const struct found *f, uint64_t part)
{
	for (uint64_t lf = f->quoted & part; lf != 0; lf &= lf - 1)
		l->lines++;
	l->doubled |= (f->doubled & part) != 0;
}

static inline void
add_found(struct lane *l, size_t at, struct found f)
{
	uint64_t left = ~UINT64_C(0);

	for (uint64_t rows = f.rows; rows != 0; rows &= rows - 1) {
		uint64_t part = left & (rows ^ (rows - 1));

		add_ends(l, at, f.ends & part);
		add_quoted(l, &f, part);
		add_row(l);
		left &= ~part;
	}
	add_ends(l, at, f.ends & left);
	add_quoted(l, &f, left);
}

/* Bit i of the result: whether bits 0..i of x hold an odd number of ones. */
static inline uint64_t
parity(uint64_t x)
{
	for (int shift = 1; shift < 64; shift *= 2)
		x ^= x << shift;
	return x;
}

static inline uint64_t
first_bits(size_t n)
{
	return n < 64 ? (UINT64_C(1) << n) - 1 : ~UINT64_C(0);
}

/*
 * A chunk of n bytes that holds quotes, CRs or NULs, or is touched by one of
 * the byte before it.  Returns whether the lane can go on.
 */
static bool
scan_quoted(struct lane *l, struct masks m, size_t at, size_t n)
{
	uint64_t valid = first_bits(n);
	uint64_t within = parity(m.quote) ^ (l->inside ? ~UINT64_C(0) : 0);
	uint64_t open = m.quote & within, closed = m.quote & ~within;
	uint64_t ends = (m.sep | m.lf) & ~within;
	uint64_t was_closed = closed << 1 | (!l->inside && l->last == '"');
	uint64_t was_end = ends << 1 |
	    (!l->inside && (l->last == l->separator || l->last == '\n'));
	uint64_t was_cr =
	    (m.cr & ~within) << 1 | (!l->inside && l->last == '\r');
	uint64_t odd = (open & ~(was_end | was_closed)) |
	    (was_closed & ~(m.sep | m.lf | m.cr | m.quote)) | m.nul;
	uint64_t lone = was_cr & ~m.lf & valid;

	odd &= valid;
	if (odd != 0 || lone != 0) {
		/* The CR stands a byte before the one that shows it lone. */
		size_t o = odd ? (size_t)__builtin_ctzll(odd) + 1 : SIZE_MAX;
		size_t c = lone ? (size_t)__builtin_ctzll(lone) : SIZE_MAX;

		l->odd = at + (o < c ? o : c) - 1;
		valid = l->odd < at ? 0 : first_bits(l->odd - at);
	}
	add_found(l, at,
	    (struct found){.ends = ends & valid,
		.rows = m.lf & ends & valid,
		.quoted = m.lf & within & valid,
		.doubled = open & was_closed & valid});
	l->inside = within >> (n - 1) & 1;
	return l->odd == LANE_NONE;
}

void
lane_scan(struct lane *l, const char *text, size_t from, size_t to)
{
	if (l->cap < l->count + (to - from) + 1)
		l->ends = mem_grow(l->ends, &l->cap, l->count + (to - from) + 1,
		    sizeof(*l->ends));
	for (size_t at = from; at < to; at += LANE_CHUNK) {
		struct masks m = chunk_masks(text + at, l->separator);
		size_t n = to - at < LANE_CHUNK ? to - at : LANE_CHUNK;
		bool rare = (m.quote | m.cr | m.nul) != 0;

		if (!rare && l->inside) {
			m.lf &= first_bits(n);
			add_quoted(l, &(struct found){.quoted = m.lf}, m.lf);
		} else if (rare || l->last == '"' || l->last == '\r') {
			if (!scan_quoted(l, m, at, n))
				return;
		} else {
			uint64_t valid = first_bits(n);
			add_found(l, at,
			    (struct found){.ends = (m.sep | m.lf) & valid,
				.rows = m.lf & valid});
		}
		l->last = text[at + n - 1];
	}
}

void
lane_finish(struct lane *l, size_t to)
{
	l->ends = mem_grow(l->ends, &l->cap, l->count + 1, sizeof(*l->ends));
	l->ends[l->count++] = (uint32_t)to;
	add_row(l);
}

void
lane_rewind(struct lane *l, size_t count, unsigned long lines)
{
	l->count = count;
	l->lines = lines;
	l->inside = l->doubled = false;
	l->last = '\n';
}

void
lane_forget(struct lane *l, size_t count, size_t shift)
{
	l->count -= count;
	if (count > 0)
		memmove(l->ends, l->ends + count, l->count * sizeof(*l->ends));
	if (shift > 0)
		for (size_t i = 0; i < l->count; i++)
			l->ends[i] -= (uint32_t)shift;
	l->row_count = 0;
}
