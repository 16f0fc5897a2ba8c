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
	int weight = weight_of(bucket_of(hash));

	for (i = 0; i < n; i++)
		weight += weight_of(buckets[i]);
	weight = weight > MOST ? MOST : weight < -MOST ? -MOST : weight;
	return (uint32_t)(hash ^ hash >> 32) << ALARM_WEIGHT_BITS |
	    ((uint32_t)weight & ((1u << ALARM_WEIGHT_BITS) - 1));
}

static inline int
weight_of_word(alarm_word word)
{
	return (int32_t)(word << (32 - ALARM_WEIGHT_BITS)) >>
	    (32 - ALARM_WEIGHT_BITS);
}

uint32_t
alarm_pair_bucket(uint32_t a, uint32_t b, unsigned distance)
{
	uint32_t kind =
	    distance <= ALARM_NEAR_MAX ? distance : ALARM_NEAR_MAX + 1;

	b |= kind << (32 - ALARM_WEIGHT_BITS);
	return ((a * 0x9E3779B1u) ^ b) * 0x2C1B3C6Du >> (32 - ALARM_BITS);
}

bool
alarm_next(const struct tokens *tokens, size_t text, struct alarm_heard *heard)
{
	size_t begin = tokens->texts[text].first;
	size_t end = tokens->texts[text + 1].first, to;

	if (heard->to == 0 && begin < end && end - begin <= ALARM_WHOLE_MAX) {
		*heard = (struct alarm_heard){begin, end, true};
		return true;
	}
	/* The only sentence has been heard as the whole. */
	if (heard->whole && tokens->texts[text].second >= end)
		return false;
	heard->first = heard->whole || heard->to == 0 ? begin : heard->to;
	if (heard->first >= end)
		return false;
	to = heard->first + 1;
	while (to < end && (tokens->flags[to] & TOKEN_SENTENCE) == 0)
		to++;
	heard->to = to;
	heard->whole = false;
	return true;
}

static int
weight_of_pair(uint32_t a, uint32_t b, unsigned distance)
{
	return weight_of(alarm_pair_bucket(a, b, distance));
}

void
alarm_sum_up(const alarm_word *words, size_t n, struct alarm_sum *sums)
{
	struct alarm_sum sum = {0, 0};
	uint32_t before = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		uint32_t number = alarm_number(words[i]);

		sums[i] = sum;
		sum.words += (uint32_t)weight_of_word(words[i]);
		sum.pairs += (uint32_t)weight_of_pair(before, number, 1);
		before = number;
	}
	sums[n] = sum;
}

/* Of an edge and what stands at a distance from it. */
static long
sum_at_edges(const alarm_word *words, size_t n, unsigned distance)
{
	if (n + 1 == distance)
		return weight_of_pair(ALARM_BEGIN, ALARM_END, distance);
	if (n + 1 < distance)
		return 0;
	return weight_of_pair(
		   ALARM_BEGIN, alarm_number(words[distance - 1]), distance) +
	    weight_of_pair(
		alarm_number(words[n - distance]), ALARM_END, distance);
}

/* Of pairs that stand at distances, edges among them. */
static long
sum_of_pairs(const alarm_word *words, size_t n, unsigned from, unsigned to)
{
	long sum = 0, count = 0;
	size_t i;
	unsigned d;

	for (d = from; d <= to; d++) {
		for (i = 0; i + d < n; i++, count++)
			sum += alarm_weights[alarm_pair_bucket(
			    alarm_number(words[i]), alarm_number(words[i + d]),
			    d)];
		sum += sum_at_edges(words, n, d);
	}
	return sum - count * ALARM_MIDDLE;
}

double
alarm_value(const alarm_word *words, const struct alarm_sum *sums, size_t n)
{
	double unit = 1 / sqrt((double)n + 1) / alarm_limit, alone, value;
	long sum;

	if (n == 0)
		return 0;
	sum = (int32_t)(sums[n].words - sums->words);
	alone = (double)sum * unit;
	sum += (int32_t)(sums[n].pairs - sums[1].pairs) +
	    sum_at_edges(words, n, 1);
	value = (double)sum * unit;
	/* Mostly: which of both, no processor foretells. */
	if ((alone < ALARM_FROM_WORDS) | (value < ALARM_FROM_PAIRS))
		return alone < ALARM_FROM_WORDS ? alone : value;
	sum += sum_of_pairs(words, n, 2, ALARM_NEAR_MAX);
	if ((double)sum * unit < ALARM_FROM_NEAR)
		return (double)sum * unit;
	sum += sum_of_pairs(words, n, ALARM_NEAR_MAX + 1, ALARM_DISTANCE_MAX);
	value = (double)sum * unit;
	return n < ALARM_WORDS_MIN ? fmin(value, ALARM_FEW) : value;
}

/* What a word adds to those before it, from number first on. */
static int
weight_in_run(const alarm_word *words, size_t first, size_t at)
{
	int sum = weight_of_word(words[at]);
	unsigned d;

	for (d = 1; d <= ALARM_DISTANCE_MAX && first + d <= at; d++)
		sum += weight_of_pair(
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
