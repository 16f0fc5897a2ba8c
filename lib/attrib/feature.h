/*
 * feature - a statement as a classifier sees it: which words, which letters
 * within them, which rules of the lexicon, as numbers of buckets, and what its
 * words are like.
 *
 * Of the folded words (token.h, utf8_fold()) these are features: each word and
 * each two that follow one another; each run of 2 to 4 bytes of " word "; each
 * rule that speaks when the statement is read as a cause, apart by whether it
 * was negated; each two and three shapes (shape.h) that follow one another; and
 * words again, of the last sentence alone: where a thought ends is where it
 * goes wrong.  The edges of a statement, "^" and "$", count as words in runs of
 * these: how it begins tells who acts.  Its bucket is the hash of a feature
 * (hash_add(), folded to FEATURE_BITS), so that a classifier need not hold the
 * words it was trained on; features that share one are one ("feature hashing":
 * Weinberger, Dasgupta, Langford, Smola and Attenberg 2009, ICML).
 *
 * What the words are like (sense.h) is added up twice over the statement: each
 * word counts by how near it stands to the beginning, and again by how near to
 * the end.  The sums have buckets of their own, behind those of the hashes.
 */
#ifndef ATTRIB_FEATURE_H
#define ATTRIB_FEATURE_H

#include "attrib/attribution.h"
#include "attrib/lexicon.h"
#include "attrib/sense.h"
#include "attrib/token.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	FEATURE_BITS = 18,
	FEATURE_VIEWS = 3,
	FEATURE_HASHES = FEATURE_VIEWS << FEATURE_BITS,
	FEATURE_SENSES = 2 * SENSE_DIMENSIONS,
	FEATURE_BUCKETS = FEATURE_HASHES + FEATURE_SENSES,
	FEATURE_WORDS = 2,       /* words of the longest run of words */
	FEATURE_LETTERS_MIN = 2, /* bytes of runs within a word */
	FEATURE_LETTERS_MAX = 4,
	FEATURE_SHAPES_MIN = 2, /* words of runs of shapes */
	FEATURE_SHAPES_MAX = 3,
};

enum feature_kind {
	FEATURE_WORD,
	FEATURE_LETTER,
	FEATURE_RULE,
	FEATURE_SHAPE,
	FEATURE_LAST,  /* words of the last sentence */
	FEATURE_SENSE, /* the only one that may be below 0 */
	FEATURE_KINDS
};

/* What a machine is trained on by itself: words and those of the last sentence;
 * letters; the rest.  Hashes of one view share no bucket with those of another.
 */
uint32_t feature_view(enum feature_kind kind);

struct feature {
	uint32_t bucket;     /* 0..FEATURE_BUCKETS - 1 */
	uint32_t kind;       /* enum feature_kind */
	uint32_t start, end; /* bytes of the statement where it first stands */
	double value; /* how often, or the sum; features_weigh() makes it a
	               * weight */
};

/* Texts with a blank behind each, the edges of the statement among them. */
struct feature_chain {
	struct str text;
	size_t *ends; /* of each in text */
	size_t count, cap;
};

/* Grows as needed and is used again.  Zero it first; release it. */
struct features {
	struct feature *items; /* by kind and bucket, each once */
	size_t count, cap;
	size_t words;         /* of the statement */
	bool judged;          /* attrib_read() finds enough of them */
	struct senses senses; /* what words are like; zeroed: not looked at */

	/* the rest is its own */
	struct tokens tokens;
	struct feature_chain folded, shaped;
	struct feature *sorted; /* half-way */
	size_t sorted_cap;
};

void features_release(struct features *f);

/* Replaces what f holds by the features of a statement, len at most
 * ATTRIB_TEXT_MAX, read by the reader of this lexicon (as attrib_read() does:
 * what was read before is no longer valid). */
void features_read(struct features *f, struct attrib *reader,
    const struct lexicon *lex, const char *text, size_t len);

/*
 * Turns counts into weights.  A feature has the value (1 + ln count) * idf, or
 * sum * idf, where idf(context, bucket) says how telling it is (0: it is left
 * out), and each kind is brought to the length 1 (L2 norm), times its share:
 * FEATURE_SHARES.
 */
typedef double feature_idf(const void *context, uint32_t bucket);
void features_weigh(struct features *f, feature_idf *idf, const void *context);
extern const double feature_shares[FEATURE_KINDS];

/* A number for what the rules of a lexicon look for, to tell whether another
 * looks for the same. */
uint64_t features_lexicon(const struct lexicon *lex);

#endif
