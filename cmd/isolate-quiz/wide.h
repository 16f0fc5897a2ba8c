/*
 * wide - the scores of a sitting in one row: respondent, time, sex, age and
 * group, a column a scale of each instrument named, flag.  A scale whose id is
 * not its own alone is called INSTRUMENT.SCALE.
 */
#ifndef ISOLATE_QUIZ_WIDE_H
#define ISOLATE_QUIZ_WIDE_H

#include "responses.h"

/* Plain storage; init it, then add the sittings of a row in the order of their
 * instruments and end the row (not good: nothing of it is written). */
struct wide {
	const struct responses *r; /* borrowed */
	struct csvout out;
	struct score *room; /* for the scales of one instrument */
	size_t next;        /* the instrument whose columns come next */
	bool crisis, distress, out_of_range;
	bool begun; /* the header is written */
};

void wide_init(struct wide *w, const struct responses *r, FILE *fp);
void wide_add(struct wide *w, const struct sitting_scores *sitting);
void wide_end_row(struct wide *w, bool good);
void wide_finish(struct wide *w); /* and releases */

#endif
