#include "cli/usage.h"

#include "base/msg.h"
#include "base/str.h"
#include "cli/term.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* On a terminal narrower than NARROW what an option does stands below it. */
enum { HELP_COLUMN_MAX = 30, HELP_WIDTH = 79, NARROW = 60, BELOW = 8 };

static int
help_width(void)
{
	struct term t;

	term_init(&t, stdout, TERM_NEVER, true);
	return t.tty && t.width < HELP_WIDTH ? t.width : HELP_WIDTH;
}

/* A sentence, in lines. */
static void
print_text(const char *text)
{
	struct term t;

	term_init(&t, stdout, TERM_NEVER, true);
	t.width = help_width();
	term_wrap(&t, text, 0, 0);
}

static void
print_left(struct str *s, const struct opt_spec *spec)
{
	if (spec->code < OPT_LONG)
		str_addf(s, "  -%c, --%s", spec->code, spec->name);
	else
		str_addf(s, "      --%s", spec->name);
	if (spec->arg != NULL)
		str_addf(s, "=%s", spec->arg);
}

/* The left column, then help wrapped in a column of its own. */
static void
print_row(const char *left, const char *help, int column)
{
	int at = printf("%s", left), width = help_width();
	const char *part;
	size_t len;

	if (at > column - 2) {
		putchar('\n');
		at = 0;
	}
	at += printf("%*s", column - at, "");
	for (bool first = true; str_split(&help, ' ', &part, &len);
	     first = false) {
		if (!first && at + 1 + (int)len > width)
			at = printf("\n%*s", column, "") - 1;
		else if (!first)
			at += printf(" ");
		at += printf("%.*s", (int)len, part);
	}
	putchar('\n');
}

static int
widest(const struct opt_tool *tool, const struct opt_verb *verb)
{
	const struct opt_spec *spec;
	struct str left = STR_INIT;
	int column = 0;

	for (size_t i = 0; (spec = opt_row(tool, i)) != NULL; i++) {
		str_clear(&left);
		print_left(&left, spec);
		if ((int)left.len + 2 > column &&
		    left.len + 2 <= HELP_COLUMN_MAX && opt_takes(verb, spec))
			column = (int)left.len + 2;
	}
	str_release(&left);
	return help_width() < NARROW ? BELOW : column;
}

static void
print_options(const struct opt_tool *tool, const struct opt_verb *verb)
{
	int column = widest(tool, verb);
	const struct opt_spec *spec;
	struct str left = STR_INIT;

	printf("\nOptions:\n");
	for (size_t i = 0; (spec = opt_row(tool, i)) != NULL; i++) {
		if (!opt_takes(verb, spec))
			continue;
		str_clear(&left);
		print_left(&left, spec);
		print_row(left.text, spec->help, column);
	}
	str_release(&left);
}

static void
print_verbs(const struct opt_tool *tool)
{
	struct str left = STR_INIT;
	size_t width = 0;

	for (const struct opt_verb *v = tool->verbs; v->name != NULL; v++)
		if (strlen(v->name) > width)
			width = strlen(v->name);
	printf("\nVerbs:\n");
	for (const struct opt_verb *v = tool->verbs; v->name != NULL; v++) {
		str_clear(&left);
		str_addf(&left, "  %s", v->name);
		print_row(left.text, v->summary, (int)width + 4);
	}
	str_clear(&left);
	str_addf(&left,
	    "'%s VERB --help' tells the operands and options of "
	    "one.",
	    tool->name);
	putchar('\n');
	print_text(left.text);
	if (tool->otherwise != NULL)
		printf("Where no verb is named it is %s.\n", tool->otherwise);
	str_release(&left);
}

static void
print_usage(const struct opt_tool *tool, const struct opt_verb *verb)
{
	const char *name = "", *operands = tool->operands;

	if (verb != NULL) {
		name = verb->name;
		operands = verb->operands;
	} else if (tool->otherwise != NULL) {
		name = "[VERB]";
	} else if (tool->verbs != NULL) {
		name = "VERB";
		operands = "[OPERAND ...]";
	}
	printf(
	    "Usage: %s%s%s [OPTION ...]", tool->name, *name ? " " : "", name);
	if (operands != NULL && *operands != '\0')
		printf(" %s", operands);
	putchar('\n');
	print_text(verb != NULL ? verb->summary : tool->summary);
}

void
usage_help(const struct opt_tool *tool, const struct opt_verb *verb)
{
	print_usage(tool, verb);
	if (verb == NULL && tool->verbs != NULL)
		print_verbs(tool);
	print_options(tool, verb);
	if (verb == NULL) {
		putchar('\n');
		print_text("If things are dark right now, 'concept-lookup "
			   "help' says who to talk to.");
	}
	exit(msg_finish(RC_OK));
}

void
usage_version(const struct opt_tool *tool)
{
	printf("%s (reconnect) %s\n", tool->name, VERSION);
	printf("Copyright (c) 2026 the reconnect authors\n");
	printf("ISC licence: free to use, copy, change and pass on.\n");
	printf("There is no warranty, to the extent permitted by law.\n");
	exit(msg_finish(RC_OK));
}
