#include "plan/journal.h"

#include "base/num.h"
#include "plan/ladder.h"
#include "stream/csvout.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

const char *const journal_kind_words[] = {"ladder", "step", "predict", "done",
    "skip", "pause", "resume", "rest", "rate", "edit", "remove", "undo", NULL};

const char *const journal_columns[] = {"version", "event", "time", "kind", "id",
    "family", "step", "concept", "text", "suds", "likelihood", "peak",
    "setting", "due", "note", "mode", "minutes", "repeat", "cue", "prediction",
    "how", "precaution", "plan", "every", NULL};

enum { CELLS_MAX = 64 }; /* cells of a line; later ones are unknown columns */

struct cells {
	char *text[CELLS_MAX];
	size_t len[CELLS_MAX];
	int count;
};

/*
 * Cuts the cell at *at, in place: quotes are taken off, the end becomes a NUL.
 * Returns the character behind the cell (',' or NUL for the end of the line),
 * or -1 where quotes do not match.
 */
static int
cut_cell(char **at, char *end, char **text, size_t *len)
{
	char *from = *at, *to, *comma;
	int behind;

	if (from == end || *from != '"') {
		comma = memchr(from, ',', (size_t)(end - from));
		to = comma == NULL ? end : comma;
		if (memchr(from, '"', (size_t)(to - from)) != NULL)
			return -1;
		*at = comma == NULL ? end : comma + 1;
		*text = from;
		*len = (size_t)(to - from);
		*to = '\0';
		return comma == NULL ? '\0' : ',';
	}
	*text = to = ++from;
	while (from < end && (*from != '"' || from[1] == '"')) {
		from += *from == '"';
		*to++ = *from++;
	}
	if (from == end || (from + 1 < end && from[1] != ','))
		return -1;
	behind = from + 1 < end ? ',' : '\0';
	*at = behind == ',' ? from + 2 : end;
	*len = (size_t)(to - *text);
	*to = '\0';
	return behind;
}

/* Cuts a line that holds no quote: most do not. */
static void
cut_plain(char *line, size_t len, struct cells *c)
{
	char *end = line + len, *from = line;
	int n = 0;

	for (char *at = line;; at++) {
		if (at != end && *at != ',')
			continue;
		if (n < CELLS_MAX) {
			c->text[n] = from;
			c->len[n] = (size_t)(at - from);
		}
		n++;
		*at = '\0';
		if (at == end)
			break;
		from = at + 1;
	}
	c->count = n;
}

/* Cuts the line (its end is writable); returns false for bad quotes. */
static bool
cut_line(char *line, size_t len, struct cells *c)
{
	char *at = line, *end = line + len, *text;
	size_t textlen;
	int behind;

	c->count = 0;
	if (memchr(line, '"', len) == NULL) {
		cut_plain(line, len, c);
		return true;
	}
	do {
		if ((behind = cut_cell(&at, end, &text, &textlen)) < 0)
			return false;
		if (c->count < CELLS_MAX) {
			c->text[c->count] = text;
			c->len[c->count] = textlen;
		}
		c->count++;
	} while (behind == ',');
	return true;
}

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Undoes journal_format()'s escapes in place; a backslash that begins none of
 * them (a hand-made edit) stays. */
static void
unescape(char *text, size_t *len)
{
	char *from = memchr(text, '\\', *len), *to = from;
	char *end = text + *len;

	if (from == NULL)
		return;
	while (from < end) {
		int high = -1, low = -1;

		if (*from != '\\' || from + 1 == end) {
			*to++ = *from++;
			continue;
		}
		if (from[1] == 'x' && end - from >= 4) {
			high = hex_digit(from[2]);
			low = hex_digit(from[3]);
		}
		if (high >= 0 && low >= 0 && high + low > 0) {
			*to++ = (char)(high * 16 + low);
			from += 4;
		} else if (strchr("nr\\", from[1]) != NULL) {
			*to++ = from[1] == 'n' ? '\n'
			    : from[1] == 'r'   ? '\r'
					       : '\\';
			from += 2;
		} else {
			*to++ = *from++;
		}
	}
	*to = '\0';
	*len = (size_t)(to - text);
}

