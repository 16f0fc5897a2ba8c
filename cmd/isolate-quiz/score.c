/* isolate-quiz score: a responses stream to a scores stream. */
#include "quiz.h"

#include "base/mem.h"
#include "base/msg.h"
#include "cli/helpline.h"
#include "cli/io.h"
#include "quiz/answers.h"

#include <stdlib.h>
#include <string.h>

/* An instrument as a file's rows name it. */
struct known {
	char *name;
	struct instrument *in; /* NULL: there is none of that name */
	struct answers answers;
};

/* Where scored sittings go: the stream, or the eye. */
struct sink {
	const struct settings *set;
	struct scores scores;
	struct profile profile;
	struct histogram histogram;
};

struct file {
	const struct settings *set;
	struct sink *sink;
	struct io_rows *rows;
	const char *path;
	struct table *t;
	int respondent, time, instrument, sex, age;
	struct known *known;
	size_t nknown;
	bool unknown; /* an instrument that was asked for is not there */
};

static void
sink_init(struct sink *sink, const struct settings *set)
{
	struct term term;

	*sink =
	    (struct sink){.set = set, .histogram = {.scale = set->histogram}};
	term_init(&term, stdout, set->color, set->ascii);
	profile_init(&sink->profile, set, term);
	if (!set->profile && set->histogram == NULL)
		scores_init(&sink->scores, set, stdout);
}

static void
sink_add(struct sink *sink, const struct sitting_scores *sitting)
{
	if (sink->set->histogram == NULL && !sink->set->profile) {
		scores_write(&sink->scores, sitting);
		return;
	}
	if (sitting_needs_help(sitting))
		helpline_offer();
	if (sink->set->histogram != NULL) {
		histogram_add(&sink->histogram, sitting);
	} else {
		profile_show(&sink->profile, sitting);
		profile_end(&sink->profile);
	}
}

/* False where the answer is no. */
static bool
sink_finish(struct sink *sink)
{
	if (sink->set->histogram != NULL)
		return histogram_finish(&sink->histogram, &sink->profile.term);
	if (!sink->set->profile)
		scores_finish(&sink->scores);
	return true;
}

/* Loads the instrument and finds its columns.  A missing column ends the
 * file. */
static struct known *
add_known(struct file *f, const char *name)
{
	struct known *k;
	struct diag err;

	f->known = mem_realloc(f->known, f->nknown + 1, sizeof(*f->known));
	k = &f->known[f->nknown++];
	*k = (struct known){.name = mem_strdup(name)};
	k->in = library_open(f->set, name);
	if (k->in == NULL)
		return k;
	if (answers_find(&k->answers, k->in, f->t, &err) == -1) {
		msg_diag(io_name(f->path), &err);
		f->rows->broken = true;
	}
	k->answers.na = f->set->na.list;
	k->answers.nna = f->set->na.count;
	return k;
}

static void
forget_known(struct file *f)
{
	for (size_t i = 0; i < f->nknown; i++) {
		answers_release(&f->known[i].answers);
		library_free(f->known[i].in);
		free(f->known[i].name);
	}
	free(f->known);
}

/* The names of a stream never open a path. */
static struct known *
named(struct file *f, const char *name)
{
	for (size_t i = 0; i < f->nknown; i++)
		if (strcmp(f->known[i].name, name) == 0)
			return &f->known[i];
	if (strpbrk(name, "/.") != NULL)
		return NULL;
	return add_known(f, name);
}

static void
score_row(struct file *f, struct known *k)
{
	struct sitting_scores sitting = {.in = k->in};
	struct diag err;

	if (answers_read(&k->answers, f->t, f->set->lenient, &err) == -1) {
		io_refuse(f->rows, f->path, &err);
		return;
	}
	sitting.respondent = table_cell(f->t, f->respondent);
	sitting.time = table_cell(f->t, f->time);
	sitting.person =
	    person_read(table_cell(f->t, f->sex), table_cell(f->t, f->age));
	sitting.answers = k->answers.x;
	sitting.out_of_range = k->answers.out_of_range;
	sink_add(f->sink, &sitting);
}

/* By -i: a row is scored by each, but for those that its own cell rules out. */
static void
score_by_option(struct file *f)
{
	const char *its = table_cell(f->t, f->instrument);

	for (size_t i = 0; i < f->nknown; i++)
		if (its[0] == '\0' || strcmp(its, f->known[i].in->id) == 0)
			score_row(f, &f->known[i]);
}

static void
score_by_column(struct file *f)
{
	const char *name = table_cell(f->t, f->instrument);
	struct known *k = named(f, name);
	struct diag err;

	if (k != NULL && k->in != NULL) {
		if (!f->rows->broken)
			score_row(f, k);
		return;
	}
	diag_set(&err, table_line(f->t), "no instrument '%s'", name);
	io_refuse(f->rows, f->path, &err);
}

/* Finds the columns, and loads what -i names. */
static bool
begin(struct file *f)
{
	struct diag err;

	f->respondent = table_find(f->t, "respondent");
	f->time = table_find(f->t, "time");
	f->sex = table_find(f->t, "sex");
	f->age = table_find(f->t, "age");
	f->instrument = table_find(f->t, "instrument");
	for (size_t i = 0; i < f->set->instruments.count; i++)
		if (add_known(f, f->set->instruments.list[i])->in == NULL)
			f->unknown = true;
	if (f->nknown == 0 && table_need(f->t, "instrument", &err) == -1) {
		msg_diag(io_name(f->path), &err);
		msg_note("name the instrument with --instrument ID");
		f->rows->broken = true;
	}
	return !f->unknown && !f->rows->broken;
}

static bool
score_file(const struct settings *set, struct sink *sink, struct io_rows *rows,
    const char *path)
{
	FILE *fp = io_open(path);
	struct file f = {.set = set, .sink = sink, .rows = rows};

	f.path = path;
	f.t = io_table(rows, fp, path, ',');
	if (f.t != NULL && begin(&f)) {
		bool by_option = f.nknown > 0;

		while (!rows->broken && io_next(rows, f.t, path)) {
			if (by_option)
				score_by_option(&f);
			else
				score_by_column(&f);
		}
	}
	table_free(f.t);
	forget_known(&f);
	io_close(fp);
	return !f.unknown;
}

int
score_run(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	struct io_rows rows = {.strict = set->strict};
	struct sink sink;
	bool known = true;
	int rc;

	sink_init(&sink, set);
	if (n == 0)
		known = score_file(set, &sink, &rows, "-");
	for (int i = 0; i < n && known; i++)
		known = score_file(set, &sink, &rows, operands[i]);
	known = sink_finish(&sink) && known;
	rc = io_verdict(&rows);
	return rc == RC_OK && !known ? RC_NO : rc;
}
