/*
 * simulation - adaptive sittings of people whose answers to all items are
 * known, written one by one or summed up.
 */
#ifndef ISOLATE_QUIZ_SIMULATION_H
#define ISOLATE_QUIZ_SIMULATION_H

#include "irt.h"

#include "quiz/recovery.h"

struct simulation {
	const struct settings *set;
	struct irt *irt;
	struct adaptive *sittings; /* by scale of the bank; NULL: not begun */
	struct recovery *recoveries;
	struct csvout out;
	struct str order;
	int8_t *x;      /* a person's answers to a scale */
	uint64_t state; /* of chance */
	size_t people;
};

/* One person, as far as the stream tells. */
struct subject {
	const char *respondent;
	double theta; /* NaN: not known */
};

/* Writes the header of the stream. */
void simulation_init(
    struct simulation *s, const struct settings *set, struct irt *irt);
void simulation_begin(struct simulation *s, const struct instrument *in);

/* Sits through scale i of the bank, with the answers that stand in x. */
void simulation_sit(struct simulation *s, size_t i, const struct subject *who);

/* Writes the summary, and releases all, the bank with it. */
void simulation_finish(struct simulation *s);

#endif
