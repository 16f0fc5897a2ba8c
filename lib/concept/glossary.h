/*
 * glossary - many entries, found by name or by the words of their text: a flat
 * image of bytes that is looked up where it lies, so that it can be compiled
 * into a program, mapped from a cache, or made in memory (concept/glossmake.h
 * writes all three).
 *
 * The image holds, of each entry, its id, title and kind and where its source
 * stands; every name by which an entry is known, as a sorted list of keys
 * (concept/word.h); and every word stem, with the entries that use it.  It does
 * not hold the entries themselves.
 *
 * All numbers are little-endian.  Nothing in an image is trusted: an offset
 * that points outside reads as the empty string or as no entry.
 */
#ifndef CONCEPT_GLOSSARY_H
#define CONCEPT_GLOSSARY_H

#include "base/diag.h"
#include "base/str.h"
#include "concept/concept.h"

#include <stddef.h>
#include <stdint.h>

enum {
	GLOSSARY_VERSION = 9,
	GLOSSARY_HEAD = 160,  /* magic; u32 version, form; u64 words; the stamp;
	                         then an offset and a size a section, u64 */
	GLOSSARY_ENTRY = 28,  /* u64 at; u32 len, id, title, kind, words */
	GLOSSARY_KEY = 8,     /* u32 text; u32 entry * 4 + name */
	GLOSSARY_TERM = 16,   /* u32 text, entries that use it; u64 postings */
	GLOSSARY_SYNONYM = 8, /* u32 text, group */
};
#define GLOSSARY_MAGIC "rcgloss\n"

/* Sections, in this order. */
enum glossary_section {
	GLOSSARY_ENTRIES,  /* in the order in which they were added */
	GLOSSARY_KEYS,     /* sorted by text (bytes), then name, then entry */
	GLOSSARY_TERMS,    /* sorted by text */
	GLOSSARY_POSTINGS, /* of a term, by entry: the distance from the entry
	                      before, and the weight, in 7 bits a byte, the
	                      low ones first, 0x80 on all bytes but the last */
	GLOSSARY_POOL,     /* names, keys and terms, each ending in NUL */
	GLOSSARY_TEXTS,    /* of the entries, where it holds them */
	GLOSSARY_SYNONYMS, /* stems sorted by text, then group: those of one
	                      group say much the same */
	GLOSSARY_SECTIONS,
};

/* By what an entry is known; a lower one goes before a higher one. */
enum glossary_name { GLOSSARY_ID, GLOSSARY_TITLE, GLOSSARY_ALIAS };

/* How names are made keys. */
enum glossary_form {
	GLOSSARY_WORDS,    /* word_key() */
	GLOSSARY_DROPPING, /* word_key_dropping() */
	GLOSSARY_ALL,      /* word_key_all(), folded */
	GLOSSARY_CASED,    /* word_key_all(), cased */
};

/* What the source was when the image was made. */
struct glossary_stamp {
	uint64_t size, mark; /* mark: a hash of its times */
	uint64_t refused;    /* rows of it that the image lacks */
};

/* Plain value; bytes are borrowed. */
struct glossary {
	const unsigned char *section[GLOSSARY_SECTIONS];
	size_t size[GLOSSARY_SECTIONS]; /* bytes */
	size_t entries, keys, terms, synonyms;
	enum glossary_form form;
	uint64_t words; /* weighted words of all entries */
	struct glossary_stamp stamp;
	/* Called now and then on a walk over all of it, so that who has mapped
	 * the image can let pages go; NULL: nobody. */
	void (*relieve)(void *ctx);
	void *relieve_ctx;
};

struct glossary_entry {
	const char *id;
	const char *title;
	enum concept_kind kind;
	uint64_t at;    /* where its text stands in the source, or TEXTS */
	uint32_t len;   /* bytes of that text */
	uint32_t words; /* weighted */
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

/* The len bytes at a place of GLOSSARY_TEXTS, or NULL where they are not. */
const char *glossary_text(const struct glossary *g, uint64_t at, size_t len);

/* Appends the key that a name has in a glossary of that form. */
void glossary_form_key(
    enum glossary_form form, struct str *out, const char *name);

/* The first key that does not sort before (text, len): g->keys if none. */
size_t glossary_lower(const struct glossary *g, const char *text, size_t len);

/*
 * The entry known by this name (glossary_form_key()): true, and
 * the key in *found.  Where several are, an id goes before a title and a title
 * before an alias.
 */
bool glossary_find(
    const struct glossary *g, const char *name, struct glossary_key *found);

/* Term i < g->terms: its text. */
const char *glossary_term(const struct glossary *g, size_t i);

/* The first term that does not sort before (text, len): g->terms if none. */
size_t glossary_term_lower(
    const struct glossary *g, const char *text, size_t len);

/* The term of exactly this text; false where no entry uses it. */
bool glossary_find_term(const struct glossary *g, const char *text, size_t *i);

/* The postings of one term. */
struct glossary_postings {
	const unsigned char *next, *end;
	size_t left;  /* entries still to come */
	size_t entry; /* the current one */
	uint32_t weight;
};
struct glossary_postings glossary_postings(const struct glossary *g, size_t i);
bool glossary_posting(const struct glossary *g, struct glossary_postings *p);

struct glossary_synonym {
	const char *text;
	size_t group;
};

/* Synonym i < g->synonyms, and the first that does not sort before a text. */
struct glossary_synonym glossary_synonym(const struct glossary *g, size_t i);
size_t glossary_synonym_lower(
    const struct glossary *g, const char *text, size_t len);

#endif
