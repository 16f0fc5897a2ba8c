/*
 * opt - one option table per tool: it drives getopt_long, --help, --version
 * and "did you mean", and is what man pages and completions are checked
 * against (tests/docs reads --help).
 *
 * Options and operands mix; "--" ends the options.  A tool either has verbs
 * (the first operand names one) or none.  With a verb for otherwise, a first
 * operand that names none is an operand of that verb.
 */
#ifndef CLI_OPT_H
#define CLI_OPT_H

#include <getopt.h>
#include <stdbool.h>
#include <stddef.h>

enum {
	OPT_MAX = 96, /* options of one tool, with --help and --version */

	OPT_LONG = 256, /* codes of options without a letter begin here */
	OPT_QUIET = 'q',
	OPT_COLOR = OPT_LONG + 900, /* handled by the tool with term_init() */
	OPT_ASCII,
	OPT_NOW,
	OPT_SAFE, /* handled by opt_next() */
};

/* The rows every tool has; -h, --help and -V, --version are added by opt
 * itself. */
/* clang-format off */
#define OPT_COMMON \
	{'q', "quiet", NULL, "leave out notes on standard error", NULL}, \
	{OPT_COLOR, "color", "WHEN", "colour: auto, always or never", NULL}, \
	{OPT_ASCII, "ascii", NULL, "draw with ASCII characters only", NULL}, \
	{OPT_SAFE, "spreadsheet-safe", NULL, \
	    "write CSV in which no cell is a formula", NULL}
/* clang-format on */

struct opt_spec {
	int code;         /* the letter, or OPT_LONG + n */
	const char *name; /* the long name, without dashes */
	const char *arg;  /* what its value is called; NULL if it takes none */
	const char *help; /* one line, lower case, no full stop */
	const char
	    *verbs; /* the verbs that take it, blank between; NULL: all */
};

/* Two options, by their codes. */
struct opt_pair {
	int code, other;
	const char *verbs; /* as in struct opt_spec */
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
	const struct opt_spec *opts;  /* ends with {0} */
	const struct opt_verb *verbs; /* ends with {0}; NULL: no verbs */
	const char *otherwise; /* the verb where none is named; or NULL */
	/* Each ends with {0}; NULL: none. */
	const struct opt_pair *apart; /* do not go together */
	const struct opt_pair *needs; /* code needs the other one */
};

/* Plain storage. */
struct opt {
	const struct opt_tool *tool;
	int argc;
	char **argv;
	const struct opt_spec *spec; /* the current option */
	const char *value;           /* its value, or NULL */

	/* the rest is opt's own */
	const struct opt_spec *given[OPT_MAX]; /* each option once, in order */
	size_t ngiven;
	struct option longs[OPT_MAX + 1];
	char letters[3 * OPT_MAX];
};

/* One command line at a time, as getopt_long() has it; o must stay until
 * opt_next() has returned -1.  From here on messages keep to the width of a
 * terminal. */
void opt_init(
    struct opt *o, const struct opt_tool *tool, int argc, char **argv);

/*
 * The code of the next option, or -1 after the last.  --help (of the verb,
 * where one is named) and --version print to standard output and exit with
 * RC_OK; an unknown or shortened option, a missing value and, after the last
 * option, one that the verb does not take, two that do not go together and one
 * that lacks what it needs print a message, a suggestion and where help is
 * ("Try 'TOOL VERB --help'"), and exit with RC_USAGE.
 */
int opt_next(struct opt *o);

/* After opt_next() returned -1: whether the option of that code was given. */
bool opt_given(const struct opt *o, int code);

/* After opt_next() returned -1: the operands (without the verb). */
char *const *opt_operands(const struct opt *o, int *n);

/* The verb; a missing or unknown one is a usage error, as above.  fallback
 * names the verb to take where there is no operand (NULL: there must be one).
 * NULL if the tool has no verbs. */
const struct opt_verb *opt_verb(const struct opt *o, const char *fallback);

/* The value of the current option as a number in min..max; anything else is a
 * usage error. */
long opt_long(const struct opt *o, long min, long max);
double opt_double(const struct opt *o, double min, double max);

/* The index of the current option's value among the words (end with NULL);
 * anything else is a usage error that names them. */
int opt_choice(const struct opt *o, const char *const *words);

/* Row i of the tool's options, those that opt adds last; NULL past the end. */
const struct opt_spec *opt_row(const struct opt_tool *tool, size_t i);

/* Whether the verb (NULL: any) takes the option. */
bool opt_takes(const struct opt_verb *verb, const struct opt_spec *spec);

/* Prints "tool: text" and the "Try ..." line, and exits with RC_USAGE.  The
 * line has the verb that is named, whose help tells what it takes. */
_Noreturn void opt_die(const struct opt_tool *tool, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* The same with what is wrong with the value of the current option. */
_Noreturn void opt_refuse(const struct opt *o, const char *what);

#endif
