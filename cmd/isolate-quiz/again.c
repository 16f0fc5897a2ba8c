#include "again.h"

#include "base/file.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/xdg.h"
#include "cli/io.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	LINE_BITS = 40,  /* a place is the number of the file and the line */
	FAR_SHOWN = 100, /* the others are counted */
};

/* A file that has no name: only hashes stand in it, and nothing of it stays. */
static FILE *
scratch(void)
{
	struct str path = STR_INIT;
	FILE *fp = NULL;
	int fd = -1;

	errno = ENOENT;
	if (xdg_path(&path, XDG_CACHE, "") == 0 &&
	    file_mkdirs(path.text) == 0) {
		str_adds(&path, "/sittings-XXXXXX");
		fd = mkstemp(path.text);
	}
	if (fd != -1) {
		unlink(path.text);
		fp = fdopen(fd, "w+");
	}
	str_release(&path);
	return fp;
}

void
again_begin_file(struct again *a, const char *path)
{
	a->repeats.scratch = scratch;
	a->paths = mem_realloc(a->paths, a->npaths + 1, sizeof(*a->paths));
	a->paths[a->npaths++] = path;
}

static unsigned long
line_of(uint64_t place)
{
	return place & (((uint64_t)1 << LINE_BITS) - 1);
}

/* Says where it stood: with the file, where that is another one. */
static void
say_where(const struct again *a, uint64_t file, uint64_t first,
    const char *what, struct diag *why)
{
	uint64_t before = first >> LINE_BITS;

	if (before == file)
		diag_set(
		    why, why->line, "%s, as on line %lu", what, line_of(first));
	else
		diag_set(why, why->line, "%s, as in %s:%lu", what,
		    io_name(a->paths[before]), line_of(first));
}

bool
again_seen(struct again *a, const char *who, const char *when,
    const char *instrument, unsigned long line, struct diag *why)
{
	uint64_t file = a->npaths - 1, first;
	struct str what = STR_INIT;

	if (*who == '\0' || *when == '\0' ||
	    !repeats_seen(&a->repeats, who, when, instrument,
		file << LINE_BITS | line, &first))
		return false;
	str_addf(&what, "respondent '%s' at '%s' stands here again", who, when);
	why->line = line;
	say_where(a, file, first, what.text, why);
	str_release(&what);
	return true;
}

static void
tell(const struct again *a, const struct pile_pair *pair, bool strict)
{
	uint64_t file = pair->place >> LINE_BITS;
	struct diag why = {.line = line_of(pair->place)};

	say_where(a, file, pair->before,
	    "used, but it is the sitting of another row", &why);
	if (strict)
		msg_die_diag(RC_DATA, io_name(a->paths[file]), &why);
	msg_diag(io_name(a->paths[file]), &why);
}

void
again_finish(struct again *a, bool strict)
{
	static const size_t shown = FAR_SHOWN;
	struct pile_pair *far = mem_alloc(shown, sizeof(*far));

	a->far = repeats_far(&a->repeats, far, shown);
	for (size_t i = 0; i < shown && i < a->far; i++)
		tell(a, &far[i], strict);
	if (a->far > 0)
		msg_note("too far apart to be refused when they were read: "
			 "%" PRIu64,
		    a->far);
	free(far);
	if (a->repeats.error != 0)
		msg_warn("sittings that stand twice were looked for among %d "
			 "only, for want of a file in XDG_CACHE_HOME: %s",
		    (int)REPEATS_KEPT, strerror(a->repeats.error));
}

int
again_verdict(const struct again *a)
{
	if (a->repeats.error != 0)
		return RC_SYSTEM;
	return a->far > 0 ? RC_NO : RC_OK;
}

void
again_release(struct again *a)
{
	repeats_release(&a->repeats);
	free(a->paths);
}
