#include "concept/spelling.h"

#include "base/near.h"
#include "concept/word.h"

#include <string.h>

enum { SPARED = 5, RELIEVE_EACH = 1024 /* names looked at */ };

bool
spelling_is_slip(size_t distance, size_t len)
{
	return SPARED * distance <= len;
}

/* How many entries use the stem of a word. */
static size_t
users(const struct glossary *g, const char *word, size_t len)
{
	struct str stem = STR_INIT;
	size_t at, n = 0;

	word_stem(&stem, word, len);
	if (glossary_find_term(g, stem.text, &at))
		n = glossary_postings(g, at).left;
	str_release(&stem);
	return n;
}

static bool
has_synonym(const struct glossary *g, const char *word, size_t len)
{
	struct str stem = STR_INIT;
	size_t at;
	bool has;

	word_stem(&stem, word, len);
	at = glossary_synonym_lower(g, stem.text, stem.len);
	has = at < g->synonyms &&
	    strcmp(glossary_synonym(g, at).text, stem.text) == 0;
	str_release(&stem);
	return has;
}

static bool
is_known(const struct glossary *g, const char *word, size_t len)
{
	return word_is_common(word, len) || users(g, word, len) > 0 ||
	    has_synonym(g, word, len);
}

/* What a word is most likely meant to be, so far. */
struct guess {
	const char *text; /* NULL: no word is near */
	size_t len, distance, users;
};

static void
try_word(struct guess *best, const struct glossary *g, const char *query,
    size_t qlen, struct guess word)
{
	word.distance =
	    near_distance(query, qlen, word.text, word.len, best->distance);
	if (word.distance > best->distance)
		return;
	word.users = users(g, word.text, word.len);
	if (word.distance < best->distance || word.users > best->users)
		*best = word;
}

static struct guess
nearest(const struct glossary *g, const char *query, size_t qlen)
{
	struct guess best = {.distance = qlen / SPARED}, word = {0};

	for (size_t i = 0; best.distance > 0 && i < g->keys; i++) {
		const char *rest = glossary_key(g, i).text;

		if (i % RELIEVE_EACH == RELIEVE_EACH - 1 && g->relieve != NULL)
			g->relieve(g->relieve_ctx);
		while (str_split(&rest, ' ', &word.text, &word.len))
			try_word(&best, g, query, qlen, word);
	}
	return best;
}

enum spelling
spelling_mend(struct str *out, const struct glossary *g, const char *query)
{
	enum spelling result = SPELLING_KNOWN;
	const char *rest = query, *word;
	size_t len;

	while (str_split(&rest, ' ', &word, &len)) {
		struct guess best = {.text = word, .len = len};

		if (!is_known(g, word, len)) {
			best = nearest(g, word, len);
			if (best.text != NULL)
				result = SPELLING_MENDED;
			else if (result == SPELLING_KNOWN)
				result = SPELLING_UNKNOWN;
		}
		if (word != query)
			str_addc(out, ' ');
		if (best.text != NULL)
			str_add(out, best.text, best.len);
		else
			str_add(out, word, len);
	}
	return result;
}
