/* isolate-quiz list: the instruments there are. */
#include "quiz.h"

#include "base/utf8.h"
#include "cli/shelf.h"

#include <stdio.h>
#include <string.h>

static void
list_csv(struct csvout *out, const struct instrument *in)
{
	csvout_str(out, in->id);
	csvout_str(out, in->title);
	csvout_long(out, (long)in->nitems);
	csvout_long(out, (long)in->nscales);
	csvout_str(out, in->key_only ? "no" : "yes");
	csvout_str(out, in->timeframe);
	csvout_str(out, in->status);
	csvout_str(out, in->licence);
	csvout_end(out);
}

static void
list_long(const struct term *term, const struct instrument *in)
{
	printf("%-36s %3zu  ", in->id, in->nitems);
	term_text(term, in->title, strlen(in->title));
	fputs("; ", stdout);
	term_text(term, in->licence, strlen(in->licence));
	if (in->key_only)
		fputs("; key only", stdout);
	putchar('\n');
}

static void
list_one(const struct settings *set, const struct term *term,
    struct csvout *out, const char *name)
{
	struct instrument *in;

	if (!set->long_form && !set->csv) {
		puts(name);
		return;
	}
	in = library_open(set, name);
	if (in == NULL)
		return;
	if (set->csv)
		list_csv(out, in);
	else
		list_long(term, in);
	library_free(in);
}

int
list_run(void *settings, int n, char *const operands[])
{
	static const char *const columns[] = {"instrument", "title", "items",
	    "scales", "text", "timeframe", "status", "licence", NULL};
	const struct settings *set = settings;
	struct shelf_names names;
	struct csvout out;
	struct term term;

	if (n > 0)
		opt_die(&tool, "list takes no operand: '%s'", operands[0]);
	term_init(&term, stdout, set->color, set->ascii);
	csvout_init(&out, stdout);
	if (set->csv)
		csvout_header(&out, columns);
	shelf_names(&names, "instruments");
	for (size_t i = 0; i < names.count; i++)
		list_one(set, &term, &out, names.names[i]);
	shelf_names_free(&names);
	csvout_release(&out);
	return 0;
}
