#include "cli/term.h"

#include "base/num.h"
#include "base/str.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { WIDTH_MIN = 20, WIDTH_MAX = 10000, WRAP_MAX = 78 };

const char *const term_when_words[] = {"auto", "always", "never", NULL};

static const char *
env(const char *name)
{
	const char *value = getenv(name);

	return value != NULL ? value : "";
}

static bool
wants_color(enum term_when when, bool tty)
{
	if (when != TERM_AUTO)
		return when == TERM_ALWAYS;
	return tty && *env("NO_COLOR") == '\0' && *env("TERM") != '\0' &&
	    strcmp(env("TERM"), "dumb") != 0;
}

/* By its name, "xx_YY.UTF-8@zz": setlocale() reads a third of a megabyte of
 * files to tell the same, which costs more than a lookup does. */
static bool
locale_is_utf8(void)
{
	static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
	const char *codeset = "";

	for (size_t i = 0; i < 3 && *codeset == '\0'; i++)
		codeset = env(names[i]);
	if ((codeset = strchr(codeset, '.')) == NULL)
		return false;
	return strncasecmp(codeset, ".UTF-8", 6) == 0 ||
	    strncasecmp(codeset, ".utf8", 5) == 0;
}

static void
measure(struct term *t)
{
	struct winsize ws;
	const char *columns = env("COLUMNS");
	long width;

	t->width = 80;
	t->height = 24;
	if (t->tty && ioctl(fileno(t->fp), TIOCGWINSZ, &ws) == 0) {
		if (ws.ws_col > 0)
			t->width = ws.ws_col;
		if (ws.ws_row > 0)
			t->height = ws.ws_row;
	}
	if (num_long(columns, strlen(columns), 1, WIDTH_MAX, &width) == NULL)
		t->width = (int)width;
	if (t->width < WIDTH_MIN)
		t->width = WIDTH_MIN;
}

/* A terminal that does not know a link may print it, so only those that are
 * known to: a tmux or an xterm passes over what it cannot show. */
static bool
knows_links(void)
{
	static const char *const known[] = {
	    "xterm", "tmux", "vte", "foot", "alacritty", "kitty", "wezterm"};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strncmp(env("TERM"), known[i], strlen(known[i])) == 0)
			return true;
	return false;
}

void
term_init(struct term *t, FILE *fp, enum term_when color, bool ascii)
{
	t->fp = fp;
	t->tty = isatty(fileno(fp)) == 1;
	t->color = wants_color(color, t->tty);
	t->links = t->tty && t->color && knows_links();
	t->utf8 = !ascii && locale_is_utf8();
	measure(t);
}

static void
add_style(const struct term *t, struct str *s, int style)
{
	if (!t->color)
		return;
	str_addf(s, "\033[0%s%s%s%sm", style & TERM_BOLD ? ";1" : "",
	    style & TERM_DIM ? ";2" : "", style & TERM_REVERSE ? ";7" : "",
	    style & TERM_ACCENT ? ";36" : "");
}

void
term_style(const struct term *t, int style)
{
	struct str s = STR_INIT;

	add_style(t, &s, style);
	fwrite(s.text, 1, s.len, t->fp);
	str_release(&s);
}

/* What stands for the commonest typographic signs where UTF-8 is not
 * understood. */
static const struct {
	int32_t sign;
	const char *plain;
} plain_signs[] = {
    {0x00a0, " "},
    {0x00b1, "+-"},
    {0x00b7, "-"},
    {0x00d7, "x"},
    {0x2010, "-"},
    {0x2011, "-"},
    {0x2012, "-"},
    {0x2013, "-"},
    {0x2014, "--"},
    {0x2018, "'"},
    {0x2019, "'"},
    {0x201c, "\""},
    {0x201d, "\""},
    {0x2022, "*"},
    {0x2026, "..."},
    {0x2192, "->"},
    {0x2264, "<="},
    {0x2265, ">="},
    {0x2212, "-"},
};

static const char *
plain_sign(int32_t sign)
{
	for (size_t i = 0; i < sizeof plain_signs / sizeof plain_signs[0]; i++)
		if (plain_signs[i].sign == sign)
			return plain_signs[i].plain;
	return "?";
}

/* Appends text as this terminal can show it: escaped and, where it does not
 * understand UTF-8 (whose bytes may command it), in ASCII. */
