/*
 * lexicon - the rules by which a text is read: which words, in which dimension,
 * with which weight.
 *
 * A lexicon is made of one or more files in the format of reconnect-lexicon(5).
 * All files of one lexicon share their classes, spellings and priors; a rule
 * that stands twice (same pattern, dimension and concepts) counts as the later
 * file says.
 *
 * What reading a text needs of it are tables that point to each other by number
 * alone, so that a lexicon can be compiled into a program.
 */
#ifndef ATTRIB_LEXICON_H
#define ATTRIB_LEXICON_H

#include "attrib/names.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum dimension {
	/* Of a cause: value 1..7, 4 in the middle. */
	DIM_INTERNALITY, /* 7 the person, 1 others or circumstances */
	DIM_STABILITY,   /* 7 will always be there, 1 never again */
	DIM_GLOBALITY,   /* 7 touches everything, 1 this one thing */
	DIM_CONTROL,     /* 7 in the person's hands, 1 in nobody's */
	DIM_SCALES,      /* how many of these there are */

	DIM_VALENCE = DIM_SCALES, /* of the event: 7 good, 1 bad */
	DIM_PATTERN, /* ways of thinking, as rivals for the same words */
	DIM_THEME,   /* any concept */
	DIM_BALANCE, /* a measured view: taken from every way of thinking */
	DIM_CRISIS,  /* a wish to die or to harm oneself */

	/* Words that change how others are read. */
	DIM_CAUSE,       /* value 1: a cause stands behind it, -1: before it;
	                  * 0: its own clause is one */
	DIM_NEGATION,    /* value: how many words it reaches; 0: none */
	DIM_HEDGE,       /* "maybe" */
	DIM_BOOST,       /* "really" */
	DIM_REPORT,      /* somebody else says what follows */
	DIM_CONDITION,   /* "if" */
	DIM_CONTRAST,    /* "but" */
	DIM_CONSEQUENCE, /* "they will": what would follow from a condition */
	DIM_PRESUPPOSED, /* "why": the question takes for granted what it asks
	                  */
	DIM_COUNT
};

extern const char *const dimension_words[DIM_COUNT + 1]; /* ends with NULL */

/* What a rule keeps of contexts that would otherwise weaken or drop it. */
enum scope {
	SCOPE_NEG = 1,      /* negation does not touch it */
	SCOPE_QUESTION = 2, /* it counts in a question too */
	SCOPE_IF = 4,       /* it counts in a condition too */
	SCOPE_SAID = 8,     /* it counts in the words of others too */
	SCOPE_HEDGE = 16,   /* hedges do not weaken it */
	SCOPE_DROP = 32,    /* negation drops it instead of turning it round */
};

enum {
	LEXICON_CONCEPTS_MAX = 16, /* concepts of one rule */
	LEXICON_RIVALS_MAX = 64,   /* raised by rules of dimension pattern */
};

struct lexicon_rule {
	uint32_t pattern; /* lexicon_text(): as written; also the rule's name */
	uint32_t file;    /* lexicon_text() */
	uint32_t line;
	uint32_t raises;  /* the first of them: lexicon_raises() */
	uint32_t nraises; /* at most LEXICON_CONCEPTS_MAX */
	enum dimension dimension;
	unsigned scope; /* of enum scope */
	double value;
	double weight; /* log-odds; 0 switches the rule off */
};

struct lexicon_raise {
	uint32_t concept; /* number in lexicon_concepts() */
	float part;       /* of the weight; 1 unless stated */
};

struct lexicon_concept {
	uint32_t id;         /* lexicon_text() */
	uint32_t file, line; /* where it is named first; lexicon_text() */
	bool bias;           /* a way of thinking (field "bias") */
	bool rival;   /* raised by rules of dimension pattern: see there */
	double prior; /* log-odds of it where no word speaks for it */
};

/* How much is left of a weight in a context (fields "context.NAME"). */
struct lexicon_context {
	double hedge, boost, question, condition, before_contrast;
};

/* Read-only but for lexicon_add(); use the functions below. */
struct phrases;
struct lexicon {
	const struct lexicon_rule *rules;
	size_t nrules;
	const struct lexicon_raise *raises;
	size_t nraises;
	const struct lexicon_concept *concepts;
	size_t nconcepts;
	const char *texts; /* each ends in NUL */
	size_t ntexts;     /* bytes */
	struct lexicon_context context;
	const struct phrases *phrases; /* made ready beforehand; or NULL */
	struct lexmake *make; /* what it was read into; NULL: built in */
};

/* The files of lib/data/lexicon, read and made ready when the program was built
 * (compile.c).  Nothing can be added to it. */
extern const struct lexicon lexicon_built_in;

struct lexicon *lexicon_new(void);
/* NULL is allowed; the built-in one stays. */
void lexicon_free(const struct lexicon *lex);

/*
 * Adds a file; name is how messages and evidence call it; both are copied.
 * Returns 0, or -1 with *err set at the first fault; the lexicon is then only
 * good for lexicon_free().
 */
int lexicon_add(struct lexicon *lex, const char *name, const char *text,
    size_t len, struct diag *err);

/* In the order of the files, later doubles in the place of the first. */
const struct lexicon_rule *lexicon_rules(
    const struct lexicon *lex, size_t *count);
const struct lexicon_concept *lexicon_concepts(
    const struct lexicon *lex, size_t *count);
const char *lexicon_concept_id(const struct lexicon *lex, size_t number);
const struct lexicon_context *lexicon_context(const struct lexicon *lex);

/* The concepts a rule raises, rule->nraises of them. */
const struct lexicon_raise *lexicon_raises(
    const struct lexicon *lex, const struct lexicon_rule *rule);

/* A text of a rule or concept; valid until the next lexicon_add(). */
const char *lexicon_text(const struct lexicon *lex, uint32_t place);

/*
 * What only making phrases asks for, and a built-in lexicon no longer has.
 */

/* The members of a class, or the words a spelling stands for, separated by
 * blanks; a line for each time that a file adds some, at least one. */
struct lexicon_list {
	struct lexicon_line {
		char *members;
		const char *file;
		unsigned long line;
	} * lines;
	size_t count, cap;
};

/* The number of the class of that name, or NAMES_NONE.  The class "common"
 * lists the most frequent words of the language, the most frequent first; no
 * gap passes over a word of the class "barrier"; a comma before one of "joint"
 * does not part a pattern. */
uint32_t lexicon_class_number(
    const struct lexicon *lex, const char *name, size_t len);

/* Class, or spelling, number 0.., or NULL after the last. */
const struct lexicon_list *lexicon_class(
    const struct lexicon *lex, size_t number, const char **name);
const struct lexicon_list *lexicon_spelling(
    const struct lexicon *lex, size_t number, const char **word);

#endif
