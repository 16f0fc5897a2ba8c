/* What each option sets: those of new, of due and of all verbs. */
#include "settings.h"

#include "options.h"

#include "base/msg.h"
#include "base/num.h"
#include "cli/now.h"
#include "cli/term.h"

#include <string.h>

long
today(const struct settings *set)
{
	return set->has_on ? set->on : moment_day(set->now);
}

int
settings_where(const struct settings *set)
{
	const char *word = set->setting;
	int at = word == NULL
	    ? -1
	    : ladder_word(ladder_setting_words, word, strlen(word));

	if (word != NULL && at < 0)
		opt_die(&tool,
		    "option '--setting': online, phone, in-person or solo: "
		    "'%s'",
		    word);
	return at;
}

void
settings_day(const struct opt *o, bool *has, long *day)
{
	struct date date;

	if (!date_parse(o->value, strlen(o->value), &date))
		opt_refuse(o, "not a date (YYYY-MM-DD)");
	if (date.y > JOURNAL_YEAR_MAX)
		opt_refuse(o, "too far ahead");
	*has = true;
	*day = date_to_day(date);
}

static void
take_hours(struct settings *set, const struct opt *o)
{
	const char *text = o->value;
	long from, to;

	if (strlen(text) != 5 || text[2] != '-' ||
	    num_long(text, 2, 0, 23, &from) != NULL ||
	    num_long(text + 3, 2, 0, 23, &to) != NULL)
		opt_refuse(o, "not two hours (HH-HH)");
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
			opt_refuse(o, fault);
		return true;
	case OPT_START:
		settings_day(o, &set->has_start, &set->start);
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
		settings_day(o, &set->has_on, &set->on);
		return true;
	case OPT_WITHIN:
		set->within = opt_long(o, 0, 36525);
		return true;
	case OPT_SHOW_TEXT:
		set->show_text = true;
		return true;
	case OPT_REMIND:
		set->remind = true;
		set->exports |= EXPORT_REMIND;
		return true;
	case OPT_LEAD:
		if (!ledger_leads(o->value, &set->leads))
			opt_refuse(o, "not days with ',' between, 0 to 365");
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

/* Options of all verbs. */
static void
take_common(
    struct settings *set, const struct opt *o, int code, const char **now)
{
	switch (code) {
	case OPT_JOURNAL:
		if (*o->value == '\0')
			opt_refuse(o, "no file is named");
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
		    !settings_step(set, o, code))
			take_common(set, o, code, &now);
	set->now = now_read(o, now);
	if (moment_date(set->now).y > JOURNAL_YEAR_MAX)
		opt_die(&tool, "option '--now': too far ahead: '%s'", now);
}
