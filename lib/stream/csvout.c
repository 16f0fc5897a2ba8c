#include "stream/csvout.h"

#include "base/num.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif
#include <math.h>
#include <string.h>
#include <unistd.h>

/* One for the process, as standard output is. */
static bool guards_formulas;

void
csvout_guard_formulas(void)
{
	guards_formulas = true;
}

void
csvout_init(struct csvout *out, FILE *fp)
{
	out->fp = fp;
	str_init(&out->line);
	out->cells = 0;
	out->guarded = guards_formulas && fp == stdout;
	out->headless = false;
	out->terminal = isatty(fileno(fp)) == 1;
}

void
csvout_release(struct csvout *out)
{
	str_release(&out->line);
}

/* What a byte of a text asks for. */
enum { QUOTES = 1, REPLACED = 2 };

static const char marks[256] = {
    ['\0'] = REPLACED,
    ['\n'] = QUOTES,
    ['\r'] = QUOTES,
    [','] = QUOTES,
    ['"'] = QUOTES | REPLACED,
};

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* What the bytes ask for, one by one. */
static int
marks_of(const char *text, size_t len)
{
	int all = 0;
	size_t i;

	for (i = 0; i < len; i++)
		all |= marks[(unsigned char)text[i]];
	return all;
}

/* What the whole text asks for by its ends. */
static int
marks_of_ends(const char *text, size_t len)
{
	bool odd = is_blank(text[0]) || is_blank(text[len - 1]) ||
	    (text[0] == '\xef' && len >= 3 &&
		memcmp(text, "\xef\xbb\xbf", 3) == 0);

	return odd ? QUOTES : 0;
}

/*
 * Copies the text, and returns what its bytes ask for.  Blocks may lie over the
 * ones before: most texts are plain, and then all is done when they are copied.
 */
#ifdef __SSE2__
struct copying {
	__m128i commas, odd; /* bytes that are, or may be */
};

static inline void
copy_block(struct copying *c, char *to, const char *text)
{
	__m128i x = _mm_loadu_si128((const void *)text);
	__m128i control =
	    _mm_cmpeq_epi8(_mm_min_epu8(x, _mm_set1_epi8('\r')), x);

	_mm_storeu_si128((void *)to, x);
	c->commas =
	    _mm_or_si128(c->commas, _mm_cmpeq_epi8(x, _mm_set1_epi8(',')));
	c->odd = _mm_or_si128(c->odd,
	    _mm_or_si128(control, _mm_cmpeq_epi8(x, _mm_set1_epi8('"'))));
}

static inline int
copy(char *to, const char *text, size_t len)
{
	struct copying c = {_mm_setzero_si128(), _mm_setzero_si128()};
	size_t at;

	if (len < 16) {
		memcpy(to, text, len);
		return marks_of(text, len);
	}
	for (at = 0; at + 16 < len; at += 16)
		copy_block(&c, to + at, text + at);
	copy_block(&c, to + len - 16, text + len - 16);
	if (_mm_movemask_epi8(c.odd) != 0)
		return marks_of(text, len);
	return _mm_movemask_epi8(c.commas) != 0 ? QUOTES : 0;
}
#else
static inline int
copy(char *to, const char *text, size_t len)
{
	memcpy(to, text, len);
	return marks_of(text, len);
}
#endif

/* How many bytes stand before the first that is replaced. */
static size_t
plain_run(const char *text, size_t len)
{
	const char *end = memchr(text, '"', len);
	size_t run = end == NULL ? len : (size_t)(end - text);

	end = memchr(text, '\0', run);
	return end == NULL ? run : (size_t)(end - text);
}

static void
add_replaced(struct str *s, const char *text, size_t len)
{
	while (len > 0) {
		size_t run = plain_run(text, len);

		str_add(s, text, run);
		text += run;
		len -= run;
		if (len == 0)
			return;
		str_adds(s, *text == '"' ? "\"\"" : "\xef\xbf\xbd");
		text++;
		len--;
	}
}

