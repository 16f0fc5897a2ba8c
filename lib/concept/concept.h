/*
 * concept - one entry of the glossary: the format reconnect-concept(5).
 *
 * A head of "field: value" lines (stream/meta.h), a blank line, and the article
 * as paragraphs of plain prose with blank lines between.
 */
#ifndef CONCEPT_CONCEPT_H
#define CONCEPT_CONCEPT_H

#include "base/diag.h"
#include "stream/meta.h"

#include <stdbool.h>
#include <stddef.h>

enum concept_kind {
	CONCEPT_THEME,     /* a field of questions */
	CONCEPT_TERM,      /* an experience the project is about */
	CONCEPT_MECHANISM, /* how something comes about or is kept going */
	CONCEPT_BIAS,      /* a pattern of thinking */
	CONCEPT_STRATEGY,  /* something that helps */
	CONCEPT_MEASURE,   /* a way of measuring */
};
extern const char *const concept_kind_words[]; /* by kind; ends with NULL */

/* The fields that hold several values. */
enum concept_list {
	CONCEPT_ALIASES,    /* other names */
	CONCEPT_RELATED,    /* ids */
	CONCEPT_MEASURES,   /* instrument/subscale, or instrument */
	CONCEPT_CUES,       /* how it looks from inside */
	CONCEPT_KEEPS,      /* what keeps it going */
	CONCEPT_HELPS,      /* what helps */
	CONCEPT_STRATEGIES, /* ids of concepts of kind strategy */
	CONCEPT_FAMILIES,   /* families of ladders */
	CONCEPT_REFERENCES, /* keys of the bibliography */
	CONCEPT_WORDS,      /* what people search for and mean this */
	CONCEPT_LISTS,
};
extern const char *const concept_list_names[CONCEPT_LISTS]; /* field names */

struct concept_item {
	char *text;
	unsigned long line; /* of the file, from 1 */
};

struct concept_items {
	struct concept_item *items;
	size_t count;
};

/* Absent texts are NULL.  Release it; texts are valid until then, the article
 * as long as the text that was parsed. */
struct concept {
	enum concept_kind kind;
	const char *id;
	const char *title;
	const char *definition;
	const char *broader; /* id */
	const char *note;
	struct concept_items lists[CONCEPT_LISTS]; /* by enum concept_list */
	const char
	    *article; /* without blanks at its ends; not NUL-terminated */
	size_t article_len;
	bool verbatim;    /* the article's lines are to be kept as they are */
	struct meta meta; /* owns the texts above */
	char *copy;       /* of the article, where it is owned; else NULL */
};

/*
 * Parses (text, len), borrowed: it must outlive c.  Returns 0, or -1 with *err
 * set: a fault of the head, a field that is unknown, missing, empty or given
 * twice, an id that is not lower-case letters, digits and single hyphens, an
 * unknown kind, a cue with a semicolon.  Either way release c.
 */
int concept_parse(
    struct concept *c, const char *text, size_t len, struct diag *err);
void concept_release(struct concept *c);

/*
 * A row of a table, that begins at the given line: n fields, as in a head.
 * Returns and releases as concept_parse(); the id may be any text, and is the
 * title where there is none; without a kind it is a term.  All is to be UTF-8.
 */
int concept_row(struct concept *c, const char *const *names,
    const char *const *values, size_t n, unsigned long line, struct diag *err);

/* An entry of a plain dictionary: the text, which is copied, is the article,
 * and its beginning the definition.  Release it. */
void concept_plain(
    struct concept *c, const char *title, const char *text, size_t len);

/* Whether (text, len) can be an id. */
bool concept_id_valid(const char *text, size_t len);

/*
 * Iterates over the paragraphs of the article: *rest starts as c->article,
 * *left as c->article_len; (*part, *len) gets the next one, line ends in it
 * being blanks between words.  Returns false at the end.
 */
bool concept_paragraph(
    const char **rest, size_t *left, const char **part, size_t *len);

#endif
