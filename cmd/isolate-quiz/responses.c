#include "responses.h"

#include "base/mem.h"
#include "base/msg.h"

#include <stdlib.h>
#include <string.h>

struct known {
	char *name;
	struct instrument *in; /* NULL: there is none of that name */
	bool found;            /* its columns looked for, in this file */
	bool lacking;          /* not all are there: why says which */
	struct diag why;
	struct answers answers;
	bool *asked; /* in an adaptive sitting */
};

static struct known *
add_known(struct responses *r, const char *name)
{
	struct known *k;

	r->known = mem_realloc(r->known, r->nknown + 1, sizeof(*r->known));
	k = &r->known[r->nknown++];
	*k = (struct known){.name = mem_strdup(name)};
	k->in = library_open(r->set, name);
	return k;
}

static void
known_release(struct known *k)
{
	library_free(k->in);
	free(k->asked);
	free(k->name);
}

/* A column that all rows want ends the file where it is missing. */
static void
end_file(struct responses *r, const struct diag *why)
{
	msg_diag(io_name(r->path), why);
	r->rows.broken = r->ended = true;
}

/* False, and k->why, where the file lacks one. */
static bool
find_columns(struct responses *r, struct known *k)
{
	if (!k->found) {
		k->lacking =
		    answers_find(&k->answers, k->in, r->t, &k->why) == -1;
		k->answers.na = r->set->na.list;
		k->answers.nna = r->set->na.count;
	}
	k->found = true;
	return !k->lacking;
}

/* The names of a stream never open a path. */
static struct known *
named(struct responses *r, const char *name)
{
	for (size_t i = 0; i < r->nknown; i++)
		if (strcmp(r->known[i].name, name) == 0)
			return &r->known[i];
	if (name[0] == '\0' || strpbrk(name, "/.") != NULL)
		return NULL;
	return add_known(r, name);
}

void
responses_refuse(struct responses *r, const struct diag *why)
{
	io_refuse(&r->rows, r->path, why);
	if (r->refused)
		r->rows.refused--;
	r->refused = true;
}

static void
tell_adaptive(struct responses *r)
{
	if (r->irt == NULL && r->asked_note != NULL)
		msg_warn("%s", r->asked_note);
	r->asked_note = NULL;
}

/* False where the row is refused. */
static bool
use_row(struct responses *r, struct known *k)
{
	struct sitting_scores sitting = {.in = k->in};
	struct diag err;

	r->used = true;
	/* (In this order: a row that is refused is none to stand again.) */
	if (answers_read(&k->answers, r->t, r->set->lenient, &err) == -1 ||
	    again_seen(&r->again, table_cell(r->t, r->respondent),
		table_cell(r->t, r->time), k->in->id, table_line(r->t), &err)) {
		responses_refuse(r, &err);
		return false;
	}
	sitting.respondent = table_cell(r->t, r->respondent);
	sitting.time = table_cell(r->t, r->time);
	sitting.sex = table_cell(r->t, r->sex);
	sitting.age = table_cell(r->t, r->age);
	sitting.group = table_cell(r->t, r->group);
	sitting.by = table_cell(r->t, r->by);
	sitting.person = person_read(sitting.sex, sitting.age);
	sitting.answers = k->answers.x;
	sitting.irt = r->irt;
	sitting.out_of_range = k->answers.out_of_range;
	if (answers_asked(k->in, table_cell(r->t, r->asked), &k->asked)) {
		sitting.asked = k->asked;
		tell_adaptive(r);
	}
	r->use(r->context, &sitting);
	return true;
}

static void
use_by_option(struct responses *r)
{
	const char *its = table_cell(r->t, r->instrument);
	bool good = true;

	for (size_t i = 0; i < r->nknown && (good || r->end_row == NULL); i++)
		if (its[0] == '\0' || strcmp(its, r->known[i].in->id) == 0)
			good = use_row(r, &r->known[i]);
	if (r->end_row != NULL)
		r->end_row(r->context, good);
}

static void
use_by_column(struct responses *r)
{
	const char *name = table_cell(r->t, r->instrument);
	struct known *k;
	struct diag err;

	if (r->irt != NULL && name[0] != '\0' &&
	    strcmp(name, r->irt->instrument.text) != 0)
		return;
	k = named(r, name);
	if (k == NULL || k->in == NULL) {
		diag_set(&err, table_line(r->t),
		    name[0] == '\0' ? "names no instrument"
				    : "no instrument '%s'",
		    name);
		responses_refuse(r, &err);
	} else if (!find_columns(r, k)) {
		diag_set(&err, table_line(r->t), "names '%s': %s", name,
		    k->why.text);
		responses_refuse(r, &err);
	} else {
		use_row(r, k);
	}
}

