/*
 * Whether concept files are sound, and all they name is there.
 */
#include "lookup.h"

#include "base/mem.h"
#include "base/msg.h"
#include "cli/io.h"
#include "concept/graph.h"
#include "data/data.h"
#include "quiz/instrument.h"

#include <stdlib.h>
#include <string.h>

enum { FILE_MAX = 1024 * 1024 };

struct checking {
	const struct library *lib;
	struct concept *concepts; /* those of the library, then the files' */
	const char **paths;       /* of the files; NULL: the library's own */
	size_t count;
	bool only_files; /* faults of other concepts are not asked for */
	bool malformed;
	size_t faults;
};

/* "INSTRUMENT/SCALE" or "INSTRUMENT".  Of an instrument that a packager left
 * out nothing can be told. */
static bool
has_measure(const char *measure)
{
	struct instrument in;
	struct str path = STR_INIT;
	size_t len = strcspn(measure, "/");
	const struct data_file *file;
	struct diag why;
	bool has;

	str_addf(&path, "instruments/%.*s.txt", (int)len, measure);
	file = data_find(path.text);
	str_release(&path);
	if (file == NULL)
		return true;
	has = instrument_read(&in, file->bytes, file->len, NULL, &why) == 0 &&
	    (measure[len] == '\0' ||
		instrument_scale(&in, measure + len + 1) >= 0);
	instrument_release(&in);
	return has;
}

static bool
has_family(const char *family)
{
	struct str path = STR_INIT;
	bool has;

	str_addf(&path, "goals/%s.txt", family);
	has = data_find(path.text) != NULL;
	str_release(&path);
	return has;
}

static bool
has(void *ctx, enum concept_list list, const char *text)
{
	(void)ctx;
	if (list == CONCEPT_MEASURES)
		return has_measure(text);
	if (list == CONCEPT_FAMILIES)
		return has_family(text);
	return bibliography_find(&bibliography_built_in, text) != NULL;
}

static void
tell(void *ctx, size_t at, const struct diag *why)
{
	struct checking *k = ctx;
	struct str path = STR_INIT;

	if (k->paths[at] != NULL)
		str_adds(&path, io_name(k->paths[at]));
	else if (!k->only_files)
		library_path(k->lib, at, &path);
	if (path.len > 0) {
		msg_diag(path.text, why);
		k->faults++;
	}
	str_release(&path);
}

/* Whether it is a file's, or an entry of the user's own. */
static bool
blamed(void *ctx, size_t at)
{
	const struct checking *k = ctx;

	if (k->paths[at] != NULL || k->only_files)
		return k->paths[at] != NULL;
	return k->lib->files != NULL && k->lib->files[at].text.len > 0;
}

/* Takes the file in the place of the entry it hides, or behind all. */
static void
take_file(struct checking *k, const char *path, struct str *text)
{
	struct glossary_key key;
	struct concept c;
	struct diag why;
	size_t at = k->count;

	str_init(text);
	io_read(path, FILE_MAX, text);
	if (concept_parse(&c, text->text, text->len, &why) != 0) {
		msg_diag(io_name(path), &why);
		k->malformed = true;
		concept_release(&c);
		return;
	}
	if (glossary_find(&k->lib->glossary, c.id, &key) &&
	    key.name == GLOSSARY_ID && k->paths[key.entry] == NULL) {
		at = key.entry;
		concept_release(&k->concepts[at]);
	} else
		k->count++;
	k->concepts[at] = c;
	k->paths[at] = path;
}

int
check_files(struct library *lib, char *const paths[], int n)
{
	static const struct graph_world world = {has, tell, blamed, NULL};
	size_t room = lib->glossary.entries + (size_t)n;
	struct checking k = {.lib = lib, .only_files = n > 0};
	struct graph_world here = world;
	struct str *texts = mem_alloc((size_t)n, sizeof texts[0]);
	struct graph g;

	here.ctx = &k;
	k.count = lib->glossary.entries;
	k.concepts = library_read_all(lib, (size_t)n);
	k.paths = mem_zalloc(room, sizeof k.paths[0]);
	for (int i = 0; i < n; i++)
		take_file(&k, paths[i], &texts[i]);
	graph_init(&g, k.concepts, k.count);
	graph_check(&g, &here);
	graph_release(&g);
	for (size_t i = 0; i < k.count; i++)
		concept_release(&k.concepts[i]);
	for (int i = 0; i < n; i++)
		str_release(&texts[i]);
	free(texts);
	free(k.paths);
	free(k.concepts);
	if (k.malformed)
		return RC_DATA;
	return k.faults > 0 ? RC_NO : RC_OK;
}
