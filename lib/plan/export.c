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

static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/* Whether the day of the month is one that some months lack. */
static bool
is_late(const struct every *every, struct date first)
{
	return every->unit == 'm' ? first.d > 28
				  : first.m == 2 && first.d == 29;
}

/* "23 Nov 2026" */
static void
put_day(struct str *out, long day)
{
	struct date d = date_from_day(day);

	str_addf(out, "%d %s %d", d.d, months[d.m - 1], d.y);
}

/* The month and day of what comes round by months or years, as remind has it;
 * nothing where some months lack the day. */
static void
put_month_day(struct str *out, const struct every *every, struct date first)
{
	if (!is_late(every, first))
		str_addf(out, " %d", first.d);
	if (every->unit == 'y')
		str_addf(out, " %s", months[first.m - 1]);
}

/* The condition for a day that remind tries, behind put_month_day(). */
static void
put_condition(struct str *out, const struct every *every, struct date first)
{
	str_adds(out, " SATISFY [");
	if (is_late(every, first))
		str_addf(out,
		    "day(trigdate()) == min(%d, daysinmon(monnum(trigdate()), "
		    "year(trigdate()))) && ",
		    first.d);
	if (every->unit == 'm')
		str_addf(out,
		    "(12 * year(trigdate()) + monnum(trigdate()) - %d) %% %d",
		    12 * first.y + first.m, every->n);
	else
		str_addf(
		    out, "(year(trigdate()) - %d) %% %d", first.y, every->n);
	str_adds(out, " == 0]\nREM [trigger(trigdate())]");
}

/* Which days a line speaks of that comes round from a day on. */
static void
put_days(struct str *out, const struct export_item *item, long from)
{
	static const char *const names[] = {
	    "", " Mon", " Tue", " Wed", " Thu", " Fri", " Sat", " Sun"};
	const struct every *every = &item->every;
	struct date first = date_from_day(item->first);

	str_adds(out, "REM");
	if (every->kind == EVERY_DAYS) {
		for (int d = 1; d <= 7; d++)
			if (every->days >> d & 1)
				str_adds(out, names[d]);
	} else if (strchr("dw", every->unit) != NULL) {
		str_addc(out, ' ');
		put_day(out, from);
		str_addf(out, " *%d", every->n * (every->unit == 'w' ? 7 : 1));
		return;
	} else {
		put_month_day(out, every, first);
	}
	str_adds(out, " FROM ");
	put_day(out, from);
	if (every->kind != EVERY_DAYS &&
	    (every->n > 1 || is_late(every, first)))
		put_condition(out, every, first);
}

/* The rest of a line: how long before, when, and what. */
static void
put_message(struct str *out, const struct export_item *item)
{
	struct str text = STR_INIT;

	if (item->leads->count > 0 && item->leads->days[0] > 0)
		str_addf(out, " ++%d", item->leads->days[0]);
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
export_remind(struct str *out, const struct export_item *item, long today)
{
	long day = item->day < today ? today : item->day;
	bool fixed = every_is_fixed(&item->every), on = false;
	long from = 0;

	if (fixed) {
		on = every_from(&item->every, item->first, day) == day;
		from = every_from(&item->every, item->first, day + !on);
	}
	if (!on) {
		str_adds(out, "REM ");
		put_day(out, day);
		put_message(out, item);
	}
	if (fixed) {
		put_days(out, item, from);
		put_message(out, item);
	}
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

/* "BYMONTHDAY=28,29,30,31;BYSETPOS=-1": the last of these that there is. */
static void
put_last_of(struct str *out, int last)
{
	str_adds(out, ";BYMONTHDAY=28");
	for (int d = 29; d <= last; d++)
		str_addf(out, ",%d", d);
	str_adds(out, ";BYSETPOS=-1");
}

void
export_rule(struct str *out, const struct every *every, long first, long day)
{
	static const char *const days[] = {
	    "", "MO", "TU", "WE", "TH", "FR", "SA", "SU"};
	struct date date = date_from_day(first);
	const char *sep = ";BYDAY=";

	if (!every_is_fixed(every) || every_from(every, first, day) != day)
		return;
	if (every->kind == EVERY_DAYS) {
		str_adds(out, "FREQ=WEEKLY");
		for (int d = 1; d <= 7; d++)
			if (every->days >> d & 1) {
				str_addf(out, "%s%s", sep, days[d]);
				sep = ",";
			}
		return;
	}
	str_addf(out, "FREQ=%s;INTERVAL=%d",
	    every->unit == 'd'       ? "DAILY"
		: every->unit == 'w' ? "WEEKLY"
		: every->unit == 'm' ? "MONTHLY"
				     : "YEARLY",
	    every->n);
	if (strchr("my", every->unit) != NULL && is_late(every, date)) {
		if (every->unit == 'y')
			str_adds(out, ";BYMONTH=2");
		put_last_of(out, date.d);
	}
}
