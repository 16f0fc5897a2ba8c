#include "quiz/linear.h"

#include "base/mem.h"
#include "quiz/instrument.h"

#include <stdlib.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { STEP = 8 }; /* answers taken at once */

/* The items from *first to *last hold all terms.  False where a term is of a
 * kind that is not linear. */
static bool
find_span(const struct instrument *in, const struct scale *scale, size_t *first,
    size_t *last)
{
	long most = 0;

	*first = SIZE_MAX;
	*last = 0;
	for (size_t i = 0; i < scale->nterms; i++) {
		const struct keyed *t = &scale->terms[i];

		if (in->items[t->item].recodes.count > 0 || t->product != 0)
			return false;
		*first = t->item < *first ? t->item : *first;
		*last = t->item > *last ? t->item : *last;
		most += t->weight;
	}
	return scale->nterms > 0 && most <= INT16_MAX;
}

void
linear_set(
    struct linear *l, const struct instrument *in, const struct scale *scale)
{
	size_t first, last, count;

	*l = (struct linear){0};
	if (!find_span(in, scale, &first, &last))
		return;
	count = (last - first + STEP) / STEP * STEP;
	if (count > in->nitems)
		return;
	if (first > in->nitems - count)
		first = in->nitems - count;
	l->weights = mem_zalloc(count, sizeof(*l->weights));
	l->first = first;
	l->count = count;
	for (size_t i = 0; i < scale->nterms; i++) {
		const struct keyed *t = &scale->terms[i];

		l->weights[t->item - first] = (int16_t)(t->sign * t->weight);
		l->offset += (long)t->offset * t->weight;
	}
}

void
linear_release(struct linear *l)
{
	free(l->weights);
	*l = (struct linear){0};
}

#ifdef __SSE2__

/* Answers fit into 16 bits, where ANSWER_MISSING becomes INT16_MIN; it counts
 * where the answer has a weight. */
bool
linear_sum(const struct linear *l, const int *answers, long *sum)
{
	const __m128i none = _mm_set1_epi16(INT16_MIN);
	__m128i missing = _mm_setzero_si128(), total = _mm_setzero_si128();
	int lanes[4];

	for (size_t i = 0; i < l->count; i += STEP) {
		const int *x = answers + l->first + i;
		__m128i a = _mm_packs_epi32(_mm_loadu_si128((const void *)x),
		    _mm_loadu_si128((const void *)(x + 4)));
		__m128i w = _mm_loadu_si128((const void *)(l->weights + i));
		__m128i gap = _mm_cmpeq_epi16(a, none);

		gap = _mm_andnot_si128(
		    _mm_cmpeq_epi16(w, _mm_setzero_si128()), gap);
		missing = _mm_or_si128(missing, gap);
		total = _mm_add_epi32(total, _mm_madd_epi16(a, w));
	}
	if (_mm_movemask_epi8(missing) != 0)
		return false;
	_mm_storeu_si128((void *)lanes, total);
	*sum = l->offset + lanes[0] + lanes[1] + lanes[2] + lanes[3];
	return true;
}

#else

bool
linear_sum(const struct linear *l, const int *answers, long *sum)
{
	const int *x = answers + l->first;
	long total = l->offset;

	for (size_t i = 0; i < l->count; i++) {
		if (l->weights[i] == 0)
			continue;
		if (x[i] == ANSWER_MISSING)
			return false;
		total += (long)l->weights[i] * x[i];
	}
	*sum = total;
	return true;
}

#endif
