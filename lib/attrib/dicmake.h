/*
 * dicmake - a dictionary as its readers fill it.  Nothing but dic.c and
 * dicfile.c includes this.
 */
#ifndef ATTRIB_DICMAKE_H
#define ATTRIB_DICMAKE_H

#include "attrib/dic.h"
#include "attrib/names.h"

struct dic {
	struct names categories;
	struct names
	    entries; /* folded, a blank between words, '*' at the end */
	/* The categories of entry i: members[first[i]..first[i + 1] - 1]. */
	uint32_t *first, *members;
	size_t first_cap, nmembers, members_cap;
	unsigned long *counts;             /* entries of each category */
	bool has_words[DIC_WORDS_MAX + 1]; /* entries of so many words */
	size_t words_max, stem_max; /* words; bytes of a last word before '*' */
	unsigned long wordless, wordless_line;
};

#endif
