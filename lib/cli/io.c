#include "cli/io.h"

#include "base/file.h"
#include "base/msg.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_BLOCK = 64 * 1024 };

const char *
io_name(const char *path)
{
	return strcmp(path, "-") == 0 ? "standard input" : path;
}

static _Noreturn void
die(const char *path, int error)
{
	msg_die(RC_SYSTEM, "%s: %s", io_name(path), strerror(error));
}

FILE *
io_open(const char *path)
{
	struct stat st;
	FILE *fp = strcmp(path, "-") == 0 ? stdin : fopen(path, "rbe");

	if (fp == NULL)
		die(path, errno);
	if (fstat(fileno(fp), &st) != 0)
		die(path, errno);
	if (S_ISDIR(st.st_mode))
		die(path, EISDIR);
	if (fp == stdin && isatty(STDIN_FILENO) && isatty(STDERR_FILENO))
		msg_note("reading what is typed here; Ctrl-D ends it");
	return fp;
}

void
io_close(FILE *fp)
{
	bool failed = ferror(fp) != 0;

	if (fp != stdin && fclose(fp) != 0)
		failed = true;
	if (failed)
		msg_die(RC_SYSTEM, "reading failed: %s", strerror(errno));
}

void
io_read(const char *path, size_t limit, struct str *out)
{
	FILE *fp = io_open(path);
	size_t start = out->len, got;

	do {
		str_reserve(out, READ_BLOCK);
		got = fread(out->text + out->len, 1, READ_BLOCK, fp);
		out->len += got;
		if (out->len - start > limit)
			die(path, EFBIG);
	} while (got > 0 && feof(fp) == 0); /* Ctrl-D counts once */
	if (ferror(fp) != 0)
		die(path, errno);
	out->text[out->len] = '\0';
	io_close(fp);
}

void
io_save(const char *path, const char *bytes, size_t len)
{
	const char *slash = strrchr(path, '/');
	struct str folder = STR_INIT;

	str_add(&folder, path, slash == NULL ? 0 : (size_t)(slash - path) + 1);
	if (folder.len > 0 && access(folder.text, F_OK) != 0)
		die(path, errno);
	if (file_replace(path, bytes, len) == -1)
		die(path, errno);
	str_release(&folder);
}

void
io_refuse(struct io_rows *rows, const char *path, const struct diag *why)
{
	rows->refused++;
	if (rows->strict)
		msg_die_diag(RC_DATA, io_name(path), why);
	msg_diag(io_name(path), why);
}

static void
tell_broken(struct io_rows *rows, const char *path, const struct diag *why)
{
	rows->broken = true;
	if (rows->strict)
		msg_die_diag(RC_DATA, io_name(path), why);
	msg_diag(io_name(path), why);
}

struct share
io_part(const struct opt *o)
{
	struct share p;

	if (!share_parse(o->value, &p))
		opt_die(o->tool,
		    "option '--%s': '%s' is no part such as 3/8, of at most %d",
		    o->spec->name, o->value, SHARE_MAX);
	return p;
}

void
io_part_check(const struct io_rows *rows, const struct opt_tool *tool, int n,
    char *const operands[])
{
	if (rows->part.of > 0 && (n != 1 || strcmp(operands[0], "-") == 0))
		opt_die(tool, "--part takes one FILE");
}

void
io_stdin_check(const struct opt_tool *tool, int n, char *const operands[],
    const char *other)
{
	int named = (n == 0) + (other != NULL && strcmp(other, "-") == 0);

	for (int i = 0; i < n; i++)
		named += strcmp(operands[i], "-") == 0;
	if (named > 1)
		opt_die(tool, "standard input can be read only once");
}

static void
go_to_part(
    struct table *t, struct share p, FILE *fp, const char *path, char sep)
{
	struct share_span span;
	struct csvin *in;

	if (share_find(fp, p, &span) != 0)
		die(path, errno);
	in = csvin_new_span(fp, span.from, span.to, span.line);
	csvin_set_separator(in, sep);
	table_continue(t, in);
}

struct table *
io_table(struct io_rows *rows, FILE *fp, const char *path, char sep)
{
	struct csvin *in = csvin_new(fp);
	struct table *t;
	struct diag why;

	csvin_set_separator(in, sep);
	if ((t = table_new(in, &why)) == NULL && errno != 0)
		die(path, errno);
	if (t == NULL && why.line == 0 && rows->if_empty != NULL)
		msg_die(RC_NO, "%s", rows->if_empty);
	if (t == NULL)
		tell_broken(rows, path, &why);
	else if (rows->part.of > 0)
		go_to_part(t, rows->part, fp, path, sep);
	return t;
}

bool
io_next(struct io_rows *rows, struct table *t, const char *path)
{
	int got;

	while ((got = table_next(t)) == CSVIN_REFUSED) {
		rows->read++;
		io_refuse(rows, path, table_error(t));
	}
	if (got == CSVIN_BROKEN) {
		if (table_errno(t) != 0)
			die(path, table_errno(t));
		tell_broken(rows, path, table_error(t));
	}
	if (got == CSVIN_RECORD)
		rows->read++;
	return got == CSVIN_RECORD;
}

int
io_verdict(const struct io_rows *rows)
{
	if (rows->refused > 0)
		msg_note("%lu of %lu rows refused", rows->refused, rows->read);
	if (rows->broken)
		return RC_DATA;
	return rows->refused > 0 ? RC_NO : RC_OK;
}
