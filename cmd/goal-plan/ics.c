/* The calendar of goal-plan export: hands the steps to a helper program that
 * links libical, whose start would cost every other verb dear. */
#include "export.h"
#include "plan.h"

#include "base/msg.h"
#include "cli/helper.h"
#include "plan/export.h"
#include "plan/words.h"
#include "stream/csvout.h"

#include <stdio.h>
#include <string.h>

enum { QUARTER = 15 };

static void
put_cell(struct str *out, const char *text)
{
	csvout_cell(out, text, strlen(text));
	str_addc(out, ',');
}

/* A calendar holds no controls (RFC 5545), and is looked at on terminals. */
static void
put_text(struct str *out, const char *text)
{
	struct str shown = STR_INIT;

	str_printable(&shown, text, strlen(text));
	put_cell(out, shown.text);
	str_release(&shown);
}

static void
put_start(struct str *out, long day, int minute)
{
	struct date d = date_from_day(day);

	/* floating: nine o'clock is nine o'clock wherever one is */
	str_addf(out, "%04d%02d%02dT%02d%02d00,", d.y, d.m, d.d, minute / 60,
	    minute % 60);
}

static void
put_stamp(struct str *out, struct moment at)
{
	char text[MOMENT_MAX];

	at.offset_min = 0;
	at.us -= at.us % 1000000;
	moment_format(text, at);
	for (const char *p = text; *p != '\0'; p++)
		if (*p != '-' && *p != ':')
			str_addc(out, *p);
	str_addc(out, ',');
}

static void
put_alarms(struct str *out, const struct ledger_leads *leads)
{
	str_addc(out, '"');
	for (int i = 0; i < leads->count; i++)
		str_addf(out, "%s%d", i > 0 ? "," : "", leads->days[i]);
	str_adds(out, "\"\n");
}

/* The step with its cue and what else is told of it, where there is any. */
static void
put_description(struct str *out, const struct state_step *step)
{
	struct str whole = STR_INIT;

	words_whole(&whole, step);
	put_text(out, strcmp(whole.text, step->text) == 0 ? "" : whole.text);
	str_release(&whole);
}

static void
put_step(const struct settings *set, const struct state *s,
    const struct state_row *row, struct str *out)
{
	const struct state_step *step = &s->steps[row->step];
	struct str rule = STR_INIT;

	str_addf(out, "%s.%d@reconnect,%ld,", step->event, step->number,
	    s->revision);
	put_stamp(out, set->now);
	put_start(out, row->day, set->at_minute);
	str_addf(out, "%d,", step->minutes > 0 ? step->minutes : QUARTER);
	put_text(out, set->show_text ? step->text : "A step is due");
	if (set->show_text)
		put_description(out, step);
	else
		put_text(out, "");
	export_rule(&rule, &step->every, step->first_day, row->day);
	put_cell(out, rule.text);
	str_release(&rule);
	put_alarms(out, &set->leads);
}

void
export_ics(const struct settings *set, const struct state *s)
{
	struct str rows = STR_INIT;

	str_adds(&rows,
	    "uid,sequence,stamp,start,minutes,summary,description,"
	    "rule,alarms\n");
	export_steps(set, s, put_step, &rows);
	helper_run("goal-plan-ics", rows.text, rows.len);
	str_release(&rows);
}
