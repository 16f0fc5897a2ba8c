#include "cli/carried.h"

#include "base/msg.h"
#include "cli/io.h"

const char *const carried_names[CARRIED] = {"sex", "age", "group"};

void
carried_meet(struct carried *c, const char *path, const struct table *t)
{
	for (int i = 0; i < CARRIED; i++) {
		bool has = table_find(t, carried_names[i]) != -1;

		if (!c->met)
			c->has[i] = has;
		else if (has && !c->has[i])
			msg_warn("%s: column '%s' is left out: the first file "
				 "has none",
			    io_name(path), carried_names[i]);
	}
	c->met = true;
}

void
carried_put(const struct carried *c, struct csvout *out,
    const char *const texts[CARRIED])
{
	for (int i = 0; i < CARRIED; i++)
		if (c->has[i])
			csvout_str(out, texts[i]);
}
