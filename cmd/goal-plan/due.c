/* goal-plan due - what is up, in words that give nothing away unless asked. */
#include "plan.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* Text of the journal, made safe for any terminal or mail. */
static void
put_line(const char *label, const char *text)
{
	struct str line = STR_INIT;

	if (*text == '\0')
		return;
	str_escape(&line, text, strlen(text), false);
	printf("           %s: %s\n", label, line.text);
	str_release(&line);
}

/* The family's texts are imperatives, and become the second half of a
 * sentence; a step of the person's own keeps its capital. */
void
step_words(struct str *out, const struct state_step *step)
{
	const char *text = step->text;

	if (*step->cue != '\0') {
		str_adds(out, "If ");
		str_escape(out, step->cue, strlen(step->cue), false);
		str_adds(out, ", then ");
		if (isupper((unsigned char)text[0]) &&
		    islower((unsigned char)text[1]))
			str_addc(out, (char)tolower((unsigned char)*text++));
	}
	str_escape(out, text, strlen(text), false);
}

static void
show_text(const struct state_step *step)
{
	struct str words = STR_INIT;

	step_words(&words, step);
	puts(words.text);
	str_release(&words);
	put_line("how", step->how);
	put_line("to keep safe", step->precaution);
}

static void
show_due(const struct settings *set, const struct state_step *step, long day)
{
	struct str id = STR_INIT;
	char date[DATE_MAX];

	date_format(date, date_from_day(day));
	str_escape(&id, step->id, strlen(step->id), false);
	printf("%s %s ", date, id.text);
	str_release(&id);
	if (set->show_text)
		show_text(step);
	else
		puts(day <= today(set) ? "a step is due"
				       : "a step is coming up");
}

int
verb_due(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	struct book b;
	int rc;

	(void)operands;
	if (n > 0)
		opt_die(&tool, "due takes no operands");
	book_read(&b, set);
	for (size_t i = 0; i < b.state.ladder_count; i++) {
		for (int t = 0; t < STATE_TRACKS; t++) {
			enum state_track track = (enum state_track)t;
			long step = state_current(&b.state, i, track), day;

			if (step == STATE_NONE)
				continue;
			day = state_due(&b.state, i, track);
			if (day <= today(set) + set->within)
				show_due(set, &b.state.steps[step], day);
		}
	}
	rc = book_verdict(&b);
	book_close(&b);
	return rc;
}
