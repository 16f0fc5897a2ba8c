/*
 * helper - programs under libexec that do what is too heavy to be linked into a
 * tool that a prompt or a pipe waits for.
 */
#ifndef CLI_HELPER_H
#define CLI_HELPER_H

#include <stddef.h>

/*
 * Runs the helper of that name with (data, len) as its standard input and the
 * tool's own output and messages, and waits for it; it is killed where the tool
 * is.  It is looked for in "libexec" beside the running tool (a fresh build),
 * in "../libexec/reconnect" from there (installed, wherever that was moved to),
 * then in LIBEXECDIR.  A helper that is not there ends the process with
 * RC_SYSTEM, one that fails with its own exit code.
 */
void helper_run(const char *name, const char *data, size_t len);

#endif
