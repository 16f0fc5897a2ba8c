/*
 * opt - one option table per tool: it drives getopt_long, --help, --version
 * and "did you mean", and is what man pages and completions are checked
 * against (tests/docs reads --help).
 *
 * Options and operands mix; "--" ends the options.  A tool either has verbs
 * (the first operand names one) or none.
 */
#ifndef CLI_OPT_H
#define CLI_OPT_H

#include <stdbool.h>
#include <stddef.h>

enum {
	OPT_LONG = 256, /* codes of options without a letter begin here */
	OPT_QUIET = 'q',
	OPT_COLOR = OPT_LONG + 900, /* handled by the tool with term_init() */
	OPT_ASCII,
	OPT_NOW,
};

/* The rows every tool has; --help and --version are added by opt itself. */
/* clang-format off */
#define OPT_COMMON \
	{'q', "quiet", NULL, "leave out notes on standard error", NULL}, \
	{OPT_COLOR, "color", "WHEN", "colour: auto, always or never", NULL}, \
	{OPT_ASCII, "ascii", NULL, "draw with ASCII characters only", NULL}
/* clang-format on */

struct opt_spec {
	int code;          /* the letter, or OPT_LONG + n */
	const char *name;  /* the long name, without dashes */
	const char *arg;   /* what its value is called; NULL if it takes none */
	const char *help;  /* one line, lower case, no full stop */
	const char *verbs; /* the verbs that take it, blank between; NULL: all */
};

struct opt_verb {
	const char *name;
	const char *operands; /* "[FILE ...]", for the usage line */
	const char *summary;
	/* Does the work; settings is what main collected.  Returns an exit
	 * code (enum rc). */
	int (*run)(void *settings, int n, char *const operands[]);
};

struct opt_tool {
	const char *name;
	const char *operands; /* for a tool without verbs; else NULL */
	const char *summary;
	const struct opt_spec *opts;   /* ends with {0} */
	const struct opt_verb *verbs;  /* ends with {0}; NULL: no verbs */
};

/* Plain storage. */
struct opt {
	const struct opt_tool *tool;
	int argc;
	char **argv;
	const char *value;               /* of the current option, or NULL */
	const struct opt_spec *given[64]; /* options seen so far, in order */
	size_t ngiven;
};

void opt_init(struct opt *o, const struct opt_tool *tool, int argc, char **argv);

/*
 * The code of the next option, or -1 after the last.  --help and --version
 * print to standard output and exit with RC_OK; an unknown option, a missing
 * value and an option that the verb does not take print a message, a
 * suggestion and "Try 'TOOL --help'", and exit with RC_USAGE.
 */
int opt_next(struct opt *o);

/* After opt_next() returned -1: the operands (without the verb). */
char *const *opt_operands(const struct opt *o, int *n);

/* The verb; a missing or unknown one is a usage error, as above.  NULL if the
 * tool has none, or if its verb may be left out and is (fallback names the
 * verb to take then; NULL: it may not be left out). */
const struct opt_verb *opt_verb(const struct opt *o, const char *fallback);

/* The value of the current option as a number in min..max; anything else is a
 * usage error. */
long opt_long(const struct opt *o, long min, long max);
double opt_double(const struct opt *o, double min, double max);

/* The index of the current option's value among the words (end with NULL);
 * anything else is a usage error that names them. */
int opt_choice(const struct opt *o, const char *const *words);

/* Prints "tool: text" and the "Try ..." line, and exits with RC_USAGE. */
_Noreturn void opt_die(const struct opt_tool *tool, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

#endif
