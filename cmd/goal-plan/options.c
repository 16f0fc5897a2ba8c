/* The command line: one table, and what each row of it sets. */
#include "plan.h"

#include "base/msg.h"
#include "base/num.h"
#include "cli/now.h"
#include "cli/term.h"

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
	OPT_PRINT,
	OPT_STRICT,
	OPT_ON,
	OPT_WITHIN,
	OPT_SHOW_TEXT,
	OPT_REMIND,
	OPT_LEAD,
	OPT_QUIET_HOURS,
	OPT_EXIT_CODE,
	OPT_LIKELIHOOD,
	OPT_SUDS,
	OPT_PEAK,
	OPT_SETTING,
	OPT_NOTE,
	OPT_LADDER,
	OPT_MODE,
	OPT_MINUTES,
	OPT_REPEAT,
	OPT_CUE,
	OPT_DUE,
	OPT_EVERY,
	OPT_TEXT,
	OPT_CSV,
	OPT_SVG,
	OPT_NOTES,
	OPT_REPAIR,
	OPT_CRONTAB,
	OPT_AT,
};

/* clang-format off */
static const struct opt_spec options[] = {
	{OPT_JOURNAL, "journal", "FILE", "use FILE as the journal", NULL},
	{OPT_NOW, "now", "TIME", "act as if it were TIME", NULL},
	{OPT_PATHS, "paths", NULL, "print where things are kept", NULL},
	{OPT_SEED, "seed", "N", "choose ids by N (for tests)", NULL},
	{OPT_CONCEPT, "concept", "ID", "a ladder for ID; may be repeated", "new"},
	{OPT_FAMILY, "family", "ID", "the ladder called ID", "new"},
	{OPT_PER_WEEK, "per-week", "N", "tries a week, 1 to 7 (3)", "new"},
	{OPT_QUIET_DAYS, "quiet-days", "DAYS", "no steps on these: sat,sun", "new"},
	{OPT_START, "start", "DATE", "the first day (tomorrow)", "new"},
	{OPT_PRINT, "print", NULL,
	    "print ladders, a respondent each; keeps all in memory", "new"},
	{OPT_STRICT, "strict", NULL, "stop at the first bad row", "new"},
	{OPT_ON, "on", "DATE", "what is due on DATE (today)", "due"},
	{OPT_WITHIN, "within", "DAYS", "and so many days ahead", "due"},
	{OPT_SHOW_TEXT, "show-text", NULL, "show what the step is", "due"},
	{OPT_REMIND, "remind", NULL, "tell each step once (for cron)", "due"},
	{OPT_LEAD, "lead", "DAYS", "remind so many days before: 2,0 (0)", "due"},
	{OPT_QUIET_HOURS, "quiet-hours", "HH-HH", "no reminders then: 22-07", "due"},
	{OPT_EXIT_CODE, "exit-code", NULL, "exit 1 if nothing is due", "due"},
	{OPT_LIKELIHOOD, "likelihood", "N",
	    "how likely what is feared seems, 0 to 100", "predict done"},
	{OPT_SUDS, "suds", "N", "distress expected, 0 to 100",
	    "predict add rate edit split"},
	{OPT_PEAK, "peak", "N", "highest distress felt, 0 to 100", "done"},
	{OPT_SETTING, "setting", "WORD",
	    "online, phone, in-person or solo; done: where it was",
	    "new done add edit"},
	{OPT_NOTE, "note", "TEXT", "in your words; - reads them",
	    "predict done skip"},
	{OPT_LADDER, "ladder", "ID", "add to this ladder", "add"},
	{OPT_MODE, "mode", "WORD",
	    "exposure, experiment, activation, reframe or skill", "add"},
	{OPT_MINUTES, "minutes", "N", "how long it takes", "add edit"},
	{OPT_REPEAT, "repeat", "N", "how many times, 1 to 30", "add edit"},
	{OPT_CUE, "cue", "TEXT", "when: what follows 'If'", "add edit"},
	{OPT_DUE, "due", "DATE", "the day of the step", "add edit"},
	{OPT_EVERY, "every", "SPAN", "again: +1w, ++1w or .+1w (d w m y)", "add"},
	{OPT_TEXT, "text", "TEXT", "what to do; - reads it", "edit"},
	{OPT_CSV, "csv", NULL, "write a CSV stream", "list progress"},
	{OPT_SVG, "svg", NULL, "write a picture", "progress"},
	{OPT_NOTES, "notes", NULL, "show your own words too", "report"},
	{OPT_REPAIR, "repair", NULL, "move a torn end aside", "check"},
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
	{"why", "ID", "say why a step stands where it does", verb_why},
	{"pause", "[ID]", "rest one ladder, or all", verb_pause},
	{"resume", "[ID]", "go on after a pause or a rest", verb_resume},
	{"add", "TEXT", "add a step of your own", verb_add},
	{"rate", "ID", "say how hard a step is for you", verb_rate},
	{"edit", "ID", "change a step", verb_edit},
	{"split", "ID [TEXT]", "put a smaller step before one", verb_split},
	{"remove", "ID", "take a step or a ladder away", verb_remove},
	{"undo", "", "take back the last change", verb_undo},
	{"progress", "[ID]", "show what was feared and what happened", verb_progress},
	{"report", "[ID ...]", "write a page to take along", verb_report},
	{"check", "", "look whether the journal is whole", verb_check},
	{"compact", "", "leave out what was undone", verb_compact},
	{"merge", "FILE", "take in another machine's journal", verb_merge},
	{"export", "", "print reminders for other programs", verb_export},
	{0},
};
/* clang-format on */

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

