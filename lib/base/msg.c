#include "base/msg.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Of the process, as standard error is. */
static const char *tool_name = "reconnect";
static bool notes_off;
static int width;

_Noreturn static void
die_of_memory(size_t bytes)
{
	fprintf(
	    stderr, "%s: out of memory (%zu bytes wanted)\n", tool_name, bytes);
	exit(RC_SYSTEM);
}

/* What is opened gets the lowest number that is free: a file would come to
 * stand for a standard stream that is missing, and what is printed go into it.
 * What stands there instead cannot be used either. */
static void
hold_streams(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
		int mode = fd == STDIN_FILENO ? O_WRONLY : O_RDONLY;

		if (fcntl(fd, F_GETFD) == -1 && errno == EBADF &&
		    open("/dev/null", mode) == -1)
			msg_die(RC_SYSTEM, "/dev/null: %s", strerror(errno));
	}
}

void
msg_init(const char *tool)
{
	tool_name = tool;
	mem_on_exhaustion(die_of_memory);
	hold_streams();
}

void
msg_width(int columns)
{
	width = columns;
}

void
msg_quiet(bool quiet)
{
	notes_off = quiet;
}

bool
msg_is_quiet(void)
{
	return notes_off;
}

/* Makes line ends of the blanks that come last before the width. */
static void
fold(struct str *line)
{
	char *start = line->text, *blank = NULL;

	for (char *p = start; width > 0 && *p != '\0'; p++) {
		if (*p == ' ')
			blank = p;
		if (blank == NULL ||
		    utf8_width(start, (size_t)(p + 1 - start)) <= (size_t)width)
			continue;
		*blank = '\n';
		start = blank + 1;
		blank = NULL;
	}
}

/* One write for a line, so that those of two processes do not mix. */
static void
emit(const char *text, size_t len)
{
	struct str line = STR_INIT;

	str_addf(&line, "%s: ", tool_name);
	str_escape(&line, text, len, false);
	fold(&line);
	str_addc(&line, '\n');
	fwrite(line.text, 1, line.len, stderr);
	str_release(&line);
}

static void
emit_format(const char *fmt, va_list args)
{
	va_list again;
	char *text;
	int len;

	va_copy(again, args);
	len = vsnprintf(NULL, 0, fmt, args);
	if (len >= 0) {
		text = mem_alloc((size_t)len + 1, 1);
		vsnprintf(text, (size_t)len + 1, fmt, again);
		emit(text, (size_t)len);
		free(text);
	}
	va_end(again);
}

void
msg_outlive_reader(void)
{
	signal(SIGPIPE, SIG_IGN);
}

void
msg_note(const char *fmt, ...)
{
	va_list args;

	if (notes_off)
		return;
	va_start(args, fmt);
	emit_format(fmt, args);
	va_end(args);
}

void
msg_warn(const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	emit_format(fmt, args);
	va_end(args);
}

void
msg_diag(const char *file, const struct diag *d)
{
	if (d->line > 0)
		msg_warn("%s:%lu: %s", file, d->line, d->text);
	else
		msg_warn("%s: %s", file, d->text);
}

_Noreturn void
msg_die(enum rc code, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	emit_format(fmt, args);
	va_end(args);
	fflush(stdout);
	exit(code);
}

_Noreturn void
msg_die_diag(enum rc code, const char *file, const struct diag *d)
{
	msg_diag(file, d);
	fflush(stdout);
	exit(code);
}

/* Whether all that was written to standard output has arrived. */
static bool
close_stdout(void)
{
	bool failed = ferror(stdout) != 0;

	errno = 0;
	return fclose(stdout) == 0 && !failed;
}

int
msg_finish(enum rc code)
{
	if (close_stdout())
		return (int)code;
	if (errno != 0)
		msg_warn("standard output: %s", strerror(errno));
	else
		msg_warn("standard output: not all could be written");
	return RC_SYSTEM;
}
