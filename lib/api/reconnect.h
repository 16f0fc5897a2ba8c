/*
 * reconnect - the library: questionnaires scored, causes found in what people
 * say, the glossary looked up.  It is what the four programs are made of, with
 * a small face.
 *
 *	cc prog.c $(pkg-config --static --cflags --libs reconnect)
 *
 * No call prints, exits, opens a file, or reads the clock or the environment.
 * Objects are read-only once made, so that threads may share one, but for a
 * reader (reconnect_reader_new()), of which each thread needs its own.  See
 * reconnect_score(3), reconnect_attribute(3), reconnect_lookup(3).
 */
#ifndef RECONNECT_H
#define RECONNECT_H

#include <limits.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define RECONNECT_API __attribute__((visibility("default")))

/* What is wrong with an input.  A plain value. */
struct reconnect_fault {
	unsigned long line; /* from 1; 0 where no line is to blame */
	char text[512];
};

/*
 * Called with the number of bytes that could not be had.  It must not return:
 * it may longjmp (what the call had allocated is then lost) or end the process.
 * The default calls abort().  One for the process.
 */
typedef void reconnect_memory_hook(size_t bytes);
RECONNECT_API void reconnect_on_exhaustion(reconnect_memory_hook *hook);

/* "1.0": of the library that is linked. */
RECONNECT_API const char *reconnect_version(void);

/*
 * Scoring.
 */

enum { RECONNECT_MISSING = INT_MIN }; /* no answer: never 0, never neutral */

struct reconnect_instrument; /* opaque */

/* A built-in instrument ("k6"), or NULL with *fault set (NULL is allowed)
 * where there is none.  Free it. */
RECONNECT_API struct reconnect_instrument *reconnect_instrument_builtin(
    const char *id, struct reconnect_fault *fault);

/*
 * Reads (text, len), which is only borrowed: a file as reconnect-instrument(5)
 * describes it.  language: of the texts wanted, such as "de"; NULL: the file's
 * first.  NULL with *fault set at the first fault.  Free it.
 */
RECONNECT_API struct reconnect_instrument *reconnect_instrument_read(
    const char *text, size_t len, const char *language,
    struct reconnect_fault *fault);

RECONNECT_API void reconnect_instrument_free(struct reconnect_instrument *in);

/* How many; items and scales are numbered from 0, in the order of the file. */
RECONNECT_API size_t reconnect_items(const struct reconnect_instrument *in);
RECONNECT_API size_t reconnect_scales(const struct reconnect_instrument *in);

/* Valid until in is freed; "" for a number that is too large, and for the text
 * of an item in a file that has keys only. */
RECONNECT_API const char *reconnect_item_id(
    const struct reconnect_instrument *in, size_t item);
RECONNECT_API const char *reconnect_item_text(
    const struct reconnect_instrument *in, size_t item);
RECONNECT_API const char *reconnect_scale_id(
    const struct reconnect_instrument *in, size_t scale);

/* 1 where the item allows the answer (RECONNECT_MISSING is always allowed),
 * else 0. */
RECONNECT_API int reconnect_item_allows(
    const struct reconnect_instrument *in, size_t item, int answer);

/* Who answered, as far as norms ask. */
struct reconnect_person {
	int sex; /* 'f', 'm', or 0: not said */
	int age; /* years; -1: not said */
};

/* Every double is NaN where it cannot be known. */
struct reconnect_score {
	size_t answered, missing; /* items of the scale */
	double value;             /* NaN: too few answers */
	double sem;       /* standard error of measurement: sd * sqrt(1 - r) */
	double low, high; /* value - and + 1.96 sem */
	double t;         /* T score: 50 + 10 (value - mean) / sd of the norm */
	double percentile; /* in a counted distribution only */
	double severity;   /* 0..1, 1 the most in need of attention */
	const char *band;  /* as the source calls it; NULL: none */
	int alert;         /* 1: show where to find help first */
};

/*
 * Scores all scales: answers[i] belongs to item i (an answer it allows, or
 * RECONNECT_MISSING), scores has room for reconnect_scales().  who may be
 * NULL.  Returns 0; or -1 with *fault set, and scores untouched, at the first
 * answer that is not allowed.
 */
