/* goal-plan - ladders of small steps: predicted before, observed after. */
#include "plan.h"

#include "base/msg.h"
#include "base/num.h"
#include "cli/now.h"
#include "cli/term.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	OPT_JOURNAL = OPT_LONG,
	OPT_PATHS,
	OPT_SEED,
	OPT_CONCEPT,
	OPT_FAMILY,
	OPT_PER_WEEK,
	OPT_QUIET_DAYS,
	OPT_START,
	OPT_SETTING,
	OPT_PRINT,
	OPT_STRICT,
	OPT_CSV,
	OPT_ON,
	OPT_WITHIN,
	OPT_SHOW_TEXT,
	OPT_LIKELIHOOD,
	OPT_SUDS,
	OPT_PEAK,
	OPT_NOTE,
	OPT_CRONTAB,
	OPT_AT,
};

static const struct opt_spec options[] = {
    {OPT_JOURNAL, "journal", "FILE", "use FILE as the journal", NULL},
    {OPT_NOW, "now", "TIME", "act as if it were TIME", NULL},
    {OPT_PATHS, "paths", NULL, "print where things are kept", NULL},
    {OPT_SEED, "seed", "N", "choose ids by N (for tests)", NULL},
    {OPT_CONCEPT, "concept", "ID", "a ladder for ID; may be repeated", "new"},
    {OPT_FAMILY, "family", "ID", "the ladder called ID", "new"},
    {OPT_PER_WEEK, "per-week", "N", "tries a week, 1 to 7", "new"},
    {OPT_QUIET_DAYS, "quiet-days", "DAYS", "no steps on these: sat,sun", "new"},
    {OPT_START, "start", "DATE", "the first day (tomorrow)", "new"},
    {OPT_SETTING, "setting", "WORD",
	"new: online, phone or in-person; done: where it was", "new done"},
    {OPT_PRINT, "print", NULL,
	"print ladders, a respondent each; keeps all in memory", "new"},
    {OPT_STRICT, "strict", NULL, "stop at the first bad row", "new"},
    {OPT_CSV, "csv", NULL, "write the ladder stream", "list"},
    {OPT_ON, "on", "DATE", "what is due on DATE (today)", "due"},
    {OPT_WITHIN, "within", "DAYS", "and so many days ahead", "due"},
    {OPT_SHOW_TEXT, "show-text", NULL, "show what the step is", "due"},
    {OPT_LIKELIHOOD, "likelihood", "N",
	"how likely what is feared seems, 0 to 100", "predict done"},
    {OPT_SUDS, "suds", "N", "distress expected, 0 to 100", "predict"},
    {OPT_PEAK, "peak", "N", "highest distress felt, 0 to 100", "done"},
    {OPT_NOTE, "note", "TEXT", "in your words; - reads them",
	"predict done skip"},
    {OPT_CRONTAB, "crontab", NULL, "a line for crontab", "export"},
    {OPT_AT, "at", "HH:MM", "the time of day (09:00)", "export"},
    OPT_COMMON,
    {0},
};

static const struct opt_verb verbs[] = {
    {"new", "[FILE ...]", "lay a ladder for what weighs most", verb_new},
    {"list", "", "show every ladder, step by step", verb_list},
    {"due", "", "say what is due; silent if nothing is", verb_due},
    {"predict", "ID", "write down beforehand what you expect", verb_predict},
    {"done", "ID", "write down what happened", verb_done},
    {"skip", "ID", "leave a step out this time", verb_skip},
    {"pause", "[ID]", "rest one ladder, or all", verb_pause},
    {"resume", "[ID]", "go on after a pause or a rest", verb_resume},
    {"export", "", "print reminders for other programs", verb_export},
    {0},
};

const struct opt_tool tool = {
    .name = "goal-plan",
    .summary = "Ladders of small steps towards other people.",
    .opts = options,
    .verbs = verbs,
};

long
today(const struct settings *set)
{
	return set->has_on ? set->on : date_to_day(moment_date(set->now));
}

static long
day_of(const struct opt *o)
{
	struct date date;

	if (!date_parse(o->value, strlen(o->value), &date))
		opt_die(&tool, "option '--%s': not a date (YYYY-MM-DD): '%s'",
		    o->spec->name, o->value);
	return date_to_day(date);
}

