/*
 * instrument - a questionnaire as its file says it (reconnect-instrument(5)):
 * what is asked, which answers are allowed, and how scales are made of them.
 *
 * An instrument has items; an item allows answers, which are whole numbers; a
 * scale is made of terms (an item, forwards or reversed, with a weight), or of
 * parts (other scales).  An item may be a term of any number of scales.  All
 * is fixed once it is read, and read-only from then on.
 *
 * How an answer x of item i counts in a scale, step by step:
 *   1. recoded, where the item has a recode table (item_value());
 *   2. reversed where the term says so: min + max - x, with the item's own
 *      possible min and max after recoding (keyed_value());
 *   3. multiplied with the other terms of its product, where it has one;
 *   4. multiplied by the term's weight, and added up (scoring.h).
 */
#ifndef QUIZ_INSTRUMENT_H
#define QUIZ_INSTRUMENT_H

#include "base/diag.h"
#include "quiz/linear.h"

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

enum {
	INSTRUMENT_ITEMS_MAX = 2000,
	INSTRUMENT_SCALES_MAX = 500,
	INSTRUMENT_WEIGHT_MAX = 1000000, /* of a term, in weight_den-ths */
	INSTRUMENT_SCORE_END = 1 << 30,  /* scores are nearer to 0 than this */
	ANSWER_MIN = -9999, /* what an answer may be; all fit into 16 bits */
	ANSWER_MAX = 9999,
	ANSWER_MISSING = INT_MIN, /* no answer: never neutral, never zero */
};

/* One answer that can be chosen: "2=Some of the time". */
struct choice {
	int value;
	const char *label;
};

/* The answers an item allows: any whole number in min..max; with listed_only,
 * only those that are choices.  Many items share one. */
struct choices {
	const char *name;    /* "" is the instrument's own */
	struct choice *list; /* in the order in which they are shown */
	size_t count;        /* may be 0, or only the ends of min..max */
	int min, max;
	bool listed_only;
};

/* Answers (or scores) low..high count as value. */
struct recode {
	double low, high; /* both included; infinite where the file is open */
	int value;
};

struct recodes {
	struct recode *list;
	size_t count; /* 0: nothing is recoded */
};

/* "ITEM OP NUMBER".  An unanswered item meets no condition. */
enum compare { CMP_EQ, CMP_NE, CMP_LT, CMP_LE, CMP_GT, CMP_GE };

struct condition {
	size_t item; /* which answer is looked at; its raw value */
	enum compare op;
	double number;
};

struct conditions {
	struct condition *list; /* all must hold */
	size_t count;
};

bool compare_holds(enum compare op, double x, double number);

/* Whether all hold for these answers (one for each item of the instrument). */
bool conditions_hold(const struct conditions *c, const int *answers);

struct item {
	const char *id;   /* a letter, then letters, digits, '-' and '_' */
	const char *text; /* in the language asked for; "" in a key-only file */
	const struct choices *choices;
	struct recodes recodes;
	int min, max; /* possible values after recoding */
	int key;      /* 1, or -1: reversed in every scale it stands in */
	int product;  /* terms of one scale with the same number (not 0) are
	               * multiplied and count as one answer */
	struct conditions ask_if; /* earlier items only; none: always asked */
	struct conditions crisis; /* an answer that asks for help first */
};

struct keyed {
	size_t item;
	bool reversed; /* item key and sign in the file taken together */
	int weight;    /* > 0, in units of 1 / weight_den of the scale */
	int product;   /* as in the item; such terms stand next to each other */
	int sign, offset; /* where the item is not recoded, an answer x counts
	                   * offset + sign * x */
};

/* A scale as part of another one: reversed is min + max - score. */
struct part {
	size_t scale; /* an earlier one */
	bool reversed;
	int weight;   /* as in a term */
	double angle; /* degrees, for SCORE_COSINE and SCORE_SINE */
};

enum direction { DIRECTION_NONE, DIRECTION_UP, DIRECTION_DOWN };
enum score_kind {
	SCORE_SUM,    /* sum of weight * value */
	SCORE_MEAN,   /* the same over the sum of weights */
	SCORE_COSINE, /* 2/n * sum of score * cos(angle), over n parts */
	SCORE_SINE,   /* the same with the sine */
};

/* "low < 5 <= moderate < 13 <= serious": a score belongs to the last band that
 * it reaches.  The first band has from = -infinity. */
struct band {
	double from;
	bool above; /* the score must lie above from, not on it */
	const char *label;
};

