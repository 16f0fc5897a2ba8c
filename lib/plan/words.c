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
