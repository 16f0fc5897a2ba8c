#include "irt.h"
#include "quiz.h"

#include "base/msg.h"

#include <math.h>

enum {
	OPT_AGE = OPT_LONG,
	OPT_CODEBOOK,
	OPT_COLLAPSE,
	OPT_CSV,
	OPT_ESTIMATE,
	OPT_GROUP,
	OPT_HISTOGRAM,
	OPT_IRT,
	OPT_JOBS,
	OPT_LANG,
	OPT_LENIENT,
	OPT_LONG_LIST,
	OPT_MERGE,
	OPT_METHOD,
	OPT_MISSING,
	OPT_MOST,
	OPT_NA,
	OPT_PAIRWISE,
	OPT_PAPER,
	OPT_PARTIAL,
	OPT_PLAIN,
	OPT_PROFILE,
	OPT_RELIABILITY,
	OPT_RESPONDENT,
	OPT_SCALE,
	OPT_SCORE,
	OPT_SD,
	OPT_SE,
	OPT_SEED,
	OPT_SEX,
	OPT_STRICT,
	OPT_SUMMARY,
	OPT_SVG,
	OPT_TOP,
	OPT_WIDE,
};

static const struct opt_spec options[] = {
    {OPT_AGE, "age", "YEARS", "the age of who answers", "take"},
    {OPT_CODEBOOK, "codebook", NULL, "write a data dictionary as CSV", "show"},
    {OPT_COLLAPSE, "collapse", NULL,
	"put answers that nobody gave with the ones below", "calibrate"},
    {OPT_CSV, "csv", NULL, "write CSV", "list"},
    {OPT_ESTIMATE, "estimate", "NAME", "of theta, with --irt: eap, map or ml",
	"score"},
    {OPT_GROUP, "group", "TEXT", "the group of who answers", "take"},
    {OPT_HISTOGRAM, "histogram", "SCALE",
	"draw how the scores of SCALE are spread", "score"},
    {'i', "instrument", "ID",
	"take the answers as those to this one; may be repeated",
	"score stats change calibrate simulate"},
    {OPT_IRT, "irt", "BANK", "score by the graded response model of BANK",
	"score simulate"},
    {OPT_JOBS, "jobs", "N", "work in N threads", "calibrate"},
    {OPT_LANG, "lang", "CODE",
	"show texts in this language where there are any",
	"list show take history"},
    {OPT_LENIENT, "lenient", NULL,
	"take answers out of range as missing, and flag them",
	"score stats change calibrate simulate"},
    {OPT_LONG_LIST, "long", NULL, "show items, title and licence too", "list"},
    {OPT_MERGE, "merge", NULL, "the FILEs are partials, to be added up",
	"stats"},
    {OPT_METHOD, "method", "NAME",
	"error of a change: jacobson-truax or maassen", "change"},
    {OPT_MISSING, "missing", "RULE",
	"complete, available, P% or max N, for all scales",
	"score take change"},
    {OPT_MOST, "most", "N", "ask at most N items of a scale", "simulate"},
    {OPT_NA, "na", "TEXT", "a cell that reads so is missing; may be repeated",
	"score stats change calibrate simulate"},
    {OPT_NOW, "now", "WHEN", "take this as the time of the sitting", "take"},
    {OPT_PAIRWISE, "pairwise", NULL,
	"use all answers, not only those of complete scales", "stats"},
    {OPT_PAPER, "paper", NULL, "show a form to print", "show"},
    {OPT_PARTIAL, "partial", NULL, "write sums for --merge", "stats"},
    {OPT_PLAIN, "plain", NULL, "ask line by line, also on a terminal", "take"},
    {OPT_PROFILE, "profile", NULL, "draw each sitting as a profile", "score"},
    {OPT_RELIABILITY, "reliability", "R",
	"0 to 1, in place of the instrument's own", "score take change"},
    {OPT_RESPONDENT, "respondent", "TEXT", "who answers", "take history"},
    {OPT_SCALE, "scale", "ID", "look at this scale only; may be repeated",
	"change calibrate"},
    {OPT_SCORE, "score", NULL, "write the scores stream, not the answers",
	"take"},
    {OPT_SD, "sd", "SD", "deviation of the people before, in place of theirs",
	"change"},
    {OPT_SE, "se", "SE", "ask until the error of theta is at most SE",
	"simulate"},
    {OPT_SEED, "seed", "N", "shuffle the questions; the same N, the same order",
	"take"},
    {OPT_SEX, "sex", "WORD", "female, male or another word, for norms", "take"},
    {OPT_STRICT, "strict", NULL, "stop at the first bad row",
	"score stats change calibrate simulate"},
    {OPT_SUMMARY, "summary", NULL, "sum people up", "change simulate"},
    {OPT_SVG, "svg", "FILE", "draw the history into FILE", "history"},
    {OPT_TOP, "top", "N",
	"write only the N most severe rows; holds N rows in memory", "score"},
    {OPT_WIDE, "wide", NULL,
	"write one row a sitting, one column a scale; needs --instrument",
	"score"},
    OPT_COMMON,
    {0},
};

