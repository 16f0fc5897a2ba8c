#include "own.h"

#include "base/hash.h"
#include "base/msg.h"
#include "cache.h"
#include "cli/io.h"
#include "ownmake.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CACHE_FROM = 256 * 1024 }; /* bytes of a source worth an index kept */

static bool
ends_with(const char *text, const char *end)
{
	size_t len = strlen(text), n = strlen(end);

	return len >= n && strcmp(text + len - n, end) == 0;
}

static void
stat_file(const char *path, struct stat *st)
{
	if (stat(path, st) != 0)
		msg_die(RC_SYSTEM, "%s: %s", path, strerror(errno));
	if (S_ISDIR(st->st_mode))
		msg_die(RC_SYSTEM, "%s: %s", path, strerror(EISDIR));
}

static void
map_file(const char *path, struct mapping *m)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		msg_die(RC_SYSTEM, "%s: %s", path, strerror(errno));
	stat_file(path, &st);
	if (!mapping_of(m, fd))
		msg_die(RC_SYSTEM, "%s: %s", path, strerror(errno));
	close(fd);
}

/* The two files of a database, from the name of either. */
static void
name_files(struct own *s, const char *path)
{
	size_t len = strlen(path);

	if (ends_with(path, ".index"))
		len -= strlen(".index");
	else if (ends_with(path, ".dict"))
		len -= strlen(".dict");
	else
		len -= strlen(".dict.dz");
	str_add(&s->path, path, len);
	str_adds(&s->path, ".index");
	str_add(&s->dict, path, len);
	str_adds(&s->dict, ".dict.dz");
	s->zipped = access(s->dict.text, F_OK) == 0;
	if (!s->zipped) {
		str_clear(&s->dict);
		str_add(&s->dict, path, len);
		str_adds(&s->dict, ".dict");
	}
}

static void
name_source(struct own *s, const char *path)
{
	str_init(&s->path);
	str_init(&s->dict);
	if (ends_with(path, ".index") || ends_with(path, ".dict") ||
	    ends_with(path, ".dict.dz")) {
		s->kind = OWN_DICT;
		name_files(s, path);
		return;
	}
	str_adds(&s->path, path);
	s->kind = ends_with(path, ".csv") ? OWN_TABLE : OWN_TEXT;
}

static uint64_t
hash_time(uint64_t hash, struct timespec t)
{
	hash = hash_add(hash, (const char *)&t.tv_sec, sizeof t.tv_sec);
	return hash_add(hash, (const char *)&t.tv_nsec, sizeof t.tv_nsec);
}

/* A copy that keeps its time, and a file moved to the place of another, are
 * known by the time of the last change to the inode. */
static void
stamp_add(struct glossary_stamp *stamp, const char *path)
{
	struct stat st;

	stat_file(path, &st);
	stamp->size += (uint64_t)st.st_size;
	stamp->mark = hash_time(stamp->mark, st.st_mtim);
	stamp->mark = hash_time(stamp->mark, st.st_ctim);
}

static struct glossary_stamp
stamp_of(const struct own *s)
{
	struct glossary_stamp stamp = {.mark = HASH_INIT};

	stamp_add(&stamp, s->path.text);
	if (s->kind == OWN_DICT)
		stamp_add(&stamp, s->dict.text);
	return stamp;
}

static void
make_in_memory(struct own *s, const struct glossary_stamp *stamp)
{
	FILE *out = open_memstream(&s->memory, &s->image.len);

	if (out == NULL)
		msg_die(RC_SYSTEM, "%s", strerror(errno));
	own_make(s, stamp, NULL, out);
	if (fclose(out) != 0)
		msg_die(RC_SYSTEM, "%s", strerror(errno));
	s->image.bytes = (const unsigned char *)s->memory;
}

static void
make_in_cache(struct own *s, const struct glossary_stamp *stamp)
{
	struct cache cache;
	FILE *out = cache_begin(&cache, s->path.text);

	own_make(s, stamp, tmpfile, out);
	cache_end(&cache, &s->image);
}

static bool
is_of(const struct glossary *g, const struct glossary_stamp *stamp)
{
	return g->stamp.size == stamp->size && g->stamp.mark == stamp->mark;
}

/* An image that was kept, if it is of this very source. */
static bool
is_kept(struct own *s, const struct glossary_stamp *stamp)
{
	struct glossary *g = &s->glossary;
	struct diag why;

	if (!cache_find(s->path.text, &s->image))
		return false;
	if (glossary_open(g, s->image.bytes, s->image.len, &why) != 0 ||
	    !is_of(g, stamp)) {
		mapping_drop(&s->image);
		return false;
	}
	s->refused = g->stamp.refused;
	if (s->refused > 0)
		msg_warn("%s: %llu row%s refused (touch it to be told which)",
		    s->path.text, (unsigned long long)s->refused,
		    s->refused == 1 ? "" : "s");
	return true;
}

/* A typo in a million entries walks over all their names, which would else all
 * stay in memory. */
static void
relieve(struct own *s)
{
	if (s->memory == NULL) {
		s->glossary.relieve = mapping_relieve;
		s->glossary.relieve_ctx = &s->image;
	}
}

void
own_open(struct own *s, const char *path)
{
	struct glossary_stamp stamp;
	struct diag why;

	memset(s, 0, sizeof *s);
	name_source(s, path);
	stamp = stamp_of(s);
	if (s->kind == OWN_DICT) {
		map_file(s->dict.text, &s->texts);
		if (s->zipped &&
		    dictzip_open(&s->zip, s->texts.bytes, s->texts.len, &why) !=
			0)
			msg_die_diag(RC_DATA, s->dict.text, &why);
	}
	if (stamp.size >= CACHE_FROM) {
		if (is_kept(s, &stamp)) {
			relieve(s);
			return;
		}
		make_in_cache(s, &stamp);
	} else
		make_in_memory(s, &stamp);
	if (glossary_open(&s->glossary, s->image.bytes, s->image.len, &why) !=
	    0)
		msg_die_diag(RC_SYSTEM, s->path.text, &why);
	if (s->glossary.entries == 0)
		msg_die(RC_DATA, "%s: no entries", s->path.text);
	relieve(s);
}

void
own_close(struct own *s)
{
	if (s->memory == NULL)
		mapping_drop(&s->image);
	free(s->memory);
	mapping_drop(&s->texts);
	str_release(&s->path);
	str_release(&s->dict);
}

void
own_read(const struct own *s, size_t i, struct concept *c)
{
	struct glossary_entry e = glossary_entry(&s->glossary, i);
	struct str text = STR_INIT;
	struct diag why;

	if (s->kind == OWN_TEXT) {
		const char *fields = glossary_text(&s->glossary, e.at, e.len);

		if (concept_parse(c, fields, e.len, &why) != 0)
			msg_die_diag(RC_DATA, s->path.text, &why);
	} else if (s->kind == OWN_DICT) {
		if (own_text(s, e.at, e.len, &text, &why) != 0)
			msg_die_diag(RC_DATA, s->dict.text, &why);
		concept_plain(c, e.title, text.text, text.len);
	} else if (own_unpack(&s->glossary, &e, c, &why) != 0)
		msg_die_diag(RC_DATA, s->path.text, &why);
	str_release(&text);
}
