#include "plan/journal.h"

#include "base/mem.h"
#include "base/num.h"
#include "plan/entry.h"
#include "plan/ladder.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

const char *const journal_kind_words[] = {"ladder", "step", "predict", "done",
    "skip", "pause", "resume", "rest", "rate", "edit", "remove", "undo", NULL};
const char *const journal_happened_words[] = {"no", "partly", "yes", NULL};

const char *const journal_columns[] = {"version", "event", "time", "kind", "id",
    "family", "step", "concept", "text", "suds", "likelihood", "peak",
    "setting", "due", "note", "mode", "minutes", "repeat", "cue", "prediction",
    "how", "precaution", "plan", "every", "happened", NULL};

enum {
	BLOCK = 64 * 1024,
};

void
journal_init(struct journal *j, struct source from, size_t max)
{
	memset(j, 0, sizeof *j);
	j->from = from;
	j->max = max;
	cut_init(&j->cut);
	journal_blank(&j->blank, JOURNAL_KINDS);
}

void
journal_release(struct journal *j)
{
	cut_release(&j->cut);
	free(j->buf);
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
	r->minutes = r->repeat = r->happened = JOURNAL_NONE;
}

struct journal_record
journal_keep(struct arena *a, const struct journal_record *r,
    const struct journal_record *before)
{
	struct journal_record k = *r;
	const char **texts[] = {&k.event, &k.family, &k.concept, &k.id, &k.text,
	    &k.setting, &k.note, &k.mode, &k.cue, &k.prediction, &k.how,
	    &k.precaution, &k.plan, &k.every};
	const char *known[] = {before ? before->event : "",
	    before ? before->family : "", before ? before->concept : ""};

	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		*texts[i] = i < sizeof known / sizeof known[0] &&
			strcmp(*texts[i], known[i]) == 0
		    ? known[i]
		    : arena_keep(a, *texts[i]);
	return k;
}

static int
read_header(struct journal *j, struct diag *err)
{
	bool there[JOURNAL_COLUMNS] = {false};
	size_t len;

	if (j->cut.width > CUT_MAX)
		return diag_set(err, j->line, "too many columns");
	j->width = j->cut.width;
	j->current = j->cut.filled == JOURNAL_COLUMNS;
	memset(j->columns, -1, sizeof j->columns);
	for (int i = 0; i < j->cut.filled; i++) {
		const char *name = cut_text(&j->cut, i, &len);
		int col = ladder_word(journal_columns, name, len);

		if (col >= 0 && there[col])
			return diag_set(err, j->line,
			    "column '%s' stands there twice", name);
		if (col >= 0)
			there[col] = true;
		j->columns[j->cut.cells[i].column] = (short)col;
		j->current = j->current && col == i;
	}
	for (int col = 0; col <= JOURNAL_C_NOTE; col++)
		if (!there[col])
			return diag_set(err, j->line, "column '%s' is missing",
			    journal_columns[col]);
	return 0;
}

/* Reads on behind what is there of a line.  Returns how many bytes came, 0 at
 * the end, -1 with errno set. */
static ssize_t
refill(struct journal *j)
{
	size_t want = j->max - j->read < BLOCK ? j->max - j->read : BLOCK;
	ssize_t n;

	if (j->pos > 0) {
		memmove(j->buf, j->buf + j->pos, j->end - j->pos);
		j->end -= j->pos;
		j->pos = 0;
	}
	if (want == 0)
		return 0;
	if (j->cap < j->end + want + LANE_CHUNK)
		j->buf =
		    mem_grow(j->buf, &j->cap, j->end + want + LANE_CHUNK, 1);
	n = source_read(&j->from, j->buf + j->end, want);
	if (n > 0) {
		j->end += (size_t)n;
		j->read += (size_t)n;
		/* a scan looks so far ahead */
		memset(j->buf + j->end, 0, LANE_CHUNK);
	}
	return n;
}

/* The next whole line, of *len bytes, its line end taken off; NULL at the end,
 * or with j->failed set.  A last line without LF is torn. */
