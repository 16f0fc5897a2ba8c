/*
 * calendar - takes calendars in as a reader does, one after the other, through
 * libical: what has the same UID is the same event, and of two the one with the
 * higher SEQUENCE stays, or the later DTSTAMP (RFC 5546, 2.1.5).
 *
 *   calendar FILE ...
 *
 * Prints what is there in the end: UID, start, summary, rule and the alarms in
 * days.  A calendar that libical finds fault with ends it with 1.
 */
#include <libical/ical.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EVENTS_MAX = 100, SIZE_MAX_ICS = 1 << 20 };

struct calendar {
	icalcomponent *events[EVENTS_MAX]; /* borrowed from the files */
	int count;
	icalcomponent *files[EVENTS_MAX];
	int nfiles;
};

static icalcomponent *
parse(const char *path)
{
	static char text[SIZE_MAX_ICS];
	FILE *fp = fopen(path, "r");
	icalcomponent *root;
	size_t n;

	if (fp == NULL) {
		perror(path);
		exit(4);
	}
	n = fread(text, 1, sizeof text - 1, fp);
	text[n] = '\0';
	fclose(fp);
	root = icalcomponent_new_from_string(text);
	if (root == NULL || icalcomponent_count_errors(root) > 0 ||
	    !icalrestriction_check(root)) {
		fprintf(stderr, "%s: %s\n", path,
		    root == NULL ? "no calendar"
				 : icalcomponent_as_ical_string(root));
		exit(1);
	}
	return root;
}

static bool
is_newer(icalcomponent *a, icalcomponent *b)
{
	int rise =
	    icalcomponent_get_sequence(a) - icalcomponent_get_sequence(b);

	return rise > 0 ||
	    (rise == 0 &&
		icaltime_compare(icalcomponent_get_dtstamp(a),
		    icalcomponent_get_dtstamp(b)) >= 0);
}

static void
take(struct calendar *c, icalcomponent *event)
{
	for (int i = 0; i < c->count; i++) {
		if (strcmp(icalcomponent_get_uid(c->events[i]),
			icalcomponent_get_uid(event)) != 0)
			continue;
		if (is_newer(event, c->events[i]))
			c->events[i] = event;
		return;
	}
	if (c->count < EVENTS_MAX)
		c->events[c->count++] = event;
}

static void
show(icalcomponent *e)
{
	icalproperty *rule =
	    icalcomponent_get_first_property(e, ICAL_RRULE_PROPERTY);

	printf("%s\n  %s %s %s\n  ", icalcomponent_get_uid(e),
	    icaltime_as_ical_string(icalcomponent_get_dtstart(e)),
	    icaldurationtype_as_ical_string(icalcomponent_get_duration(e)),
	    rule == NULL ? "once" : icalproperty_get_value_as_string(rule));
	for (const char *p = icalcomponent_get_summary(e); *p != '\0'; p++)
		*p == '\n' ? fputs("<LF>", stdout) : putchar(*p);
	for (icalcomponent *a =
		 icalcomponent_get_first_component(e, ICAL_VALARM_COMPONENT);
	     a != NULL;
	     a = icalcomponent_get_next_component(e, ICAL_VALARM_COMPONENT))
		printf(" [alarm %d]",
		    icaldurationtype_as_int(icalproperty_get_trigger(
			icalcomponent_get_first_property(
			    a, ICAL_TRIGGER_PROPERTY))
						.duration) /
			86400);
	putchar('\n');
}

int
main(int argc, char *argv[])
{
	struct calendar c = {.count = 0};

	for (int i = 1; i < argc; i++) {
		icalcomponent *root = parse(argv[i]);

		if (c.nfiles == EVENTS_MAX)
			return 2;
		c.files[c.nfiles++] = root;
		for (icalcomponent *e = icalcomponent_get_first_component(
			 root, ICAL_VEVENT_COMPONENT);
		     e != NULL; e = icalcomponent_get_next_component(
				    root, ICAL_VEVENT_COMPONENT))
			take(&c, e);
	}
	for (int i = 0; i < c.count; i++)
		show(c.events[i]);
	while (c.nfiles > 0)
		icalcomponent_free(c.files[--c.nfiles]);
	return 0;
}
