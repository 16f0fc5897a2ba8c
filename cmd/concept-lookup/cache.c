#include "cache.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/msg.h"
#include "base/xdg.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

bool
mapping_of(struct mapping *m, int fd)
{
	struct stat st;
	void *bytes;

	*m = (struct mapping){(const unsigned char *)"", 0};
	if (fstat(fd, &st) != 0)
		return false;
	if (st.st_size == 0)
		return true;
	bytes = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (bytes == MAP_FAILED)
		return false;
	*m = (struct mapping){bytes, (size_t)st.st_size};
	return true;
}

void
mapping_drop(struct mapping *m)
{
	if (m->len > 0)
		munmap((void *)(uintptr_t)m->bytes, m->len);
	*m = (struct mapping){0};
}

void
mapping_relieve(void *mapping)
{
	struct mapping *m = mapping;

	if (m->len > 0)
		madvise((void *)(uintptr_t)m->bytes, m->len, MADV_DONTNEED);
}

/* Sources are told apart by a hash of their full path. */
static bool
name_image(struct str *path, const char *source)
{
	char *full = realpath(source, NULL), name[64];
	uint64_t hash;

	if (full == NULL)
		return false;
	hash = hash_add(HASH_INIT, full, strlen(full));
	free(full);
	snprintf(name, sizeof name, "glossary/%016" PRIx64, hash);
	return xdg_path(path, XDG_CACHE, name) == 0;
}

bool
cache_find(const char *source, struct mapping *image)
{
	struct str path = STR_INIT;
	bool found = false;
	int fd;

	if (name_image(&path, source) &&
	    (fd = open(path.text, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)) >= 0) {
		found = mapping_of(image, fd);
		close(fd);
	}
	str_release(&path);
	return found;
}

/* A file without a name, so that nothing is left behind by a builder that
 * ends half-way; NULL where the folder, or its file system, has no room for
 * one. */
static FILE *
open_part(struct cache *c, const char *source)
{
	struct str folder = STR_INIT;
	FILE *out = NULL;
	int fd;

	if (!name_image(&c->path, source) ||
	    xdg_path(&folder, XDG_CACHE, "glossary") != 0)
		return NULL;
	if (file_mkdirs(folder.text) == 0) {
		fd = open(folder.text, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
		if (fd >= 0 && (out = fdopen(fd, "w+b")) == NULL)
			close(fd);
	}
	str_release(&folder);
	return out;
}

FILE *
cache_begin(struct cache *c, const char *source)
{
	*c = (struct cache){NULL, STR_INIT, true};
	if ((c->out = open_part(c, source)) != NULL)
		return c->out;
	c->keep = false;
	if ((c->out = tmpfile()) == NULL)
		msg_die(RC_SYSTEM, "no room for an index: %s", strerror(errno));
	return c->out;
}

/* Gives the file a name of this process's own, and then the place of any
 * other.  What fails here only costs the next run its time. */
static void
keep(const struct cache *c)
{
	struct str part = STR_INIT, from = STR_INIT;

	str_addf(&from, "/proc/self/fd/%d", fileno(c->out));
	str_addf(&part, "%s.%ld", c->path.text, (long)getpid());
	unlink(part.text);
	if (fsync(fileno(c->out)) == 0 &&
	    linkat(AT_FDCWD, from.text, AT_FDCWD, part.text,
		AT_SYMLINK_FOLLOW) == 0 &&
	    rename(part.text, c->path.text) != 0)
		unlink(part.text);
	str_release(&part);
	str_release(&from);
}

void
cache_end(struct cache *c, struct mapping *image)
{
	if (fflush(c->out) != 0 || ferror(c->out) != 0 ||
	    !mapping_of(image, fileno(c->out)))
		msg_die(RC_SYSTEM, "writing an index: %s", strerror(errno));
	if (c->keep)
		keep(c);
	fclose(c->out);
	str_release(&c->path);
}