static _Noreturn void
die_value(const struct opt *o, const char *what)
{
	opt_die(
	    &tool, "option '--%s': %s: '%s'", o->spec->name, what, o->value);
}

static void
take_day(const struct opt *o, bool *has, long *day)
{
	struct date date;

	if (!date_parse(o->value, strlen(o->value), &date))
		die_value(o, "not a date (YYYY-MM-DD)");
	*has = true;
	*day = date_to_day(date);
}

static int
minute_of(const struct opt *o)
{
	const char *text = o->value;
	long hour, minute;

	if (strlen(text) != 5 || text[2] != ':' ||
	    num_long(text, 2, 0, 23, &hour) != NULL ||
	    num_long(text + 3, 2, 0, 59, &minute) != NULL)
		die_value(o, "not a time (HH:MM)");
	return (int)(hour * 60 + minute);
}

static void
take_hours(struct settings *set, const struct opt *o)
{
	const char *text = o->value;
	long from, to;

	if (strlen(text) != 5 || text[2] != '-' ||
	    num_long(text, 2, 0, 23, &from) != NULL ||
	    num_long(text + 3, 2, 0, 23, &to) != NULL)
		die_value(o, "not two hours (HH-HH)");
	set->quiet_from = (int)from;
	set->quiet_to = (int)to;
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
			die_value(o, fault);
		return true;
	case OPT_START:
		take_day(o, &set->has_start, &set->start);
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

/* Options of due. */
static bool
take_due(struct settings *set, const struct opt *o, int code)
{
	switch (code) {
	case OPT_ON:
		take_day(o, &set->has_on, &set->on);
		return true;
	case OPT_WITHIN:
		set->within = opt_long(o, 0, 36525);
		return true;
	case OPT_SHOW_TEXT:
		set->show_text = true;
		return true;
	case OPT_REMIND:
		set->remind = true;
		return true;
	case OPT_LEAD:
		if (!ledger_leads(o->value, &set->leads))
			die_value(o, "not days with ',' between, 0 to 365");
		return true;
	case OPT_QUIET_HOURS:
		take_hours(set, o);
		return true;
	case OPT_EXIT_CODE:
		set->exit_code = true;
		return true;
	}
	return false;
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
	case OPT_SETTING:
		set->setting = o->value;
		return true;
	case OPT_NOTE:
		set->note = o->value;
		return true;
	}
	return false;
}

/* Options of the verbs that shape a step. */
static bool
take_step(struct settings *set, const struct opt *o, int code)
{
	struct every every;

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
		take_day(o, &set->has_due, &set->due);
		return true;
	case OPT_EVERY:
		if (!every_parse(o->value, &every))
			die_value(o, "not +N, ++N or .+N with d, w, m or y");
		set->every = o->value;
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
		set->export = EXPORT_CRONTAB;
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

void
options_read(struct settings *set, struct opt *o)
{
	const char *now = NULL;
	int code;

	while ((code = opt_next(o)) != -1)
		if (!take_new(set, o, code) && !take_due(set, o, code) &&
		    !take_record(set, o, code) && !take_step(set, o, code) &&
		    !take_view(set, o, code))
			take_common(set, o, code, &now);
	set->now = now_read(o, now);
}
