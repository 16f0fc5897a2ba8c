/*
 * target - what is fitted, and the labelled sets it is fitted to.
 */
#ifndef TEXT_TARGET_H
#define TEXT_TARGET_H

#include "corpus.h"

#include "attrib/lexicon.h"

#include <stdbool.h>
#include <stddef.h>

enum {
	SETS_MAX = 8,
	WAYS = 12, /* ways of thinking, with "none" as number 0 */
};

/* Ids of the glossary, by number; -1 where a concept is none of them. */
extern const char *const ways[WAYS];
int way_number(const char *concept);

/* A thing to fit, and the sets that label it.  Sets in which there is nothing
 * to find come last. */
struct target {
	enum dimension dimension;
	bool many; /* the ways of thinking: many classes, priors */
	double ridge, ridge_apart; /* as of a model */
	struct {
		const char *name; /* of what is labelled */
		/* In the folder of labelled texts, or, with a slash, in this
		 * tree, from its root. */
		const char *file, *group;
		label_of *label;
		double total; /* weight of the set, shared by its rows; 0: it is
		               * tried alone, as it holds rows of another */
		double mark;  /* macro-F1 to reach (where there is nothing to
		               * find: part told of at most), 0 for none */
	} sets[SETS_MAX];
};

extern const struct target targets[];
extern const size_t targets_count;

#endif