void
journal_init(struct journal *j, char *text, size_t len)
{
	memset(j, 0, sizeof *j);
	j->text = text;
	j->len = len;
}

void
journal_blank(struct journal_record *r, enum journal_kind kind)
{
	memset(r, 0, sizeof *r);
	r->kind = kind;
	r->part = r->parts = 1;
	r->event = r->id = r->family = r->concept = r->text = r->setting = "";
	r->note = r->mode = r->cue = r->prediction = r->how = "";
	r->precaution = r->plan = r->every = "";
	r->step = r->suds = r->likelihood = r->peak = JOURNAL_NONE;
	r->minutes = r->repeat = JOURNAL_NONE;
}

static int
read_header(struct journal *j, const struct cells *c, struct diag *err)
{
	if (c->count > CELLS_MAX)
		return diag_set(err, j->line, "too many columns");
	for (int col = 0; col < JOURNAL_COLUMNS; col++) {
		j->columns[col] = -1;
		for (int i = 0; i < c->count; i++)
			if (strcmp(c->text[i], journal_columns[col]) == 0)
				j->columns[col] = i;
		if (col <= JOURNAL_C_NOTE && j->columns[col] < 0)
			return diag_set(err, j->line, "column '%s' is missing",
			    journal_columns[col]);
	}
	j->width = c->count;
	return 0;
}

/* What a record is read from: the cells of a line, by column. */
struct source {
	const struct journal *j;
	const struct cells *cells;
	struct diag *err;
};

static const char *
get_text(const struct source *s, enum journal_column col)
{
	int i = s->j->columns[col];

	return i < 0 ? "" : s->cells->text[i];
}

static size_t
get_len(const struct source *s, enum journal_column col)
{
	int i = s->j->columns[col];

	return i < 0 ? 0 : s->cells->len[i];
}

static int
get_int(const struct source *s, enum journal_column col, int max, int *out)
{
	const char *text = get_text(s, col), *fault;
	long value;

	if (*text == '\0') {
		*out = JOURNAL_NONE;
		return 0;
	}
	fault = num_long(text, get_len(s, col), 0, max, &value);
	if (fault != NULL)
		return diag_set(s->err, s->j->line, "%s: %s: '%s'",
		    journal_columns[col], fault, text);
	*out = (int)value;
	return 0;
}

static int
get_due(const struct source *s, struct journal_record *r)
{
	const char *text = get_text(s, JOURNAL_C_DUE);
	struct date date;

	r->has_due = false;
	if (*text == '\0')
		return 0;
	if (!date_parse(text, get_len(s, JOURNAL_C_DUE), &date))
		return diag_set(
		    s->err, s->j->line, "due: not a date: '%s'", text);
	r->due = date_to_day(date);
	r->has_due = true;
	return 0;
}

/* "EVENT" or "EVENT.2/3". */
static int
get_event(const struct source *s, struct journal_record *r)
{
	char *text = s->cells->text[s->j->columns[JOURNAL_C_EVENT]];
	char *slash = strrchr(text, '/'), *dot;
	long part, parts;

	r->event = text;
	r->part = r->parts = 1;
	if (*text == '\0')
		return diag_set(s->err, s->j->line, "event: empty");
	if (slash == NULL)
		return 0;
	dot = memrchr(text, '.', (size_t)(slash - text));
	if (dot == NULL ||
	    num_long(slash + 1, strlen(slash + 1), 1, JOURNAL_PARTS_MAX,
		&parts) != NULL ||
	    num_long(dot + 1, (size_t)(slash - dot - 1), 1, parts, &part) !=
		NULL)
		return diag_set(s->err, s->j->line,
		    "event: not NAME.PART/PARTS: '%s'", text);
	*dot = '\0';
	r->part = (int)part;
	r->parts = (int)parts;
	return 0;
}

static int
get_kind(const struct source *s, struct journal_record *r)
{
	const char *text = get_text(s, JOURNAL_C_KIND);
	int kind =
	    ladder_word(journal_kind_words, text, get_len(s, JOURNAL_C_KIND));

	if (kind < 0)
		return diag_set(
		    s->err, s->j->line, "kind: unknown: '%s'", text);
	r->kind = (enum journal_kind)kind;
	return 0;
}

