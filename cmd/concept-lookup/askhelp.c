/*
 * Whether a name that is looked up speaks of a wish to die, or asks for help.
 */
#include "lookup.h"

#include "attrib/crisis.h"
#include "cli/helpline.h"
#include "concept/word.h"

#include <string.h>

static bool
is_filling(const char *word, size_t len)
{
	static const char *const filling[] = {
	    "i", "a", "please", "need", "want", "now", "some"};

	for (size_t i = 0; i < sizeof filling / sizeof filling[0]; i++)
		if (str_equal(word, len, filling[i]))
			return true;
	return false;
}

/* All that is said, but for what hides nothing. */
static bool
is_call(const char *key)
{
	static const char *const calls[] = {"help", "help me", "crisis",
	    "emergency", "someone to talk to", "somebody to talk to",
	    "to talk to someone", "to talk to somebody", "talk to someone",
	    "talk to somebody", "who can talk to", "cutting", "selfharm"};
	struct str left = STR_INIT;
	const char *word;
	bool is = false;
	size_t len;

	while (str_split(&key, ' ', &word, &len))
		if (!is_filling(word, len)) {
			str_adds(&left, left.len > 0 ? " " : "");
			str_add(&left, word, len);
		}
	for (size_t i = 0; i < sizeof calls / sizeof calls[0] && !is; i++)
		is = left.len > 0 && strcmp(left.text, calls[i]) == 0;
	str_release(&left);
	return is;
}

/* Words that are about such help wherever they stand. */
static bool
names_help(const char *key)
{
	static const char *const words[] = {" helpline", " help line",
	    " hotline", " lifeline", " samaritans ", " befrienders ",
	    " crisis line", " crisis text line ", " suicide ",
	    " emergency number"};
	struct str padded = STR_INIT;
	bool names = false;

	str_addf(&padded, " %s ", key);
	for (size_t i = 0; i < sizeof words / sizeof words[0] && !names; i++)
		names = strstr(padded.text, words[i]) != NULL;
	str_release(&padded);
	return names;
}

void
offer_help(const char *name)
{
	struct str key = STR_INIT;

	word_key(&key, name, strlen(name));
	if (key.len > 0 &&
	    (crisis_heard(name, strlen(name)) || is_call(key.text) ||
		names_help(key.text)))
		helpline_offer();
	str_release(&key);
}
