/*
 * dic - dictionaries of word counts, as LIWC has them: which words stand for
 * which categories.
 *
 * Two layouts are read.  The older (.dic: LIWC 2001, 2007, 2015): a line "%",
 * lines of a number and the name of a category, a line "%", and lines of an
 * entry and the numbers of its categories, all parted by tabs or blanks, but an
 * entry of several words by a tab from its numbers.  The newer (.dicx:
 * LIWC-22): CSV with the entries in the column "DicTerm" and a column for each
 * category, where a cell that is neither empty nor 0 says that it belongs
 * there.
 *
 * An entry is one word or several; with '*' at its end it stands for all words
 * that begin so.  Words are compared folded (utf8_fold()) and parted as the
 * words of texts are (token.h), so that "self-esteem" is two.  Where several
 * entries fit at one place the one of most words counts, of these the one
 * without '*', then the one with the longest beginning; it counts once for each
 * of its categories, and its words are not looked at again.
 */
#ifndef ATTRIB_DIC_H
#define ATTRIB_DIC_H

#include "attrib/token.h"
#include "base/diag.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	DIC_CATEGORIES_MAX = 1024,
	DIC_WORDS_MAX = 16, /* of an entry */
};

struct dic; /* opaque: it owns memory */

/*
 * Reads (text, len), borrowed only during the call; csv says which layout it
 * is.  NULL, with *err set, at the first fault: a NUL byte or invalid UTF-8, no
 * categories, a number that is no category, an entry without one, twice, with a
 * '*' elsewhere than at its end, or conditional ("<of>131/125").
 */
struct dic *dic_read(const char *text, size_t len, bool csv, struct diag *err);
void dic_free(struct dic *d); /* NULL is allowed */

size_t dic_categories(const struct dic *d);
const char *dic_category(const struct dic *d, size_t i);

/* What no text ever meets: how many entries of category i there are, and how
 * many entries hold no word at all (smileys), the first on line *line. */
unsigned long dic_entries(const struct dic *d, size_t i);
unsigned long dic_wordless(const struct dic *d, unsigned long *line);

/* What one text holds.  Zero it first, release it. */
struct dic_counts {
	unsigned long *categories;     /* entries found of each */
	unsigned long words, captured; /* in all, and of entries found */

	/* the rest is its own */
	struct tokens tokens;
	struct str folded, key;
	size_t *ends;
	size_t ends_cap;
};

void dic_count(const struct dic *d, struct dic_counts *counts, const char *text,
    size_t len);
void dic_counts_release(struct dic_counts *counts);

#endif
