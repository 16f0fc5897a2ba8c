#include "base/diag.h"

#include <stdio.h>
#include <string.h>

/* Ends a text that was cut in "...", without leaving half a character. */
static void
mark_cut(char text[DIAG_TEXT_MAX])
{
	size_t end = DIAG_TEXT_MAX - sizeof "...";

	while (end > 0 && ((unsigned char)text[end] & 0xC0) == 0x80)
		end--;
	memcpy(text + end, "...", sizeof "...");
}

void
diag_vset(struct diag *d, unsigned long line, const char *fmt, va_list args)
{
	int len = vsnprintf(d->text, sizeof d->text, fmt, args);

	d->line = line;
	if (len < 0)
		snprintf(d->text, sizeof d->text, "(message lost)");
	else if ((size_t)len >= sizeof d->text)
		mark_cut(d->text);
}

#undef diag_set /* see diag.h */

int
diag_set(struct diag *d, unsigned long line, const char *fmt, ...)
{
	va_list args;

	if (d == NULL)
		return -1;
	va_start(args, fmt);
	diag_vset(d, line, fmt, args);
	va_end(args);
	return -1;
}