static char *
next_line(struct journal *j, size_t *len)
{
	size_t seen = 0; /* bytes that hold no LF */
	ssize_t n = 1;
	char *line, *lf = NULL;

	for (;;) {
		if (j->end - j->pos > seen)
			lf = memchr(j->buf + j->pos + seen, '\n',
			    j->end - j->pos - seen);
		if (lf != NULL)
			break;
		seen = j->end - j->pos;
		if ((n = refill(j)) <= 0)
			break;
	}
	j->failed = n < 0 ? errno : 0;
	if (n < 0 || j->end == j->pos)
		return NULL;
	j->line++;
	j->torn = lf == NULL;
	line = j->buf + j->pos;
	*len = lf == NULL ? j->end - j->pos : (size_t)(lf - line);
	j->pos += *len + (lf != NULL);
	if (*len > 0 && line[*len - 1] == '\r')
		--*len;
	if (j->line == 1 && *len >= 3 && memcmp(line, "\xEF\xBB\xBF", 3) == 0) {
		line += 3; /* of a spreadsheet */
		*len -= 3;
	}
	return line;
}

/* Whether the line, which is cut, is of this version: JOURNAL_RECORD; a header
 * (it begins with the word) is JOURNAL_END.  It may have more cells than the
 * header has columns. */
static int
check_version(struct journal *j, struct diag *err)
{
	const char *text = "", *fault;
	size_t len = 0;
	long version;
	int i = 0;

	while (i < j->cut.filled &&
	    (j->cut.cells[i].column >= j->width ||
		j->columns[j->cut.cells[i].column] != JOURNAL_C_VERSION))
		i++;
	if (i < j->cut.filled)
		text = cut_text(&j->cut, i, &len);
	fault = num_long(text, len, 1, JOURNAL_VERSION, &version);
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

/* Whether the line begins with the first column's name: a header. */
static bool
is_header(const struct journal *j, const char *line, size_t len)
{
	size_t name = strlen(journal_columns[0]);

	line += len > 0 && *line == '"';
	return j->width == 0 ||
	    (len > name + 1 && memcmp(line, journal_columns[0], name) == 0 &&
		strchr(",\"", line[name]) != NULL);
}

static int
read_line(struct journal *j, char *line, size_t len, struct journal_record *r,
    struct diag *err)
{
	const char *fault = cut_line(&j->cut, line, len);
	int rc;

	if (fault != NULL) {
		diag_set(err, j->line, "%s", fault);
		return j->width == 0 ? JOURNAL_REFUSED : JOURNAL_BROKEN;
	}
	if (is_header(j, line, len))
		return read_header(j, err) == 0 ? JOURNAL_END : JOURNAL_REFUSED;
	if ((rc = check_version(j, err)) != JOURNAL_RECORD)
		return rc;
	if (j->cut.width != j->width)
		return diag_set(err, j->line, "%d fields, the header has %d",
		    j->cut.width, j->width);
	return entry_read(j, r, err) == 0 ? JOURNAL_RECORD : JOURNAL_BROKEN;
}

/* A last line without LF.  Where it is the first as well it must be the
 * beginning of a header, or it is somebody else's file. */
static int
judge_torn(
    const struct journal *j, const char *line, size_t len, struct diag *err)
{
	struct str header = STR_INIT;
	bool ours = j->width != 0;

	if (!ours) {
		journal_header(&header);
		ours = len < header.len && memcmp(header.text, line, len) == 0;
		str_release(&header);
	}
	if (ours)
		return diag_set(
		    err, j->line, "the last line is torn: left out");
	diag_set(err, j->line,
	    memchr(line, '\r', len) != NULL
		? "a lone carriage return, which ends no line here"
		: "no header: this is no journal");
	return JOURNAL_REFUSED;
}

int
journal_next(struct journal *j, struct journal_record *r, struct diag *err)
{
	char *line;
	size_t len;
	int rc = JOURNAL_END;

	while (rc == JOURNAL_END && (line = next_line(j, &len)) != NULL) {
		if (j->torn)
			return judge_torn(j, line, len, err);
		if (len > 0)
			rc = read_line(j, line, len, r, err);
	}
	return rc == JOURNAL_END && j->failed != 0 ? JOURNAL_FAILED : rc;
}