struct bands {
	struct band *list; /* ascending */
	size_t count;      /* 0: there are none */
};

/* NULL where there are no bands. */
const char *bands_label(const struct bands *bands, double score);

enum { NORM_AGE_MAX = 999 };

/* A row of the norm table, in the metric of the scale's own score. */
struct norm {
	enum norm_sex { SEX_ANY, SEX_FEMALE, SEX_MALE } sex;
	int age_min, age_max; /* years, both included; open: 0, NORM_AGE_MAX */
	double n;             /* NaN: the source does not say */
	double mean, sd;      /* sd > 0 */
};

/* A row of a counted distribution: how many people had this very score. */
struct counted {
	double score; /* ascending within a scale */
	double n;     /* people, or any weight */
};

struct scale {
	const char *id;           /* as an item's id */
	const char *title;        /* "" : the id in words */
	const char *concept;      /* ids, ';' between; "" says none */
	enum direction direction; /* which end is the concern */
	enum score_kind kind;
	struct keyed *terms; /* of items; or */
	size_t nterms;
	struct linear linear;
	bool plain; /* no term is recoded, weighed, or part of a product */
	struct part *parts; /* of scales: one of nterms, nparts is 0 */
	size_t nparts;
	int weight_den;
	long weight_sum;     /* of all units, in weight_den-ths */
	size_t units;        /* answers it is made of; a product counts once */
	const char *missing; /* the missing rule, see missing_need() */
	size_t need;         /* of the units, so many must be there */
	struct recodes recodes; /* of the score */
	double min, max;        /* what the score can be; the same as */
	long min_num, max_num, extent_den; /* quotients; den 0: it is none */
	double reliability; /* as published, 0..1; NaN: unknown */
	double sd; /* of the people of that reliability; NaN: unknown */
	struct bands bands, bands_t; /* of the score, of its T score */
	bool alert;                  /* a score that asks for help first */
	enum compare alert_op;
	double alert_number;
	const char *advice; /* for a score that meets the condition; "": none */
	enum compare advice_op;
	double advice_number;
	struct norm *norms;
	size_t nnorms;
	struct counted *counts;
	size_t ncounts;
};

struct field { /* of the head, in file order */
	const char *name, *value;
};

struct instrument {
	/* Never NULL; "" where the file says nothing. */
	const char *id, *title, *version, *licence, *licence_source, *source,
	    *citation, *instructions, *stem, *timeframe, *norms, *notes,
	    *status, *rights;
	const char *language; /* of all texts, "en" if the file names none */
	bool key_only;        /* the texts of the items are not there */
	bool fixed_order;     /* the items may not be shuffled */
	bool branches;        /* an item has conditions, ask_if */
	bool crises;          /* an item has conditions, crisis */
	struct item *items;
	size_t nitems;
	struct scale *scales;
	size_t nscales;
	struct choices *choices;
	size_t nchoices;
	int *missing_codes; /* answers that are declared to be none */
	size_t nmissing_codes;
	struct field *fields; /* the whole head, in file order */
	size_t nfields;
	char **kept; /* all text above lives here; private */
	size_t nkept, kept_cap;
};

/*
 * Reads (text, len), borrowed only during the call.  lang is the language of
 * the texts wanted (NULL: the file's first); where the file lacks a text in
 * it, the first language stands in.  Returns 0, or -1 with *err set to the
 * first fault and its line.  Either way release it.
 */
int instrument_read(struct instrument *in, const char *text, size_t len,
    const char *lang, struct diag *err);
void instrument_release(struct instrument *in);

/* The item or scale of this id, or -1. */
int instrument_item(const struct instrument *in, const char *id);
int instrument_scale(const struct instrument *in, const char *id);

/* Whether x is an answer that the item allows (missing codes are not). */
bool item_allows(const struct item *item, int x);

/* What x is recoded to; NaN where no range holds it. */
double recodes_value(const struct recodes *recodes, double x);

/* What an allowed answer counts: x, or what it is recoded to. */
int item_value(const struct item *item, int x);

/* The keyed value of an answer in a scale, without the weight. */
int keyed_value(const struct instrument *in, const struct keyed *term, int x);

/* The label of an answer, or NULL. */
const char *item_label(const struct item *item, int x);

/*
 * Of units answers, how many a missing rule asks for (at least 1); 0 if the
 * text is no missing rule:
 *   "complete"   all          "available"  at least one
 *   "80%"        that share   "max 4"      all but four
 */
size_t missing_need(const char *rule, size_t units);

#endif