/* Puts the text between quotes. */
static __attribute__((noinline)) void
add_quoted(struct str *s, const char *text, size_t len, bool replaced)
{
	str_addc(s, '"');
	if (replaced)
		add_replaced(s, text, len);
	else
		str_add(s, text, len);
	str_addc(s, '"');
}

void
csvout_cell(struct str *s, const char *text, size_t len)
{
	int found;

	if (len == 0)
		return;
	if (len >= s->cap - s->len)
		str_reserve(s, len);
	found = copy(s->text + s->len, text, len) | marks_of_ends(text, len);
	if ((found & QUOTES) != 0) {
		add_quoted(s, text, len, (found & REPLACED) != 0);
	} else if (found != 0) {
		add_replaced(s, text, len);
	} else {
		s->len += len;
		s->text[s->len] = '\0';
	}
}

/* Begins a cell of up to room bytes; returns where it goes.  Only the end of
 * the record puts a NUL behind it. */
static inline char *
begin_cell(struct csvout *out, size_t room)
{
	struct str *line = &out->line;

	if (room + 1 >= line->cap - line->len)
		str_reserve(line, room + 1);
	line->text[line->len] = ',';
	line->len += out->cells++ > 0;
	return line->text + line->len;
}

static bool
is_formula(const char *text, size_t len)
{
	double x;

	return len > 0 && text[0] != '\0' &&
	    strchr("=+-@\t\r", text[0]) != NULL &&
	    num_double(text, len, -HUGE_VAL, HUGE_VAL, &x) != NULL;
}

/* The quote mark stands within the cell, quoted or not. */
static void
add_guarded(struct csvout *out, const char *text, size_t len)
{
	struct str cell = STR_INIT;

	str_addc(&cell, '\'');
	str_add(&cell, text, len);
	begin_cell(out, cell.len);
	csvout_cell(&out->line, cell.text, cell.len);
	str_release(&cell);
}

void
csvout_text(struct csvout *out, const char *text, size_t len)
{
	if (out->guarded && is_formula(text, len)) {
		add_guarded(out, text, len);
		return;
	}
	begin_cell(out, len);
	csvout_cell(&out->line, text, len);
}

void
csvout_str(struct csvout *out, const char *text)
{
	if (text[0] == '\0')
		begin_cell(out, 0);
	else
		csvout_text(out, text, strlen(text));
}

void
csvout_long(struct csvout *out, long x)
{
	out->line.len += num_format_long(begin_cell(out, NUM_MAX), x);
}

void
csvout_num(struct csvout *out, double x)
{
	char *cell = begin_cell(out, NUM_MAX);

	if (!!isfinite(x))
		out->line.len += num_format(cell, x);
}

void
csvout_ratio(struct csvout *out, long num, long den)
{
	out->line.len += num_format_ratio(begin_cell(out, NUM_MAX), num, den);
}

void
csvout_empty(struct csvout *out)
{
	begin_cell(out, 0);
}

void
csvout_header(struct csvout *out, const char *const *names)
{
	for (; *names != NULL; names++)
		csvout_str(out, *names);
	csvout_end(out);
}

void
csvout_drop(struct csvout *out)
{
	str_clear(&out->line);
	out->cells = 0;
}

static void
make_visible(struct str *line)
{
	struct str raw = *line;

	str_init(line);
	str_escape(line, raw.text, raw.len, true);
	str_release(&raw);
}

bool
csvout_end(struct csvout *out)
{
	if (out->headless) {
		out->headless = false;
		csvout_drop(out);
		return true;
	}
	if (out->line.len == 0)
		str_adds(&out->line, "\"\"");
	str_addc(&out->line, '\n');
	if (out->terminal)
		make_visible(&out->line);
	fwrite_unlocked(out->line.text, 1, out->line.len, out->fp);
	csvout_drop(out);
	return !ferror_unlocked(out->fp);
}
