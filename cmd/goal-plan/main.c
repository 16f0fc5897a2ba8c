/* goal-plan - ladders of small steps: predicted before, observed after. */
#include "plan.h"

#include "base/msg.h"
#include "cli/term.h"

#include <stdio.h>

static int
print_paths(const struct settings *set)
{
	struct str path = STR_INIT;

	book_path(set, &path);
	printf("journal %s\n", path.text);
	str_clear(&path);
	ledger_path(set, &path);
	printf("reminders %s\n", path.text);
	str_release(&path);
	return RC_OK;
}

int
main(int argc, char *argv[])
{
	struct settings set = {
	    .color = TERM_AUTO,
	    .when = {.per_week = SCHEDULE_PER_WEEK},
	    .leads = {.days = {0}, .count = 1},
	    .at_minute = 9 * 60,
	    .likelihood = JOURNAL_NONE,
	    .suds = JOURNAL_NONE,
	    .peak = JOURNAL_NONE,
	    .minutes = JOURNAL_NONE,
	    .repeat = JOURNAL_NONE,
	    .happened = JOURNAL_NONE,
	};
	const struct opt_verb *verb;
	char *const *operands;
	struct opt o;
	int n;

	msg_init(tool.name);
	opt_init(&o, &tool, argc, argv);
	options_read(&set, &o);
	if (set.paths)
		return msg_finish((enum rc)print_paths(&set));
	verb = opt_verb(&o, NULL);
	operands = opt_operands(&o, &n);
	return msg_finish((enum rc)verb->run(&set, n, operands));
}