static void
add_shown(const struct term *t, struct str *s, const char *text, size_t len,
    bool keep_lines)
{
	struct str safe = STR_INIT;
	size_t used;

	if (t->utf8) {
		str_escape(s, text, len, keep_lines);
		return;
	}
	str_escape(&safe, text, len, keep_lines);
	for (size_t i = 0; i < safe.len; i += used) {
		int32_t sign = utf8_next(safe.text + i, safe.len - i, &used);

		if (sign < 0x80)
			str_addc(s, safe.text[i]);
		else
			str_adds(s, plain_sign(sign));
	}
	str_release(&safe);
}

void
term_text(const struct term *t, const char *text, size_t len)
{
	struct str s = STR_INIT;

	add_shown(t, &s, text, len, false);
	fwrite(s.text, 1, s.len, t->fp);
	str_release(&s);
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The next word of *rest, blanks and line ends passed over.  A blank between
 * digits is part of a number, which is to be dialled from one line. */
static bool
next_word(const char **rest, const char **word, size_t *len)
{
	const char *end;

	*rest += strspn(*rest, " \t\n");
	*word = *rest;
	end = *rest + strcspn(*rest, " \t\n");
	while (
	    *end == ' ' && end > *word && is_digit(end[-1]) && is_digit(end[1]))
		end += 1 + strcspn(end + 1, " \t\n");
	*len = (size_t)(end - *word);
	*rest = end;
	return *len > 0;
}

void
term_link(const struct term *t, const char *target, const char *text)
{
	if (t->links)
		fprintf(t->fp, "\033]8;;%s\033\\", target);
	term_text(t, text, strlen(text));
	if (t->links)
		fputs("\033]8;;\033\\", t->fp);
}

static int
wrap_width(const struct term *t)
{
	return t->width < WRAP_MAX ? t->width : WRAP_MAX;
}

void
term_wrap(const struct term *t, const char *text, int indent, int at)
{
	int width = wrap_width(t);
	struct str s = STR_INIT, out = STR_INIT;
	const char *rest, *word;
	bool glue = true; /* nothing stands on this line yet */
	size_t len;

	add_shown(t, &s, text, strlen(text), true);
	str_reserve(&out, s.len + s.len / 8);
	rest = s.text;
	while (next_word(&rest, &word, &len)) {
		int columns = (int)utf8_width(word, len);

		if ((!glue || at > indent) && at + !glue + columns > width) {
			str_addc(&out, '\n');
			at = 0;
			glue = true;
		}
		if (!glue) {
			str_addc(&out, ' ');
			at++;
		}
		for (; glue && at < indent; at++)
			str_addc(&out, ' ');
		str_add(&out, word, len);
		at += columns;
		glue = false;
	}
	str_addc(&out, '\n');
	fwrite(out.text, 1, out.len, t->fp);
	str_release(&out);
	str_release(&s);
}

void
term_flow_begin(struct term_flow *f, const struct term *t, int indent, int at)
{
	*f = (struct term_flow){
	    .t = t, .indent = indent, .at = at, .word = STR_INIT};
}

/* Prints the word and the blanks before it, or goes on below where it does not
 * fit. */
static void
flush_word(struct term_flow *f)
{
	FILE *fp = f->t->fp;

	if (f->t->tty && f->at > f->indent &&
	    f->at + f->blanks + f->width > wrap_width(f->t)) {
		fprintf(fp, "\n%*s", f->indent, "");
		f->at = f->indent;
	} else {
		fprintf(fp, "%*s", f->blanks, "");
		f->at += f->blanks;
	}
	fwrite(f->word.text, 1, f->word.len, fp);
	f->at += f->width;
	f->blanks = f->width = 0;
	str_clear(&f->word);
}

void
term_flow_text(struct term_flow *f, const char *text, size_t len)
{
	struct str s = STR_INIT;
	size_t at = 0, end;

	add_shown(f->t, &s, text, len, false);
	while (at < s.len) {
		if (s.text[at] == ' ') {
			if (f->width > 0)
				flush_word(f);
			f->blanks++;
			at++;
			continue;
		}
		for (end = at; end < s.len && s.text[end] != ' ';)
			end++;
		str_add(&f->word, s.text + at, end - at);
		f->width += (int)utf8_width(s.text + at, end - at);
		at = end;
	}
	str_release(&s);
}

void
term_flow_add(struct term_flow *f, const char *text)
{
	term_flow_text(f, text, strlen(text));
}

void
term_flow_style(struct term_flow *f, int style)
{
	add_style(f->t, &f->word, style);
}

void
term_flow_end(struct term_flow *f)
{
	flush_word(f);
	fputc('\n', f->t->fp);
	str_release(&f->word);
}
