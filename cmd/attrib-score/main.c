#include "options.h"
#include "score.h"

#include "base/msg.h"

int
main(int argc, char *argv[])
{
	struct settings set = {
	    .bootstrap = 1000,
	    .folds = 5,
	    .seed = 1,
	    .weights = "balanced",
	};
	const struct opt_verb *verb;
	char *const *operands;
	struct opt o;
	int n;

	msg_init(tool.name);
	opt_init(&o, &tool, argc, argv);
	options_read(&set, &o);
	verb = opt_verb(&o, NULL);
	operands = opt_operands(&o, &n);
	return msg_finish((enum rc)verb->run(&set, n, operands));
}
