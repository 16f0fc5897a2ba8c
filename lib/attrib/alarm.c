#include "attrib/alarm.h"

#include "base/hash.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

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

/* The buckets of runs of letters; returns how many. */
static size_t
letter_buckets(const char *text, size_t len, uint32_t *buckets)
{
	enum { BEFORE = ALARM_LETTERS_MIN - 1 };
	char edged[ALARM_WORD_MAX + 2];
	size_t n = 0, from, to, end;

	edged[0] = edged[len + 1] = ' ';
	memcpy(edged + 1, text, len);
	for (from = 0; from + BEFORE < len + 2; from++) {
		uint64_t hash = hash_of('l', edged + from, BEFORE);

		end = from + ALARM_LETTERS_MAX;
		end = end < len + 2 ? end : len + 2;
		for (to = from + BEFORE; to < end; to++) {
			hash = hash_add(hash, edged + to, 1);
			buckets[n++] = bucket_of(hash);
		}
	}
	return n;
}

size_t
alarm_word_buckets(
    const char *text, size_t len, uint32_t buckets[ALARM_FEATURES_MAX])
{
	len = shorten(len);
	buckets[0] = bucket_of(hash_of('w', text, len));
	return 1 + letter_buckets(text, len, buckets + 1);
}

alarm_word
alarm_word_of(const char *text, size_t len)
{
	enum { MOST = (1 << (ALARM_WEIGHT_BITS - 1)) - 1 };
	uint32_t buckets[ALARM_FEATURES_MAX];
	size_t size = shorten(len), n = letter_buckets(text, size, buckets), i;
	uint64_t hash = hash_of('w', text, size);
	int weight = alarm_bucket_weight(bucket_of(hash));

	for (i = 0; i < n; i++)
		weight += alarm_bucket_weight(buckets[i]);
	weight = weight > MOST ? MOST : weight < -MOST ? -MOST : weight;
	return (uint32_t)(hash ^ hash >> 32) << ALARM_WEIGHT_BITS |
	    ((uint32_t)weight & ((1u << ALARM_WEIGHT_BITS) - 1));
}

/* What a word adds to those before it, from number first on. */
static int
weight_in_run(const alarm_word *words, size_t first, size_t at)
{
	int sum = alarm_weight(words[at]);
	unsigned d;

	for (d = 1; d <= ALARM_DISTANCE_MAX && first + d <= at; d++)
		sum += alarm_pair_weight(
		    alarm_number(words[at - d]), alarm_number(words[at]), d);
	return sum;
}

static bool
is_taken(const struct alarm_part *parts, size_t count, size_t at)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (at >= parts[i].first && at <= parts[i].last)
			return true;
	return false;
}

/* The loudest run that shares no word with these; of value 0 if there is none.
 * Its value is a sum of weights still. */
static struct alarm_part
loudest_run(const alarm_word *words, size_t n, const struct alarm_part *parts,
    size_t count)
{
	struct alarm_part best = {0};
	size_t first, at;

	for (first = 0; first < n; first++) {
		int sum = 0;

		for (at = first; at < n && at - first < ALARM_RUN_MAX &&
		     !is_taken(parts, count, at);
		     at++) {
			sum += weight_in_run(words, first, at);
			if (sum > best.value)
				best = (struct alarm_part){first, at, sum};
		}
	}
	return best;
}

size_t
alarm_parts(
    const alarm_word *words, size_t n, struct alarm_part parts[ALARM_PARTS_MAX])
{
	double unit = 1 / sqrt((double)n + 1) / alarm_limit;
	size_t count = 0;

	for (; count < ALARM_PARTS_MAX; count++) {
		parts[count] = loudest_run(words, n, parts, count);
		parts[count].value *= unit;
		if (parts[count].value < ALARM_PART_MIN)
			break;
	}
	return count;
}
