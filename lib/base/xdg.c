#include "base/xdg.h"

#include <stdlib.h>

static const struct {
	const char *variable, *fallback;
} bases[] = {
    [XDG_DATA] = {"XDG_DATA_HOME", ".local/share"},
    [XDG_STATE] = {"XDG_STATE_HOME", ".local/state"},
    [XDG_CACHE] = {"XDG_CACHE_HOME", ".cache"},
};

int
xdg_path(struct str *out, enum xdg kind, const char *name)
{
	const char *base = getenv(bases[kind].variable);
	const char *home = getenv("HOME");

	if (base != NULL && base[0] == '/')
		str_adds(out, base);
	else if (home != NULL && home[0] == '/')
		str_addf(out, "%s/%s", home, bases[kind].fallback);
	else
		return -1;
	str_adds(out, "/reconnect");
	if (name[0] != '\0')
		str_addf(out, "/%s", name);
	return 0;
}
