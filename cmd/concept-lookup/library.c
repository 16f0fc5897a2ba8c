#include "library.h"

#include "base/mem.h"
#include "base/msg.h"
#include "base/xdg.h"
#include "concept/glossmake.h"
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
		glossmake_add(m, &c, 0, (uint32_t)f->len);
		lib->nfiles++;
	} else {
		msg_diag(f->path.text, &why);
		lib->refused = true;
		shelf_release(f);
	}
	concept_release(&c);
}

static void
make_image(struct library *lib)
{
	struct glossmake *m = glossmake_new();
	struct shelf_names names;
	struct diag why;
	size_t len;
	FILE *out = open_memstream(&lib->image, &len);

	if (out == NULL)
		msg_die(RC_SYSTEM, "%s", strerror(errno));
	shelf_names(&names, "concepts");
	lib->files = mem_zalloc(names.count, sizeof lib->files[0]);
	for (size_t i = 0; i < names.count; i++)
		take_entry(lib, m, names.names[i]);
	shelf_names_free(&names);
	glossmake_write(m, out);
	glossmake_free(m);
	if (fclose(out) != 0)
		msg_die(RC_SYSTEM, "%s", strerror(errno));
	if (glossary_open(
		&lib->glossary, (unsigned char *)lib->image, len, &why) != 0)
		msg_die(RC_SYSTEM, "%s", why.text);
}

void
library_open(struct library *lib)
{
	struct diag why;

	memset(lib, 0, sizeof *lib);
	if (has_own_entries())
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
	free(lib->image);
}

void
library_read(const struct library *lib, size_t i, struct concept *c)
{
	const char *id = glossary_entry(&lib->glossary, i).id;
	const struct data_file *file;
	struct str path = STR_INIT;
	struct diag why;
	const char *bytes;
	size_t len;

	str_addf(&path, "concepts/%s.txt", id);
	if (lib->files != NULL) {
		bytes = lib->files[i].bytes;
		len = lib->files[i].len;
	} else {
		if ((file = data_find(path.text)) == NULL)
			msg_die(RC_SYSTEM, "built-in %s: missing", path.text);
		bytes = file->bytes;
		len = file->len;
	}
	if (concept_parse(c, bytes, len, &why) != 0)
		msg_die_diag(RC_DATA, path.text, &why);
	str_release(&path);
}