RECONNECT_API int reconnect_score(const struct reconnect_instrument *in,
    const int *answers, const struct reconnect_person *who,
    struct reconnect_score *scores, struct reconnect_fault *fault);

/*
 * Attribution.
 */

struct reconnect_lexicon; /* opaque */
struct reconnect_reader;  /* opaque */

/* The built-in rules.  Free it. */
RECONNECT_API struct reconnect_lexicon *reconnect_lexicon_builtin(void);

/*
 * Adds rules (reconnect-lexicon(5)) to the built-in ones: (text, len), copied.
 * Returns 0; or -1 with *fault set, the lexicon then being good only to be
 * freed.  No reader of it may exist.
 */
RECONNECT_API int reconnect_lexicon_add(struct reconnect_lexicon *lexicon,
    const char *text, size_t len, struct reconnect_fault *fault);
RECONNECT_API void reconnect_lexicon_free(struct reconnect_lexicon *lexicon);

/* A reader of statements; the lexicon is borrowed and must outlive it.  NULL
 * with *fault set where a rule can never match.  Free it. */
RECONNECT_API struct reconnect_reader *reconnect_reader_new(
    const struct reconnect_lexicon *lexicon, struct reconnect_fault *fault);
RECONNECT_API void reconnect_reader_free(struct reconnect_reader *reader);

enum { RECONNECT_CONCEPTS = 64, RECONNECT_STATEMENT_MAX = 256 * 1024 };

enum reconnect_flag {
	RECONNECT_CRISIS = 1,    /* a wish to die or to harm oneself: show where
	                          * to find help before anything else */
	RECONNECT_TOO_SHORT = 2, /* of too few words to be judged */
	RECONNECT_BAD_UTF8 = 4   /* bytes that are not UTF-8 were replaced */
};

struct reconnect_attribution {
	/* 1..7, 4 the middle, as raters score with the CAVE technique
	 * (Peterson, Schulman, Castellon & Seligman 1992); NaN where the words
	 * do not say. 7: the person's own doing; for good; everywhere; in their
	 * hands. */
	double internality, stability, globality, control;
	int valence; /* of the event: -1, 0, 1; 2 where the words do not say */
	size_t concepts; /* how many of the glossary are touched, the most
	                  * severe first, at most RECONNECT_CONCEPTS */
	const char *concept_id[RECONNECT_CONCEPTS]; /* valid as long as the
	                                             * lexicon */
	double severity[RECONNECT_CONCEPTS];        /* 0.5..1 */
	size_t words;
	unsigned flags; /* of enum reconnect_flag */
};

/*
 * Reads one statement, (text, len) in UTF-8.  assume_cause: not 0 takes all of
 * it for a cause; 0 only what the words mark as one.  Returns 0; or -1, with
 * *out untouched, where len is over RECONNECT_STATEMENT_MAX.
 */
RECONNECT_API int reconnect_attribute(struct reconnect_reader *reader,
    const char *text, size_t len, int assume_cause,
    struct reconnect_attribution *out);

/*
 * Lookup.
 */

enum reconnect_stage { /* how an entry was found, the surest first */
	RECONNECT_ID,
	RECONNECT_TITLE,
	RECONNECT_ALIAS,
	RECONNECT_PREFIX,
	RECONNECT_TYPO, /* a name spelled nearly so (Damerau-Levenshtein) */
	RECONNECT_TEXT, /* words of the entry, ranked by BM25 */
	RECONNECT_NONE  /* nothing was found */
};

/* An entry of the built-in glossary.  Texts are valid for good. */
struct reconnect_entry {
	const char *id, *title;
	const char *text; /* the whole entry, reconnect-concept(5) */
	size_t len;       /* of text, in bytes */
};

/*
 * Finds what a query means: the stages are tried in turn, and the first that
 * finds anything ends the search.  Writes at most max entries to out, the best
 * first, sets *count to their number, and returns the stage.
 */
RECONNECT_API enum reconnect_stage reconnect_lookup(
    const char *query, struct reconnect_entry *out, size_t max, size_t *count);

#ifdef __cplusplus
}
#endif

#endif
