/*
 * ladder - a family of graded steps, as reconnect-ladder(5) describes it: which
 * concepts it answers, and its steps from the gentlest to the hardest.
 */
#ifndef PLAN_LADDER_H
#define PLAN_LADDER_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

/* How a step works.  Exposure and experiment steps are rungs: they are climbed
 * one at a time by the stated rule (advance.h).  The others stand beside. */
enum ladder_mode {
	LADDER_EXPOSURE,
	LADDER_EXPERIMENT,
	LADDER_ACTIVATION,
	LADDER_REFRAME,
	LADDER_SKILL,
};
extern const char *const ladder_mode_words[]; /* ends with NULL */

/* Where a step is taken. */
enum ladder_setting {
	LADDER_ONLINE,
	LADDER_PHONE,
	LADDER_IN_PERSON,
	LADDER_SOLO,
};
extern const char *const ladder_setting_words[]; /* ends with NULL */

/* The index of (text, len) among the words, or -1. */
int ladder_word(const char *const *words, const char *text, size_t len);

bool ladder_is_rung(enum ladder_mode mode);

enum {
	LADDER_SUDS_MAX = 100, /* subjective units of distress, Wolpe 1969 */
	LADDER_MINUTES_MAX = 1440,
	LADDER_REPEAT_MAX = 30,
	LADDER_STEPS_MAX = 999,
};

struct ladder_step {
	int number; /* 1.., in file order, each once */
	char *text; /* what to do, as an imperative */
	int suds;   /* 0..100, an estimate that the person's own overrides */
	int minutes;
	enum ladder_setting setting;
	enum ladder_mode mode;
	char *cue;        /* when: the clause after "If"; may be "" */
	char *prediction; /* what is often feared; may be "" */
	char *how;        /* how to do it so that it teaches something; "" */
	char *precaution; /* what keeps it safe, always shown; may be "" */
	int repeat;       /* times, 1..30 */
};

struct ladder_concept {
	char *id;
	double relevance; /* 0 < relevance <= 1 */
};

struct ladder {
	char *id;
	char *title;
	char *summary;
	struct ladder_concept *concepts;
	size_t concept_count;
	struct ladder_step *steps; /* in the order of the file */
	size_t step_count;
};

/*
 * Parses a family file.  name is the id it must have.  Returns 0, or -1 with
 * *err set; either way release l.
 */
int ladder_parse(struct ladder *l, const char *name, const char *text,
    size_t len, struct diag *err);
void ladder_release(struct ladder *l);

/* How much the family answers the concept, 0 (not at all) to 1. */
double ladder_relevance(const struct ladder *l, const char *concept);

#endif
