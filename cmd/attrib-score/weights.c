/* How much an error on a row counts, by its label: --weights. */
#include "weights.h"

#include "options.h"

#include "base/mem.h"
#include "base/msg.h"
#include "base/num.h"
#include "base/str.h"

#include <string.h>

unsigned long *
weights_counts(const struct labelled *l)
{
	unsigned long *n = mem_zalloc(l->names.count, sizeof *n);

	for (size_t i = 0; i < l->ngiven; i++)
		n[l->given[i]]++;
	return n;
}

double
weights_of(const char *list, const struct labelled *l, uint32_t label,
    const unsigned long *counts)
{
	const char *name = names_text(&l->names, label), *part, *equals;
	double weight;
	size_t len;

	if (strcmp(list, "none") == 0)
		return 1;
	if (strcmp(list, "balanced") == 0)
		return (double)l->count /
		    ((double)l->names.count * (double)counts[label]);
	while (str_split(&list, ';', &part, &len)) {
		equals = memrchr(part, '=', len);
		if (!str_equal(part, (size_t)(equals - part), name))
			continue;
		if (num_double(equals + 1, len - (size_t)(equals + 1 - part),
			1e-6, 1e6, &weight) == NULL)
			return weight;
	}
	return 1;
}

void
weights_check(const char *list, const struct labelled *l)
{
	const char *part, *equals;
	double weight;
	size_t len;

	if (strcmp(list, "none") == 0 || strcmp(list, "balanced") == 0)
		return;
	while (str_split(&list, ';', &part, &len)) {
		equals = memrchr(part, '=', len);
		if (equals == NULL ||
		    num_double(equals + 1, len - (size_t)(equals + 1 - part),
			1e-6, 1e6, &weight) != NULL)
			opt_die(&tool,
			    "option '--weights': balanced, none or LABEL=W, "
			    "not '%.*s'",
			    (int)len, part);
		if (names_find(&l->names, part, (size_t)(equals - part)) ==
		    NAMES_NONE)
			msg_die(RC_NO, "no row has the label '%.*s'",
			    (int)(equals - part), part);
	}
}
