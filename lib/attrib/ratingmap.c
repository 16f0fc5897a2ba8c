#include "attrib/ratingmap.h"

#include "base/mem.h"
#include "base/num.h"
#include "base/str.h"
#include "stream/meta.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const fields[] = {"ratings", "title", "licence",
    "provenance", "instrument", "range", "respondent", NULL};

static const char *const once[] = {"instrument", "range", "respondent", NULL};

struct source {
	char *column;
	bool reversed, optional;
	int bound; /* number of the column; -1: not there */
};

struct event {
	enum valence valence;   /* where there is no column for it */
	struct source *sources; /* of the scales in turn, then of the valence */
	size_t nsources, cap;
	size_t ends[DIM_SCALES]; /* of each scale in sources */
};

struct ratingmap {
	char *respondent, *instrument;
	bool tells_who; /* by name which column the respondent is */
	double min, max;
	struct event *events;
	size_t nevents, cap;
};

void
ratingmap_free(struct ratingmap *m)
{
	if (m == NULL)
		return;
	for (size_t i = 0; i < m->nevents; i++) {
		for (size_t k = 0; k < m->events[i].nsources; k++)
			free(m->events[i].sources[k].column);
		free(m->events[i].sources);
	}
	free(m->events);
	free(m->respondent);
	free(m->instrument);
	free(m);
}

size_t
ratingmap_events(const struct ratingmap *m)
{
	return m->nevents;
}

const char *
ratingmap_respondent(const struct ratingmap *m)
{
	return m->respondent;
}

static int
valence_of(const char *word, enum valence *out)
{
	for (int v = VALENCE_UNKNOWN; v <= VALENCE_POSITIVE; v++) {
		if (strcmp(word, valence_words[v]) != 0)
			continue;
		*out = (enum valence)v;
		return 0;
	}
	return -1;
}

static void
add_source(struct event *e, struct source s, const char *name, size_t len)
{
	s.bound = -1;
	s.column = mem_strndup(name, len);
	e->sources =
	    mem_grow(e->sources, &e->cap, e->nsources + 1, sizeof *e->sources);
	e->sources[e->nsources++] = s;
}

/* A column of answers, with its signs before it. */
static void
add_answer(struct event *e, const char *name, size_t len)
{
	struct source s = {0};

	for (; len > 1 && (*name == '-' || *name == '?'); name++, len--) {
		s.reversed = s.reversed || *name == '-';
		s.optional = s.optional || *name == '?';
	}
	add_source(e, s, name, len);
}

static int
take_event(struct ratingmap *m, struct table *t, struct diag *err)
{
	const char *valence = table_cell(t, table_find(t, "valence")), *list;
	struct event *e;
	const char *part;
	size_t len;

	m->events =
	    mem_grow(m->events, &m->cap, m->nevents + 1, sizeof *m->events);
	e = &m->events[m->nevents++];
	*e = (struct event){.valence = VALENCE_UNKNOWN};
	for (int d = 0; d < DIM_SCALES; d++) {
		list = table_cell(t, table_find(t, dimension_words[d]));
		while (str_split(&list, ' ', &part, &len))
			add_answer(e, part, len);
		e->ends[d] = e->nsources;
	}
	if (e->nsources == 0)
		return diag_set(err, table_line(t), "an event without ratings");
	if (*valence == '=' && valence[1] != '\0')
		add_source(
		    e, (struct source){0}, valence + 1, strlen(valence + 1));
	else if (valence_of(valence, &e->valence) == -1 ||
	    e->valence == VALENCE_UNKNOWN)
		return diag_set(err, table_line(t),
		    "field 'valence': negative, neutral, positive or =COLUMN, "
		    "not '%s'",
		    valence);
	return 0;
}

static int
take_body(struct ratingmap *m, const struct meta *head, struct diag *err)
{
	struct table *t;
	int rc = 0, got = CSVIN_END;

	if (head->body_len == 0)
		return diag_set(err, 0, "no table of events below the head");
	t = table_new(
	    csvin_new_mem(head->body, head->body_len, head->body_line), err);
	if (t == NULL)
		return -1;
	while (rc == 0 && (got = table_next(t)) == CSVIN_RECORD)
		rc = take_event(m, t, err);
	if (rc == 0 && got != CSVIN_END) {
		*err = *table_error(t);
		rc = -1;
	}
	if (rc == 0 && m->nevents == 0)
		rc = diag_set(err, 0, "a layout without events");
	table_free(t);
	return rc;
}

