/* Sittings as rows of a responses stream. */
#include "taking.h"

#include "base/msg.h"
#include "base/str.h"

#include <stdlib.h>

const char *
taking_text(const char *text)
{
	return text == NULL ? "" : text;
}

/* Whether two of the instruments have an item of this id. */
static bool
shared_id(const struct taking *t, const char *id)
{
	size_t with = 0;

	for (size_t i = 0; i < t->ninstruments; i++)
		with += instrument_item(t->instruments[i], id) != -1;
	return with > 1;
}

static void
write_header(const struct taking *t, struct csvout *out)
{
	static const char *const first[] = {
	    "respondent", "time", "instrument", "sex", "age", "group"};
	struct str name = STR_INIT;

	for (size_t i = 0; i < sizeof(first) / sizeof(*first); i++)
		csvout_str(out, first[i]);
	for (size_t i = 0; i < t->ninstruments; i++) {
		const struct instrument *in = t->instruments[i];

		for (size_t k = 0; k < in->nitems; k++) {
			str_clear(&name);
			if (shared_id(t, in->items[k].id))
				str_addf(&name, "%s.", in->id);
			str_adds(&name, in->items[k].id);
			csvout_str(out, name.text);
		}
	}
	csvout_end(out);
	str_release(&name);
}

static void
write_responses(const struct taking *t, size_t row, struct csvout *out)
{
	char time[MOMENT_MAX];

	moment_format(time, t->at);
	csvout_str(out, taking_text(t->set->respondent));
	csvout_str(out, time);
	csvout_str(out, t->instruments[row]->id);
	csvout_str(out, taking_text(t->set->sex));
	csvout_str(out, taking_text(t->set->age));
	csvout_str(out, taking_text(t->set->group));
	for (size_t i = 0; i < t->ninstruments; i++)
		for (size_t k = 0; k < t->instruments[i]->nitems; k++) {
			int x = t->sitting.answers[i][k];

			if (i == row && x != ANSWER_MISSING)
				csvout_long(out, x);
			else
				csvout_empty(out);
		}
	csvout_end(out);
}

void
record_stream(const struct taking *t, FILE *fp)
{
	struct csvout out;

	csvout_init(&out, fp);
	write_header(t, &out);
	for (size_t i = 0; i < t->ninstruments; i++)
		write_responses(t, i, &out);
	csvout_release(&out);
}

void
record_one(const struct taking *t, size_t i, struct str *out)
{
	struct taking one = *t;
	char *text = NULL;
	size_t len = 0;
	FILE *fp = open_memstream(&text, &len);

	if (fp == NULL)
		msg_die(RC_SYSTEM, "out of memory");
	one.instruments = &t->instruments[i];
	one.sitting.answers = &t->sitting.answers[i];
	one.ninstruments = 1;
	record_stream(&one, fp);
	fclose(fp);
	str_add(out, text, len);
	free(text);
}
