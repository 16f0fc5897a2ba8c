/* Asking: by keys on a terminal, or line by line. */
#include "taking.h"

#include "keys.h"
#include "theta.h"

#include "base/msg.h"
#include "base/num.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

static const char help[] =
    "Choose what fits best; there is no right or wrong answer. Skip what "
    "you would rather not say: a skipped question is never counted as a "
    "middle or a zero. All stays on this computer.";

static const char not_allowed[] =
    "Please choose one of the answers, or one of the keys below.";

/* What a key or a line means, beside numbers. */
static bool
command(struct taking *t, int key, enum ending *ending, const char **note)
{
	size_t was = t->sitting.at;

	*note = "";
	switch (key) {
	case 's':
		sitting_skip(&t->sitting);
		resume_save(t);
		if (t->screen != NULL)
			screen_answered(t->screen, &t->sitting, was);
		return true;
	case 'b':
		if (!sitting_back(&t->sitting))
			*note = "This is the first question.";
		return true;
	case '?':
		*note = t->irts != NULL ? theta_help : help;
		return true;
	case 'q':
		*ending = ENDING_QUIT;
		return true;
	}
	return false;
}

static bool
answer(struct taking *t, long x)
{
	size_t was = t->sitting.at;
	const struct item *item = sitting_item(&t->sitting, was);

	if (x < ANSWER_MIN || x > ANSWER_MAX || !item_allows(item, (int)x))
		return false;
	sitting_answer(&t->sitting, (int)x);
	resume_save(t);
	if (t->screen != NULL)
		screen_answered(t->screen, &t->sitting, was);
	return true;
}

/* A key of a number that Enter ends; false where it is none. */
static bool
type(struct taking *t, int key, char typed[TYPED_MAX], const char **note)
{
	size_t len = strlen(typed);
	long x;

	if (((key >= '0' && key <= '9') || key == '-') && len + 1 < TYPED_MAX) {
		typed[len] = (char)key;
		typed[len + 1] = '\0';
		return true;
	}
	if (key == KEY_ERASE && len > 0) {
		typed[len - 1] = '\0';
		return true;
	}
	if (key != KEY_ENTER || len == 0)
		return false;
	if (num_long(typed, len, ANSWER_MIN, ANSWER_MAX, &x) != NULL ||
	    !answer(t, x))
		*note = not_allowed;
	typed[0] = '\0';
	return true;
}

/* The window may have another size. */
static void
measure(struct taking *t)
{
	term_init(&t->screen->term, t->tty, t->set->color, t->set->ascii);
}

/* What there is to read before the first question is not pushed away by it. */
static int
wait_for_reader(struct taking *t)
{
	int key;

	fputs("Enter goes on, q saves and quits.\n", t->screen->term.fp);
	do
		key = ask_key(t);
	while (key != KEY_ENTER && key != 'q' && key >= 0);
	measure(t);
	return key;
}

static int
next_key(struct taking *t, const char *typed, const char *note)
{
	int key = KEY_ENTER;

	if (screen_introduce(t->screen, &t->sitting))
		key = wait_for_reader(t);
	if (key != KEY_ENTER)
		return key;
	screen_question(t->screen, &t->sitting, typed, note);
	return keys_next();
}

static enum ending
ask_by_key(struct taking *t)
{
	enum ending ending = ENDING_DONE;
	char typed[TYPED_MAX] = "";
	const char *note = "";

	while (t->sitting.at < t->sitting.nquestions && ending == ENDING_DONE) {
		const struct item *item =
		    sitting_item(&t->sitting, t->sitting.at);
		int key = next_key(t, typed, note);

		note = "";
		if (key == KEY_SIGNAL || key == KEY_END) {
			screen_wipe(t->screen);
			return ENDING_SIGNAL;
		}
		if (key == KEY_REDRAW) {
			measure(t);
			continue;
		}
		if (screen_types(item) && type(t, key, typed, &note))
			continue;
		if (!screen_types(item) && key >= '0' && key <= '9' &&
		    answer(t, key - '0'))
			continue;
		typed[0] = '\0';
		if (!command(t, key, &ending, &note))
			note = not_allowed;
	}
	screen_wipe(t->screen);
	return ending;
}

/* A line is a number, or one of the keys; an empty one skips. */
static bool
take_line(struct taking *t, const char *text, size_t len, enum ending *ending,
    const char **note)
{
	long x;

	str_trim(&text, &len);
	if (num_long(text, len, ANSWER_MIN, ANSWER_MAX, &x) == NULL)
		return answer(t, x);
	if (len <= 1)
		return command(t, len == 0 ? 's' : text[0], ending, note);
	return false;
}

static enum ending
ask_by_line(struct taking *t)
{
	enum ending ending = ENDING_DONE;
	const char *note = "";
	char *line = NULL;
	size_t cap = 0;
	struct diag err;
	ssize_t len;

	while (t->sitting.at < t->sitting.nquestions && ending == ENDING_DONE) {
		const struct item *item =
		    sitting_item(&t->sitting, t->sitting.at);

		if (t->screen != NULL) {
			screen_introduce(t->screen, &t->sitting);
			screen_question(t->screen, &t->sitting, "", note);
		}
		note = "";
		len = getline(&line, &cap, stdin);
		t->line++;
		if (len <= 0)
			ending = ENDING_SHORT;
		else if (take_line(t, line, (size_t)len, &ending, &note))
			continue;
		else if (t->screen != NULL)
			note = not_allowed;
		else {
			diag_set(&err, t->line,
			    "item '%s': not an answer from %d to %d: '%.*s'",
			    item->id, item->choices->min, item->choices->max,
			    (int)strcspn(line, "\r\n"), line);
			msg_die_diag(RC_DATA, "standard input", &err);
		}
	}
	free(line);
	return ending;
}

int
ask_key(struct taking *t)
{
	char *line = NULL;
	size_t cap = 0;
	ssize_t len;
	int key;

	fflush(t->screen->term.fp);
	if (t->keys) {
		while ((key = keys_next()) == KEY_REDRAW || key == KEY_OTHER)
			continue;
		return key;
	}
	len = getline(&line, &cap, stdin);
	key = len <= 0 ? KEY_END : line[0];
	free(line);
	return key == '\r' ? KEY_ENTER : key;
}

enum ending
ask(struct taking *t)
{
	return t->keys ? ask_by_key(t) : ask_by_line(t);
}
