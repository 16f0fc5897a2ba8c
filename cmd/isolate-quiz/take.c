/* isolate-quiz take: one person answers instruments. */
#include "taking.h"

#include "keys.h"
#include "past.h"

#include "base/mem.h"
#include "base/msg.h"
#include "cli/now.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

enum { PROGRESS_MAX = 64 };

/* How far a sitting came that did not come to its end: "3 of 6 answers". */
static void
format_progress(const struct taking *t, char text[PROGRESS_MAX])
{
	size_t done, all;

	sitting_progress(&t->sitting, &done, &all);
	if (t->irts != NULL)
		snprintf(text, PROGRESS_MAX, "%zu answer%s", t->sitting.nasked,
		    t->sitting.nasked == 1 ? "" : "s");
	else
		snprintf(text, PROGRESS_MAX, "%zu of %zu answers", done, all);
}

static int
finish(struct taking *t, enum ending ending)
{
	char progress[PROGRESS_MAX];
	int rc = RC_OK;

	format_progress(t, progress);
	/* Where to find help stands before any score, and where none will be.
	 */
	results_offer_help(t);
	if (ending == ENDING_SHORT) {
		msg_warn("standard input ended after %s; nothing was written",
		    progress);
		return RC_DATA;
	}
	if (ending != ENDING_DONE) {
		msg_note("stopped after %s; %s", progress,
		    t->state.len > 0 && t->sitting.nasked > 0
			? "the same command goes on from here"
			: "nothing was written");
		return RC_NO;
	}
	results_show(t);
	if (isatty(STDOUT_FILENO) == 1 && !past_store(t))
		rc = RC_SYSTEM;
	if (t->set->score || isatty(STDOUT_FILENO) != 1)
		results_write(t);
	if (fflush(stdout) == 0)
		resume_forget(t);
	return rc;
}

static void
release(struct taking *t)
{
	if (t->tty != NULL && t->tty != stderr)
		fclose(t->tty);
	if (t->sitting.questions != NULL)
		sitting_release(&t->sitting);
	tailor_release(&t->tailor);
	for (size_t i = 0; i < t->nirts; i++)
		irt_free(t->irts[i]);
	free(t->irts);
	free(t->asked);
	for (size_t i = 0; i < t->ninstruments; i++)
		library_free((struct instrument *)t->instruments[i]);
	free(t->instruments);
	str_release(&t->state);
}

int
take_run(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	struct taking t = {.set = set};
	struct screen screen;
	enum ending ending = ENDING_QUIT;
	int rc = RC_NO;

	str_init(&t.state);
	t.asked = mem_alloc(INSTRUMENT_ITEMS_MAX, sizeof(*t.asked));
	t.at = now_read(set->opt, set->now);
	t.at.us -= t.at.us % 1000000;
	if (taking_open(&t, &screen, n, operands)) {
		if (taking_begin(&t))
			ending = ask(&t);
		keys_end();
		rc = finish(&t, ending);
	}
	release(&t);
	if (keys_signal() != 0)
		raise(keys_signal());
	return rc;
}
