/* isolate-quiz - questionnaires on isolation and loneliness: asked, scored,
 * and what many answers tell of them. */
#include "quiz.h"

#include "base/msg.h"

#include <math.h>

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
	verb = opt_verb(&o, NULL);
	operands = opt_operands(&o, &n);
	return msg_finish((enum rc)verb->run(&set, n, operands));
}
