#include "attrib/sieve.h"

#include "base/avx512.h"

/* The two passes: over words, which adds to the lists, and over the pairs that
 * are listed. */
struct passes {
	void (*words)(struct sought *s, const struct trial *t,
	    const struct word_span *span, int group);
	void (*pairs)(struct sought *s, const struct trial *t);
};

/* Few words are any of these, and which, no processor foretells: so each is put
 * down, and counted if it is one.  Inline: the group is the same throughout. */
static inline void
list_words(struct sought *s, const struct trial *t,
    const struct word_span *span, int group)
{
	const uint32_t *marks = t->marks;
	uint32_t *place = s->places + s->nplaces, *lone = s->lones + s->nlones;
	uint32_t *pair = s->pairs + s->npairs;
	uint32_t mark = marks[span->from], next;
	size_t i;

	for (i = span->from; i < span->to; i++, mark = next) {
		uint64_t left = group == PHRASES_FIRST
		    ? t->words->lefts[i]
		    : t->phrases->marks[mark_set(mark)].left[group];

		next = marks[i + 1];
		*place = *pair = *lone = (uint32_t)i;
		place += mark >> (MARK_LIST_AT + group) & 1;
		lone += mark >> (MARK_LONE_AT + group) & 1;
		pair += left >> (next >> MARK_RIGHT_AT) % MARK_RIGHTS & 1;
	}
	s->nplaces = (size_t)(place - s->places);
	s->nlones = (size_t)(lone - s->lones);
	s->npairs = (size_t)(pair - s->pairs);
}

static void
take_words(struct sought *s, const struct trial *t,
    const struct word_span *span, int group)
{
	if (group == PHRASES_FIRST)
		list_words(s, t, span, PHRASES_FIRST);
	else
		list_words(s, t, span, PHRASES_SCALES);
}

/* Leaves out the pairs at which nothing is looked for: most. */
static void
take_pairs(struct sought *s, const struct trial *t)
{
	uint32_t *out = s->pairs;
	size_t i;

	for (i = 0; i < s->npairs; i++) {
		uint32_t at = s->pairs[i];

		*out = at;
		out += phrases_hint(t->phrases, key_at(t, at)) &
		    !parted(t, at + 1);
	}
	s->npairs = (size_t)(out - s->pairs);
}

static const struct passes plain = {take_words, take_pairs};

#ifdef HAVE_AVX512
static inline AVX512 uint32_t *
put_512(uint32_t *to, __m512i numbers, __mmask16 some)
{
	_mm512_storeu_si512(to, _mm512_maskz_compress_epi32(some, numbers));
	return to + __builtin_popcount(some);
}

/* Whether bit number right of each of eight numbers is set. */
static inline AVX512 __mmask8
has_right(__m512i left, __m256i right)
{
	return _mm512_test_epi64_mask(
	    _mm512_srlv_epi64(left, _mm512_cvtepu32_epi64(right)),
	    _mm512_set1_epi64(1));
}

/* phrase_mark.left of eight sets. */
static inline AVX512 __m512i
lefts_of(const struct trial *t, __m256i sets, int group)
{
	_Static_assert(sizeof(struct phrase_mark) == 24, "three of 8 bytes");
	__m256i thrice = _mm256_add_epi32(sets, _mm256_slli_epi32(sets, 1));

	return _mm512_i32gather_epi64(
	    thrice, &t->phrases->marks->left[group], 8);
}

