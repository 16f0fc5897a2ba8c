/* goal-plan predict, done, skip, pause, resume, why - what a person writes
 * down, and what follows from it. */
#include "ask.h"
#include "heed.h"
#include "plan.h"
#include "show.h"

#include "base/msg.h"
#include "plan/after.h"
#include "plan/why.h"

#include <stdio.h>
#include <string.h>

static void
tell_after(const struct state *s, const struct journal_record *r)
{
	struct str words = STR_INIT;
	const char *rest, *line;
	size_t len;

	after_say(&words, s, r);
	rest = words.text;
	while (str_split(&rest, '\n', &line, &len))
		msg_note("%.*s", (int)len, line);
	str_release(&words);
}

static const char *
only_id(int n, char *const operands[])
{
	if (n != 1)
		opt_die(&tool, "name one step by its ID");
	return operands[0];
}

/* Shows the step before anything is asked, without the lock: to be predicted
 * with what many fear, once done with what one feared oneself. */
static void
show_first(struct settings *set, enum journal_kind kind, const char *id)
{
	const struct state_step *step;
	struct term t;
	struct book b;

	set->full = true;
	book_read(&b, set);
	term_init(&t, stderr, (enum term_when)set->color, set->ascii);
	step = &b.state.steps[book_step(&b, id)];
	show_step(&t, "", step);
	if (kind == JOURNAL_PREDICT || *step->fear == '\0')
		show_line(&t, "many fear", step->prediction);
	else
		show_line(&t, "you feared", step->fear);
	fputc('\n', stderr);
	book_close(&b);
}

static bool
says_nothing(const struct settings *set)
{
	return set->likelihood == JOURNAL_NONE && set->suds == JOURNAL_NONE &&
	    set->peak == JOURNAL_NONE && set->happened == JOURNAL_NONE &&
	    set->setting == NULL && set->note == NULL;
}

static void
ask_prediction(struct journal_record *r, struct str *note)
{
	ask_text("What do you fear will happen?", note);
	heed_text(note->text);
	ask_number("How likely does that seem?", &r->likelihood);
	ask_number("How much distress do you expect?", &r->suds);
	r->note = said(note->text);
}

static void
ask_outcome(struct journal_record *r, struct str *note, struct str *setting)
{
	ask_text("What happened?", note);
	heed_text(note->text);
	r->happened =
	    ask_word("Did what you feared happen?", journal_happened_words);
	ask_number("How likely does what you feared seem now?", &r->likelihood);
	ask_number("How high was the distress at its peak?", &r->peak);
	ask_text("Where, or with whom?", setting);
	r->note = said(note->text);
	r->setting = said(setting->text);
}

/* Leaving out all that is asked about a try says that there was one; ending the
 * questions before anything was said calls it off. */
static bool
is_called_off(const struct journal_record *r, bool asked)
{
	return r->likelihood == JOURNAL_NONE && r->suds == JOURNAL_NONE &&
	    r->peak == JOURNAL_NONE && r->happened == JOURNAL_NONE &&
	    *r->note == '\0' && *r->setting == '\0' &&
	    (r->kind == JOURNAL_PREDICT || (asked && ask_ended()));
}

/* Writes one record about a step down. */
static int
record_step(struct settings *set, enum journal_kind kind, const char *id)
{
	struct str note = STR_INIT, setting = STR_INIT;
	struct journal_record r;
	bool asked = says_nothing(set) && ask_may() && kind != JOURNAL_SKIP;
	struct book b;

	journal_blank(&r, kind);
	r.likelihood = set->likelihood;
	r.suds = set->suds;
	r.peak = set->peak;
	r.happened = set->happened;
	r.setting = said(set->setting);
	if (asked) {
		show_first(set, kind, id);
		if (kind == JOURNAL_PREDICT)
			ask_prediction(&r, &note);
		else
			ask_outcome(&r, &note, &setting);
	} else {
		r.note = read_text(set->note, &note);
	}
	if (is_called_off(&r, asked))
		msg_die(RC_NO, "nothing was said, so nothing is written down");
	book_edit(&b, set);
	book_step(&b, id);
	r.id = id;
	heed_append(&b, set, &r, 1);
	if (kind != JOURNAL_PREDICT)
		tell_after(&b.state, &r);
	book_close(&b);
	str_release(&setting);
	str_release(&note);
	return RC_OK;
}

int
verb_predict(void *settings, int n, char *const operands[])
{
	struct settings *set = settings;
	const char *id = only_id(n, operands);

	if (says_nothing(set) && !ask_may())
		opt_die(&tool,
		    "say what you expect: --likelihood, --suds or --note");
	return record_step(set, JOURNAL_PREDICT, id);
}

int
verb_done(void *settings, int n, char *const operands[])
{
	return record_step(settings, JOURNAL_DONE, only_id(n, operands));
}

int
verb_skip(void *settings, int n, char *const operands[])
{
	return record_step(settings, JOURNAL_SKIP, only_id(n, operands));
}

int
verb_why(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	struct str words = STR_INIT;
	struct term t;
	struct book b;
	int rc;

	term_init(&t, stdout, (enum term_when)set->color, set->ascii);
	book_read(&b, set);
	why_say(
	    &words, &b.state, book_step(&b, only_id(n, operands)), today(set));
	show_text(&t, words.text);
	str_release(&words);
	rc = book_verdict(&b);
	book_close(&b);
	return rc;
}

/* One ladder, or all of them. */
static int
record_ladder(const struct settings *set, enum journal_kind kind, int n,
    char *const operands[])
{
	struct journal_record r;
	struct book b;

	if (n > 1)
		opt_die(&tool, "name one ladder by its ID, or none for all");
	journal_blank(&r, kind);
	book_edit(&b, set);
	if (n == 1) {
		book_ladder(&b, operands[0]);
		r.id = operands[0];
	}
	book_append(&b, set, &r, 1);
	book_close(&b);
	return RC_OK;
}

int
verb_pause(void *settings, int n, char *const operands[])
{
	return record_ladder(settings, JOURNAL_PAUSE, n, operands);
}

int
verb_resume(void *settings, int n, char *const operands[])
{
	return record_ladder(settings, JOURNAL_RESUME, n, operands);
}
