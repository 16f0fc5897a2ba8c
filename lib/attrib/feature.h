/*
 * feature - a statement as a classifier sees it: which words, which letters
 * within them, which rules of the lexicon, as numbers of buckets.
 *
 * Of the folded words (token.h, utf8_fold()) these are features: each word and
 * each two that follow one another; each run of 2 to 4 bytes of " word "; each
 * rule that speaks when the statement is read as a cause, apart by whether it
 * was negated; and each two and three shapes (shape.h) that follow one another.
 * The edges of a statement, "^" and "$", count as words in runs of these: how
 * it begins tells who acts.  Its bucket is the hash of a feature (hash_add(),
 * folded to FEATURE_BITS), so that a classifier need not hold the words it was
 * trained on; features that share one are one ("feature hashing": Weinberger,
 * Dasgupta, Langford, Smola and Attenberg 2009, ICML).
 */
#ifndef ATTRIB_FEATURE_H
#define ATTRIB_FEATURE_H

#include "attrib/attribution.h"
#include "attrib/lexicon.h"
#include "attrib/token.h"
#include "base/str.h"

#include <stddef.h>
#include <stdint.h>

enum {
	FEATURE_BITS = 18,
	FEATURE_BUCKETS = 1 << FEATURE_BITS,
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
	FEATURE_KINDS
};

struct feature {
	uint32_t bucket;     /* 0..FEATURE_BUCKETS - 1 */
	uint32_t kind;       /* enum feature_kind */
	uint32_t start, end; /* bytes of the statement where it first stands */
	double value;        /* how often; features_weigh() makes it a weight */
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
	size_t words; /* of the statement */

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
 * Turns counts into weights.  A feature has the value (1 + ln count) * idf,
 * where idf(context, bucket) says how telling it is (0: it is left out), and
 * each kind is brought to the length 1 (L2 norm), times its share:
 * FEATURE_SHARES.
 */
typedef double feature_idf(const void *context, uint32_t bucket);
void features_weigh(struct features *f, feature_idf *idf, const void *context);
extern const double feature_shares[FEATURE_KINDS];

/* A number for what the rules of a lexicon look for, to tell whether another
 * looks for the same. */
uint64_t features_lexicon(const struct lexicon *lex);

#endif
