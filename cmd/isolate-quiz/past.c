#include "past.h"

#include "base/file.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/xdg.h"
#include "quiz/answers.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { FILES_MAX = 100, SIZE_MAX_MIB = 64 };

static const char no_place[] = "set HOME to a full path";

void
past_need_place(void)
{
	struct str path = STR_INIT;

	if (xdg_path(&path, XDG_DATA, "history") != 0)
		msg_die(RC_SYSTEM, "no place for the history: %s", no_place);
	str_release(&path);
}

/* The first file of an instrument is ID.csv, the second ID.2.csv ... */
static bool
past_path(struct str *path, const struct instrument *in, int number)
{
	struct str name = STR_INIT;
	bool known;

	str_clear(path);
	if (number == 1)
		str_addf(&name, "history/%s.csv", in->id);
	else
		str_addf(&name, "history/%s.%d.csv", in->id, number);
	known = xdg_path(path, XDG_DATA, name.text) == 0;
	str_release(&name);
	return known;
}

/* Reads the file of that number; false where there is none. */
static bool
read_file(struct str *text, const char *path)
{
	str_clear(text);
	if (file_read(path, (size_t)SIZE_MAX_MIB << 20, text) == 0)
		return true;
	if (errno != ENOENT)
		msg_die(RC_SYSTEM, "%s: %s", path, strerror(errno));
	return false;
}

static bool
same_header(const struct str *file, const struct str *stream)
{
	size_t len = strcspn(stream->text, "\n") + 1;

	return file->len >= len && memcmp(file->text, stream->text, len) == 0;
}

/* Into the first file with these columns, or a new one. */
static int
append(const struct instrument *in, const struct str *stream, struct str *path)
{
	size_t header = strcspn(stream->text, "\n") + 1;
	struct str file = STR_INIT;
	int done = -1;

	for (int n = 1; n <= FILES_MAX && done == -1; n++) {
		past_path(path, in, n);
		if (!read_file(&file, path->text) || file.len == 0)
			done = file_append_held(
			    path->text, stream->text, stream->len);
		else if (same_header(&file, stream))
			done = file_append_held(path->text,
			    stream->text + header, stream->len - header);
		else
			continue;
		if (done == -1)
			break;
	}
	str_release(&file);
	return done;
}

static void
store_one(const struct taking *t, size_t i, const char *first)
{
	struct str stream = STR_INIT, path = STR_INIT;
	int lock = file_lock(first);

	record_one(t, i, &stream);
	if (lock == -1 || append(t->instruments[i], &stream, &path) == -1)
		msg_die(RC_SYSTEM, "%s: %s", first, strerror(errno));
	file_unlock(lock);
	str_release(&path);
	str_release(&stream);
}

bool
past_store(const struct taking *t)
{
	struct str path = STR_INIT;
	bool kept = true;

	for (size_t i = 0; i < t->ninstruments && kept; i++) {
		kept = past_path(&path, t->instruments[i], 1);
		if (kept)
			store_one(t, i, path.text);
		else
			msg_warn("the answers are not kept: %s", no_place);
	}
	str_release(&path);
	return kept;
}

static int
by_time(const void *a, const void *b)
{
	const struct past_sitting *x = a, *y = b;

	return (x->at.us > y->at.us) - (x->at.us < y->at.us);
}

static void
leave_out(struct past *p, const char *path, const struct diag *why)
{
	msg_diag(path, why);
	p->left_out++;
}

/* Scores the current row into the list; what is wrong is told. */
static void
add_sitting(
    struct past *p, struct answers *a, struct table *t, const char *path)
{
	const char *time = table_cell(t, table_find(t, "time"));
	struct past_sitting s = {.scores = NULL};
	struct sitting_scores sitting;
	bool *asked = NULL;
	struct diag err;

	if (answers_read(a, t, false, &err) == -1) {
		leave_out(p, path, &err);
		return;
	}
	if (!moment_parse(time, strlen(time), 0, &s.at)) {
		diag_set(&err, table_line(t), "not a time: '%s'", time);
		leave_out(p, path, &err);
		return;
	}
	s.person = person_read(table_cell(t, table_find(t, "sex")),
	    table_cell(t, table_find(t, "age")));
	s.scores = mem_alloc(a->in->nscales, sizeof(*s.scores));
	s.answers = mem_alloc(a->in->nitems, sizeof(*s.answers));
	memcpy(s.answers, a->x, a->in->nitems * sizeof(*s.answers));
	sitting = (struct sitting_scores){.in = a->in, .answers = a->x};
	if (answers_asked(
		a->in, table_cell(t, table_find(t, "asked")), &asked)) {
		s.adaptive = true;
		sitting.asked = asked;
		str_clear(&p->bank);
		str_adds(&p->bank, table_cell(t, table_find(t, "bank")));
	}
	sitting_sums(&sitting, s.scores);
	free(asked);
	p->list = mem_realloc(p->list, p->count + 1, sizeof(*p->list));
	p->list[p->count++] = s;
}

static void
read_rows(struct past *p, const struct settings *set,
    const struct instrument *in, struct table *t, const char *path)
{
	int respondent = table_find(t, "respondent"), got;
	struct answers a;
	struct diag err;

	if (answers_find(&a, in, t, &err) == -1) {
		msg_note(
		    "%s: kept for other items of %s; left out", path, in->id);
		p->other = true;
		got = CSVIN_END;
	} else {
		got = table_next(t);
	}
	for (; got != CSVIN_END && got != CSVIN_BROKEN; got = table_next(t))
		if (got != CSVIN_RECORD)
			leave_out(p, path, table_error(t));
		else if (strcmp(table_cell(t, respondent),
			     taking_text(set->respondent)) == 0)
			add_sitting(p, &a, t, path);
		else
			p->others++;
	if (got == CSVIN_BROKEN)
		leave_out(p, path, table_error(t));
	answers_release(&a);
}

/* A last line without its end is a write that a crash cut short. */
static size_t
whole_lines(const struct str *text, const char *path)
{
	size_t len = text->len;

	while (len > 0 && text->text[len - 1] != '\n')
		len--;
	if (len < text->len)
		msg_warn("%s: the last record is torn; left out", path);
	return len;
}

void
past_read(
    struct past *p, const struct settings *set, const struct instrument *in)
{
	struct str path = STR_INIT, text = STR_INIT;
	struct diag err;
	struct table *t;
	size_t len;

	*p = (struct past){.nscales = in->nscales};
	str_init(&p->bank);
	for (int n = 1; n <= FILES_MAX; n++) {
		if (!past_path(&path, in, n) || !read_file(&text, path.text))
			break;
		len = whole_lines(&text, path.text);
		if (len == 0)
			continue;
		t = table_new(csvin_new_mem(text.text, len, 1), &err);
		if (t != NULL)
			read_rows(p, set, in, t, path.text);
		else
			leave_out(p, path.text, &err);
		table_free(t);
	}
	if (p->count > 0)
		qsort(p->list, p->count, sizeof(*p->list), by_time);
	str_release(&text);
	str_release(&path);
}

void
past_release(struct past *p)
{
	for (size_t i = 0; i < p->count; i++) {
		free(p->list[i].scores);
		free(p->list[i].answers);
		free(p->list[i].thetas);
	}
	free(p->list);
	str_release(&p->bank);
	*p = (struct past){0};
}

const struct past_sitting *
past_last(const struct past *p)
{
	return p->count == 0 ? NULL : &p->list[p->count - 1];
}
