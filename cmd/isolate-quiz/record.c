/* Sittings as rows of a responses stream. */
#include "taking.h"

#include "base/msg.h"
#include "base/str.h"
#include "cli/shelf.h"

#include <stdlib.h>

const char *
taking_text(const char *text)
{
	return text == NULL ? "" : text;
}

/* Instruments of a sitting, one after the other. */
struct rows_of {
	const struct taking *t;
	size_t from, to;
	bool kept; /* to be read again, from whatever folder */
};

/* Whether two of the instruments have an item of this id. */
static bool
shared_id(const struct rows_of *p, const char *id)
{
	size_t with = 0;

	for (size_t i = p->from; i < p->to; i++)
		with += instrument_item(p->t->instruments[i], id) != -1;
	return with > 1;
}

static void
write_header(const struct rows_of *p, struct csvout *out)
{
	static const char *const first[] = {
	    "respondent", "time", "instrument", "sex", "age", "group"};
	struct str name = STR_INIT;

	for (size_t i = 0; i < sizeof(first) / sizeof(*first); i++)
		csvout_str(out, first[i]);
	if (p->t->irts != NULL) {
		csvout_str(out, "bank");
		csvout_str(out, "asked");
	}
	for (size_t i = p->from; i < p->to; i++) {
		const struct instrument *in = p->t->instruments[i];

		for (size_t k = 0; k < in->nitems; k++) {
			str_clear(&name);
			if (shared_id(p, in->items[k].id))
				str_addf(&name, "%s.", in->id);
			str_adds(&name, in->items[k].id);
			csvout_str(out, name.text);
		}
	}
	csvout_end(out);
	str_release(&name);
}

/* As it was asked for: where it lies is nobody's business but one's own. */
static void
write_bank(const char *given, bool kept, struct csvout *out)
{
	char *path =
	    kept && shelf_is_path(given) ? realpath(given, NULL) : NULL;

	csvout_str(out, path == NULL ? given : path);
	free(path);
}

/* The bank, and the items in the order in which they were asked: what has no
 * answer among them was skipped, all others were not asked. */
static void
write_asked(const struct rows_of *p, size_t row, struct csvout *out)
{
	const struct taking *t = p->t;
	const struct sitting *s = &t->sitting;
	struct str ids = STR_INIT;

	for (size_t k = 0; k < s->nasked; k++) {
		const struct question *q = &s->questions[s->asked[k]];

		for (size_t i = 0; i < q->nplaces; i++)
			if (q->places[i].instrument == row)
				str_addf(&ids, "%s%s", ids.len > 0 ? ";" : "",
				    t->instruments[row]
					->items[q->places[i].item]
					.id);
	}
	write_bank(t->irts[row]->given.text, p->kept, out);
	csvout_str(out, ids.text);
	str_release(&ids);
}

static void
write_responses(const struct rows_of *p, size_t row, struct csvout *out)
{
	const struct taking *t = p->t;
	char time[MOMENT_MAX];

	moment_format(time, t->at);
	csvout_str(out, taking_text(t->set->respondent));
	csvout_str(out, time);
	csvout_str(out, t->instruments[row]->id);
	csvout_str(out, taking_text(t->set->sex));
	csvout_str(out, taking_text(t->set->age));
	csvout_str(out, taking_text(t->set->group));
	if (t->irts != NULL)
		write_asked(p, row, out);
	for (size_t i = p->from; i < p->to; i++)
		for (size_t k = 0; k < t->instruments[i]->nitems; k++) {
			int x = t->sitting.answers[i][k];

			if (i == row && x != ANSWER_MISSING)
				csvout_long(out, x);
			else
				csvout_empty(out);
		}
	csvout_end(out);
}

static void
write_part(const struct rows_of *p, FILE *fp)
{
	struct csvout out;

	csvout_init(&out, fp);
	write_header(p, &out);
	for (size_t i = p->from; i < p->to; i++)
		write_responses(p, i, &out);
	csvout_release(&out);
}

void
record_stream(const struct taking *t, FILE *fp)
{
	struct rows_of all = {t, 0, t->ninstruments, false};

	write_part(&all, fp);
}

void
record_one(const struct taking *t, size_t i, struct str *out)
{
	struct rows_of one = {t, i, i + 1, true};
	char *text = NULL;
	size_t len = 0;
	FILE *fp = open_memstream(&text, &len);

	if (fp == NULL)
		msg_die(RC_SYSTEM, "out of memory");
	write_part(&one, fp);
	fclose(fp);
	str_add(out, text, len);
	free(text);
}
