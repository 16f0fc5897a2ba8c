#include "cli/shelf.h"

#include "base/mem.h"
#include "base/msg.h"
#include "base/near.h"
#include "base/xdg.h"
#include "cli/io.h"
#include "data/data.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool
ends_with(const char *text, const char *end)
{
	size_t len = strlen(text), n = strlen(end);

	return len >= n && strcmp(text + len - n, end) == 0;
}

static void
take_file(struct shelf_file *f)
{
	io_read(f->path.text, SHELF_FILE_MAX, &f->text);
	f->bytes = f->text.text;
	f->len = f->text.len;
}

/* The user's own file of that name; false where there is none.  A link that
 * leads nowhere is there. */
static bool
open_own(struct shelf_file *f, const char *kind, const char *name)
{
	struct str below = STR_INIT;
	struct stat st;
	bool found = false;

	str_addf(&below, "%s/%s.txt", kind, name);
	if (xdg_path(&f->path, XDG_DATA, below.text) == 0)
		found = lstat(f->path.text, &st) == 0 || errno != ENOENT;
	str_release(&below);
	if (found)
		take_file(f);
	return found;
}

static bool
open_built_in(struct shelf_file *f, const char *kind, const char *name)
{
	const struct data_file *file;
	struct str below = STR_INIT;

	str_addf(&below, "%s/%s.txt", kind, name);
	if ((file = data_find(below.text)) != NULL) {
		str_clear(&f->path);
		str_addf(&f->path, "built-in %s", below.text);
		f->bytes = file->bytes;
		f->len = file->len;
	}
	str_release(&below);
	return file != NULL;
}

/* What names all of a kind, behind a name that is near none. */
static const char *
lister(const char *kind)
{
	if (strcmp(kind, "instruments") == 0)
		return "; 'isolate-quiz list' names all";
	if (strcmp(kind, "concepts") == 0)
		return "; 'concept-lookup --list' names all";
	return "";
}

static void
tell_missing(const char *kind, const char *name)
{
	struct shelf_names n;
	const char *best;

	shelf_names(&n, kind);
	best = near_best(name, (const char *const *)n.names, n.count);
	if (access(name, F_OK) == 0)
		msg_warn("%s: no '%s'; the file of that name is './%s'", kind,
		    name, name);
	else if (best != NULL)
		msg_warn("%s: no '%s'; did you mean '%s'?", kind, name, best);
	else
		msg_warn("%s: no '%s'%s", kind, name, lister(kind));
	shelf_names_free(&n);
}

bool
shelf_is_path(const char *name)
{
	return strchr(name, '/') != NULL || ends_with(name, ".txt") ||
	    ends_with(name, ".csv");
}

int
shelf_open(struct shelf_file *f, const char *kind, const char *name)
{
	memset(f, 0, sizeof *f);
	str_init(&f->path);
	str_init(&f->text);
	if (shelf_is_path(name)) {
		str_adds(&f->path, name);
		take_file(f);
		return 0;
	}
	if (open_own(f, kind, name) || open_built_in(f, kind, name))
		return 0;
	tell_missing(kind, name);
	shelf_release(f);
	return -1;
}

void
shelf_release(struct shelf_file *f)
{
	str_release(&f->path);
	str_release(&f->text);
	f->bytes = "";
	f->len = 0;
}

/* Adds the file's name, if it is one of a data file, without ".txt". */
static void
add_name(struct shelf_names *n, size_t *cap, const char *file)
{
	if (!ends_with(file, ".txt") || *file == '.' ||
	    strchr(file, '/') != NULL)
		return;
	n->names = mem_grow(n->names, cap, n->count + 1, sizeof n->names[0]);
	n->names[n->count++] = mem_strndup(file, strlen(file) - strlen(".txt"));
}

static void
add_own(struct shelf_names *n, size_t *cap, const char *kind)
{
	struct str folder = STR_INIT;
	const struct dirent *entry;
	DIR *dir = NULL;

	if (xdg_path(&folder, XDG_DATA, kind) == 0)
		dir = opendir(folder.text);
	if (dir == NULL && folder.len > 0 && errno != ENOENT)
		msg_die(RC_SYSTEM, "%s: %s", folder.text, strerror(errno));
	while (dir != NULL && (entry = readdir(dir)) != NULL)
		add_name(n, cap, entry->d_name);
	if (dir != NULL)
		closedir(dir);
	str_release(&folder);
}

bool
shelf_has_own(const char *kind)
{
	struct shelf_names n = {0};
	size_t cap = 0;
	bool found;

	add_own(&n, &cap, kind);
	found = n.count > 0;
	shelf_names_free(&n);
	return found;
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
drop_doubles(struct shelf_names *n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n->count; i++) {
		if (kept > 0 && strcmp(n->names[kept - 1], n->names[i]) == 0)
			free(n->names[i]);
		else
			n->names[kept++] = n->names[i];
	}
	n->count = kept;
}

void
shelf_names(struct shelf_names *n, const char *kind)
{
	size_t cap = 0, len = strlen(kind);

	n->names = NULL;
	n->count = 0;
	for (size_t i = 0; i < data_count; i++)
		if (strncmp(data_files[i].path, kind, len) == 0 &&
		    data_files[i].path[len] == '/')
			add_name(n, &cap, data_files[i].path + len + 1);
	add_own(n, &cap, kind);
	if (n->count > 0)
		qsort(n->names, n->count, sizeof n->names[0], compare);
	drop_doubles(n);
}

void
shelf_names_free(struct shelf_names *n)
{
	for (size_t i = 0; i < n->count; i++)
		free(n->names[i]);
	free(n->names);
	n->names = NULL;
	n->count = 0;
}
