/* Families of steps: whatever stands in a file, it is a ladder that can be
 * laid, or it is refused with a reason. */
#include "plan/lay.h"

#include <assert.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct schedule when = {.per_week = 3};
	struct diag err = {0};
	struct ladder l;

	if (ladder_parse(&l, "x", (const char *)data, size, &err) == 0) {
		for (int setting = -1; setting <= LADDER_SOLO; setting++) {
			struct lay_wish wish = {
			    setting, setting == LADDER_SOLO};
			struct lay lay;

			lay_out(&lay, &l, &wish, &when, 20000);
			assert(lay.count <= LAY_MAX);
			assert(lay.rungs <= LAY_RUNGS_MAX);
		}
	} else {
		assert(err.text[0] != '\0');
	}
	ladder_release(&l);
	return 0;
}
