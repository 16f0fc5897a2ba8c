/*
 * lexmake - a lexicon while its files are read: what the readers of their head
 * (lexhead.c) and of their table (lexbody.c) put their finds into.  Nothing but
 * these and lexicon.c includes this.
 */
#ifndef ATTRIB_LEXMAKE_H
#define ATTRIB_LEXMAKE_H

#include "attrib/lexicon.h"
#include "attrib/names.h"
#include "base/diag.h"
#include "base/str.h"
#include "stream/meta.h"

#include <stddef.h>
#include <stdint.h>

/* names.items[i] is the name of items[i]. */
struct lexlists {
	struct names names;
	struct lexicon_list *items;
	size_t cap;
};

struct lexmake {
	struct lexicon lexicon; /* shows what follows */
	char **files;
	size_t nfiles, files_cap;
	struct lexlists classes, spellings;
	struct lexicon_rule *rules;
	size_t nrules, rules_cap;
	struct lexicon_raise *raises;
	size_t nraises, raises_cap;
	struct names rule_keys;   /* items[i] tells rules[i] from others */
	struct names concept_ids; /* items[i] is the id of concepts[i] */
	struct lexicon_concept *concepts;
	size_t concepts_cap;
	size_t nrivals; /* of the concepts */
	struct lexicon_context context;
	struct str texts;
};

/* The file being read, as messages and rules call it. */
struct lexfile {
	const char *name; /* of lexmake.files */
	uint32_t text;    /* the same, of lexmake.texts */
};

/* Puts a text among the others; returns its place. */
uint32_t lexmake_text(struct lexmake *make, const char *text, size_t len);

/* The number of the concept, which is named in a line of a file
 * (lexfile.text), made if need be. */
uint32_t lexmake_concept(struct lexmake *make, const char *id, size_t len,
    uint32_t file, uint32_t line);

/* Adds members to the list of that name, which is made if need be. */
void lexlists_add(struct lexlists *lists, const char *name, size_t len,
    const char *members, const char *file, unsigned long line);

/*
 * Adds a rule, which has its dimension, value, weight, scope, file and line, of
 * this pattern, raising the last rule->nraises of make->raises.  A double of a
 * rule of another file takes its place.  Returns 0, or -1 with *err set for a
 * double within the file.
 */
int lexmake_rule(struct lexmake *make, const struct lexicon_rule *rule,
    const char *pattern, struct diag *err);

/* Take the fields of a head, and the rows of a body.  Each returns 0, or -1
 * with *err set. */
int lexhead_take(struct lexmake *make, const struct lexfile *file,
    const struct meta *m, struct diag *err);
int lexbody_take(struct lexmake *make, const struct lexfile *file,
    const struct meta *m, struct diag *err);

#endif
