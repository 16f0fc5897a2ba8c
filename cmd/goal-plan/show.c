#include "show.h"

#include "base/str.h"
#include "plan/words.h"

#include <string.h>

void
show_line(const struct term *t, const char *label, const char *text)
{
	enum { INDENT = 11 };

	if (*text == '\0')
		return;
	fprintf(t->fp, "%*s%s: ", INDENT, "", label);
	term_wrap(t, text, INDENT + 2, INDENT + 2 + (int)strlen(label));
}

void
show_step(const struct term *t, const char *lead, const struct state_step *step)
{
	struct str plan = STR_INIT;

	str_adds(&plan, lead);
	words_plan(&plan, step);
	term_wrap(t, plan.text, 0, 0);
	show_line(t, "how", step->how);
	show_line(t, "to keep safe", step->precaution);
	str_release(&plan);
}

void
show_text(const struct term *t, const char *text)
{
	if (t->tty) {
		term_wrap(t, text, 0, 0);
		return;
	}
	term_text(t, text, strlen(text));
	fputc('\n', t->fp);
}
