#include "plan/words.h"

#include <ctype.h>
#include <string.h>

void
words_plan(struct str *out, const struct state_step *step)
{
	const char *text = step->text;

	if (*step->cue != '\0') {
		str_addf(out, "If %s, then ", step->cue);
		/* "Send one ..." becomes the second half of a sentence. */
		if (!step->own && isupper((unsigned char)text[0]) &&
		    islower((unsigned char)text[1]))
			str_addc(out, (char)tolower((unsigned char)*text++));
	}
	str_adds(out, text);
}

void
words_whole(struct str *out, const struct state_step *step)
{
	bool how = *step->how != '\0', safe = *step->precaution != '\0';

	words_plan(out, step);
	if (how)
		str_addf(out, " (how: %s", step->how);
	if (safe)
		str_addf(out, "%sto keep safe: %s", how ? "; " : " (",
		    step->precaution);
	if (how || safe)
		str_addc(out, ')');
}

static void
add_line(struct str *out, const char *label, const char *text)
{
	if (*text == '\0')
		return;
	str_addf(out, "           %s: ", label);
	str_escape(out, text, strlen(text), false);
	str_addc(out, '\n');
}

void
words_step(struct str *out, const struct state_step *step)
{
	struct str plan = STR_INIT;

	words_plan(&plan, step);
	str_escape(out, plan.text, plan.len, false);
	str_addc(out, '\n');
	str_release(&plan);
	add_line(out, "how", step->how);
	add_line(out, "to keep safe", step->precaution);
}

void
words_event(struct str *out, enum journal_kind kind, const char *id)
{
	static const char *const words[JOURNAL_KINDS] = {
	    [JOURNAL_LADDER] = "the ladder",
	    [JOURNAL_STEP] = "the step",
	    [JOURNAL_PREDICT] = "the prediction for",
	    [JOURNAL_DONE] = "the try of",
	    [JOURNAL_SKIP] = "leaving out",
	    [JOURNAL_PAUSE] = "the pause of",
	    [JOURNAL_RESUME] = "going on with",
	    [JOURNAL_REST] = "the rest of",
	    [JOURNAL_RATE] = "the rating of",
	    [JOURNAL_EDIT] = "the change of",
	    [JOURNAL_REMOVE] = "the removal of",
	    [JOURNAL_UNDO] = "the undoing of",
	};

	str_addf(out, "%s %s", words[kind], *id == '\0' ? "all ladders" : id);
}
