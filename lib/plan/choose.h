/*
 * choose - which families of steps answer what weighs on a person.
 */
#ifndef PLAN_CHOOSE_H
#define PLAN_CHOOSE_H

#include "plan/intake.h"
#include "plan/ladder.h"

struct choice {
	size_t family;       /* index into the families */
	double score;        /* severity times relevance, its highest */
	double sum;          /* over all concepts: breaks ties */
	const char *concept; /* where score came from; the family's */
	double severity;     /* of that concept */
};

/*
 * Ranks the n families for a person, best first: by the highest severity times
 * relevance of any one concept, then by the sum over all, then in their own
 * order.  Fills ranks (room for n) and returns how many fit at all.
 */
size_t choose_rank(const struct intake_person *p, const struct ladder *families,
    size_t n, struct choice *ranks);

#endif
