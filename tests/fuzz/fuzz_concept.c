/*
 * fuzz_concept - any bytes as a concept, a table of works or of synonyms: they
 * are read or refused with a reason; a concept that is read is found by its id,
 * and its page of the manual has no request that it did not write itself.
 */
#include "base/str.h"
#include "concept/concept.h"
#include "concept/glossmake.h"
#include "concept/page.h"
#include "concept/search.h"
#include "concept/synonyms.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static void
check(bool holds)
{
	if (!holds)
		abort();
}

static void
find(struct glossmake *m, const char *name)
{
	static const struct search_scope all = {SEARCH_TEXT, 0};
	struct glossary g;
	struct glossary_key key;
	struct search s;
	struct diag err;
	char *image = NULL;
	size_t len;
	FILE *out = open_memstream(&image, &len);

	check(out != NULL);
	check(glossmake_write(m, &(struct glossary_stamp){0}, out) == 0);
	fclose(out);
	check(glossary_open(&g, (unsigned char *)image, len, &err) == 0);
	if (name != NULL) {
		check(glossary_find(&g, name, &key));
		check(strcmp(glossary_entry(&g, key.entry).id, name) == 0);
		search_run(&s, &g, &all, name);
		check(s.count > 0);
		search_release(&s);
	}
	free(image);
}

/* Each line that begins with a mark has a macro of mdoc(7), and every backslash
 * begins what was put there to be printed. */
static void
check_page(const char *page)
{
	static const char *const macros[] = {"Dd ", "Dt ", "Os ", "Sh ", "Nm ",
	    "Nd ", "Sy ", "Pq ", "Pp\n", "Em ", "Bl ", "It\n", "El\n", "Xr ",
	    "Lk "};
	bool known;

	for (const char *at = page; *at != '\0'; at++) {
		if (*at == '\\') {
			check(at[1] != '\0' && strchr("&e(", at[1]) != NULL);
			continue;
		}
		if (at > page && at[-1] != '\n')
			continue;
		check(*at != '\'');
		if (*at != '.')
			continue;
		known = false;
		for (size_t i = 0; i < sizeof macros / sizeof macros[0]; i++)
			known |=
			    strncmp(at + 1, macros[i], strlen(macros[i])) == 0;
		check(known);
	}
}

static void
try_concept(const char *text, size_t len)
{
	struct concept c;
	struct str page = STR_INIT;
	struct diag err = {0};
	struct glossmake *m;

	if (concept_parse(&c, text, len, &err) == 0) {
		check(concept_id_valid(c.id, strlen(c.id)));
		m = glossmake_new(NULL);
		glossmake_concept(m, &c, 0, (uint32_t)len);
		find(m, c.id);
		glossmake_free(m);
		page_write(&page, &c, &bibliography_built_in, "May 1, 2026");
		check(strlen(page.text) == page.len);
		check_page(page.text);
		str_release(&page);
	} else {
		check(err.text[0] != '\0');
	}
	concept_release(&c);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	const char *text = (const char *)data;
	struct glossmake *m = glossmake_new(NULL);
	struct bibliography b;
	struct diag err = {0};

	try_concept(text, len);
	if (synonyms_read(m, csvin_new_mem(text, len, 1), &err) == 0)
		find(m, NULL);
	else
		check(err.text[0] != '\0');
	glossmake_free(m);
	err.text[0] = '\0';
	if (bibliography_read(&b, csvin_new_mem(text, len, 1), &err) == 0) {
		for (size_t i = 0; i < b.count; i++)
			check(bibliography_find(&b, b.items[i].key) ==
			    &b.items[i]);
	} else {
		check(err.text[0] != '\0');
	}
	bibliography_release(&b);
	return 0;
}
