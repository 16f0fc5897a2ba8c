#include "concept/search.h"

#include "base/mem.h"
#include "concept/spelling.h"
#include "concept/typo.h"
#include "concept/word.h"

#include <stdlib.h>
#include <string.h>

const char *const search_stage_words[] = {
    "id", "title", "alias", "prefix", "typo", "text", "none", NULL};

void
search_release(struct search *s)
{
	free(s->hits);
	str_release(&s->mended);
	*s = (struct search){.stage = SEARCH_NONE, .mended = STR_INIT};
}

void
search_add(struct search *s, const struct glossary *g, unsigned kinds,
    struct search_hit hit)
{
	if (kinds != 0 &&
	    (kinds & 1U << glossary_entry(g, hit.entry).kind) == 0)
		return;
	s->hits = mem_grow(s->hits, &s->cap, s->count + 1, sizeof s->hits[0]);
	s->hits[s->count++] = hit;
}

void
search_name(struct search *s, const struct glossary *g, unsigned kinds,
    const char *query, size_t len)
{
	for (size_t i = glossary_lower(g, query, len); i < g->keys; i++) {
		struct glossary_key key = glossary_key(g, i);

		if (strncmp(key.text, query, len) != 0 || key.text[len] != '\0')
			break;
		if (s->count == 0)
			s->stage = (enum search_stage)key.name;
		search_add(s, g, kinds, (struct search_hit){key.entry, 0});
	}
}

void
search_prefix(struct search *s, const struct glossary *g, unsigned kinds,
    const char *query, size_t len)
{
	size_t from = glossary_lower(g, query, len), had;

	for (enum glossary_name name = GLOSSARY_ID; name <= GLOSSARY_ALIAS;
	     name++)
		for (size_t i = from; i < g->keys; i++) {
			struct glossary_key key = glossary_key(g, i);

			if (strncmp(key.text, query, len) != 0)
				break;
			if (key.name != name)
				continue;
			had = s->count;
			search_add(
			    s, g, kinds, (struct search_hit){key.entry, 0});
			if (had == 0 && s->count > 0)
				s->weak = 2 * len < strlen(key.text);
		}
}

struct typos {
	struct search *search;
	const struct glossary *g;
	unsigned kinds;
	size_t nearest, len;
};

/* Only those at the least distance are kept. */
static void
found(void *ctx, size_t i, size_t distance)
{
	struct typos *t = ctx;

	if (distance > t->nearest)
		return;
	if (distance < t->nearest)
		t->search->count = 0;
	t->nearest = distance;
	t->search->weak = !spelling_is_slip(distance, t->len);
	search_add(t->search, t->g, t->kinds,
	    (struct search_hit){
		glossary_key(t->g, i).entry, -(double)distance});
}

void
search_typo(struct search *s, const struct glossary *g, unsigned kinds,
    const char *query, size_t len, size_t limit)
{
	struct typos t = {s, g, kinds, limit, len};

	typo_walk(g, &typo_keys, query, len, limit, found, &t);
}

struct placed {
	struct search_hit hit;
	size_t place;
};

static int
by_entry(const void *one, const void *other)
{
	const struct placed *x = one, *y = other;

	if (x->hit.entry != y->hit.entry)
		return x->hit.entry < y->hit.entry ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

static int
by_place(const void *one, const void *other)
{
	const struct placed *x = one, *y = other;

	return (x->place > y->place) - (x->place < y->place);
}

/* Keeps each entry once, at its first place. */
static void
settle(struct search *s)
{
	struct placed *all = mem_alloc(s->count, sizeof all[0]);
	size_t kept = 0;

	for (size_t i = 0; i < s->count; i++)
		all[i] = (struct placed){s->hits[i], i};
	if (s->count > 0)
		qsort(all, s->count, sizeof all[0], by_entry);
	for (size_t i = 0; i < s->count; i++)
		if (kept == 0 || all[kept - 1].hit.entry != all[i].hit.entry)
			all[kept++] = all[i];
	if (kept > 0)
		qsort(all, kept, sizeof all[0], by_place);
	for (size_t i = 0; i < kept; i++)
		s->hits[i] = all[i].hit;
	s->count = kept;
	free(all);
}

static void
by_names(struct search *s, const struct glossary *g,
    const struct search_scope *scope, const char *query)
{
	struct str key = STR_INIT;

	glossary_form_key(g->form, &key, query);
	if (key.len > 0)
		search_name(s, g, scope->kinds, key.text, key.len);
	if (s->count == 0 && key.len > 0 && scope->last >= SEARCH_PREFIX) {
		s->stage = SEARCH_PREFIX;
		search_prefix(s, g, scope->kinds, key.text, key.len);
	}
	if (s->count == 0 && scope->last >= SEARCH_TYPO) {
		s->stage = SEARCH_TYPO;
		search_typo(
		    s, g, scope->kinds, key.text, key.len, typo_limit(key.len));
	}
	str_release(&key);
}

/* Whether there is nothing yet but, maybe, names that are far off. */
static bool
is_open(const struct search *s)
{
	return s->count == 0 || (s->stage == SEARCH_TYPO && s->weak);
}

static void
forget(struct search *s)
{
	s->count = 0;
	s->weak = false;
}

/* "I have no friends" has a name in "no friends", behind words that tell
 * nothing; "don't" and the like do. */
static void
by_rest(struct search *s, const struct glossary *g,
    const struct search_scope *scope, const char *words)
{
	struct search_scope whole = {SEARCH_ALIAS, scope->kinds};
	const char *rest = words, *word;
	struct glossary_key key;
	size_t len;

	while (str_split(&rest, ' ', &word, &len) &&
	    word_is_common(word, len) &&
	    (len < 2 || strncmp(word + len - 2, "nt", 2) != 0)) {
		if (!glossary_find(g, rest, &key))
			continue;
		forget(s);
		by_names(s, g, &whole, rest);
		str_adds(&s->mended, rest);
		return;
	}
}

/* Mends single words where no name is but a slip away.  "crying" is none for
 * "coping" where entries speak of crying. */
static void
by_mended(struct search *s, const struct glossary *g,
    const struct search_scope *scope, const char *words)
{
	struct search_scope right = {SEARCH_PREFIX, scope->kinds};
	struct str mended = STR_INIT;
	enum spelling spelling = spelling_mend(&mended, g, words);

	if (spelling != SPELLING_UNKNOWN)
		forget(s);
	if (spelling == SPELLING_MENDED) {
		by_names(s, g, &right, mended.text);
		if (s->count == 0)
			by_rest(s, g, scope, mended.text);
		if (s->mended.len == 0)
			str_adds(&s->mended, mended.text);
	}
	str_release(&mended);
}

void
search_run(struct search *s, const struct glossary *g,
    const struct search_scope *scope, const char *query)
{
	struct str words = STR_INIT;
	const struct str *text;

	*s = (struct search){.stage = SEARCH_NONE, .mended = STR_INIT};
	word_key(&words, query, strlen(query));
	by_names(s, g, scope, query);
	if (scope->last >= SEARCH_TYPO && is_open(s))
		by_rest(s, g, scope, words.text);
	if (scope->last >= SEARCH_TYPO && is_open(s))
		by_mended(s, g, scope, words.text);
	if (s->count == 0 && scope->last >= SEARCH_TEXT) {
		text = s->mended.len > 0 ? &s->mended : &words;
		s->stage = SEARCH_TEXT;
		search_text(s, g, scope->kinds, text->text, text->len);
	}
	if (s->count == 0)
		s->stage = SEARCH_NONE;
	settle(s);
	str_release(&words);
}