/* Finds the columns of a file, and those of what --instrument names. */
static bool
begin(struct responses *r)
{
	struct diag err;

	r->respondent = table_find(r->t, "respondent");
	r->time = table_find(r->t, "time");
	r->sex = table_find(r->t, "sex");
	r->age = table_find(r->t, "age");
	r->group = table_find(r->t, "group");
	r->asked = table_find(r->t, "asked");
	r->instrument = table_find(r->t, "instrument");
	r->by = r->by_name == NULL ? -1 : table_find(r->t, r->by_name);
	if (r->by_name != NULL && table_need(r->t, r->by_name, &err) == -1) {
		end_file(r, &err);
		if (r->by_note != NULL)
			msg_note("%s", r->by_note);
	}
	for (size_t i = 0; i < r->nasked; i++)
		if (!find_columns(r, &r->known[i])) {
			end_file(r, &r->known[i].why);
			return false;
		}
	if (r->nasked == 0 && table_need(r->t, "instrument", &err) == -1) {
		end_file(r, &err);
		msg_note("name the instrument with --instrument ID");
	}
	if (!r->ended && r->begin_file != NULL)
		r->begin_file(r->context, r->path, r->t);
	return !r->ended;
}

static void
read_file(struct responses *r, const char *path)
{
	FILE *fp = io_open(path);

	r->path = path;
	again_begin_file(&r->again, path);
	r->ended = false;
	r->t = io_table(&r->rows, fp, path, ',');
	if (r->t != NULL && begin(r))
		while (!r->ended && io_next(&r->rows, r->t, path)) {
			r->refused = false;
			if (r->nasked > 0)
				use_by_option(r);
			else
				use_by_column(r);
		}
	table_free(r->t);
	io_close(fp);
	for (size_t i = 0; i < r->nknown; i++) {
		answers_release(&r->known[i].answers);
		r->known[i].found = false;
	}
}

/* Opens what --instrument names.  One that is named twice counts once; two of
 * one id could not be told apart in what is written. */
static void
open_asked(struct responses *r)
{
	const struct names *names = &r->set->instruments;

	for (size_t i = 0; i < names->count; i++) {
		struct known *k = add_known(r, names->list[i]);
		const struct known *same = r->known;

		if (k->in == NULL) {
			r->unknown = true;
			continue;
		}
		while (same < k &&
		    (same->in == NULL || strcmp(same->in->id, k->in->id) != 0))
			same++;
		if (same == k)
			continue;
		if (strcmp(same->name, k->name) != 0)
			opt_die(&tool, "'%s' and '%s' are both instrument '%s'",
			    same->name, k->name, k->in->id);
		r->nknown--;
		known_release(k);
	}
	r->nasked = r->nknown;
}

void
responses_read(struct responses *r, int n, char *const operands[])
{
	io_stdin_check(&tool, n, operands, NULL);
	r->rows.part = r->set->part;
	io_part_check(&r->rows, &tool, n, operands);
	open_asked(r);
	if (r->unknown)
		return;
	if (n == 0)
		read_file(r, "-");
	for (int i = 0; i < n; i++)
		read_file(r, operands[i]);
	again_finish(&r->again, r->rows.strict);
	if (!r->used && r->rows.read > r->rows.refused && !r->rows.broken) {
		if (r->nasked > 0)
			msg_warn("no row answers to what --instrument names");
		else
			msg_warn("no row answers to the bank's instrument '%s'",
			    r->irt->instrument.text);
		r->unmet = true;
	}
}

const struct instrument *
responses_instrument(const struct responses *r, size_t i)
{
	return i < r->nasked ? r->known[i].in : NULL;
}

int
responses_verdict(const struct responses *r)
{
	int rc = io_verdict(&r->rows);
	/* (A part of a file may lawfully lack what is in the others.) */
	bool no = r->unknown ||
	    (r->unmet && !r->set->partial && r->set->part.of == 0);
	int again = again_verdict(&r->again);

	if (again == RC_SYSTEM || rc == RC_OK)
		rc = again;
	return rc == RC_OK && no ? RC_NO : rc;
}

void
responses_release(struct responses *r)
{
	for (size_t i = 0; i < r->nknown; i++)
		known_release(&r->known[i]);
	free(r->known);
	again_release(&r->again);
}
