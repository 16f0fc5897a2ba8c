#include "library.h"

#include "base/mem.h"
#include "base/msg.h"
#include "base/xdg.h"
#include "concept/glossmake.h"
#include "concept/synonyms.h"
#include "data/data.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool
has_own_entries(void)
{
	struct str folder = STR_INIT;
	bool is_there = xdg_path(&folder, XDG_DATA, "concepts") == 0 &&
	    access(folder.text, F_OK) == 0;

	str_release(&folder);
	return is_there;
}

static int
read_entry(struct concept *c, const struct shelf_file *f, const char *name,
    struct diag *why)
{
	if (concept_parse(c, f->bytes, f->len, why) != 0)
		return -1;
	if (strcmp(c->id, name) != 0)
		return diag_set(why, meta_line(&c->meta, "id"),
		    "field 'id': '%s' in a file called '%s.txt'", c->id, name);
	return 0;
}

/* Takes the next entry of the shelf into the library and the image. */
static void
take_entry(struct library *lib, struct glossmake *m, const char *name)
{
	struct shelf_file *f = &lib->files[lib->nfiles];
	struct concept c;
	struct diag why;

	if (shelf_open(f, "concepts", name) != 0)
		return;
	if (read_entry(&c, f, name, &why) == 0) {
		glossmake_concept(m, &c, 0, (uint32_t)f->len);
		lib->nfiles++;
	} else {
		msg_diag(f->path.text, &why);
		lib->refused = true;
		shelf_release(f);
	}
	concept_release(&c);
}

static void
take_synonyms(struct glossmake *m)
{
	const struct data_file *f = data_find("synonyms.csv");
	struct diag why;

	if (f == NULL)
		msg_die(RC_SYSTEM, "built-in synonyms.csv: missing");
	if (synonyms_read(m, csvin_new_mem(f->bytes, f->len, 1), &why) != 0)
		msg_die_diag(RC_SYSTEM, "built-in synonyms.csv", &why);
}

static void
make_image(struct library *lib)
{
	struct glossmake *m = glossmake_new(NULL);
	struct shelf_names names;
	struct diag why;
	size_t len;
	FILE *out = open_memstream(&lib->image, &len);

	if (out == NULL)
		msg_die(RC_SYSTEM, "%s", strerror(errno));
	take_synonyms(m);
	shelf_names(&names, "concepts");
	lib->files = mem_zalloc(names.count, sizeof lib->files[0]);
	for (size_t i = 0; i < names.count; i++)
		take_entry(lib, m, names.names[i]);
	shelf_names_free(&names);
	glossmake_write(m, &(struct glossary_stamp){0}, out);
	glossmake_free(m);
	if (fclose(out) != 0)
		msg_die(RC_SYSTEM, "%s", strerror(errno));
	if (glossary_open(
		&lib->glossary, (unsigned char *)lib->image, len, &why) != 0)
		msg_die(RC_SYSTEM, "%s", why.text);
}

void
library_open(struct library *lib, const char *path)
{
	struct diag why;

	memset(lib, 0, sizeof *lib);
	if (path != NULL) {
		lib->named = true;
		own_open(&lib->own, path);
		lib->glossary = lib->own.glossary;
		lib->refused = lib->own.refused > 0;
	} else if (has_own_entries())
		make_image(lib);
	else if (glossary_open(&lib->glossary, data_glossary, data_glossary_len,
		     &why) != 0)
		msg_die(RC_SYSTEM, "built-in glossary: %s", why.text);
}

void
library_close(struct library *lib)
{
	for (size_t i = 0; i < lib->nfiles; i++)
		shelf_release(&lib->files[i]);
	free(lib->files);
	if (lib->named)
		own_close(&lib->own);
	free(lib->image);
}

/* The bytes of entry i. */
static const char *
bytes_of(const struct library *lib, size_t i, size_t *len)
{
	const struct data_file *file;
	struct str path = STR_INIT;

	if (lib->files != NULL) {
		*len = lib->files[i].len;
		return lib->files[i].bytes;
	}
	str_addf(
	    &path, "concepts/%s.txt", glossary_entry(&lib->glossary, i).id);
	if ((file = data_find(path.text)) == NULL)
		msg_die(RC_SYSTEM, "built-in %s: missing", path.text);
	str_release(&path);
	*len = file->len;
	return file->bytes;
}

void
library_path(const struct library *lib, size_t i, struct str *path)
{
	if (lib->named)
		str_adds(path, lib->own.path.text);
	else if (lib->files != NULL)
		str_adds(path, lib->files[i].path.text);
	else
		str_addf(path, "built-in concepts/%s.txt",
		    glossary_entry(&lib->glossary, i).id);
}

void
library_read(const struct library *lib, size_t i, struct concept *c)
{
	struct diag why;
	const char *bytes;
	size_t len;

	if (lib->named) {
		own_read(&lib->own, i, c);
		return;
	}
	bytes = bytes_of(lib, i, &len);
	if (concept_parse(c, bytes, len, &why) != 0)
		msg_die_diag(
		    RC_SYSTEM, glossary_entry(&lib->glossary, i).id, &why);
}

struct concept *
library_read_all(const struct library *lib, size_t more)
{
	size_t n = lib->glossary.entries;
	struct concept *all = mem_zalloc(n + more, sizeof all[0]);

	for (size_t i = 0; i < n; i++)
		library_read(lib, i, &all[i]);
	return all;
}
