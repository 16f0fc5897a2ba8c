/* isolate-quiz take: one person answers instruments. */
#include "taking.h"

#include "keys.h"

#include "base/mem.h"
#include "base/msg.h"
#include "cli/helpline.h"
#include "base/str.h"
#include "cli/now.h"
#include "quiz/answers.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* About ten minutes. */
static const char *const default_battery[] = {
    "gss-loneliness", "project-patterns"};

/* Opens the instruments; false where one is not there, or shows no text. */
static bool
open_instruments(struct taking *t, const char *const *names, size_t n)
{
	t->instruments = mem_zalloc(n, sizeof(*t->instruments));
	for (size_t i = 0; i < n; i++) {
		const struct instrument *in = library_open(t->set, names[i]);

		if (in == NULL)
			return false;
		t->instruments[t->ninstruments++] = in;
		if (in->key_only) {
			msg_warn("%s: its text is not ours to show (%s); "
				 "score answers to it with score -i %s",
			    in->id, in->rights, in->id);
			return false;
		}
	}
	return true;
}

/* Keys need a terminal to read from and one to draw on; a terminal that cannot
 * move its cursor, and --plain, is asked line by line. */
static void
open_terminal(struct taking *t, struct screen *screen)
{
	const char *kind = getenv("TERM");

	if (isatty(STDIN_FILENO) != 1)
		return;
	t->tty = fopen("/dev/tty", "we");
	if (t->tty == NULL)
		t->tty = stderr;
	t->screen = screen;
	*screen = (struct screen){.lines = -1};
	term_init(&screen->term, t->tty, t->set->color, t->set->ascii);
	screen->redraw = !t->set->plain && kind != NULL && kind[0] != '\0' &&
	    strcmp(kind, "dumb") != 0;
	t->keys = screen->redraw && keys_begin(STDIN_FILENO);
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

static const char *
or_empty(const char *text)
{
	return text == NULL ? "" : text;
}

static void
write_responses(const struct taking *t, size_t row, struct csvout *out)
{
	char time[MOMENT_MAX];

	moment_format(time, t->at);
	csvout_str(out, or_empty(t->set->respondent));
	csvout_str(out, time);
	csvout_str(out, t->instruments[row]->id);
	csvout_str(out, or_empty(t->set->sex));
	csvout_str(out, or_empty(t->set->age));
	csvout_str(out, or_empty(t->set->group));
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

/*
 * One instrument of the sitting, for scores.  Answers behind a branch that
 * closed are kept raw, but not scored: x has room for all, time for the time.
 */
static struct sitting_scores
sitting_of(const struct taking *t, size_t row, int *x, char time[MOMENT_MAX])
{
	const struct instrument *in = t->instruments[row];

	memcpy(x, t->sitting.answers[row], in->nitems * sizeof(*x));
	answers_close_branches(in, x);
	moment_format(time, t->at);
	return (struct sitting_scores){.in = in,
	    .respondent = or_empty(t->set->respondent),
	    .time = time,
	    .person = person_read(or_empty(t->set->sex), or_empty(t->set->age)),
	    .answers = x};
}

/* Where to find help stands before any score. */
static void
show_results(const struct taking *t)
{
	int *x = mem_alloc(INSTRUMENT_ITEMS_MAX, sizeof(*x));
	char time[MOMENT_MAX];
	struct sitting_scores sitting;
	struct profile profile;

	for (size_t i = 0; i < t->ninstruments; i++) {
		sitting = sitting_of(t, i, x, time);
		if (sitting_needs_help(&sitting))
			helpline_offer();
	}
	if (t->screen != NULL) {
		profile_init(&profile, t->set, t->screen->term);
		for (size_t i = 0; i < t->ninstruments; i++) {
			sitting = sitting_of(t, i, x, time);
			profile_show(&profile, &sitting);
		}
		profile_end(&profile);
	}
	free(x);
}

static void
write_scores(const struct taking *t)
{
	int *x = mem_alloc(INSTRUMENT_ITEMS_MAX, sizeof(*x));
	char time[MOMENT_MAX];
	struct sitting_scores sitting;
	struct scores scores;

	scores_init(&scores, t->set, stdout);
	for (size_t i = 0; i < t->ninstruments; i++) {
		sitting = sitting_of(t, i, x, time);
		scores_write(&scores, &sitting);
	}
	scores_finish(&scores);
	free(x);
}

static void
write_stream(const struct taking *t)
{
	struct csvout out;

	if (t->set->score) {
		write_scores(t);
		return;
	}
	csvout_init(&out, stdout);
	write_header(t, &out);
	for (size_t i = 0; i < t->ninstruments; i++)
		write_responses(t, i, &out);
	csvout_release(&out);
}

static int
finish(struct taking *t, enum ending ending)
{
	size_t done, all;

	sitting_progress(&t->sitting, &done, &all);
	if (ending == ENDING_SHORT)
		msg_warn("standard input ended after %zu of %zu answers; "
			 "nothing was written",
		    done, all);
	if (ending == ENDING_SHORT)
		return RC_DATA;
	if (ending != ENDING_DONE) {
		msg_note("stopped after %zu of %zu answers; nothing was "
			 "written",
		    done, all);
		return RC_NO;
	}
	show_results(t);
	write_stream(t);
	return RC_OK;
}

static void
release(struct taking *t)
{
	if (t->tty != NULL && t->tty != stderr)
		fclose(t->tty);
	if (t->sitting.questions != NULL)
		sitting_release(&t->sitting);
	for (size_t i = 0; i < t->ninstruments; i++)
		library_free((struct instrument *)t->instruments[i]);
	free(t->instruments);
}

int
take_run(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	struct taking t = {.set = set};
	struct screen screen;
	enum ending ending;
	int rc = RC_NO;
	bool found;

	t.at = now_read(set->opt, set->now);
	t.at.us -= t.at.us % 1000000;
	if (n == 0)
		found = open_instruments(&t, default_battery,
		    sizeof(default_battery) / sizeof(*default_battery));
	else
		found = open_instruments(
		    &t, (const char *const *)operands, (size_t)n);
	if (found) {
		sitting_init(&t.sitting, t.instruments, t.ninstruments, 0);
		open_terminal(&t, &screen);
		ending = ask(&t);
		rc = finish(&t, ending);
	}
	release(&t);
	if (keys_signal() != 0)
		raise(keys_signal());
	return rc;
}
