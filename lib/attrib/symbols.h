/*
 * symbols - numbers for what the places of patterns ask of a word, while a
 * lexicon is made ready: each different text of an element ("<i>",
 * "fail*|lost") gets one, and the words that answer to it are put into the
 * vocabulary.
 */
#ifndef ATTRIB_SYMBOLS_H
#define ATTRIB_SYMBOLS_H

#include "attrib/lexicon.h"
#include "attrib/names.h"
#include "attrib/pattern.h"
#include "attrib/vocabmake.h"
#include "base/diag.h"

#include <stdint.h>

struct symbols {
	const struct lexicon *lex;
	struct vocabmake *vocab;
	struct names names; /* the text of each element */
	double *frac;       /* of running text, for each symbol */
	size_t frac_cap;
	struct names common; /* words by rank, from 0 */
	struct diag *err;    /* of the first fault */
	const char **file;   /* where it is */
	/* Classes whose words are given a symbol: each once, the last of which
	 * was symbol given[CLASS] - 1. */
	uint32_t *given, *queue;
	size_t queued;
};

/* Who asks, for messages. */
struct asker {
	const char *file;
	unsigned long line;
};

void symbols_init(struct symbols *s, const struct lexicon *lex,
    struct diag *err, const char **file);
void symbols_release(struct symbols *s);

/* Takes the spellings of the lexicon.  Comes before all else.  Returns 0, or -1
 * with the fault set, as the others do. */
int symbols_spellings(struct symbols *s);

/* Looks at every class, whether it is used or not: all that it names is there,
 * none contains itself, and each has words that a text can hold.  Comes
 * next. */
int symbols_classes(struct symbols *s);

/* The symbol of an element. */
int symbols_take(struct symbols *s, const struct element *e, struct asker who,
    uint32_t *symbol);

int symbols_fault(struct symbols *s, struct asker who, const char *text,
    const char *part, size_t len);

#endif
