/*
 * term - what the terminal can do, and text made fit for it.
 */
#ifndef CLI_TERM_H
#define CLI_TERM_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum term_when { TERM_AUTO, TERM_ALWAYS, TERM_NEVER };
extern const char *const term_when_words[]; /* for opt_choice() */

/* Facts about one stream.  Colour and glyphs never carry meaning alone. */
struct term {
	FILE *fp;
	bool tty;
	bool color; /* tty, NO_COLOR empty or unset, TERM not "dumb" */
	bool links; /* color, on a terminal that is known to take links */
	bool utf8;  /* the locale's codeset is UTF-8, and not --ascii */
	int width;  /* columns, 20..; 80 where it cannot be told */
	int height; /* rows; 24 where it cannot be told */
};

/* Looks at fp and the environment (LC_ALL, LC_CTYPE, LANG, NO_COLOR, TERM,
 * COLUMNS). */
void term_init(struct term *t, FILE *fp, enum term_when color, bool ascii);

/* Switches of style; they print nothing where there is no colour.  Combine
 * with |; 0 ends all. */
enum { TERM_BOLD = 1, TERM_DIM = 2, TERM_REVERSE = 4, TERM_ACCENT = 8 };
void term_style(const struct term *t, int style);

/* Prints text of an input so that it stays text (str_escape()). */
void term_text(const struct term *t, const char *text, size_t len);

/* Prints text of an input as a link to target (OSC 8, as VTE and others have
 * it) where the terminal has links, else as term_text().  target is a URI of
 * our own making. */
void term_link(const struct term *t, const char *target, const char *text);

/* Prints text wrapped between column indent and the width (at most 78); the
 * first line starts where the cursor is, which is column at.  A number in
 * groups of digits is not broken.  Ends with LF. */
void term_wrap(const struct term *t, const char *text, int indent, int at);

/*
 * A line of text in pieces, each as of term_text() or a style, which may end
 * and begin within a word.  On a terminal it is wrapped as by term_wrap(), else
 * left as it is.  t is borrowed; term_flow_end() prints LF and releases the
 * rest.
 */
struct term_flow {
	const struct term *t;
	int indent, at, blanks;
	struct str word; /* not printed yet, with its styles */
	int width;       /* its columns */
};
void term_flow_begin(
    struct term_flow *f, const struct term *t, int indent, int at);
void term_flow_text(struct term_flow *f, const char *text, size_t len);
void term_flow_add(struct term_flow *f, const char *text); /* a string */
void term_flow_style(struct term_flow *f, int style);
void term_flow_end(struct term_flow *f);

#endif
