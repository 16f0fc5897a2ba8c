#include "api/api.h"

#include "base/mem.h"

#include <string.h>

_Static_assert(sizeof((struct reconnect_fault){0}.text) == DIAG_TEXT_MAX,
    "a fault's text must fit");

void
api_fault(struct reconnect_fault *fault, const struct diag *d)
{
	if (fault == NULL)
		return;
	fault->line = d->line;
	memcpy(fault->text, d->text, sizeof fault->text);
}

void
reconnect_on_exhaustion(reconnect_memory_hook *hook)
{
	mem_on_exhaustion(hook);
}

const char *
reconnect_version(void)
{
	return VERSION;
}