static const struct opt_verb verbs[] = {
    {"list", "", "list the instruments", list_run},
    {"show", "ID ...", "show what an instrument asks and how it is scored",
	show_run},
    {"take", "[ID ...]", "answer instruments, one key an answer", take_run},
    {"score", "[FILE ...]", "turn answers into scores", score_run},
    {"history", "[ID ...]", "show how your scores went", history_run},
    {"stats", "[FILE ...]", "say what many answers tell of an instrument",
	stats_run},
    {"change", "[FILE ...]",
	"judge the change between first and last sitting; holds all in memory",
	change_run},
    {"calibrate", "[FILE ...]",
	"fit the graded response model to answers; holds all in memory",
	calibrate_run},
    {"simulate", "[FILE ...]", "replay complete answers as adaptive sittings",
	simulate_run},
    {"check", "[FILE ...]", "look for faults in instruments", check_run},
    {0},
};

static const struct opt_tool tool = {
    .name = "isolate-quiz",
    .summary = "Answer questionnaires on isolation and loneliness, and score "
	       "them.",
    .opts = options,
    .verbs = verbs,
};

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

/* True where the option is a plain text. */
static bool
set_text(struct settings *set, int code, const char *value)
{
	switch (code) {
	case OPT_AGE:
		set->age = value;
		return true;
	case OPT_GROUP:
		set->group = value;
		return true;
	case OPT_HISTOGRAM:
		set->histogram = value;
		return true;
	case OPT_IRT:
		set->irt = value;
		return true;
	case OPT_LANG:
		set->lang = value;
		return true;
	case OPT_NOW:
		set->now = value;
		return true;
	case OPT_RESPONDENT:
		set->respondent = value;
		return true;
	case OPT_SEX:
		set->sex = value;
		return true;
	case OPT_SVG:
		set->svg = value;
		return true;
	}
	return false;
}

/* True where the option is a switch. */
static bool
set_switch(struct settings *set, int code)
{
	switch (code) {
	case OPT_ASCII:
		return set->ascii = true;
	case OPT_CODEBOOK:
		return set->codebook = true;
	case OPT_COLLAPSE:
		return set->collapse = true;
	case OPT_CSV:
		return set->csv = true;
	case OPT_LENIENT:
		return set->lenient = true;
	case OPT_MERGE:
		return set->merge = true;
	case OPT_PAIRWISE:
		return set->pairwise = true;
	case OPT_PARTIAL:
		return set->partial = true;
	case OPT_PAPER:
		return set->paper = true;
	case OPT_PLAIN:
		return set->plain = true;
	case OPT_PROFILE:
		return set->profile = true;
	case OPT_SCORE:
		return set->score = true;
	case OPT_STRICT:
		return set->strict = true;
	case OPT_SUMMARY:
		return set->summary = true;
	case OPT_WIDE:
		return set->wide = true;
	case OPT_LONG_LIST:
		return set->long_form = true;
	}
	return false;
}

static void
set_option(struct settings *set, const struct opt *o, int code)
{
	if (set_text(set, code, o->value) || set_switch(set, code))
		return;
	switch (code) {
	case OPT_COLOR:
		set->color = (enum term_when)opt_choice(o, term_when_words);
		break;
	case OPT_ESTIMATE:
		set->estimate = opt_choice(o, irt_methods);
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
	case OPT_QUIET:
		msg_quiet(true);
		break;
	case OPT_RELIABILITY:
		set->reliability = opt_double(o, 0, 1);
		break;
	case OPT_SCALE:
		add_name(o, &set->scales);
		break;
	case OPT_SD:
		set->sd = opt_double(o, 0, 1e9);
		break;
	case OPT_MOST:
		set->most = opt_long(o, 1, 2000);
		break;
	case OPT_SE:
		set->se = opt_double(o, 0, 1);
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

int
main(int argc, char *argv[])
{
	struct settings set = {.tool = &tool,
	    .reliability = NAN,
	    .sd = NAN,
	    .jobs = 1,
	    .se = sqrt(1 - 0.90)};
	const struct opt_verb *verb;
	char *const *operands;
	struct opt o;
	int ch, n;

	msg_init(tool.name);
	opt_init(&o, &tool, argc, argv);
	set.opt = &o;
	while ((ch = opt_next(&o)) != -1)
		set_option(&set, &o, ch);
	verb = opt_verb(&o, NULL);
	operands = opt_operands(&o, &n);
	return msg_finish((enum rc)verb->run(&set, n, operands));
}
