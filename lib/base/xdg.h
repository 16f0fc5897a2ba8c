/*
 * xdg - where a user's files stand (XDG Base Directory Specification 0.8).
 * The only place besides lib/cli that reads the environment.
 */
#ifndef BASE_XDG_H
#define BASE_XDG_H

#include "base/str.h"

enum xdg { XDG_DATA, XDG_STATE, XDG_CACHE };

/*
 * Appends "$XDG_DATA_HOME/reconnect/NAME" (or _STATE_, _CACHE_; with the
 * defaults below $HOME; relative values are ignored as the specification
 * demands, one of HOME too: it would be below wherever one works).  name may
 * be "".  Returns -1 where neither variable nor HOME is a full path; who wants
 * to read or keep a file there ends with RC_SYSTEM, and what may be done
 * without is done without.  Makes nothing.
 */
int xdg_path(struct str *out, enum xdg kind, const char *name);

#endif
