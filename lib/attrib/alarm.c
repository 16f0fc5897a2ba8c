#include "attrib/alarm.h"

#include "base/hash.h"

#include <math.h>
#include <string.h>

static inline int
weight_of(uint32_t bucket)
{
	return alarm_weights[bucket] - ALARM_MIDDLE;
}

static uint32_t
bucket_of(uint64_t hash)
{
	return (uint32_t)(hash ^ hash >> 32) * 0x9E3779B1u >> (32 - ALARM_BITS);
}

/* "w" and the word, or "l" and letters. */
static uint64_t
hash_of(char kind, const char *text, size_t len)
{
	return hash_add(hash_add(HASH_INIT, &kind, 1), text, len);
}

static size_t
shorten(size_t len)
{
	return len < ALARM_WORD_MAX ? len : ALARM_WORD_MAX;
}

size_t
alarm_word_buckets(
    const char *text, size_t len, uint32_t buckets[ALARM_FEATURES_MAX])
{
	enum { BEFORE = ALARM_LETTERS_MIN - 1 };
	char edged[ALARM_WORD_MAX + 2];
	size_t n = 0, from, run;

	len = shorten(len);
	edged[0] = edged[len + 1] = ' ';
	memcpy(edged + 1, text, len);
	buckets[n++] = bucket_of(hash_of('w', text, len));
	for (from = 0; from + ALARM_LETTERS_MIN <= len + 2; from++) {
		uint64_t hash = hash_of('l', edged + from, BEFORE);

		for (run = BEFORE;
		     run < ALARM_LETTERS_MAX && from + run < len + 2; run++) {
			hash = hash_add(hash, edged + from + run, 1);
			buckets[n++] = bucket_of(hash);
		}
	}
	return n;
}

alarm_word
alarm_word_of(const char *text, size_t len)
{
	uint32_t buckets[ALARM_FEATURES_MAX];
	size_t n = alarm_word_buckets(text, len, buckets), i;
	uint64_t hash = hash_of('w', text, shorten(len));
	int weight = 0;

	for (i = 0; i < n; i++)
		weight += weight_of(buckets[i]);
	return ((uint32_t)(hash ^ hash >> 32) & 0xFFFF0000u) | (uint16_t)weight;
}

/* Of a pair, but for what its first word alone gives. */
static inline uint32_t
bucket_with(uint32_t first, uint32_t b, unsigned distance)
{
	return (first ^ (b | distance << 16)) * 0x2C1B3C6Du >>
	    (32 - ALARM_BITS);
}

static inline uint32_t
first_of_pair(uint32_t a)
{
	return a * 0x9E3779B1u;
}

uint32_t
alarm_pair_bucket(uint32_t a, uint32_t b, unsigned distance)
{
	return bucket_with(first_of_pair(a), b, distance);
}

static inline int
weight_at(const alarm_word *words, size_t at)
{
	return (int16_t)words[at];
}

/* Of the pair that begins with a word. */
static int
weight_of_pair(const alarm_word *words, size_t at, unsigned distance)
{
	return weight_of(alarm_pair_bucket(
	    words[at] >> 16, words[at + distance] >> 16, distance));
}

/* Sums up characters as they stand, and takes off what they have too much. */
static long
sum_of(const alarm_word *words, size_t n)
{
	const alarm_word *end = words + n;
	uint32_t before = first_of_pair(ALARM_BEGIN), number = *words >> 16;
	uint32_t last = first_of_pair(number);
	long sum =
	    weight_at(words, 0) + alarm_weights[bucket_with(before, number, 1)];

	while (++words < end) {
		number = *words >> 16;
		sum += weight_at(words, 0);
		sum += alarm_weights[bucket_with(last, number, 1)];
		sum += alarm_weights[bucket_with(before, number, 2)];
		before = last;
		last = first_of_pair(number);
	}
	sum += alarm_weights[bucket_with(last, ALARM_END, 1)];
	sum += alarm_weights[bucket_with(before, ALARM_END, 2)];
	return sum - ALARM_MIDDLE * (long)(2 * n + 1);
}

double
alarm_value(const alarm_word *words, size_t n)
{
	double value;

	if (n == 0)
		return 0;
	value = (double)sum_of(words, n) / (alarm_limit * sqrt((double)n + 1));
	return n < ALARM_WORDS_MIN ? fmin(value, ALARM_FEW) : value;
}

/* Puts a part among the loudest, of which there are so many. */
static size_t
put_part(struct alarm_part *parts, size_t count, struct alarm_part part)
{
	size_t i = count < ALARM_PARTS_MAX ? count++ : count;

	for (; i > 0 && part.value > parts[i - 1].value; i--)
		if (i < ALARM_PARTS_MAX)
			parts[i] = parts[i - 1];
	if (i < ALARM_PARTS_MAX)
		parts[i] = part;
	return count;
}

size_t
alarm_parts(
    const alarm_word *words, size_t n, struct alarm_part parts[ALARM_PARTS_MAX])
{
	double share = 1 / sqrt((double)n + 1) / alarm_limit;
	size_t count = 0, i;
	unsigned d;

	for (i = 0; i < n; i++) {
		count = put_part(parts, count,
		    (struct alarm_part){i, i, weight_at(words, i) * share});
		for (d = 1; d <= ALARM_DISTANCE_MAX && i + d < n; d++)
			count = put_part(parts, count,
			    (struct alarm_part){
				i, i + d, share * weight_of_pair(words, i, d)});
	}
	while (count > 0 && parts[count - 1].value <= 0)
		count--;
	return count;
}
