/*
 * goal-plan-ics - writes an iCalendar (RFC 5545) of the steps that goal-plan
 * hands it on standard input, as CSV: uid,sequence,stamp,start,minutes,summary,
 * description,rule,alarms.  Apart from goal-plan, because libical is slow to
 * start.
 */
#include "base/mem.h"
#include "base/msg.h"
#include "base/num.h"
#include "base/str.h"
#include "stream/table.h"

#include <libical/ical.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum column {
	UID,
	SEQUENCE,
	STAMP,
	START,
	MINUTES,
	SUMMARY,
	DESCRIPTION,
	RULE,
	ALARMS, /* days before, ',' between */
	COLUMNS,
};
static const char *const names[COLUMNS] = {"uid", "sequence", "stamp", "start",
    "minutes", "summary", "description", "rule", "alarms"};

static int
number(const struct table *t, int col)
{
	long value;

	if (num_long(table_cell(t, col), table_cell_len(t, col), 0, 2147483647,
		&value) != NULL)
		msg_die(RC_DATA, "line %lu: not a number: '%s'", table_line(t),
		    table_cell(t, col));
	return (int)value;
}

static void
add_alarms(icalcomponent *event, const char *days, const char *summary)
{
	const char *part;
	size_t len;
	long n;

	while (str_split(&days, ',', &part, &len)) {
		struct icaltriggertype trigger = {
		    .duration = icaldurationtype_from_int(0)};

		if (num_long(part, len, 0, 365, &n) != NULL)
			continue;
		trigger.duration = icaldurationtype_from_int((int)n * -86400);
		icalcomponent_add_component(event,
		    icalcomponent_vanew(ICAL_VALARM_COMPONENT,
			icalproperty_new_action(ICAL_ACTION_DISPLAY),
			icalproperty_new_trigger(trigger),
			icalproperty_new_description(summary), (void *)0));
	}
}

static icalcomponent *
make_event(const struct table *t, const int col[COLUMNS])
{
	icalcomponent *event = icalcomponent_vanew(ICAL_VEVENT_COMPONENT,
	    icalproperty_new_uid(table_cell(t, col[UID])),
	    icalproperty_new_dtstamp(
		icaltime_from_string(table_cell(t, col[STAMP]))),
	    icalproperty_new_sequence(number(t, col[SEQUENCE])),
	    icalproperty_new_dtstart(
		icaltime_from_string(table_cell(t, col[START]))),
	    icalproperty_new_duration(
		icaldurationtype_from_int(60 * number(t, col[MINUTES]))),
	    icalproperty_new_summary(table_cell(t, col[SUMMARY])), (void *)0);

	if (table_cell_len(t, col[DESCRIPTION]) > 0)
		icalcomponent_add_property(event,
		    icalproperty_new_description(
			table_cell(t, col[DESCRIPTION])));
	if (table_cell_len(t, col[RULE]) > 0)
		icalcomponent_add_property(event,
		    icalproperty_new_rrule(icalrecurrencetype_from_string(
			table_cell(t, col[RULE]))));
	add_alarms(
	    event, table_cell(t, col[ALARMS]), table_cell(t, col[SUMMARY]));
	return event;
}

static void
read_steps(icalcomponent *calendar)
{
	struct diag err;
	struct table *t = table_new(csvin_new(stdin), &err);
	int col[COLUMNS], got;

	if (t == NULL)
		msg_die_diag(
		    errno != 0 ? RC_SYSTEM : RC_DATA, "standard input", &err);
	for (int i = 0; i < COLUMNS; i++)
		if ((col[i] = table_need(t, names[i], &err)) < 0)
			msg_die_diag(RC_DATA, "standard input", &err);
	while ((got = table_next(t)) == CSVIN_RECORD)
		icalcomponent_add_component(calendar, make_event(t, col));
	if (got != CSVIN_END)
		msg_die_diag(table_errno(t) != 0 ? RC_SYSTEM : RC_DATA,
		    "standard input", table_error(t));
	table_free(t);
}

int
main(void)
{
	icalcomponent *calendar;
	char *text;

	msg_init("goal-plan-ics");
	calendar = icalcomponent_vanew(ICAL_VCALENDAR_COMPONENT,
	    icalproperty_new_version("2.0"),
	    icalproperty_new_prodid("-//reconnect//goal-plan//EN"), (void *)0);
	read_steps(calendar);
	text = icalcomponent_as_ical_string_r(calendar);
	fputs(text, stdout);
	free(text);
	icalcomponent_free(calendar);
	return msg_finish(RC_OK);
}
