/*
 * reconnect_lookup(3)
 */
#include "api/api.h"

#include "base/str.h"
#include "concept/search.h"
#include "data/data.h"

_Static_assert((int)RECONNECT_ID == (int)SEARCH_ID &&
	(int)RECONNECT_TITLE == (int)SEARCH_TITLE &&
	(int)RECONNECT_ALIAS == (int)SEARCH_ALIAS &&
	(int)RECONNECT_PREFIX == (int)SEARCH_PREFIX &&
	(int)RECONNECT_TYPO == (int)SEARCH_TYPO &&
	(int)RECONNECT_TEXT == (int)SEARCH_TEXT &&
	(int)RECONNECT_NONE == (int)SEARCH_NONE,
    "the public names stand for the same stages");

static struct reconnect_entry
entry(const struct glossary *g, size_t i)
{
	struct glossary_entry e = glossary_entry(g, i);
	const struct data_file *file;
	struct str path = STR_INIT;

	str_addf(&path, "concepts/%s.txt", e.id);
	file = data_find(path.text);
	str_release(&path);
	return (struct reconnect_entry){
	    .id = e.id,
	    .title = e.title,
	    .text = file != NULL ? file->bytes : "",
	    .len = file != NULL ? file->len : 0,
	};
}

enum reconnect_stage
reconnect_lookup(
    const char *query, struct reconnect_entry *out, size_t max, size_t *count)
{
	struct search_scope all = {.last = SEARCH_TEXT};
	struct search found;
	enum reconnect_stage stage;
	struct glossary g;
	struct diag err;

	*count = 0;
	if (glossary_open(&g, data_glossary, data_glossary_len, &err) != 0)
		return RECONNECT_NONE;
	search_run(&found, &g, &all, query);
	while (*count < found.count && *count < max) {
		out[*count] = entry(&g, found.hits[*count].entry);
		++*count;
	}
	stage = (enum reconnect_stage)found.stage;
	search_release(&found);
	return stage;
}
