/* score --wide: one row a sitting, one column a scale. */
#include "wide.h"

#include "base/mem.h"
#include "cli/helpline.h"

#include <stdlib.h>
#include <string.h>

static const char *const leading[] = {
    "respondent", "time", "sex", "age", "group", NULL};

static bool
is_taken(const struct wide *w, const struct scale *scale)
{
	const struct instrument *in;
	size_t same = 0;

	for (size_t i = 0; leading[i] != NULL; i++)
		same += strcmp(leading[i], scale->id) == 0;
	same += strcmp("flag", scale->id) == 0;
	for (size_t k = 0; (in = responses_instrument(w->r, k)) != NULL; k++)
		same += instrument_scale(in, scale->id) != -1;
	return same > 1;
}

static void
write_header(struct wide *w)
{
	const struct instrument *in;
	struct str name = STR_INIT;

	for (size_t i = 0; leading[i] != NULL; i++)
		csvout_str(&w->out, leading[i]);
	for (size_t k = 0; (in = responses_instrument(w->r, k)) != NULL; k++) {
		for (size_t i = 0; i < in->nscales; i++) {
			str_clear(&name);
			if (is_taken(w, &in->scales[i]))
				str_addf(&name, "%s.", in->id);
			str_adds(&name, in->scales[i].id);
			csvout_text(&w->out, name.text, name.len);
		}
	}
	csvout_str(&w->out, "flag");
	csvout_end(&w->out);
	str_release(&name);
	w->begun = true;
}

void
wide_init(struct wide *w, const struct responses *r, FILE *fp)
{
	*w = (struct wide){.r = r};
	csvout_init(&w->out, fp);
	w->out.headless = r->set->part.number > 1;
	w->room = mem_alloc(INSTRUMENT_SCALES_MAX, sizeof(*w->room));
}

/* Leaves the columns empty up to those of in, or with NULL up to the last. */
static void
pass_to(struct wide *w, const struct instrument *in)
{
	const struct instrument *next;

	while ((next = responses_instrument(w->r, w->next)) != in) {
		for (size_t i = 0; i < next->nscales; i++)
			csvout_empty(&w->out);
		w->next++;
	}
}

static void
begin_row(struct wide *w, const struct sitting_scores *sitting)
{
	if (!w->begun)
		write_header(w);
	csvout_str(&w->out, sitting->respondent);
	csvout_str(&w->out, sitting->time);
	csvout_str(&w->out, sitting->sex);
	csvout_str(&w->out, sitting->age);
	csvout_str(&w->out, sitting->group);
	w->next = 0;
	w->crisis = w->distress = w->out_of_range = false;
}

void
wide_add(struct wide *w, const struct sitting_scores *sitting)
{
	const struct instrument *in = sitting->in;

	if (w->out.line.len == 0)
		begin_row(w, sitting);
	pass_to(w, in);
	sitting_sums(sitting, w->room);
	for (size_t i = 0; i < in->nscales; i++) {
		scores_value(&w->out, &w->room[i]);
		w->distress |=
		    scoring_alert(in, i, sitting->answers, &w->room[i]);
	}
	w->crisis |= scoring_crisis(in, sitting->answers);
	w->out_of_range |= sitting->out_of_range > 0;
	w->next++;
}

void
wide_end_row(struct wide *w, bool good)
{
	if (w->out.line.len == 0)
		return;
	if (!good) {
		csvout_drop(&w->out);
		return;
	}
	pass_to(w, NULL);
	if (w->crisis || w->distress)
		helpline_offer();
	scores_flags(&w->out, w->crisis, w->distress, w->out_of_range);
	csvout_end(&w->out);
}

void
wide_finish(struct wide *w)
{
	if (!w->begun && !w->r->unknown)
		write_header(w);
	free(w->room);
	csvout_release(&w->out);
}
