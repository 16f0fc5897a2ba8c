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

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
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

enum { BLOCK = 16 };

/*
 * What the bytes of a text of BLOCK or more ask for.  The last block may lie
 * over the one before, as it may where the text is copied.
 */
#ifdef __SSE2__
struct seen {
	__m128i quoting, replaced;
};

static inline void
see_block(struct seen *seen, const char *text)
{
	__m128i x = _mm_loadu_si128((const void *)text);
	__m128i quote = _mm_cmpeq_epi8(x, _mm_set1_epi8('"'));
	__m128i other = _mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8(',')),
	    _mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8('\n')),
		_mm_cmpeq_epi8(x, _mm_set1_epi8('\r'))));
	__m128i nul = _mm_cmpeq_epi8(x, _mm_setzero_si128());

	seen->quoting = _mm_or_si128(seen->quoting, _mm_or_si128(other, quote));
	seen->replaced = _mm_or_si128(seen->replaced, _mm_or_si128(quote, nul));
}

static inline int
marks_of_blocks(const char *text, size_t len)
{
	struct seen seen = {_mm_setzero_si128(), _mm_setzero_si128()};

	for (size_t at = 0; at + BLOCK < len; at += BLOCK)
		see_block(&seen, text + at);
	see_block(&seen, text + len - BLOCK);
	return (_mm_movemask_epi8(seen.quoting) != 0 ? QUOTES : 0) |
	    (_mm_movemask_epi8(seen.replaced) != 0 ? REPLACED : 0);
}
#else
static const char marks[256] = {
    ['\0'] = REPLACED,
    ['\n'] = QUOTES,
    ['\r'] = QUOTES,
    [','] = QUOTES,
    ['"'] = QUOTES | REPLACED,
};

static inline int
marks_of_blocks(const char *text, size_t len)
{
	int all = 0;
	size_t i;

	for (i = 0; i < len; i++)
		all |= marks[(unsigned char)text[i]];
	return all;
}
#endif

static inline void
copy_blocks(char *to, const char *text, size_t len)
{
	for (size_t at = 0; at + BLOCK < len; at += BLOCK)
		memcpy(to + at, text + at, BLOCK);
	memcpy(to + len - BLOCK, text + len - BLOCK, BLOCK);
}

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

/* A cell of which bytes are replaced, as hardly one is. */
static __attribute__((noinline)) void
add_odd(struct str *s, const char *text, size_t len, bool quoted)
{
	if (quoted)
		str_addc(s, '"');
	add_replaced(s, text, len);
	if (quoted)
		str_addc(s, '"');
}

/* Whether there are quotes around it, which is as likely as not where texts are
 * prose, is no branch. */
static inline __attribute__((always_inline)) void
add_cell(struct str *s, const char *text, size_t len)
{
	char few[BLOCK];
	size_t whole = len < BLOCK ? BLOCK : len;
	int found = marks_of_ends(text, len);
	bool quoted;
	char *to;

	if (len < BLOCK) {
		memset(few, '.', BLOCK);
		text = memcpy(few, text, len);
	}
	found |= marks_of_blocks(text, whole);
	quoted = (found & QUOTES) != 0;
	if ((found & REPLACED) != 0) {
		add_odd(s, text, len, quoted);
		return;
	}
	str_reserve(s, whole + 2);
	to = s->text + s->len;
	*to = '"';
	to += quoted;
	copy_blocks(to, text, whole);
	to += len;
	*to = '"';
	to += quoted;
	*to = '\0';
	s->len = (size_t)(to - s->text);
}

void
csvout_cell(struct str *s, const char *text, size_t len)
{
	if (len > 0)
		add_cell(s, text, len);
}

/* Makes room for a cell of up to NUM_MAX bytes; returns where it goes. */
static inline char *
begin_number(struct csvout *out)
{
	str_reserve(&out->line, NUM_MAX + 1);
	return out->line.text + out->line.len;
}

/* Ends it with so many bytes. */
static inline void
end_number(struct csvout *out, size_t len)
{
	out->line.len += len;
	out->line.text[out->line.len++] = ',';
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
static __attribute__((noinline)) void
add_guarded(struct csvout *out, const char *text, size_t len)
{
	struct str cell = STR_INIT;

	str_addc(&cell, '\'');
	str_add(&cell, text, len);
	csvout_cell(&out->line, cell.text, cell.len);
	csvout_empty(out);
	str_release(&cell);
}

void
csvout_text(struct csvout *out, const char *text, size_t len)
{
	if (out->guarded && is_formula(text, len)) {
		add_guarded(out, text, len);
		return;
	}
	if (len > 0)
		add_cell(&out->line, text, len);
	csvout_empty(out);
}

void
csvout_str(struct csvout *out, const char *text)
{
	if (text[0] == '\0')
		csvout_empty(out);
	else
		csvout_text(out, text, strlen(text));
}

void
csvout_long(struct csvout *out, long x)
{
	end_number(out, num_format_long(begin_number(out), x));
}

void
csvout_num(struct csvout *out, double x)
{
	char *cell = begin_number(out);

	end_number(out, !!isfinite(x) ? num_format(cell, x) : 0);
}

void
csvout_ratio(struct csvout *out, long num, long den)
{
	end_number(out, num_format_ratio(begin_number(out), num, den));
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
	if (out->line.len <= 1) {
		str_clear(&out->line);
		str_adds(&out->line, "\"\",");
	}
	out->line.text[out->line.len - 1] = '\n';
	if (out->terminal)
		make_visible(&out->line);
	fwrite_unlocked(out->line.text, 1, out->line.len, out->fp);
	csvout_drop(out);
	return !ferror_unlocked(out->fp);
}
