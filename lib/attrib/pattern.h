/*
 * pattern - the words a rule looks for, read from its line in a lexicon (the
 * syntax is in reconnect-lexicon(5)).
 */
#ifndef ATTRIB_PATTERN_H
#define ATTRIB_PATTERN_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

enum {
	PATTERN_MAX = 12,     /* elements of a pattern */
	PATTERN_GAP_MAX = 8,  /* words a gap may pass over */
	PATTERN_GAP = 3,      /* words ".." may pass over */
	PATTERN_OPTIONAL = 4, /* elements of a pattern that may be left out */
};

/* One place of a pattern: alternatives separated by '|', each a word, a stem
 * ("fail*") or a class ("<they>"). */
struct element {
	const char *text; /* into the text that was parsed */
	size_t len;
	unsigned gap; /* words that may stand before it: 0..PATTERN_GAP_MAX */
	bool optional;
};

struct pattern {
	struct element elements[PATTERN_MAX];
	size_t count;  /* at least 1 */
	bool at_start; /* '^': only at the beginning of a sentence */
	bool at_end;   /* '$': only at its end */
};

/* Parses the text, borrowed.  Returns 0, or -1 with *err set. */
int pattern_parse(
    struct pattern *p, const char *text, unsigned long line, struct diag *err);

/* Variant number n of the pattern, with some optional elements left out:
 * variant 0 has all.  False if there is none of that number. */
bool pattern_variant(const struct pattern *p, unsigned n, struct pattern *out);

/*
 * Iterates over the alternatives of an element (or the members of a class):
 * (text, len) is narrowed to what is left, the next alternative put into
 * (*part, *part_len).  False at the end.
 */
bool pattern_alternative(
    const char **text, size_t *len, const char **part, size_t *part_len);

enum pattern_kind { PATTERN_WORD, PATTERN_STEM, PATTERN_CLASS };

/* Tells what an alternative is and narrows it to the word, the stem without
 * its '*' or the name of the class. */
enum pattern_kind pattern_kind(const char **part, size_t *len);

/* NULL, or what is wrong with an alternative: nothing a text holds would ever
 * equal it. */
const char *pattern_fault(const char *part, size_t len);

#endif