static int
take_range(struct ratingmap *m, const struct meta *head, struct diag *err)
{
	const char *range = meta_get(head, "range");
	const char *dots = range == NULL ? NULL : strstr(range, "..");

	if (dots != NULL &&
	    num_double(range, (size_t)(dots - range), -1e6, 1e6, &m->min) ==
		NULL &&
	    num_double(dots + 2, strlen(dots + 2), -1e6, 1e6, &m->max) ==
		NULL &&
	    m->min < m->max)
		return 0;
	return diag_set(err, meta_line(head, "range"),
	    "field 'range': two numbers as 1..7, not '%s'",
	    range == NULL ? "" : range);
}

static int
take_head(struct ratingmap *m, const struct meta *head, struct diag *err)
{
	const struct meta_field *odd = meta_unknown(head, fields);
	const char *respondent = meta_get(head, "respondent");
	const char *instrument = meta_get(head, "instrument");

	if (odd != NULL)
		return diag_set(
		    err, odd->line, "unknown field '%s'", odd->name);
	odd = meta_twice(head, once);
	if (odd != NULL)
		return diag_set(
		    err, odd->line, "field '%s' stands twice", odd->name);
	m->tells_who = respondent != NULL;
	m->respondent =
	    mem_strdup(respondent == NULL ? "respondent" : respondent);
	m->instrument = mem_strdup(instrument == NULL ? "" : instrument);
	return take_range(m, head, err);
}

struct ratingmap *
ratingmap_read(const char *text, size_t len, struct diag *err)
{
	struct ratingmap *m = mem_zalloc(1, sizeof *m);
	struct meta head;
	int rc = meta_parse(&head, text, len, err);

	if (rc == 0)
		rc = take_head(m, &head, err);
	if (rc == 0)
		rc = take_body(m, &head, err);
	meta_release(&head);
	if (rc == 0)
		return m;
	ratingmap_free(m);
	return NULL;
}

/* Items stand under their own names, or behind that of the instrument. */
static int
bind(const struct ratingmap *m, struct source *s, const struct table *t,
    struct diag *err)
{
	struct str full = STR_INIT;

	s->bound = table_find(t, s->column);
	if (s->bound == -1 && *m->instrument != '\0') {
		str_addf(&full, "%s.%s", m->instrument, s->column);
		s->bound = table_find(t, full.text);
		str_release(&full);
	}
	return s->bound == -1 && !s->optional ? table_need(t, s->column, err)
					      : 0;
}

int
ratingmap_bind(struct ratingmap *m, const struct table *t, struct diag *err)
{
	/* Without it all would be taken for one person. */
	if (m->tells_who && table_need(t, m->respondent, err) == -1)
		return -1;
	for (size_t i = 0; i < m->nevents; i++)
		for (size_t k = 0; k < m->events[i].nsources; k++)
			if (bind(m, &m->events[i].sources[k], t, err) == -1)
				return -1;
	return 0;
}

/* The rating that the sources from first to end add up to. */
static int
take_scale(const struct ratingmap *m, const struct table *t,
    const struct source *first, const struct source *end, double *out,
    struct diag *err)
{
	double sum = 0, x;
	size_t n = 0, all = (size_t)(end - first);
	const char *fault;

	for (; first < end; first++) {
		if (table_missing(t, first->bound))
			continue;
		fault = num_double(table_cell(t, first->bound),
		    table_cell_len(t, first->bound), m->min, m->max, &x);
		if (fault != NULL)
			return diag_set(err, table_line(t),
			    "field '%s': %s: '%s'",
			    table_name(t, (size_t)first->bound), fault,
			    table_cell(t, first->bound));
		sum += first->reversed ? m->min + m->max - x : x;
		n++;
	}
	*out = n == 0 || 2 * n < all
	    ? NAN
	    : 1 + 6 * (sum / (double)n - m->min) / (m->max - m->min);
	return 0;
}

int
ratingmap_take(const struct ratingmap *m, const struct table *t, size_t i,
    struct rating_event *event, struct diag *err)
{
	const struct event *e = &m->events[i];
	size_t begin = 0;

	for (int d = 0; d < DIM_SCALES; d++) {
		if (take_scale(m, t, e->sources + begin,
			e->sources + e->ends[d], &event->scale[d], err) == -1)
			return -1;
		begin = e->ends[d];
	}
	event->valence = e->valence;
	if (begin < e->nsources &&
	    valence_of(
		table_cell(t, e->sources[begin].bound), &event->valence) == -1)
		return diag_set(err, table_line(t),
		    "field '%s': not negative, neutral or positive: '%s'",
		    e->sources[begin].column,
		    table_cell(t, e->sources[begin].bound));
	return 0;
}
