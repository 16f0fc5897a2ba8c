/*
 * grammar - the small languages in the fields and cells of an instrument file:
 * lists of answers, ranges, recodings, conditions, bands, terms.
 *
 * Private to the reader of instruments.  All return 0, or -1 with err set;
 * what they keep is allocated for the instrument, also on failure.
 */
#ifndef QUIZ_GRAMMAR_H
#define QUIZ_GRAMMAR_H

#include "quiz/instrument.h"

/* Where the text stands and whose it is. */
struct grammar {
	struct instrument *in;
	unsigned long line;
	struct diag *err;
};

/* A copy of (text, len) that lives as long as the instrument. */
const char *grammar_keep(struct instrument *in, const char *text, size_t len);

/* An id: a letter, then letters, digits, '-' and '_'.  what it is called. */
int grammar_id(
    const struct grammar *g, const char *what, const char *text, size_t len);

/* "1=Never; 2=Rarely": fills list, count, and min and max of them. */
int grammar_choices(
    const struct grammar *g, const char *text, struct choices *out);

/* "0..10" */
int grammar_range(
    const struct grammar *g, const char *text, int *min, int *max);

/* "0..4=0; 5..=1; 9=2": ranges must not overlap. */
int grammar_recodes(
    const struct grammar *g, const char *text, struct recodes *out);

/* ">= 13" */
int grammar_compare(const struct grammar *g, const char *text, size_t len,
    enum compare *op, double *value);

/* "person = 1; q2 >= 3": conditions on items before item (items are looked up
 * among those read so far); a condition without an id looks at item itself. */
int grammar_conditions(const struct grammar *g, const char *text, size_t item,
    struct conditions *out);

/* "low < 5 <= moderate < 13 <= serious" */
int grammar_bands(const struct grammar *g, const char *text, struct bands *out);

/* One member of a scale list: "[-][WEIGHT*]SCALE".  The weight comes in
 * units of 1 / GRAMMAR_WEIGHT_DEN; the id is a part of the text. */
enum { GRAMMAR_WEIGHT_DEN = 10000 };
struct grammar_term {
	bool reversed;
	int weight;
	const char *id;
	size_t len;
};
int grammar_term(const struct grammar *g, const char *text, size_t len,
    struct grammar_term *out);

#endif
