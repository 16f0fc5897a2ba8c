#include "pairs.h"

#include "base/date.h"
#include "base/mem.h"
#include "base/msg.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct held {
	char *respondent, *time, *group;
	int64_t us; /* of time; NO_TIME */
	struct origin from;
	size_t seen;    /* the how-manieth */
	double *scores; /* of each scale; NaN: not scored */
};

#define NO_TIME INT64_MIN /* comes first */

void
sittings_init(struct sittings *s, const struct instrument *in)
{
	*s = (struct sittings){.in = in};
}

static void
release_held(struct held *h)
{
	free(h->respondent);
	free(h->time);
	free(h->group);
	free(h->scores);
}

void
sittings_release(struct sittings *s)
{
	for (size_t i = 0; i < s->count + s->refused; i++)
		release_held(&s->list[i]);
	free(s->list);
	*s = (struct sittings){0};
}

bool
sittings_add(struct sittings *s, const struct sitting_scores *sitting,
    struct origin from, struct diag *why)
{
	size_t n = s->in->nscales, len = strlen(sitting->time);
	struct moment at = {.us = NO_TIME};
	struct score *scored;
	struct held *h;

	if (len > 0 && !moment_parse(sitting->time, len, 0, &at)) {
		diag_set(
		    why, from.line, "no date or time: '%s'", sitting->time);
		return false;
	}
	if (sitting->respondent[0] == '\0') {
		diag_set(why, from.line,
		    "no respondent; rows of one person who is not named are "
		    "read with --respondent NAME");
		return false;
	}
	scored = mem_alloc(n, sizeof(*scored));
	s->list = mem_grow(s->list, &s->cap, s->count + 1, sizeof(*s->list));
	h = &s->list[s->count];
	*h = (struct held){
	    .respondent = mem_strdup(sitting->respondent),
	    .time = mem_strdup(sitting->time),
	    .group = mem_strdup(sitting->group),
	    .us = at.us,
	    .from = from,
	    .seen = s->count++,
	    .scores = mem_alloc(n, sizeof(*h->scores)),
	};
	sitting_sums(sitting, scored);
	for (size_t i = 0; i < n; i++)
		h->scores[i] = scored[i].value;
	free(scored);
	return true;
}

bool
sittings_lacks(const struct sittings *s, size_t scale)
{
	return isnan(s->list[s->count - 1].scores[scale]);
}

static int
compare(const void *a, const void *b)
{
	const struct held *x = a, *y = b;
	int names = strcmp(x->respondent, y->respondent);

	if (names != 0)
		return names;
	if (x->us != y->us)
		return x->us < y->us ? -1 : 1;
	return x->seen < y->seen ? -1 : 1;
}

/* One of them is a date alone, and the other on the same day. */
static bool
same_day(const struct held *a, const struct held *b)
{
	struct date x, y;

	return (strlen(a->time) < DATE_MAX || strlen(b->time) < DATE_MAX) &&
	    date_told(a->time, strlen(a->time), &x) &&
	    date_told(b->time, strlen(b->time), &y) &&
	    date_to_day(x) == date_to_day(y);
}

/* Why nothing tells which of them was first; NULL where something does. */
static const char *
unordered(const struct held *a, const struct held *b)
{
	if (a->us == NO_TIME && b->us == NO_TIME)
		return NULL;
	if (a->us == b->us)
		return "at the same time";
	return same_day(a, b) ? "on the same day, one without a time of day"
			      : NULL;
}

static void
swap(struct held *a, struct held *b)
{
	struct held h = *a;

	*a = *b;
	*b = h;
}

/* Of two that cannot be put in order the one whose row came first stays in
 * a. */
static void
keep_first(
    struct io_rows *rows, struct held *a, struct held *b, const char *how)
{
	struct diag why;

	if (b->seen < a->seen)
		swap(a, b);
	if (strcmp(a->from.path, b->from.path) == 0)
		diag_set(&why, b->from.line,
		    "respondent '%s' has another sitting %s: line %lu",
		    b->respondent, how, a->from.line);
	else
		diag_set(&why, b->from.line,
		    "respondent '%s' has another sitting %s: %s:%lu",
		    b->respondent, how, io_name(a->from.path), a->from.line);
	io_refuse(rows, b->from.path, &why);
}

static void
refuse_undated(struct io_rows *rows, const struct held *h)
{
	struct diag why;

	diag_set(&why, h->from.line,
	    "respondent '%s' has sittings with a time, this one has none: no "
	    "telling which was first",
	    h->respondent);
	io_refuse(rows, h->from.path, &why);
}

/* The sittings of one person: those of these n that stay come to stand from to
 * on, in place of others that were refused. */
static size_t
settle(struct sittings *s, struct held *list, size_t n, struct held *to,
    struct io_rows *rows)
{
	bool dated = list[n - 1].us != NO_TIME; /* those without come first */
	size_t i = 0, last = 0;
	const char *how;

	s->undated += !dated && n > 1;
	while (dated && list[i].us == NO_TIME)
		refuse_undated(rows, &list[i++]);
	swap(to, &list[i]);
	for (i++; i < n; i++) {
		how = unordered(&to[last], &list[i]);
		if (how != NULL)
			keep_first(rows, &to[last], &list[i], how);
		else
			swap(&to[++last], &list[i]);
	}
	return last + 1;
}

void
sittings_sort(struct sittings *s, struct io_rows *rows)
{
	size_t kept = 0;

	if (s->count > 0) /* qsort() takes no NULL */
		qsort(s->list, s->count, sizeof(*s->list), compare);
	for (size_t i = 0, next; i < s->count; i = next) {
		next = i + 1;
		while (next < s->count &&
		    strcmp(s->list[next].respondent, s->list[i].respondent) ==
			0)
			next++;
		kept += settle(s, &s->list[i], next - i, &s->list[kept], rows);
	}
	s->refused = s->count - kept;
	s->count = kept;
}

static void
add_pair(struct pairs *p, const struct held *pre, const struct held *post,
    size_t scale)
{
	p->list = mem_grow(p->list, &p->cap, p->count + 1, sizeof(*p->list));
	p->list[p->count++] = (struct pair){
	    .respondent = pre->respondent,
	    .group = pre->group,
	    .time_pre = pre->time,
	    .time_post = post->time,
	    .pre = pre->scores[scale],
	    .post = post->scores[scale],
	};
}

void
pairs_init(struct pairs *p, const struct sittings *s, size_t scale)
{
	const struct held *first = NULL, *last = NULL, *h;

	*p = (struct pairs){0};
	for (size_t i = 0; i <= s->count; i++) {
		h = i < s->count ? &s->list[i] : NULL;
		if (first != NULL &&
		    (h == NULL ||
			strcmp(h->respondent, first->respondent) != 0)) {
			if (last != first)
				add_pair(p, first, last, scale);
			else
				p->once++;
			first = NULL;
		}
		if (h == NULL)
			continue;
		if (isnan(h->scores[scale])) {
			p->unscored++;
			continue;
		}
		if (first == NULL)
			first = h;
		last = h;
	}
}

void
pairs_release(struct pairs *p)
{
	free(p->list);
	*p = (struct pairs){0};
}
