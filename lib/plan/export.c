#include "plan/export.h"

#include "base/date.h"

#include <string.h>

static void
quote(struct str *out, const char *word, const char *percent)
{
	str_addc(out, '\'');
	for (; *word != '\0'; word++) {
		if (*word == '\'')
			str_adds(out, "'\\''");
		else if (*word == '%')
			str_adds(out, percent);
		else
			str_addc(out, *word);
	}
	str_addc(out, '\'');
}

void
export_shell(struct str *out, const char *word)
{
	quote(out, word, "%");
}

void
export_cron(struct str *out, const char *word)
{
	quote(out, word, "\\%");
}

void
export_systemd(struct str *out, const char *text)
{
	for (; *text != '\0'; text++) {
		if (strchr("%$", *text) != NULL)
			str_addc(out, *text);
		else if (strchr("\"\\", *text) != NULL)
			str_addc(out, '\\');
		str_addc(out, *text);
	}
}

/* The text on one line: breaks become blanks, other controls are escaped. */
static void
one_line(struct str *out, const char *text)
{
	struct str flat = STR_INIT;

	str_adds(&flat, text);
	for (size_t i = 0; i < flat.len; i++)
		if (strchr("\n\r\t", flat.text[i]) != NULL)
			flat.text[i] = ' ';
	str_escape(out, flat.text, flat.len, false);
	str_release(&flat);
}

void
export_remind(struct str *out, const struct export_item *item, long today)
{
	static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May",
	    "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	struct date d = date_from_day(item->day < today ? today : item->day);
	struct str text = STR_INIT;

	str_addf(out, "REM %d %s %d", d.d, months[d.m - 1], d.y);
	if (item->leads->count > 0 && item->leads->days[0] > 0)
		str_addf(out, " ++%d", item->leads->days[0]);
	if (item->every.kind != EVERY_NONE && item->every.kind != EVERY_DONE &&
	    strchr("dw", item->every.unit) != NULL)
		str_addf(out, " *%d",
		    item->every.n * (item->every.unit == 'w' ? 7 : 1));
	str_addf(
	    out, " AT %02d:%02d MSG ", item->minute / 60, item->minute % 60);
	one_line(&text, item->what);
	for (const char *p = text.text; *p != '\0'; p++) {
		if (*p == '%')
			str_adds(out, "%%");
		else if (*p == '[')
			str_adds(out, "[\"[\"]");
		else
			str_addc(out, *p);
	}
	str_adds(out, "%\n");
	str_release(&text);
}

void
export_todo(struct str *out, const struct export_item *item, long today)
{
	char date[DATE_MAX];

	date_format(date, date_from_day(today));
	str_addf(out, "%s ", date);
	one_line(out, item->what);
	date_format(date, date_from_day(item->day));
	str_addf(out, " due:%s id:%s\n", date, item->id);
}

void
export_rule(struct str *out, const struct every *every)
{
	const char *freq = every->unit == 'd' ? "DAILY"
	    : every->unit == 'w'              ? "WEEKLY"
	    : every->unit == 'm'              ? "MONTHLY"
					      : "YEARLY";

	if (every->kind == EVERY_DUE || every->kind == EVERY_NEXT)
		str_addf(out, "FREQ=%s;INTERVAL=%d", freq, every->n);
}
