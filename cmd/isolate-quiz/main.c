/* isolate-quiz - questionnaires on isolation and loneliness: asked, scored,
 * and what many answers tell of them. */
#include "quiz.h"

#include "base/msg.h"
#include "base/str.h"
#include "base/xdg.h"

#include <math.h>
#include <stdio.h>

static enum rc
print_paths(void)
{
	struct str history = STR_INIT, sittings = STR_INIT;

	if (xdg_path(&history, XDG_DATA, "history/") != 0 ||
	    xdg_path(&sittings, XDG_STATE, "sitting/") != 0)
		msg_die(
		    RC_SYSTEM, "no place for answers: set HOME to a full path");
	printf("history %s\nsittings %s\n", history.text, sittings.text);
	str_release(&history);
	str_release(&sittings);
	return RC_OK;
}

int
main(int argc, char *argv[])
{
	struct settings set = {
	    .reliability = NAN,
	    .sd = NAN,
	    .jobs = 1,
	    .se = NAN,
	    .theta = NAN,
	};
	const struct opt_verb *verb;
	char *const *operands;
	struct opt o;
	int n;

	msg_init(tool.name);
	opt_init(&o, &tool, argc, argv);
	set.opt = &o;
	options_read(&set, &o);
	if (set.paths)
		return msg_finish(print_paths());
	verb = opt_verb(&o, NULL);
	operands = opt_operands(&o, &n);
	return msg_finish((enum rc)verb->run(&set, n, operands));
}
