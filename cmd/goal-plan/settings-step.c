/* What the options set that tell of a step, and of how steps are shown. */
#include "settings.h"

#include "base/num.h"
#include "options.h"

#include <string.h>

static int
minute_of(const struct opt *o)
{
	const char *text = o->value;
	long hour, minute;

	if (strlen(text) != 5 || text[2] != ':' ||
	    num_long(text, 2, 0, 23, &hour) != NULL ||
	    num_long(text + 3, 2, 0, 59, &minute) != NULL)
		opt_refuse(o, "not a time (HH:MM)");
	return (int)(hour * 60 + minute);
}

/* Options of the verbs that write down how it went. */
static bool
take_record(struct settings *set, const struct opt *o, int code)
{
	switch (code) {
	case OPT_LIKELIHOOD:
		set->likelihood = (int)opt_long(o, 0, 100);
		return true;
	case OPT_SUDS:
		set->suds = (int)opt_long(o, 0, LADDER_SUDS_MAX);
		return true;
	case OPT_PEAK:
		set->peak = (int)opt_long(o, 0, LADDER_SUDS_MAX);
		return true;
	case OPT_HAPPENED:
		set->happened = opt_choice(o, journal_happened_words);
		return true;
	case OPT_SETTING:
		set->setting = o->value;
		return true;
	case OPT_NOTE:
		set->note = o->value;
		return true;
	}
	return false;
}

/* Days as the journal has them: a comma would want quotes there. */
static void
take_every(struct settings *set, const struct opt *o)
{
	struct every every;

	if (strlen(o->value) >= sizeof(set->days) ||
	    !every_parse(o->value, &every))
		opt_refuse(o,
		    "neither days (mon,thu) nor +N, ++N or .+N with d, w, m "
		    "or y");
	strcpy(set->days, o->value);
	for (char *p = set->days; *p != '\0'; p++)
		if (*p == ',')
			*p = ';';
	set->every = set->days;
}

/* Options of the verbs that shape a step. */
static bool
take_step(struct settings *set, const struct opt *o, int code)
{
	switch (code) {
	case OPT_LADDER:
		set->ladder = o->value;
		return true;
	case OPT_MODE:
		set->mode = ladder_mode_words[opt_choice(o, ladder_mode_words)];
		return true;
	case OPT_MINUTES:
		set->minutes = (int)opt_long(o, 1, LADDER_MINUTES_MAX);
		return true;
	case OPT_REPEAT:
		set->repeat = (int)opt_long(o, 1, LADDER_REPEAT_MAX);
		return true;
	case OPT_CUE:
		set->cue = o->value;
		return true;
	case OPT_DUE:
		settings_day(o, &set->has_due, &set->due);
		return true;
	case OPT_EVERY:
		take_every(set, o);
		return true;
	case OPT_TEXT:
		set->text = o->value;
		return true;
	}
	return false;
}

/* Options of the verbs that show. */
static bool
take_view(struct settings *set, const struct opt *o, int code)
{
	switch (code) {
	case OPT_CSV:
		set->csv = true;
		set->exports |= EXPORT_CSV;
		return true;
	case OPT_SVG:
		set->svg = true;
		return true;
	case OPT_NOTES:
		set->notes = true;
		return true;
	case OPT_REPAIR:
		set->repair = true;
		return true;
	case OPT_CRONTAB:
		set->exports |= EXPORT_CRONTAB;
		return true;
	case OPT_SYSTEMD:
		set->exports |= EXPORT_SYSTEMD;
		return true;
	case OPT_NOTIFY:
		set->exports |= EXPORT_NOTIFY;
		return true;
	case OPT_ICS:
		set->exports |= EXPORT_ICS;
		return true;
	case OPT_TODO:
		set->exports |= EXPORT_TODO;
		return true;
	case OPT_AT:
		set->at_minute = minute_of(o);
		return true;
	}
	return false;
}

bool
settings_step(struct settings *set, const struct opt *o, int code)
{
	return take_record(set, o, code) || take_step(set, o, code) ||
	    take_view(set, o, code);
}
