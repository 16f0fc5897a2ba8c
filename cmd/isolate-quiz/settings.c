/* What each option sets. */
#include "irt.h"
#include "options.h"
#include "quiz.h"

#include "base/msg.h"

#include <stddef.h>

/* Where the value of an option goes as it stands. */
static const struct {
	int code;
	size_t offset;
} texts[] = {
    {OPT_DIF, offsetof(struct settings, dif)},
    {OPT_FIT, offsetof(struct settings, fit)},
    {OPT_GROUP, offsetof(struct settings, group)},
    {OPT_HISTOGRAM, offsetof(struct settings, histogram)},
    {OPT_IRT, offsetof(struct settings, irt)},
    {OPT_LANG, offsetof(struct settings, lang)},
    {OPT_NOW, offsetof(struct settings, now)},
    {OPT_Q3, offsetof(struct settings, q3)},
    {OPT_RESPONDENT, offsetof(struct settings, respondent)},
    {OPT_SEX, offsetof(struct settings, sex)},
    {OPT_SVG, offsetof(struct settings, svg)},
};

/* What an option without a value makes true. */
static const struct {
	int code;
	size_t offset;
} switches[] = {
    {OPT_ADAPTIVE, offsetof(struct settings, adaptive)},
    {OPT_ASCII, offsetof(struct settings, ascii)},
    {OPT_CODEBOOK, offsetof(struct settings, codebook)},
    {OPT_COLLAPSE, offsetof(struct settings, collapse)},
    {OPT_CSV, offsetof(struct settings, csv)},
    {OPT_LENIENT, offsetof(struct settings, lenient)},
    {OPT_LONG_LIST, offsetof(struct settings, long_form)},
    {OPT_MERGE, offsetof(struct settings, merge)},
    {OPT_PAIRWISE, offsetof(struct settings, pairwise)},
    {OPT_PAPER, offsetof(struct settings, paper)},
    {OPT_PARTIAL, offsetof(struct settings, partial)},
    {OPT_PATHS, offsetof(struct settings, paths)},
    {OPT_PLAIN, offsetof(struct settings, plain)},
    {OPT_PROFILE, offsetof(struct settings, profile)},
    {OPT_SCORE, offsetof(struct settings, score)},
    {OPT_STRICT, offsetof(struct settings, strict)},
    {OPT_SUMMARY, offsetof(struct settings, summary)},
    {OPT_WIDE, offsetof(struct settings, wide)},
};

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static bool
set_text(struct settings *set, int code, const char *value)
{
	for (size_t i = 0; i < LENGTH(texts); i++)
		if (texts[i].code == code) {
			*(const char **)((char *)set + texts[i].offset) = value;
			return true;
		}
	return false;
}

static bool
set_switch(struct settings *set, int code)
{
	for (size_t i = 0; i < LENGTH(switches); i++)
		if (switches[i].code == code) {
			*(bool *)((char *)set + switches[i].offset) = true;
			return true;
		}
	return false;
}

static void
add_name(const struct opt *o, struct names *names)
{
	if (names->count == NAMES_MAX)
		opt_die(&tool, "more than %d times: '%s'", NAMES_MAX, o->value);
	names->list[names->count++] = o->value;
}

static const char *
missing_rule(const struct opt *o)
{
	if (missing_need(o->value, 10) == 0)
		opt_die(&tool,
		    "--missing '%s' is not complete, available, P%% or max N",
		    o->value);
	return o->value;
}

/* Values of the graded response model and of adaptive sittings.  False where
 * the option is none of them. */
static bool
set_model(struct settings *set, const struct opt *o, int code)
{
	switch (code) {
	case OPT_BEST:
		set->best = opt_long(o, 1, 2000);
		return true;
	case OPT_CHANGE:
		set->change = opt_double(o, 0, 12);
		return true;
	case OPT_ESTIMATE:
		set->estimate = opt_choice(o, irt_methods);
		return true;
	case OPT_LEAST:
		set->least = opt_long(o, 1, 2000);
		return true;
	case OPT_MOST:
		set->most = opt_long(o, 1, 2000);
		return true;
	case OPT_PEOPLE:
		set->people = opt_long(o, 1, 100000000);
		return true;
	case OPT_SE:
		set->se = opt_double(o, 0, 1);
		return true;
	case OPT_SELECT:
		set->select = opt_choice(o, irt_selects);
		return true;
	case OPT_THETA:
		set->theta = opt_double(o, -6, 6);
		return true;
	}
	return false;
}

static void
set_parsed(struct settings *set, const struct opt *o, int code)
{
	switch (code) {
	case OPT_AGE:
		opt_long(o, 0, 150);
		set->age = o->value;
		break;
	case OPT_COLOR:
		set->color = (enum term_when)opt_choice(o, term_when_words);
		break;
	case OPT_JOBS:
		set->jobs = opt_long(o, 1, 256);
		break;
	case OPT_METHOD:
		set->method = opt_choice(o, change_methods);
		break;
	case OPT_MISSING:
		set->missing = missing_rule(o);
		break;
	case OPT_NA:
		add_name(o, &set->na);
		break;
	case OPT_PART:
		set->part = io_part(o);
		break;
	case OPT_QUIET:
		msg_quiet(true);
		break;
	case OPT_RELIABILITY:
		set->reliability = opt_double(o, 0, 1);
		break;
	case OPT_ITEM:
		add_name(o, &set->items);
		break;
	case OPT_SCALE:
		add_name(o, &set->scales);
		break;
	case OPT_SD:
		set->sd = opt_double(o, 1e-9, 1e9);
		break;
	case OPT_SEED:
		set->seed = opt_long(o, 1, 2147483647);
		break;
	case OPT_TOP:
		set->top = opt_long(o, 1, 1000000);
		break;
	case 'i':
		add_name(o, &set->instruments);
		break;
	}
}

void
options_read(struct settings *set, struct opt *o)
{
	int code;

	while ((code = opt_next(o)) != -1)
		if (!set_text(set, code, o->value) && !set_switch(set, code) &&
		    !set_model(set, o, code))
			set_parsed(set, o, code);
}
