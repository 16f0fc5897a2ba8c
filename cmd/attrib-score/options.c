#include "categories.h"
#include "options.h"
#include "summary.h"

#include "base/msg.h"

enum {
	OPT_ASSUME = OPT_LONG,
	OPT_BESIDE,
	OPT_BOOTSTRAP,
	OPT_CHECK,
	OPT_COST,
	OPT_EVIDENCE,
	OPT_EXPLAIN,
	OPT_FOLDS,
	OPT_GROUP,
	OPT_LABEL,
	OPT_LAYOUT,
	OPT_LEXICON,
	OPT_MANY,
	OPT_MODEL,
	OPT_PART,
	OPT_PREDICTED,
	OPT_PROBABILITY,
	OPT_RATINGS,
	OPT_SEED,
	OPT_SENTENCES,
	OPT_STRICT,
	OPT_SUMMARY,
	OPT_WEIGHTS
};

static const struct opt_spec options[] = {
    {'c', "column", "NAME",
	"read the statements in this column of CSV files (train and eval: "
	"text)",
	NULL},
    {OPT_ASSUME, "assume-cause", NULL, "take every statement for a cause",
	"score"},
    {OPT_BESIDE, "beside", "FILE",
	"with --ratings: compare them with the statements of FILE", "score"},
    {OPT_BOOTSTRAP, "bootstrap", "N",
	"samples drawn for the intervals (1000; 0: no intervals)", "eval"},
    {OPT_CHECK, "check", NULL, "check the lexicons and read nothing", "score"},
    {OPT_COST, "cost", "C",
	"the cost of an error, in place of one that cross-validation chooses",
	"train"},
    {OPT_EVIDENCE, "evidence", NULL, "write one row for each cue", "score"},
    {OPT_EXPLAIN, "explain", NULL,
	"say it for people; of a statement, with the cues marked",
	"score eval"},
    {OPT_FOLDS, "folds", "N", "folds of the cross-validation (5)", "train"},
    {OPT_GROUP, "group", "COLUMN", "keep rows with the same text here together",
	"train eval"},
    {OPT_LABEL, "label", "COLUMN", "the labels to learn, or that are right",
	"train eval"},
    {OPT_LAYOUT, "layout", "NAME",
	"where --ratings stand in their files: cave, project-attribution or a "
	"file",
	"score"},
    {OPT_LEXICON, "lexicon", "FILE", "add a lexicon to the built-in ones",
	NULL},
    {OPT_MANY, "many", NULL, "a row may have several labels, ';' between",
	"train eval"},
    {OPT_MODEL, "model", "FILE", "tell labels too, by what train has made",
	"score eval"},
    {OPT_PART, "part", "K/N", "read part K of N of the FILE; needs --column",
	"score"},
    {OPT_PREDICTED, "predicted", "COLUMN", "the labels to judge", "eval"},
    {OPT_PROBABILITY, "probability", "COLUMN",
	"how probable the predicted label is said to be", "eval"},
    {OPT_RATINGS, "ratings", NULL,
	"score ratings of causes in CSV files (held in memory)", "score"},
    {OPT_SEED, "seed", "N", "deal folds or draw samples by N (1)",
	"train eval"},
    {OPT_SENTENCES, "sentences", NULL, "make a statement of each sentence",
	"score"},
    {OPT_STRICT, "strict", NULL, "stop at the first statement refused", NULL},
    {OPT_SUMMARY, "summary", "PERIOD",
	"sum up each person by all, year, month, week or day (held in memory)",
	"score"},
    {OPT_WEIGHTS, "weights", "HOW",
	"balanced (rare labels count more), none, or LABEL=W;...", "train"},
    OPT_COMMON,
    {0},
};

static const struct opt_verb verbs[] = {
    {"score", "[FILE ...]", "read who or what is blamed out of statements",
	score_run},
    {"train", "[FILE ...]",
	"learn labels from labelled CSV files (held in memory); writes a model",
	train_run},
    {"eval", "[FILE ...]",
	"compare labels told with those that are right (held in memory)",
	eval_run},
    {0},
};

const struct opt_tool tool = {
    .name = "attrib-score",
    .operands = "[FILE ...]",
    .summary = "Read who or what is blamed out of statements, a line each.",
    .opts = options,
    .verbs = verbs,
    .otherwise = "score",
};

/* Options whose value is kept as it is. */
static bool
set_text(struct settings *set, int code, const char *value)
{
	const struct {
		int code;
		const char **to;
	} texts[] = {{'c', &set->column}, {OPT_BESIDE, &set->beside},
	    {OPT_GROUP, &set->group}, {OPT_LAYOUT, &set->layout},
	    {OPT_LABEL, &set->label}, {OPT_MODEL, &set->model},
	    {OPT_PREDICTED, &set->predicted},
	    {OPT_PROBABILITY, &set->probability}, {OPT_WEIGHTS, &set->weights}};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (texts[i].code == code) {
			*texts[i].to = value;
			return true;
		}
	return false;
}

static bool
set_switch(struct settings *set, int code)
{
	const struct {
		int code;
		bool *to;
	} switches[] = {{OPT_ASSUME, &set->assume_cause},
	    {OPT_CHECK, &set->check}, {OPT_MANY, &set->many},
	    {OPT_RATINGS, &set->ratings}, {OPT_SENTENCES, &set->sentences},
	    {OPT_STRICT, &set->rows.strict}, {OPT_ASCII, &set->ascii}};

	for (size_t i = 0; i < sizeof switches / sizeof *switches; i++)
		if (switches[i].code == code) {
			*switches[i].to = true;
			return true;
		}
	return false;
}

/* There is one form of the output; that which comes last would hide another. */
static void
set_form(struct settings *set, enum form form)
{
	if (set->form != FORM_ROWS && set->form != form)
		opt_die(&tool,
		    "--evidence, --explain and --summary do not go together");
	set->form = form;
}

static void
set_parsed(struct settings *set, const struct opt *o, int code)
{
	switch (code) {
	case OPT_BOOTSTRAP:
		set->bootstrap = opt_long(o, 0, 100000);
		break;
	case OPT_COST:
		set->cost = opt_double(o, 1e-6, 1e6);
		break;
	case OPT_EVIDENCE:
		set_form(set, FORM_EVIDENCE);
		break;
	case OPT_EXPLAIN:
		set_form(set, FORM_EXPLAIN);
		break;
	case OPT_FOLDS:
		set->folds = opt_long(o, 2, 100);
		break;
	case OPT_LEXICON:
		if (categories_is_dic(o->value)) {
			if (set->dic != NULL)
				opt_die(&tool, "more than one dictionary");
			set->dic = o->value;
			break;
		}
		if (set->nlexicons == LEXICONS_MAX)
			opt_die(&tool, "more than %d lexicons", LEXICONS_MAX);
		set->lexicons[set->nlexicons++] = o->value;
		break;
	case OPT_PART:
		set->rows.part = io_part(o);
		break;
	case OPT_SEED:
		set->seed = opt_long(o, 0, 2147483647);
		break;
	case OPT_SUMMARY:
		set_form(set, FORM_SUMMARY);
		set->period = opt_choice(o, period_words);
		break;
	case OPT_COLOR:
		set->color = (enum term_when)opt_choice(o, term_when_words);
		break;
	case OPT_QUIET:
		set->quiet = true;
		msg_quiet(true);
		break;
	}
}

void
options_read(struct settings *set, struct opt *o)
{
	int code;

	while ((code = opt_next(o)) != -1)
		if (!set_text(set, code, o->value) && !set_switch(set, code))
			set_parsed(set, o, code);
}