static int
minute_of(const struct opt *o)
{
	const char *text = o->value;
	long hour, minute;

	if (strlen(text) != 5 || text[2] != ':' ||
	    num_long(text, 2, 0, 23, &hour) != NULL ||
	    num_long(text + 3, 2, 0, 59, &minute) != NULL)
		opt_die(&tool, "option '--%s': not a time (HH:MM): '%s'",
		    o->spec->name, text);
	return (int)(hour * 60 + minute);
}

static void
add_concept(struct settings *set, const char *concept)
{
	if (set->concept_count == WISHES_MAX)
		opt_die(&tool, "at most %d concepts", WISHES_MAX);
	set->concepts[set->concept_count++] = concept;
}

/* Options of new. */
static bool
take_new(struct settings *set, const struct opt *o, int code)
{
	const char *fault;

	switch (code) {
	case OPT_CONCEPT:
		add_concept(set, o->value);
		return true;
	case OPT_FAMILY:
		set->family = o->value;
		return true;
	case OPT_PER_WEEK:
		set->when.per_week = (int)opt_long(o, 1, 7);
		return true;
	case OPT_QUIET_DAYS:
		fault = schedule_days(o->value, &set->when.quiet);
		if (fault != NULL)
			opt_die(&tool, "option '--quiet-days': %s: '%s'", fault,
			    o->value);
		return true;
	case OPT_START:
		set->has_start = true;
		set->start = day_of(o);
		return true;
	case OPT_PRINT:
		set->print = true;
		return true;
	case OPT_STRICT:
		set->strict = true;
		return true;
	}
	return false;
}

/* Options of predict and done. */
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
	case OPT_SETTING:
		set->setting = o->value;
		return true;
	case OPT_NOTE:
		set->note = o->value;
		return true;
	}
	return false;
}

/* Options of list, due and export. */
static bool
take_view(struct settings *set, const struct opt *o, int code)
{
	switch (code) {
	case OPT_CSV:
		set->csv = true;
		return true;
	case OPT_ON:
		set->has_on = true;
		set->on = day_of(o);
		return true;
	case OPT_WITHIN:
		set->within = opt_long(o, 0, 36525);
		return true;
	case OPT_SHOW_TEXT:
		set->show_text = true;
		return true;
	case OPT_CRONTAB:
		set->crontab = true;
		return true;
	case OPT_AT:
		set->at_minute = minute_of(o);
		return true;
	}
	return false;
}

/* Options of all verbs. */
static void
take_common(
    struct settings *set, const struct opt *o, int code, const char **now)
{
	switch (code) {
	case OPT_JOURNAL:
		set->journal = o->value;
		break;
	case OPT_NOW:
		*now = o->value;
		break;
	case OPT_PATHS:
		set->paths = true;
		break;
	case OPT_SEED:
		set->seeded = true;
		set->seed = (uint64_t)opt_long(o, 0, 2147483647);
		break;
	case OPT_QUIET:
		msg_quiet(true);
		set->quiet = true;
		break;
	case OPT_COLOR:
		set->color = opt_choice(o, term_when_words);
		break;
	case OPT_ASCII:
		set->ascii = true;
		break;
	}
}

static int
print_paths(const struct settings *set)
{
	struct str path = STR_INIT;

	book_path(set, &path);
	printf("journal %s\n", path.text);
	str_release(&path);
	return RC_OK;
}

int
main(int argc, char *argv[])
{
	struct settings set = {
	    .color = TERM_AUTO,
	    .when = {.per_week = SCHEDULE_PER_WEEK},
	    .at_minute = 9 * 60,
	    .likelihood = JOURNAL_NONE,
	    .suds = JOURNAL_NONE,
	    .peak = JOURNAL_NONE,
	};
	const struct opt_verb *verb;
	const char *now = NULL;
	char *const *operands;
	struct opt o;
	int code, n;

	msg_init(tool.name);
	opt_init(&o, &tool, argc, argv);
	while ((code = opt_next(&o)) != -1)
		if (!take_new(&set, &o, code) && !take_record(&set, &o, code) &&
		    !take_view(&set, &o, code))
			take_common(&set, &o, code, &now);
	set.now = now_read(&o, now);
	if (set.paths)
		return msg_finish((enum rc)print_paths(&set));
	verb = opt_verb(&o, NULL);
	operands = opt_operands(&o, &n);
	return msg_finish((enum rc)verb->run(&set, n, operands));
}
