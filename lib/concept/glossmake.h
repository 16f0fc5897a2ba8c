/*
 * glossmake - make the image of a glossary (concept/glossary.h), entry by
 * entry, in one pass and within a fixed amount of memory.
 */
#ifndef CONCEPT_GLOSSMAKE_H
#define CONCEPT_GLOSSMAKE_H

#include "concept/concept.h"
#include "concept/glossary.h"
#include "concept/sorter.h"

#include <stdint.h>
#include <stdio.h>

/* How much a word counts, by where it stands. */
enum {
	GLOSSMAKE_NAME = 6, /* title, aliases */
	GLOSSMAKE_CUE = 5,
	GLOSSMAKE_WORD = 5, /* that people search for */
	GLOSSMAKE_DEFINITION = 3,
	GLOSSMAKE_PROSE = 1,
};

struct glossmake; /* opaque: it owns memory */

/* scratch makes the files for what does not fit into memory; NULL: all stays
 * in memory. */
struct glossmake *glossmake_new(sorter_scratch *scratch);
void glossmake_free(struct glossmake *m); /* NULL is allowed */

/* Before the first entry: names become keys in another form. */
void glossmake_set_form(struct glossmake *m, enum glossary_form form);

/* Adds one entry, whose text is len bytes at the given place of its source;
 * nothing of c is kept. */
void glossmake_concept(
    struct glossmake *m, const struct concept *c, uint64_t at, uint32_t len);

/* The same piece by piece: begin an entry (its words, names and text follow),
 * whose id may be its title. */
void glossmake_entry(struct glossmake *m, const char *id, const char *title,
    enum concept_kind kind, uint64_t at, uint32_t len);
void glossmake_name(
    struct glossmake *m, const char *text, enum glossary_name name);
void glossmake_words(
    struct glossmake *m, const char *text, size_t len, unsigned weight);

/* Puts a text into the image; returns its place, for the entry that it is of.
 */
uint64_t glossmake_text(struct glossmake *m, const char *text, size_t len);

/* Adds a group of words, parted by ';', that say much the same: a search for
 * one finds the others too, for less. */
void glossmake_synonyms(struct glossmake *m, const char *words);

/*
 * Writes the image, once.  Returns 0, or the errno of what went wrong with a
 * scratch file (EFBIG: more text than an image can hold); a failed write shows
 * in ferror(out).
 */
int glossmake_write(
    struct glossmake *m, const struct glossary_stamp *stamp, FILE *out);

#endif
