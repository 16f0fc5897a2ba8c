#include "attrib/apostrophe.h"

#include "attrib/kind.h"
#include "base/str.h"

#include <stdbool.h>
#include <string.h>

/* Whether what begins here has lost its beginning ("'cause", "'90s"): no quote
 * begins so. */
static bool
is_clipped(const char *text, size_t len)
{
	static const char *const rests[] = {"cause", "cos", "coz", "cuz", "til",
	    "till", "em", "bout", "round", "n", "tis", "twas", "s", "d", "m",
	    "t", "ll", "re", "ve"};
	char first = (char)(*text | 0x20); /* in lower case */
	size_t end = 1, i;

	if (*text >= '0' && *text <= '9')
		return true;
	while (end < len && kinds[(unsigned char)text[end]] == LETTER)
		end++;
	for (i = 0; i < sizeof(rests) / sizeof(*rests); i++)
		if (first == *rests[i] &&
		    str_equal(text + 1, end - 1, rests[i] + 1))
			return true;
	return false;
}

/* Whether a word ends here that may own what is named behind the apostrophe;
 * with an s behind one of these letters none is of many ("this, useless"). */
static bool
is_owner(const char *text, size_t len, size_t end, size_t behind)
{
	size_t used;

	return end > 1 && text[end - 1] == 's' &&
	    strchr("aius", text[end - 2]) == NULL && text[behind] == ' ' &&
	    kind_at(text, len, behind + 1, &used) == LETTER;
}

enum apostrophe
apostrophe_at(const char *text, size_t len, size_t at)
{
	size_t used, behind, more;

	kind_at(text, len, at, &used);
	behind = at + used;
	if (kind_at(text, len, behind, &more) == LETTER)
		return is_clipped(text + behind, len - behind)
		    ? APOSTROPHE_ALONE
		    : APOSTROPHE_OPENS;
	if (at == 0 || text[at - 1] == ' ' || is_owner(text, len, at, behind))
		return APOSTROPHE_ALONE;
	return APOSTROPHE_CLOSES;
}
