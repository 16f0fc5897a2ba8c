/*
 * estep - how many people are expected at each node, given parameters: the
 * first half of a step of EM.
 *
 * The patterns are cut into ESTEP_PARTS, whose sums are added up in order.
 */
#ifndef QUIZ_ESTEP_H
#define QUIZ_ESTEP_H

#include "quiz/eap.h"
#include "quiz/mstep.h"
#include "quiz/patterns.h"

enum { ESTEP_PARTS = 16 };

struct estep_part; /* what one part adds up */

/* Plain storage; init and release it. */
struct estep {
	const struct patterns *patterns; /* borrowed */
	struct eap eap;
	uint32_t *rows;       /* of each pattern, one for each pair */
	size_t *first;        /* of each item: its first row of people */
	mstep_people *people; /* the result: a row a category of each item */
	size_t npeople;
	double nodes[EAP_LANES];                  /* people at each node */
	double loglik;                            /* of all patterns */
	double eap_sum, eap_square, variance_sum; /* over people */
	struct estep_part *parts;
	int jobs;
};

/* items is borrowed, and may change between runs. */
void estep_init(struct estep *e, const struct patterns *p,
    const struct grm_item *items, int jobs);
void estep_release(struct estep *e);

/* Sets people, loglik and the sums of estimates. */
void estep_run(struct estep *e);

/* The first pattern of a part. */
size_t estep_part_begin(const struct estep *e, int part);

#endif
