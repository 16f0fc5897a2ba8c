/*
 * usage - what --help and --version print.
 */
#ifndef CLI_USAGE_H
#define CLI_USAGE_H

#include "cli/opt.h"

/*
 * Prints the help of the tool, or of one of its verbs (NULL: the tool's), to
 * standard output and exits with RC_OK.
 *
 * The form is one that tests and completions can read: a row of "Verbs:" is
 * two blanks and the verb; a row of "Options:" is "  -x, --name=ARG" or
 * "      --name=ARG"; what wraps stands further to the right.
 */
_Noreturn void usage_help(
    const struct opt_tool *tool, const struct opt_verb *verb);

/* Prints name, version, copyright and licence, and exits with RC_OK. */
_Noreturn void usage_version(const struct opt_tool *tool);

#endif
