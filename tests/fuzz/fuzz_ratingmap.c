/* Any bytes are a layout of ratings or are refused with a reason; what is
 * accepted reads answers. */
#include "attrib/ratingmap.h"

#include <assert.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char answers[] = "a,b,v\n3,4,negative\n";
	struct diag err = {0, ""};
	struct ratingmap *m = ratingmap_read((const char *)data, size, &err);
	struct table *t;
	struct rating_event e;

	if (m == NULL) {
		assert(err.text[0] != '\0');
		return 0;
	}
	t = table_new(csvin_new_mem(answers, strlen(answers), 1), &err);
	if (ratingmap_bind(m, t, &err) == 0 && table_next(t) == CSVIN_RECORD)
		for (size_t i = 0; i < ratingmap_events(m); i++)
			ratingmap_take(m, t, i, &e, &err);
	table_free(t);
	ratingmap_free(m);
	return 0;
}