static int
get_time(const struct source *s, struct journal_record *r)
{
	const char *text = get_text(s, JOURNAL_C_TIME);

	if (!moment_parse(text, get_len(s, JOURNAL_C_TIME), 0, &r->time))
		return diag_set(
		    s->err, s->j->line, "time: not a time: '%s'", text);
	return 0;
}

static int
read_record(const struct source *s, struct journal_record *r)
{
	r->line = s->j->line;
	if (get_kind(s, r) || get_event(s, r) || get_time(s, r) ||
	    get_int(s, JOURNAL_C_STEP, LADDER_STEPS_MAX, &r->step) ||
	    get_int(s, JOURNAL_C_SUDS, LADDER_SUDS_MAX, &r->suds) ||
	    get_int(s, JOURNAL_C_LIKELIHOOD, 100, &r->likelihood) ||
	    get_int(s, JOURNAL_C_PEAK, LADDER_SUDS_MAX, &r->peak) ||
	    get_int(s, JOURNAL_C_MINUTES, LADDER_MINUTES_MAX, &r->minutes) ||
	    get_int(s, JOURNAL_C_REPEAT, LADDER_REPEAT_MAX, &r->repeat) ||
	    get_due(s, r))
		return -1;
	r->id = get_text(s, JOURNAL_C_ID);
	r->family = get_text(s, JOURNAL_C_FAMILY);
	r->concept = get_text(s, JOURNAL_C_CONCEPT);
	r->text = get_text(s, JOURNAL_C_TEXT);
	r->setting = get_text(s, JOURNAL_C_SETTING);
	r->note = get_text(s, JOURNAL_C_NOTE);
	r->mode = get_text(s, JOURNAL_C_MODE);
	r->cue = get_text(s, JOURNAL_C_CUE);
	r->prediction = get_text(s, JOURNAL_C_PREDICTION);
	r->how = get_text(s, JOURNAL_C_HOW);
	r->precaution = get_text(s, JOURNAL_C_PRECAUTION);
	r->plan = get_text(s, JOURNAL_C_PLAN);
	r->every = get_text(s, JOURNAL_C_EVERY);
	return 0;
}

/* The next whole line, its LF replaced by a NUL; NULL at the end.  A last line
 * without LF is torn. */
static char *
next_line(struct journal *j, size_t *len)
{
	char *line = j->text + j->pos, *lf;

	if (j->pos == j->len)
		return NULL;
	j->line++;
	lf = memchr(line, '\n', j->len - j->pos);
	j->torn = lf == NULL;
	*len = lf == NULL ? j->len - j->pos : (size_t)(lf - line);
	j->pos += *len + (lf != NULL);
	if (lf != NULL)
		*lf = '\0';
	if (*len > 0 && line[*len - 1] == '\r')
		line[--*len] = '\0';
	return line;
}

static int
check_version(const struct journal *j, const struct cells *c, struct diag *err)
{
	const char *text = c->text[j->columns[JOURNAL_C_VERSION]], *fault;
	long version;

	fault = num_long(text, strlen(text), 1, JOURNAL_VERSION, &version);
	if (fault == NULL)
		return JOURNAL_RECORD;
	if (strcmp(fault, "too large") != 0)
		return diag_set(err, j->line, "version: %s: '%s'", fault, text);
	diag_set(err, j->line,
	    "written by a later version (format %s; this one knows %d): "
	    "nothing was changed",
	    text, JOURNAL_VERSION);
	return JOURNAL_REFUSED;
}

static int
read_line(struct journal *j, char *line, size_t len, struct journal_record *r,
    struct diag *err)
{
	struct cells c;
	struct source s = {j, &c, err};
	bool escaped = memchr(line, '\\', len) != NULL;
	int rc;

	if (memchr(line, '\0', len) != NULL)
		return diag_set(err, j->line, "a NUL byte");
	if (!cut_line(line, len, &c))
		return diag_set(err, j->line, "quotes do not match");
	if (strcmp(c.text[0], journal_columns[0]) == 0 || j->width == 0)
		return read_header(j, &c, err) == 0 ? JOURNAL_END
						    : JOURNAL_REFUSED;
	if (j->columns[JOURNAL_C_VERSION] < c.count &&
	    (rc = check_version(j, &c, err)) != JOURNAL_RECORD)
		return rc;
	if (c.count != j->width)
		return diag_set(err, j->line, "%d fields, the header has %d",
		    c.count, j->width);
	for (int i = 0; escaped && i < c.count; i++)
		unescape(c.text[i], &c.len[i]);
	return read_record(&s, r) == 0 ? JOURNAL_RECORD : -1;
}

