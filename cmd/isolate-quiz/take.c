/* isolate-quiz take: one person answers instruments. */
#include "taking.h"

#include "keys.h"
#include "past.h"

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
static const char *const default_battery[] = {"ipip-neo-120-social",
    "brfss-social", "gss-loneliness", "ons4", "project-patterns"};

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
	    .respondent = taking_text(t->set->respondent),
	    .time = time,
	    .sex = taking_text(t->set->sex),
	    .age = taking_text(t->set->age),
	    .group = taking_text(t->set->group),
	    .person =
		person_read(taking_text(t->set->sex), taking_text(t->set->age)),
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
			struct past past;

			past_read(&past, t->set, t->instruments[i]);
			profile.before = past_last(&past);
			sitting = sitting_of(t, i, x, time);
			profile_show(&profile, &sitting);
			past_release(&past);
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
	if (t->set->score)
		write_scores(t);
	else
		record_stream(t, stdout);
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
		msg_note("stopped after %zu of %zu answers; %s", done, all,
		    t->state.len > 0 && done > 0
			? "the same command goes on from here"
			: "nothing was written");
		return RC_NO;
	}
	show_results(t);
	if (isatty(STDOUT_FILENO) == 1)
		past_store(t);
	if (t->set->score || isatty(STDOUT_FILENO) != 1)
		write_stream(t);
	if (fflush(stdout) == 0)
		resume_forget(t);
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
	str_release(&t->state);
}

/* What a bare "take" is about to ask. */
static bool
offer(struct taking *t)
{
	const struct term *term = &t->screen->term;
	int key;

	fputs("The usual set, about ten minutes:\n", term->fp);
	for (size_t i = 0; i < t->ninstruments; i++) {
		fputs("  ", term->fp);
		term_wrap(term, t->instruments[i]->title, 2, 2);
	}
	fputs("Enter begins, q leaves.\n", term->fp);
	do
		key = ask_key(t);
	while (key != KEY_ENTER && key != 'q' && key >= 0);
	return key == KEY_ENTER;
}

/* Goes on with a sitting that was left, unless told otherwise. */
static bool
begin(struct taking *t)
{
	const struct term *term;
	size_t done, all;
	int key;

	sitting_init(&t->sitting, t->instruments, t->ninstruments,
	    (uint64_t)t->set->seed);
	if (t->screen == NULL)
		return true;
	resume_open(t);
	if (!resume_load(t))
		return !t->offered || offer(t);
	term = &t->screen->term;
	sitting_progress(&t->sitting, &done, &all);
	fprintf(term->fp,
	    "%zu of %zu questions were answered before.  Enter goes on, n "
	    "starts anew, q leaves.\n",
	    done, all);
	do
		key = ask_key(t);
	while (key != KEY_ENTER && key != 'n' && key != 'q' && key >= 0);
	if (key == 'n')
		resume_anew(t);
	return key == KEY_ENTER || key == 'n';
}

int
take_run(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	struct taking t = {.set = set};
	struct screen screen;
	enum ending ending = ENDING_QUIT;
	int rc = RC_NO;
	bool found;

	str_init(&t.state);
	t.offered = n == 0;
	t.at = now_read(set->opt, set->now);
	t.at.us -= t.at.us % 1000000;
	if (n == 0)
		found = open_instruments(&t, default_battery,
		    sizeof(default_battery) / sizeof(*default_battery));
	else
		found = open_instruments(
		    &t, (const char *const *)operands, (size_t)n);
	if (found) {
		open_terminal(&t, &screen);
		if (begin(&t))
			ending = ask(&t);
		keys_end();
		rc = finish(&t, ending);
	}
	release(&t);
	if (keys_signal() != 0)
		raise(keys_signal());
	return rc;
}
