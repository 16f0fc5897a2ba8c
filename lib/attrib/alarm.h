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
 * with the word.  A statement is as loud as the loudest of what is heard of it:
 * alarm_next().
 *
 * Most texts are far from it by their words alone.  Where these come to less
 * than ALARM_FROM_WORDS, or with the pairs that stand near to less than
 * ALARM_FROM_NEAR, that is the value, and the rest is not looked at.
 *
 * Weights and limit are lib/data/alarm.txt, fitted by tests/text/alarm.py to
 * lines written for it.  They say how such lines differ from others, not how
 * likely anything is; nothing is diagnosed.
 */
#ifndef ATTRIB_ALARM_H
#define ATTRIB_ALARM_H

#include "attrib/token.h"

#include <stdbool.h>
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
	ALARM_WORDS_MIN = 3,      /* fewer words never ring by themselves */
	ALARM_WHOLE_MAX = 40,     /* words that are heard together */
	ALARM_PARTS_MAX = 3,
	ALARM_RUN_MAX = ALARM_DISTANCE_MAX + 1, /* words of a part */
};

/* Values below which no more is looked at: of 978 statements kept aside that
 * ring these keep none from it, of 20,711 that were fitted to 13. */
#define ALARM_FROM_WORDS (-0.3)
#define ALARM_FROM_PAIRS 0.0
#define ALARM_FROM_NEAR 0.3

/* Of a word: in the upper bits its number in pairs, in the lower its weight,
 * signed. */
typedef uint32_t alarm_word;
enum { ALARM_WEIGHT_BITS = 12 };

static inline uint32_t
alarm_number(alarm_word word)
{
	return word >> ALARM_WEIGHT_BITS;
}

/* Tokens first..to-1 of a text, which are heard by themselves; all zero before
 * the first. */
struct alarm_heard {
	size_t first, to;
	bool whole;
};

/*
 * What is heard next of a text: the whole, where it has no more than
 * ALARM_WHOLE_MAX words, and each of its sentences, where there are several or
 * the whole is too long.  What somebody writes of their day would else drown
 * the one sentence among others.  False behind the last.
 */
bool alarm_next(
    const struct tokens *tokens, size_t text, struct alarm_heard *heard);

/* What a word is; (text, len) is folded (utf8_fold()). */
alarm_word alarm_word_of(const char *text, size_t len);

/* The most that fewer than ALARM_WORDS_MIN words come to. */
#define ALARM_FEW 0.6

/* Weights of the words before one, and of pairs of these that follow one
 * another, added up; from one sum to another modulo 2^32. */
struct alarm_sum {
	uint32_t words, pairs;
};

/* The sums before each of n words and behind the last: n + 1. */
void alarm_sum_up(const alarm_word *words, size_t n, struct alarm_sum *sums);

/* The value of a text of n words, of which these are the sums; of none 0. */
double alarm_value(
    const alarm_word *words, const struct alarm_sum *sums, size_t n);

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

/*
 * For fitting: the buckets of the features of a word, and of a pair at a
 * distance of up to ALARM_DISTANCE_MAX.  a and b are numbers; the edges of a
 * text have these.
 */
enum { ALARM_BEGIN = 0x5E5E, ALARM_END = 0x2424 };
size_t alarm_word_buckets(
    const char *text, size_t len, uint32_t buckets[ALARM_FEATURES_MAX]);
uint32_t alarm_pair_bucket(uint32_t a, uint32_t b, unsigned distance);

/* A character for each bucket, ALARM_MIDDLE for 0, up to 31 either way; and the
 * limit (made of lib/data/alarm.txt when the program was built). */
enum { ALARM_MIDDLE = '_' };
extern const char alarm_weights[ALARM_BUCKETS + 1];
extern const double alarm_limit;

#endif