/* take_words(), sixteen at once. */
static AVX512 void
take_words_512(struct sought *s, const struct trial *t,
    const struct word_span *span, int group)
{
	const __m512i list = _mm512_set1_epi32(1 << (MARK_LIST_AT + group));
	const __m512i alone = _mm512_set1_epi32(1 << (MARK_LONE_AT + group));
	const __m512i rights = _mm512_set1_epi32(MARK_RIGHTS - 1);
	const __m512i low = _mm512_set1_epi32(0xFFFF);
	__m512i number = _mm512_add_epi32(_mm512_set1_epi32((int)span->from),
	    _mm512_setr_epi32(
		0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));
	uint32_t *place = s->places + s->nplaces, *lone = s->lones + s->nlones;
	uint32_t *pair = s->pairs + s->npairs;
	size_t i;

	for (i = span->from; i < span->to; i += 16) {
		__mmask16 in = avx512_lowest(span->to - i);
		__m512i mark = _mm512_maskz_loadu_epi32(in, t->marks + i);
		__m512i next = _mm512_maskz_loadu_epi32(in, t->marks + i + 1);
		__m512i right = _mm512_and_si512(
		    _mm512_srli_epi32(next, MARK_RIGHT_AT), rights);
		__m512i set = _mm512_and_si512(mark, low);
		__m512i left[2];

		if (group == PHRASES_FIRST) {
			left[0] = _mm512_maskz_loadu_epi64(
			    (__mmask8)in, t->words->lefts + i);
			left[1] = _mm512_maskz_loadu_epi64(
			    (__mmask8)(in >> 8), t->words->lefts + i + 8);
		} else {
			left[0] =
			    lefts_of(t, _mm512_castsi512_si256(set), group);
			left[1] = lefts_of(
			    t, _mm512_extracti64x4_epi64(set, 1), group);
		}
		place =
		    put_512(place, number, _mm512_test_epi32_mask(mark, list));
		lone =
		    put_512(lone, number, _mm512_test_epi32_mask(mark, alone));
		pair = put_512(pair, number,
		    (__mmask16)(in &
			(has_right(left[0], _mm512_castsi512_si256(right)) |
			    has_right(
				left[1], _mm512_extracti64x4_epi64(right, 1))
				<< 8)));
		number = _mm512_add_epi32(number, _mm512_set1_epi32(16));
	}
	s->nplaces = (size_t)(place - s->places);
	s->nlones = (size_t)(lone - s->lones);
	s->npairs = (size_t)(pair - s->pairs);
}

/* The numbers of eight bits among the hints: phrases_hint(). */
static inline AVX512 __m256i
hints_of(__m256i keys, __m128i shift)
{
	const __m512i factor = _mm512_set1_epi64((long long)PHRASE_FACTOR);
	__m512i product =
	    _mm512_mullo_epi64(_mm512_cvtepu32_epi64(keys), factor);

	return _mm512_cvtepi64_epi32(_mm512_srl_epi64(product, shift));
}

/* take_pairs(), sixteen at once. */
static AVX512 void
take_pairs_512(struct sought *s, const struct trial *t)
{
	const __m512i clause = _mm512_set1_epi32(TOKEN_CLAUSE);
	const __m512i stop = _mm512_set1_epi32(TOKEN_STOP);
	const __m512i joint = _mm512_set1_epi32(MARK_JOINT);
	const __m128i shift =
	    _mm_cvtsi32_si128((int)t->phrases->pair_shift - 3);
	uint32_t *out = s->pairs;
	size_t i;

	for (i = 0; i < s->npairs; i += 16) {
		__mmask16 in = avx512_lowest(s->npairs - i);
		__m512i at = _mm512_maskz_loadu_epi32(in, s->pairs + i);
		__m512i mark = _mm512_i32gather_epi32(at, t->marks, 4);
		__m512i next = _mm512_i32gather_epi32(at, t->marks + 1, 4);
		__m512i flags =
		    _mm512_i32gather_epi32(at, t->words->flags + 1, 1);
		__m512i key = _mm512_mask_blend_epi16(
		    0xAAAAAAAA, next, _mm512_slli_epi32(mark, 16));
		__m512i bit = _mm512_inserti64x4(
		    _mm512_castsi256_si512(
			hints_of(_mm512_castsi512_si256(key), shift)),
		    hints_of(_mm512_extracti64x4_epi64(key, 1), shift), 1);
		__m512i hints = _mm512_i32gather_epi32(
		    _mm512_srli_epi32(bit, 5), t->phrases->hints, 4);
		__mmask16 hint = _mm512_test_epi32_mask(hints,
		    _mm512_sllv_epi32(_mm512_set1_epi32(1),
			_mm512_and_si512(bit, _mm512_set1_epi32(31))));
		__mmask16 parted = _mm512_test_epi32_mask(flags, clause) &
		    (_mm512_test_epi32_mask(flags, stop) |
			_mm512_testn_epi32_mask(next, joint));

		out = put_512(out, at, in & hint & (__mmask16)~parted);
	}
	s->npairs = (size_t)(out - s->pairs);
}

static const struct passes wide = {take_words_512, take_pairs_512};
#else
static const struct passes wide = {take_words, take_pairs};
#endif

void
sieve(struct sought *s, const struct trial *t, const struct word_span *spans,
    size_t n, int group)
{
	const struct passes *passes = avx512_here() ? &wide : &plain;
	size_t i;

	s->nplaces = s->nlones = s->npairs = 0;
	for (i = 0; i < n; i++)
		passes->words(s, t, &spans[i], group);
	passes->pairs(s, t);
}
