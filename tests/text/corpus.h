/*
 * corpus - labelled statements, and the rules of a lexicon that speak in each.
 */
#ifndef TEXT_CORPUS_H
#define TEXT_CORPUS_H

#include "attrib/attribution.h"
#include "attrib/lexicon.h"

#include <stdbool.h>
#include <stddef.h>

enum { FOLDS = 5 };

/* A rule that speaks in a statement, and how loudly: its weight times this is
 * what it adds to the log-odds. */
struct hit {
	size_t rule;
	double loudness;
	size_t start, end; /* bytes of the statement */
};

struct example {
	int label; /* as the reader of the corpus says */
	int fold;  /* 0..FOLDS - 1; statements that belong together share one */
	int set;   /* number of the corpus it came from */
	double weight;
	struct hit *hits;
	size_t nhits;
};

struct corpus {
	struct example *items;
	size_t count, cap;
};

/* The label of a row, or -1 to leave it out; cell() gives its columns. */
typedef int label_of(
    const char *(*cell)(void *row, const char *name), void *row);

/*
 * Adds the rows of the CSV file folder/name.csv, the statements from the column
 * "text", folded by what the column group holds.  The reader's lexicon decides
 * which rules are looked for.  Ends the process where the file cannot be read.
 */
struct corpus_source {
	const char *folder, *name, *group;
	label_of *label;
	int set;
};
void corpus_add(struct corpus *c, const struct corpus_source *from,
    struct attrib *reader, const struct lexicon *lex);
void corpus_free(struct corpus *c);

#define ALL_SETS (~0u)

/* Whether a fit is to see it: it has a weight, its fold is not leave_out (-1:
 * none is left out), and its set has its bit in sets. */
bool example_is_in(const struct example *e, int leave_out, unsigned sets);

#endif
