/*
 * labelled - rows with the labels that somebody, or something, gave them.
 */
#ifndef ATTRIB_LABELLED_H
#define ATTRIB_LABELLED_H

#include "attrib/names.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Plain storage, zero it first; release it.  Numbers of labels are those of
 * names, in the order they first came. */
struct labelled {
	struct names names;
	struct labelled_row {
		uint32_t first, count; /* in given */
		uint32_t group;        /* rows of one group belong together */
	} * rows;
	size_t count, cap;
	uint32_t *given; /* numbers of labels, each once a row */
	size_t ngiven, given_cap;
	struct names groups;
};

void labelled_release(struct labelled *l);

/* Whether a cell can be added: 0; or -1 with *err set (its line is not) where
 * it holds a ';' and many is not set, a control character, or bytes that are
 * not UTF-8. */
int labelled_check(const char *cell, size_t len, bool many, struct diag *err);

/*
 * Adds a row with the labels of a cell, several separated by ';' where many.
 * An empty group is a group of this row alone, NULL that of the row before.
 * Returns as labelled_check() does, and adds nothing that this refuses.
 */
int labelled_add(struct labelled *l, const char *cell, size_t len, bool many,
    const char *group, struct diag *err);

/* Whether a cell holds no label: it is empty, or has nothing but blanks. */
bool labelled_blank(const char *cell, size_t len);

/* Whether row r was given the label. */
bool labelled_has(const struct labelled *l, size_t r, uint32_t label);

/* All labels by strcmp(): rank[number] is the place of a label.  The caller
 * frees it. */
uint32_t *labelled_ranks(const struct labelled *l);

/*
 * Deals the rows into folds, a number 0..folds - 1 each, those of one group
 * into the same, about as many of each label into each: the groups are shuffled
 * by the seed, put in order of the first label of their first row, and dealt
 * out in turn.  The caller frees it.
 */
uint32_t *labelled_folds(
    const struct labelled *l, uint32_t folds, uint64_t seed);

#endif
