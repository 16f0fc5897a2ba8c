/*
 * score - statements in, attributions out.
 */
#ifndef SCORE_H
#define SCORE_H

#include "attrib/attribution.h"
#include "attrib/lexicon.h"
#include "attrib/sense.h"
#include "attrib/token.h"
#include "cli/carried.h"
#include "cli/io.h"
#include "cli/term.h"
#include "stream/csvout.h"

#include <stdbool.h>
#include <stddef.h>

enum {
	LEXICONS_MAX = 16,
	/* Bytes of a statement, some 11,000 words; a text that is split into
	 * sentences may have ATTRIB_TEXT_MAX. */
	STATEMENT_MAX = 64 * 1024,
	/* Statements that are read together, and their bytes but for the last:
	 * some more make it slower again. */
	QUEUE_MAX = 64,
	QUEUE_BYTES = 8 * 1024,
};

enum form {
	FORM_ROWS,
	FORM_EVIDENCE,
	FORM_EXPLAIN,
	FORM_SUMMARY,
	FORM_CATEGORIES,
	FORM_BESIDE
};

struct categories;
struct persons;
struct model;
struct summary;

struct settings {
	const char *column; /* of CSV; NULL: lines of text */
	const char *lexicons[LEXICONS_MAX];
	size_t nlexicons;
	enum form form;
	int period; /* enum period of a summary */
	bool assume_cause, sentences, check, ratings;
	const char *model;  /* a file; NULL: none */
	const char *dic;    /* a file of word counts; NULL: none */
	const char *layout; /* of ratings; NULL: that of their own names */
	const char *beside; /* statements of those who gave the ratings */
	/* Of train and eval. */
	const char *label, *predicted, *probability, *group; /* columns */
	const char *weights;
	bool many, quiet;
	double cost; /* 0: cross-validation chooses */
	long seed, folds, bootstrap;
	enum term_when color;
	bool ascii;
	struct io_rows rows;
};

/* One statement, and what its row says besides. */
struct statement {
	const char *respondent;
	const char *time;
	unsigned long line;
	const char *text;
	size_t len;
	const char *carried[CARRIED];
};

/* What writing the results needs. */
struct results {
	const struct lexicon *lex;
	const struct model *model; /* NULL: rules alone */
	enum form form;
	struct csvout out;
	/* The cells of FORM_ROWS for each valence, then each concept, and where
	 * they begin; an end behind the last. */
	struct csvout words;
	size_t *word_at;
	struct term term;
	struct summary *summary;       /* of FORM_SUMMARY */
	struct categories *categories; /* of FORM_CATEGORIES */
	struct persons *persons;       /* of FORM_BESIDE; borrowed */
	struct str scratch;
	struct carried carried;
	bool headed;       /* FORM_ROWS and the like have their header */
	bool begun;        /* a statement was explained, or another part was */
	unsigned long bad; /* statements that are not UTF-8 */
};

void results_init(struct results *r, const struct settings *set,
    const struct lexicon *lex, const struct model *model);
/* Before the first statement of a file: what it carries stands in the header.
 */
void results_begin_file(
    struct results *r, const char *path, const struct table *t);
void results_finish(struct results *r); /* writes a summary; releases */

/* Writes what was found in a statement.  False once nothing more can be
 * written. */
bool results_put(
    struct results *r, const struct statement *s, const struct attribution *a);

/* What a cue says: of ways of thinking the one that it speaks of the loudest
 * (below nought: against), all concepts of a theme, else none; of these only
 * what is told, where told is not NULL.  Puts the ids into r->scratch and
 * returns the weight for the loudest. */
double results_concepts(
    struct results *r, const struct cue *cue, const struct attribution *told);

/* What was found in a statement, for people. */
void explain_put(
    struct results *r, const struct statement *s, const struct attribution *a);

/* Statements that were given to the reader and not yet asked for. */
struct queue {
	struct queued {
		size_t respondent, time, carried[CARRIED]; /* in names */
		unsigned long line;
	} items[QUEUE_MAX];
	size_t count, bytes;
	struct str names;
};

/* One run over all inputs. */
struct run {
	struct settings *set;
	const struct lexicon *lex;
	struct attrib *attrib;
	unsigned how;        /* it reads: of enum attrib_how */
	struct model *model; /* NULL: rules alone */
	struct results results;
	struct persons *persons; /* whose ratings were read */
	struct tokens tokens;    /* of a text that is split into sentences */
	struct queue queue;
	bool help_offered;
	bool writing; /* standard output still takes what it is given */
};

/* The verbs. */
int score_run(void *settings, int n, char *const operands[]);
int train_run(void *settings, int n, char *const operands[]);
int eval_run(void *settings, int n, char *const operands[]);

/* The built-in lexicons, the user's own and those the command line names; and
 * a reader by them.  End the process where one cannot be read. */
const struct lexicon *lexicons_read(const struct settings *set);
struct attrib *lexicons_reader(const struct lexicon *lex);

/* What words are like, as built in. */
struct senses lexicons_senses(void);

/* Scores ratings of causes instead of words: scores of each respondent. */
void ratings_score(struct settings *set, int n, char *const operands[]);

/* Has a statement read, soon: with some others, or by queue_flush(). */
void queue_put(struct run *run, const struct statement *s);
void queue_flush(void *arg); /* a run */
void queue_release(struct queue *q);

/* Reads one operand and hands on what is found in each of its statements. */
void read_file(struct run *run, const char *path);

#endif
