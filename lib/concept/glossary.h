/*
 * glossary - many entries, found by name: a flat image of bytes that is looked
 * up where it lies, so that it can be compiled into a program, mapped from a
 * cache, or made in memory (concept/glossmake.h writes all three).
 *
 * The image holds, of each entry, its id, title and kind and where its source
 * stands; and every name by which an entry is known, as a sorted list of keys
 * (concept/word.h).  It does not hold the entries themselves.
 *
 * All numbers are little-endian.  Nothing in an image is trusted: an offset
 * that points outside reads as the empty string or as no entry.
 */
#ifndef CONCEPT_GLOSSARY_H
#define CONCEPT_GLOSSARY_H

#include "base/diag.h"
#include "concept/concept.h"

#include <stddef.h>
#include <stdint.h>

enum {
	GLOSSARY_VERSION = 1,
	GLOSSARY_HEAD = 64,  /* bytes before the first section */
	GLOSSARY_ENTRY = 24, /* bytes of an entry: u64 at; u32 len, id, title,
	                        kind */
	GLOSSARY_KEY = 8, /* bytes of a key: u32 text; u32 entry * 4 + name */
};
#define GLOSSARY_MAGIC "rcgloss\n"

/* Sections, in this order; each is a pair (offset, bytes) of the head. */
enum glossary_section {
	GLOSSARY_ENTRIES, /* in the order in which they were added */
	GLOSSARY_KEYS,    /* sorted by text (bytes), then name, then entry */
	GLOSSARY_POOL,    /* texts, each ending in NUL */
	GLOSSARY_SECTIONS,
};

/* By what an entry is known; a lower one goes before a higher one. */
enum glossary_name { GLOSSARY_ID, GLOSSARY_TITLE, GLOSSARY_ALIAS };

/* Plain value; bytes are borrowed. */
struct glossary {
	const unsigned char *section[GLOSSARY_SECTIONS];
	size_t size[GLOSSARY_SECTIONS]; /* bytes */
	size_t entries;
	size_t keys;
};

struct glossary_entry {
	const char *id;
	const char *title;
	enum concept_kind kind;
	uint64_t at;  /* where its text stands in the source */
	uint32_t len; /* bytes of that text */
};

struct glossary_key {
	const char *text;
	size_t entry;
	enum glossary_name name;
};

/* Looks at the head of an image, borrowed.  Returns 0, or -1 with *err set if
 * it is no image, one of another version, or cut short. */
int glossary_open(struct glossary *g, const unsigned char *bytes, size_t len,
    struct diag *err);

/* Entry i < g->entries, key i < g->keys. */
struct glossary_entry glossary_entry(const struct glossary *g, size_t i);
struct glossary_key glossary_key(const struct glossary *g, size_t i);

/* The first key that does not sort before (text, len): g->keys if none. */
size_t glossary_lower(const struct glossary *g, const char *text, size_t len);

/*
 * The entry known by this name, which is folded here (word_key()): true, and
 * the key in *found.  Where several are, an id goes before a title and a title
 * before an alias.
 */
bool glossary_find(
    const struct glossary *g, const char *name, struct glossary_key *found);

#endif
