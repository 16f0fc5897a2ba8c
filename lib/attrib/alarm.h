/*
 * alarm - how strongly the words of a text speak of a wish to die or to harm
 * oneself, in whatever turn of phrase.
 *
 * A linear classifier.  A text has the value
 *
 *       (sum of the weights of its features) / sqrt(words + 1) / limit
 *
 * and rings from 1 on; below 0 its words speak against it, as those of denials
 * and figures of speech do.  Features are each word, each run of 3 to 5 bytes
 * of " word ", each two words that follow one another, each two with one
 * between, and each two with two to six between, however many; the edges of the
 * text count as words.  Each has the weight of a bucket, its hash ("feature
 * hashing": Weinberger, Dasgupta, Langford, Smola and Attenberg 2009, ICML).
 * What depends on one word alone is one number, so that it can be remembered
 * with the word.  What is heard of a statement says hearing.h.
 *
 * Weights and limit are lib/data/alarm.txt, fitted by tests/text/alarm.py to
 * lines written for it.  They say how such lines differ from others, not how
 * likely anything is; nothing is diagnosed.
 */
#ifndef ATTRIB_ALARM_H
#define ATTRIB_ALARM_H

#include <stddef.h>
#include <stdint.h>

enum {
	ALARM_BITS = 19,
	ALARM_BUCKETS = 1 << ALARM_BITS,
	ALARM_LETTERS_MIN = 3, /* bytes of runs within a word */
	ALARM_LETTERS_MAX = 5,
	ALARM_WORD_MAX = 64,      /* bytes; of longer words the first count */
	ALARM_FEATURES_MAX = 256, /* of a word */
	ALARM_NEAR_MAX = 2,       /* from one word of a pair to the other */
	ALARM_DISTANCE_MAX = 7,   /* the same where it does not matter */
	ALARM_PARTS_MAX = 3,
	ALARM_RUN_MAX = ALARM_DISTANCE_MAX + 1, /* words of a part */
};

/* Of a word: in the upper bits its number in pairs, in the lower its weight,
 * signed. */
typedef uint32_t alarm_word;
enum { ALARM_WEIGHT_BITS = 12 };

static inline uint32_t
alarm_number(alarm_word word)
{
	return word >> ALARM_WEIGHT_BITS;
}

static inline int
alarm_weight(alarm_word word)
{
	return (int32_t)(word << (32 - ALARM_WEIGHT_BITS)) >>
	    (32 - ALARM_WEIGHT_BITS);
}

/* What a word is; (text, len) is folded (utf8_fold()). */
alarm_word alarm_word_of(const char *text, size_t len);

/* The words first..last, and pairs of them, come to this part of what is
 * needed. */
struct alarm_part {
	size_t first, last;
	double value;
};

/* The least value of a part. */
#define ALARM_PART_MIN 0.1

/* The runs of words that speak loudest for it, the loudest first, none of which
 * shares a word with another; returns how many there are. */
size_t alarm_parts(const alarm_word *words, size_t n,
    struct alarm_part parts[ALARM_PARTS_MAX]);

/* The buckets of the features of a word; returns how many. */
size_t alarm_word_buckets(
    const char *text, size_t len, uint32_t buckets[ALARM_FEATURES_MAX]);

/* A character for each bucket, ALARM_MIDDLE for 0, up to 31 either way; and the
 * limit (made of lib/data/alarm.txt when the program was built). */
enum { ALARM_MIDDLE = '_' };
extern const char alarm_weights[ALARM_BUCKETS + 1];
extern const double alarm_limit;

/* The numbers of the edges of a text. */
enum { ALARM_BEGIN = 0x5E5E, ALARM_END = 0x2424 };

static inline int
alarm_bucket_weight(uint32_t bucket)
{
	return alarm_weights[bucket] - ALARM_MIDDLE;
}

/* The bucket of a pair of numbers, ALARM_DISTANCE_MAX apart at most. */
static inline uint32_t
alarm_pair_bucket(uint32_t a, uint32_t b, unsigned distance)
{
	uint32_t kind =
	    distance <= ALARM_NEAR_MAX ? distance : ALARM_NEAR_MAX + 1;

	b |= kind << (32 - ALARM_WEIGHT_BITS);
	return ((a * 0x9E3779B1u) ^ b) * 0x2C1B3C6Du >> (32 - ALARM_BITS);
}

/* Its weight. */
static inline int
alarm_pair_weight(uint32_t a, uint32_t b, unsigned distance)
{
	return alarm_bucket_weight(alarm_pair_bucket(a, b, distance));
}

#endif