int
journal_next(struct journal *j, struct journal_record *r, struct diag *err)
{
	char *line;
	size_t len;
	int rc = JOURNAL_END;

	while (rc == JOURNAL_END && (line = next_line(j, &len)) != NULL) {
		if (j->torn)
			return diag_set(
			    err, j->line, "the last line is torn: left out");
		if (len > 0)
			rc = read_line(j, line, len, r, err);
	}
	return rc;
}

void
journal_header(struct str *out)
{
	for (int i = 0; i < JOURNAL_COLUMNS; i++) {
		if (i > 0)
			str_addc(out, ',');
		str_adds(out, journal_columns[i]);
	}
	str_addc(out, '\n');
}

/* A cell of text on one line. */
static void
put_text(struct str *out, const char *text)
{
	struct str plain = STR_INIT;

	str_addc(out, ',');
	if (*text == '\0')
		return;
	for (const char *p = text; *p != '\0'; p++) {
		if (*p == '\n')
			str_adds(&plain, "\\n");
		else if (*p == '\r')
			str_adds(&plain, "\\r");
		else if (*p == '\\')
			str_adds(&plain, "\\\\");
		else if ((unsigned char)*p < ' ' || *p == 127)
			str_addf(&plain, "\\x%02x", (unsigned)*p);
		else
			str_addc(&plain, *p);
	}
	csvout_cell(out, plain.text, plain.len);
	str_release(&plain);
}

static void
put_int(struct str *out, int value)
{
	char buf[NUM_MAX];

	str_addc(out, ',');
	if (value != JOURNAL_NONE)
		str_add(out, buf, num_format_long(buf, value));
}

static void
put_due(struct str *out, const struct journal_record *r)
{
	char buf[DATE_MAX];

	str_addc(out, ',');
	if (r->has_due)
		str_add(out, buf, date_format(buf, date_from_day(r->due)));
}

void
journal_format(struct str *out, const struct journal_record *r)
{
	struct str event = STR_INIT;
	char when[MOMENT_MAX];

	moment_format(when, r->time);
	str_adds(&event, r->event);
	if (r->parts > 1)
		str_addf(&event, ".%d/%d", r->part, r->parts);
	str_addf(out, "%d", JOURNAL_VERSION);
	put_text(out, event.text);
	str_release(&event);
	str_addf(out, ",%s,%s", when, journal_kind_words[r->kind]);
	put_text(out, r->id);
	put_text(out, r->family);
	put_int(out, r->step);
	put_text(out, r->concept);
	put_text(out, r->text);
	put_int(out, r->suds);
	put_int(out, r->likelihood);
	put_int(out, r->peak);
	put_text(out, r->setting);
	put_due(out, r);
	put_text(out, r->note);
	put_text(out, r->mode);
	put_int(out, r->minutes);
	put_int(out, r->repeat);
	put_text(out, r->cue);
	put_text(out, r->prediction);
	put_text(out, r->how);
	put_text(out, r->precaution);
	put_text(out, r->plan);
	put_text(out, r->every);
	str_addc(out, '\n');
}

void
journal_event(char buf[JOURNAL_EVENT_MAX], struct moment now, uint64_t bits)
{
	struct date date;
	int64_t us;

	now.offset_min = 0;
	date = moment_date(now);
	us = now.us - (int64_t)date_to_day(date) * 86400 * 1000000;
	snprintf(buf, JOURNAL_EVENT_MAX,
	    "%04d%02d%02dT%02d%02d%02d.%06dZ-%012" PRIx64, date.y, date.m,
	    date.d, (int)(us / 3600000000), (int)(us / 60000000 % 60),
	    (int)(us / 1000000 % 60), (int)(us % 1000000),
	    bits & 0xffffffffffff);
}

uint64_t
journal_random(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
	z = (z ^ z >> 27) * 0x94d049bb133111eb;
	return z ^ z >> 31;
}
