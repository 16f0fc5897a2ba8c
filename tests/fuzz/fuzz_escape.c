/*
 * fuzz_escape - any bytes shown on a terminal, in HTML, in a shell, a crontab,
 * a unit of systemd, remind and todo.txt: nothing in them commands the reader.
 */
#include "base/str.h"
#include "base/utf8.h"
#include "plan/export.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

enum { TEXT_MAX = 1000 };

static void
check(bool holds)
{
	if (!holds)
		abort();
}

/* No controls of C0 (but those kept) and C1, no DEL, nothing that reorders, no
 * bytes that are not UTF-8. */
static void
check_harmless(const char *text, size_t len, const char *kept)
{
	size_t used;

	for (; len > 0; text += used, len -= used) {
		int32_t c = utf8_next(text, len, &used);

		check(c >= ' ' || (c > 0 && strchr(kept, (char)c) != NULL));
		check(c < 0x7F || c >= 0xA0);
		check(!(c >= 0x202A && c <= 0x202E));
		check(!(c >= 0x2066 && c <= 0x2069));
	}
}

static void
try_shown(const char *text, size_t len)
{
	struct str out = STR_INIT;

	str_escape(&out, text, len, false);
	check_harmless(out.text, out.len, "");
	str_clear(&out);
	str_escape(&out, text, len, true);
	check_harmless(out.text, out.len, "\n\t");
	str_clear(&out);
	str_printable(&out, text, len);
	check_harmless(out.text, out.len, "\n\t");
	str_clear(&out);
	str_markup(&out, text, len);
	check_harmless(out.text, out.len, "\n\t");
	check(out.text[strcspn(out.text, "<>\"")] == '\0');
	str_release(&out);
}

/* Reads a word as sh(1) does, one in quotes with quotes between: the text has
 * to come out. */
static void
check_shell(const char *word, const char *text, bool cron)
{
	bool quoted = false;

	for (; *word != '\0'; word++) {
		if (*word == '\'') {
			quoted = !quoted;
			continue;
		}
		if (!quoted || (cron && word[0] == '\\' && word[1] == '%')) {
			check(*word == '\\');
			word++;
		}
		check(cron || *word != '%' || quoted);
		check(*word == *text++);
	}
	check(!quoted && *text == '\0');
}

/* Reads what stands within double quotes as systemd.service(5) says. */
static void
check_systemd(const char *line, const char *text)
{
	for (; *line != '\0'; line++) {
		if (strchr("%$", *line) != NULL)
			check(line[1] == line[0] && *++line == *text++);
		else if (*line == '\\')
			check(*++line == *text++);
		else
			check(*line != '"' && *line == *text++);
	}
	check(*text == '\0');
}

static void
try_exported(const char *text)
{
	static const struct ledger_leads leads = {.days = {1, 0}, .count = 2};
	struct export_item item = {.id = "s1",
	    .day = 20514,
	    .first = 20514,
	    .minute = 600,
	    .what = text,
	    .leads = &leads};
	struct str out = STR_INIT;
	size_t breaks;

	export_remind(&out, &item, 20514);
	check_harmless(out.text, out.len, "\n");
	for (breaks = 0; out.text[breaks] != '\0'; breaks++)
		check(out.text[breaks] != '\n' ||
		    strncmp(out.text + breaks + 1, "REM", 3) == 0 ||
		    out.text[breaks + 1] == '\0');
	str_clear(&out);
	export_todo(&out, &item, 20514);
	check_harmless(out.text, out.len, "\n");
	check(strchr(out.text, '\n') == out.text + out.len - 1);
	str_release(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	char text[TEXT_MAX + 1];
	struct str out = STR_INIT;

	if (len > TEXT_MAX)
		return 0;
	memcpy(text, data, len);
	text[len] = '\0';
	try_shown(text, len);
	export_shell(&out, text);
	check_shell(out.text, text, false);
	str_clear(&out);
	export_cron(&out, text);
	for (const char *at = out.text; *at != '\0'; at++)
		check(*at != '%' || (at > out.text && at[-1] == '\\'));
	str_clear(&out);
	export_systemd(&out, text);
	check_systemd(out.text, text);
	str_release(&out);
	try_exported(text);
	return 0;
}
