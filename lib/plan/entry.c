#include "plan/entry.h"

#include "base/num.h"
#include "plan/ladder.h"

#include <string.h>

/* How the cell of a column is read. */
enum type {
	TYPE_VERSION, /* read beforehand */
	TYPE_EVENT,
	TYPE_TIME,
	TYPE_DUE,
	TYPE_NAME,
	TYPE_TEXT,
	TYPE_INT,
	TYPE_WORD,
};

static const struct field {
	enum type type;
	int max;
	size_t to; /* in the record */
	const char *const *words;
} fields[JOURNAL_COLUMNS] = {
#define TEXT(member)                                                           \
	{                                                                      \
		TYPE_TEXT, 0, offsetof(struct journal_record, member), NULL    \
	}
#define INT(member, max)                                                       \
	{                                                                      \
		TYPE_INT, max, offsetof(struct journal_record, member), NULL   \
	}
#define WORD(member, words)                                                    \
	{                                                                      \
		TYPE_WORD, 0, offsetof(struct journal_record, member), words   \
	}
    [JOURNAL_C_VERSION] = {TYPE_VERSION, 0, 0, NULL},
    [JOURNAL_C_EVENT] = {TYPE_EVENT, 0, 0, NULL},
    [JOURNAL_C_TIME] = {TYPE_TIME, 0, 0, NULL},
    [JOURNAL_C_KIND] = WORD(kind, journal_kind_words),
    [JOURNAL_C_ID] = {TYPE_NAME, 0, offsetof(struct journal_record, id), NULL},
    [JOURNAL_C_FAMILY] = TEXT(family),
    [JOURNAL_C_STEP] = INT(step, LADDER_STEPS_MAX),
    [JOURNAL_C_CONCEPT] = TEXT(concept),
    [JOURNAL_C_TEXT] = TEXT(text),
    [JOURNAL_C_SUDS] = INT(suds, LADDER_SUDS_MAX),
    [JOURNAL_C_LIKELIHOOD] = INT(likelihood, 100),
    [JOURNAL_C_PEAK] = INT(peak, LADDER_SUDS_MAX),
    [JOURNAL_C_SETTING] = TEXT(setting),
    [JOURNAL_C_DUE] = {TYPE_DUE, 0, 0, NULL},
    [JOURNAL_C_NOTE] = TEXT(note),
    [JOURNAL_C_MODE] = TEXT(mode),
    [JOURNAL_C_MINUTES] = INT(minutes, LADDER_MINUTES_MAX),
    [JOURNAL_C_REPEAT] = INT(repeat, LADDER_REPEAT_MAX),
    [JOURNAL_C_CUE] = TEXT(cue),
    [JOURNAL_C_PREDICTION] = TEXT(prediction),
    [JOURNAL_C_HOW] = TEXT(how),
    [JOURNAL_C_PRECAUTION] = TEXT(precaution),
    [JOURNAL_C_PLAN] = TEXT(plan),
    [JOURNAL_C_EVERY] = TEXT(every),
    [JOURNAL_C_HAPPENED] = WORD(happened, journal_happened_words),
};

/* Names stand in the lines of other programs, where a line break in one would
 * begin another. */
static const char *
read_name(const char **name, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)text[i] <= ' ' || text[i] == 0x7F)
			return "no name: it holds a blank or a control";
	*name = text;
	return NULL;
}

/* "EVENT" or "EVENT.2/3". */
static const char *
read_event(struct journal_record *r, char *text, size_t len)
{
	char *slash = memrchr(text, '/', len), *dot;
	const char *fault = read_name(&r->event, text, len);
	long part, parts;

	if (fault != NULL)
		return fault;
	if (slash == NULL)
		return NULL;
	dot = memrchr(text, '.', (size_t)(slash - text));
	if (dot == NULL ||
	    num_long(slash + 1, len - (size_t)(slash + 1 - text), 1,
		JOURNAL_PARTS_MAX, &parts) != NULL ||
	    num_long(dot + 1, (size_t)(slash - dot - 1), 1, parts, &part) !=
		NULL)
		return "not NAME.PART/PARTS";
	*dot = '\0';
	r->part = (int)part;
	r->parts = (int)parts;
	return NULL;
}

/* Most events of a day stand together, so the day before is remembered. */
static const char *
read_time(
    struct journal *j, struct journal_record *r, const char *text, size_t len)
{
	const size_t n = sizeof j->date;
	struct date date;

	if (len < n)
		return "not a time";
	if (memcmp(text, j->date, n) != 0) {
		if (!date_parse(text, n, &date))
			return "not a time";
		memcpy(j->date, text, n);
		j->day = date_to_day(date);
	}
	return moment_parse_on(j->day, text + n, len - n, 0, &r->time)
	    ? NULL
	    : "not a time";
}

static const char *
read_due(struct journal_record *r, const char *text, size_t len)
{
	struct date date;

	if (!date_parse(text, len, &date))
		return "not a date";
	if (date.y > JOURNAL_YEAR_MAX)
		return "too far ahead";
	r->due = date_to_day(date);
	r->has_due = true;
	return NULL;
}

static const char *
read_int(const struct field *f, const char *text, size_t len, int *to)
{
	const char *fault;
	long value;

	if ((fault = num_long(text, len, 0, f->max, &value)) == NULL)
		*to = (int)value;
	return fault;
}

static const char *
read_word(const struct field *f, const char *text, size_t len, int *to)
{
	*to = ladder_word(f->words, text, len);
	return *to < 0 ? "unknown" : NULL;
}

/* Puts a cell that is not empty into the record; returns what is wrong. */
static const char *
read_cell(struct journal *j, struct journal_record *r, const struct field *f,
    char *text, size_t len)
{
	char *to = (char *)r + f->to;

	switch (f->type) {
	case TYPE_VERSION:
		break;
	case TYPE_EVENT:
		return read_event(r, text, len);
	case TYPE_TIME:
		return read_time(j, r, text, len);
	case TYPE_DUE:
		return read_due(r, text, len);
	case TYPE_NAME:
		return read_name((const char **)to, text, len);
	case TYPE_TEXT:
		*(const char **)to = text;
		break;
	case TYPE_INT:
		return read_int(f, text, len, (int *)to);
	case TYPE_WORD:
		return read_word(f, text, len, (int *)to);
	}
	return NULL;
}

int
entry_read(struct journal *j, struct journal_record *r, struct diag *err)
{
	bool timed = false;

	*r = j->blank;
	r->line = j->line;
	for (int i = 0; i < j->cut.filled; i++) {
		int col = j->columns[j->cut.cells[i].column];
		const char *fault;
		char *text;
		size_t len;

		if (col <= JOURNAL_C_VERSION)
			continue;
		text = cut_text(&j->cut, i, &len);
		if (len == 0)
			continue;
		timed = timed || col == JOURNAL_C_TIME;
		fault = read_cell(j, r, &fields[col], text, len);
		if (fault != NULL)
			return diag_set(err, j->line, "%s: %s: '%s'",
			    journal_columns[col], fault, text);
	}
	if (r->kind == JOURNAL_KINDS || *r->event == '\0' || !timed)
		return diag_set(err, j->line, "%s: empty",
		    r->kind == JOURNAL_KINDS ? "kind"
			: timed              ? "event"
					     : "time");
	return 0;
}
