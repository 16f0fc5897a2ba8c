/*
 * own - a glossary of the user's own choice (--glossary): a concept file, a
 * CSV table, or a database of dictd.
 *
 * What is looked up is an image (concept/glossary.h).  That of a large file is
 * kept below $XDG_CACHE_HOME, and made anew when the file has changed; where
 * nothing can be kept, it is made each time.
 */
#ifndef CONCEPT_LOOKUP_OWN_H
#define CONCEPT_LOOKUP_OWN_H

#include "concept/concept.h"
#include "concept/dictzip.h"
#include "concept/glossary.h"

#include <stdbool.h>

struct mapping {
	const unsigned char *bytes;
	size_t len;
};

/* Open and close it. */
struct own {
	enum own_kind { OWN_TEXT, OWN_TABLE, OWN_DICT } kind;
	struct str path; /* the table or the index */
	struct str dict; /* the texts of an index */
	struct glossary glossary;
	struct mapping image, texts;
	char *memory; /* the image, where it is not mapped */
	struct dictzip zip;
	bool zipped;
	uint64_t refused; /* rows that could not be used */
};

/* What is malformed ends the process with RC_DATA; rows that cannot be used
 * are told and passed over. */
void own_open(struct own *s, const char *path);
void own_close(struct own *s);

/* Reads entry i into *c; release it before the source is closed. */
void own_read(const struct own *s, size_t i, struct concept *c);

#endif
