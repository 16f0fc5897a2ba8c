/*
 * categories - words of a text counted by a dictionary (attrib/dic.h).
 */
#ifndef ATTRIB_SCORE_CATEGORIES_H
#define ATTRIB_SCORE_CATEGORIES_H

#include "score.h"

#include "base/msg.h"

struct categories; /* opaque: it owns memory */

/* Whether a lexicon of that name is a dictionary: FILE.dic or FILE.dicx. */
bool categories_is_dic(const char *name);

/* Reads the dictionary; one that is malformed ends the process with RC_DATA. */
struct categories *categories_open(const char *path);
void categories_close(struct categories *c); /* NULL is allowed */

/* Tells of what can never be found; RC_NO if there is anything. */
enum rc categories_check(const struct categories *c, const char *path);

/* Does not end it; no category has the name of a column that is carried. */
void categories_header(const struct categories *c,
    const struct carried *carried, struct csvout *out);

/* The share of the words of a statement that each category has. */
void categories_put(
    struct categories *c, struct csvout *out, const char *text, size_t len);

#endif
