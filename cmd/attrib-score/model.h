/*
 * model - what a trained model tells of statements.
 */
#ifndef ATTRIB_SCORE_MODEL_H
#define ATTRIB_SCORE_MODEL_H

#include "score.h"

#include "attrib/classifier.h"
#include "attrib/feature.h"

struct model {
	struct classifier classifier;
	struct features features; /* of the last statement */
	bool *told;               /* what was told of it, for each label */
	double *probabilities;
	bool judged;    /* it was long enough to be judged */
	bool *concepts; /* labels that are concepts of the glossary */
	bool *biases;   /* those of them that are ways of thinking */
	size_t *order;  /* of labels, the most probable first */
};

/* Reads the model of the command line; a file that is none ends the process
 * with RC_DATA.  NULL where none is named. */
struct model *model_open(const struct settings *set, const struct lexicon *lex);
void model_close(struct model *m); /* NULL is allowed */

/* Reads a statement; what the reader read before is no longer valid. */
void model_read(struct model *m, struct attrib *reader,
    const struct lexicon *lex, const char *text, size_t len);

enum { MODEL_CUES = 5 };

/* Words, and what all features on them add to the decision for a label. */
struct model_cue {
	uint32_t start, end; /* bytes of the statement */
	double value;
};

/* The words of the last statement that speak for the label the loudest, first;
 * returns how many, of those that speak for it.  What all of them together are
 * like (FEATURE_SENSE) is no word's. */
size_t model_cues(
    const struct model *m, size_t label, struct model_cue cues[MODEL_CUES]);

#endif
