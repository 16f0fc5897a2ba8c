#include "quiz.h"

#include "base/mem.h"
#include "base/msg.h"
#include "cli/shelf.h"
#include "quiz/extent.h"

#include <stdlib.h>
#include <string.h>

/* --missing takes the place of every scale's own rule. */
static void
set_missing(const struct settings *set, struct instrument *in)
{
	if (set->missing == NULL)
		return;
	for (size_t i = 0; i < in->nscales; i++) {
		struct scale *scale = &in->scales[i];

		scale->missing = set->missing;
		scale->need = missing_need(set->missing, scale->units);
	}
}

void
library_check_language(const struct settings *set, const struct instrument *in)
{
	if (set->lang != NULL && strcmp(set->lang, in->language) != 0)
		msg_note("%s: no texts in '%s': here they are in '%s'", in->id,
		    set->lang, in->language);
}

struct instrument *
library_open(const struct settings *set, const char *name)
{
	struct instrument *in;
	struct shelf_file file;
	struct diag err;

	if (shelf_open(&file, "instruments", name) == -1)
		return NULL;
	in = mem_alloc(1, sizeof(*in));
	if (instrument_read(in, file.bytes, file.len, set->lang, &err) == -1)
		msg_die_diag(RC_DATA, file.path.text, &err);
	shelf_release(&file);
	set_missing(set, in);
	return in;
}

void
library_free(struct instrument *in)
{
	if (in == NULL)
		return;
	instrument_release(in);
	free(in);
}

bool
norms_ask_who(const struct instrument *in)
{
	for (size_t i = 0; i < in->nscales; i++)
		for (size_t k = 0; k < in->scales[i].nnorms; k++) {
			const struct norm *n = &in->scales[i].norms[k];

			if (n->sex != SEX_ANY || n->age_min > 0 ||
			    n->age_max < NORM_AGE_MAX)
				return true;
		}
	return false;
}

bool
scale_is_asked(const struct settings *set, const char *scale)
{
	for (size_t i = 0; i < set->scales.count; i++)
		if (strcmp(set->scales.list[i], scale) == 0)
			return true;
	return set->scales.count == 0;
}

bool
scales_are_there(const struct settings *set,
    const struct instrument *const *instruments, size_t n)
{
	bool all = true;

	for (size_t k = 0; k < set->scales.count; k++) {
		const char *name = set->scales.list[k];
		size_t i = 0;

		while (i < n && instrument_scale(instruments[i], name) == -1)
			i++;
		if (i == n)
			msg_warn("there is no scale '%s'", name);
		all = all && i < n;
	}
	return all;
}
